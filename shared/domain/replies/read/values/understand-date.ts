import type { Question } from '#domain/forms/form.ts';
import type { UnclearReason } from '#domain/forms/unclear-reason.ts';
import { fold, plain } from '../text/words.ts';
import { explain } from './account.ts';
import { answer, type Understood, unclear } from './understood-answer.ts';

/** Month names by their beginnings, in the languages of our readers, without accents. */
const months: readonly string[][] = [
  'jan january januar janvier enero ene janeiro gennaio gen januari styczen stycznia sty يناير ינואר',
  'feb february februar fevrier fev febrero fevereiro febbraio februari luty lutego lut فبراير פברואר',
  'mar march marz maerz mrz mars marzo marco maart mrt marzec marca مارس מרץ מרס',
  'apr april avril avr abril abr aprile kwiecien kwietnia kwi ابريل أبريل אפריל',
  'may mai mayo maio maggio mag mei maj maja مايو מאי',
  'jun june juni juin junio junho giugno giu czerwiec czerwca cze يونيو יוני',
  'jul july juli juillet juil julio julho luglio lug lipiec lipca lip يوليو יולי',
  'aug august aout agosto ago augustus augusti sierpien sierpnia sie اغسطس أغسطس אוגוסט',
  'sep sept september septembre septiembre setembro set settembre wrzesien wrzesnia wrz سبتمبر ספטמבר',
  'oct october okt oktober octobre octubre outubro out ottobre ott pazdziernik pazdziernika paz اكتوبر أكتوبر אוקטובר',
  'nov november novembre noviembre novembro listopad listopada lis نوفمبر נובמבר',
  'dec december dez dezember decembre dic diciembre dezembro dicembre grudzien grudnia gru ديسمبر דצמבר',
].map((names) => names.split(' '));

/**
 * A calendar day as `YYYY-MM-DD`. Figures that may be day or month (03/04), a month alone, and what is before, after or around
 * a day are asked again. `today` (`YYYY-MM-DD`, the day of the reply) lets "tomorrow" be one, and for a question about what
 * will be, a day without a year: the next one, within half a year.
 */
export function understandDate(question: Question, said: string, today?: string): Understood {
  // A day that need not be given and is not known yet is passed over.
  if (question.required === false && notYet.test(plain(said))) return { kind: 'skipped' };
  const text = fold(said);
  // Folding may change how many characters there are; places are only of use when it does not.
  const isSame = text.length === said.length;
  const found = new Map<string, Day>();
  let why: UnclearReason | undefined;
  const isAhead = today !== undefined && aheadOf.test(plain(question.ask));
  for (const reading of [
    ...inOrder(text),
    ...withMonthName(text, isAhead ? today : undefined),
    ...inFigures(text, today),
  ]) {
    if ('kind' in reading) why ??= reading;
    else if (!found.has(iso(reading))) found.set(iso(reading), reading);
  }
  if (found.size === 0 && !why && today !== undefined) {
    const near = nearDay(said, today);
    if (near) found.set(iso(near), near);
  }
  const [first, ...more] = found;
  if (more.length > 0) return unclear('several-dates');
  if (why) return { kind: 'unclear', why };
  if (!first) return unclear('no-date');
  const [value, day] = first;
  if (!isDay(value)) return unclear('no-such-day');
  const source = isSame ? said : text;
  const beside = { before: source.slice(0, day.from), after: source.slice(day.to) };
  const weekday = weekdayIn(source);
  if (weekday !== undefined && weekday !== weekdayOf(value)) {
    return unclear('other-weekday');
  }
  const account = explain(withoutHours(beside), 'amount', question.ask, besides);
  if ('turn' in account || /\d/.test(account.comment)) return unclear('unsure-day');
  const read = answer(value, account.comment);
  return read.kind === 'answer' && (day.inferred || weekday !== undefined) ? { ...read, by: 'words' } : read;
}

const notYet =
  /^(?:not yet(?: (?:known|decided|fixed|set|agreed|planned|arranged))?|no date yet|nothing (?:yet|fixed|planned)(?: yet)?|(?:i |we )?(?:don't|do not) know(?: yet)?|unknown|tb[adc]|to be (?:decided|confirmed|arranged|agreed)|open|still open|(?:we )?haven't (?:decided|fixed one|agreed)(?: yet)?|no idea(?: yet)?|noch nicht|noch offen|offen|steht noch nicht fest|weiss (?:ich )?noch nicht|pas encore(?: fixe)?|je ne sais pas(?: encore)?|a definir|a voir|ainda nao(?: sei)?|por definir|a combinar|todavia no|aun no|no lo se(?: todavia)?|por definir|non ancora|da definire|nog niet|inte an|jeszcze nie)[\s.!]*$/;

/** A question about something that is still to come. */
const aheadOf =
  /(?:^|[^\p{L}])(?:will|when can|when could|going to|next|plan to|wann werdet|werden|wirst|quand allez|quand vas|vais|quando vai|quando vao|cuando vais|quando vi|vedrete|from when|could you start|can you start)(?![\p{L}])/u;

/** Words for the days around today, by how far they are. */
const nearDays: readonly [number, RegExp][] = [
  [0, /(?<![\p{L}])(?:today|heute|aujourd'hui|hoje|hoy|oggi|vandaag|idag|i dag|dzisiaj|dzis)(?![\p{L}])/u],
  [1, /(?<![\p{L}])(?:tomorrow|tmrw|tmr|morgen|demain|amanha|manana|domani|imorgon|i morgon|jutro)(?![\p{L}])/u],
  [
    2,
    /(?<![\p{L}])(?:the day after tomorrow|day after tomorrow|day after tmrw|ubermorgen|uebermorgen|apres-demain|apres demain|depois de amanha|pasado manana|dopodomani|overmorgen|i overmorgon|pojutrze)(?![\p{L}])/u,
  ],
];

/** Today, tomorrow and the day after. "Morgen früh" is tomorrow, and "heute Morgen" is today. */
function nearDay(said: string, today: string): Day | undefined {
  const text = plain(said);
  if (text.length !== said.length) return undefined;
  const found = nearDays.flatMap(([days, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ days, from: match.index, to: match.index + match[0].length }] : [];
  });
  const [longest, ...others] = found.sort((one, other) => other.to - other.from - (one.to - one.from));
  if (!longest || others.some(({ from, to }) => from < longest.from || to > longest.to)) return undefined;
  const at = new Date(Date.parse(`${today}T00:00:00Z`) + longest.days * 86_400_000);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  return { year, month, day, from: longest.from, to: longest.to, inferred: true };
}

const weekdays =
  'sunday|sun|sonntag|dimanche|domingo|domenica|zondag|sondag|niedziela monday|mon|montag|lundi|segunda|segunda feira|lunes|lunedi|maandag|mandag|poniedzialek tuesday|tue|tues|dienstag|mardi|terca|terca feira|martes|martedi|dinsdag|tisdag|wtorek wednesday|wed|mittwoch|mercredi|quarta|quarta feira|miercoles|mercoledi|woensdag|onsdag|sroda thursday|thu|thur|thurs|donnerstag|jeudi|quinta|quinta feira|jueves|giovedi|donderdag|torsdag|czwartek friday|fri|freitag|vendredi|sexta|sexta feira|viernes|venerdi|vrijdag|fredag|piatek saturday|sat|samstag|sonnabend|samedi|sabado|sabato|zaterdag|lordag|sobota'
    .replaceAll(' feira', '_feira')
    .split(' ')
    .map((names) => names.split('|').map((name) => name.replace('_', ' ')));

/** The one weekday that is named, Sunday being 0. */
function weekdayIn(said: string): number | undefined {
  const words = plain(said).match(/\p{L}+/gu) ?? [];
  const named = weekdays.flatMap((names, day) =>
    words.some((word) => word.length >= 3 && names.includes(word) && word !== 'mar') ? [day] : [],
  );
  return named.length === 1 ? named[0] : undefined;
}

function weekdayOf(value: string): number {
  return new Date(`${value}T00:00:00Z`).getUTCDay();
}

/** The hour of a meeting is no second date: "at 10", "10:30 Uhr", "3pm", "14h". */
function withoutHours({ before, after }: { before: string; after: string }) {
  const hour =
    /(?:(?:at|um|gegen|ab|à|às|as|a las|alle|om|kl\.?|@|about|around|noon|from)\s+)?(?<![\d/.-])\d{1,2}(?:[:.h]\d{2})?\s?(?:a\.?m\.?|p\.?m\.?|o'?clock|uhr|hrs?|h(?:oras)?|heures)(?![\p{L}\d])|(?:at|um|à|às|a las|alle|om|kl\.?|@)\s+\d{1,2}(?:[:.h]\d{2})?(?![\d/.-])|(?<![\d/.-])\d{1,2}:\d{2}(?!\d)/giu;
  return { before: before.replace(hour, ' '), after: after.replace(hour, ' ') };
}

/** Words beside a date that leave it the day it is. */
const besides: ReadonlySet<string> = new Set([
  ...weekdays.flatMap((names) => names.flatMap((name) => name.split(' '))),
  ...'on the at in of am den dem um im le el il o a dia em no as feira morning afternoon evening noon lunch lunchtime midday vormittag vormittags nachmittag nachmittags mittag mittags abend abends morgens fruh matin apres midi soir manha tarde noite manana noche mattina pomeriggio sera over for coffee online zoom teams call video office my your we meet meeting first time will is it be planned booked scheduled fixed agreed set st nd rd th er um uhr gmt utc cet wir treffen uns nos vamos encontrar encontramos nous verrons nous voyons kick off kickoff'.split(
    ' ',
  ),
]);

interface Day {
  year: number;
  month: number;
  day: number;
  from: number;
  to: number;
  /** The year, or all of it, is ours. */
  inferred?: true;
}

/** 2026-03-01, 2026/3/1, 2026.03.01, 2026年3月1日, 2026년 3월 1일: year first is never ambiguous. */
function* inOrder(text: string): Generator<Day> {
  const shape =
    /(?<!\d)(\d{4})(?:\s?[-/.]\s?|\s?[年년]\s?)(\d{1,2})(?:\s?[-/.]\s?|\s?[月월]\s?)(\d{1,2})(?!\d)(?:\s?[日일])?/gu;
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of text.normalize('NFC').matchAll(shape)) {
    yield { year: Number(year), month: Number(month), day: Number(day), from: index, to: index + whole.length };
  }
}

/** 1 March 2026, 1st of March, 2026, March 1, 2026, 1. März 2026, 1 de marzo de 2026; 1 March, where `today` is given. */
function* withMonthName(text: string, today?: string): Generator<Day | UnclearReason> {
  const words = [...text.matchAll(/[\p{L}\p{M}]+|\d+/gu)].map((match) => ({
    word: plain(match[0]),
    at: match.index,
    to: match.index + match[0].length,
  }));
  for (const [index, { word, at, to }] of words.entries()) {
    // In Hebrew "in" is written as the first letter of the month.
    const name = word.startsWith('ב') ? word.slice(1) : word;
    const month = months.findIndex((names) => names.includes(name)) + 1;
    if (month === 0 || (word.length < 3 && !/[^a-z]/.test(word))) continue;
    // "May we meet" and "mai" are no months without a figure beside them.
    const near = words.slice(Math.max(0, index - 4), index + 5).filter((one) => !filler.has(one.word));
    const own = near.findIndex((one) => one.at === at);
    const before = near.slice(Math.max(0, own - 2), own);
    const after = near.slice(own + 1, own + 3);
    const isYear = (one?: { word: string }) => one !== undefined && /^(?:19|20)\d\d$/.test(one.word);
    const day = [before.at(-1), after[0]].find(
      (one) => one !== undefined && /^\d{1,2}$/.test(one.word) && !isHour(text, one.to),
    );
    const year = [after[0], after[1], before[0]].find((one) => isYear(one));
    if (day === undefined && year === undefined && !near.some((one) => /^\d/.test(one.word)) && near.length > 1) {
      if (
        !/^(?:may|mar|mars|set|out|ago|mag|giu|lug|gen|dic|sty|kwi|maj|cze|lip|sie|wrz|paz|lis|gru|mai|jun|jul)$/.test(
          word,
        )
      )
        yield { kind: 'no-day-of-month' };
      continue;
    }
    if (day === undefined && year === undefined && near.length === 1) continue;
    const figures = near.filter((one) => /^\d{1,2}$/.test(one.word) && !isHour(text, one.to) && !isClock(text, one.at));
    if (figures.length > 1) yield { kind: 'several-days' };
    else if (day === undefined) yield { kind: 'no-day-of-month' };
    else if (year === undefined) {
      const next = today === undefined ? undefined : nextDay(month, Number(day.word), today);
      const [from, end] = [Math.min(at, day.at), Math.max(to, day.to)];
      if (next === undefined) yield { kind: 'no-year' };
      else yield { year: next, month, day: Number(day.word), from, to: end + ordinalEnd(text, end), inferred: true };
    } else {
      const [from, end] = [Math.min(at, day.at, year.at), Math.max(to, day.to, year.to)];
      yield { year: Number(year.word), month, day: Number(day.word), from, to: end + ordinalEnd(text, end) };
    }
  }
}

/** "st", "." behind the day at the end of a date. */
function ordinalEnd(text: string, end: number): number {
  return /^(?:st|nd|rd|th|er|º|ª|\.)?/u.exec(text.slice(end))?.[0].length ?? 0;
}

/** The year in which a day comes next, when that is within half a year of today. */
function nextDay(month: number, day: number, today: string): number | undefined {
  const year = Number(today.slice(0, 4));
  for (const one of [year, year + 1]) {
    const days = (Date.UTC(one, month - 1, day) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
    if (days >= 0 && days <= 184) return one;
  }
  return undefined;
}

/** "27" is 2027 beside a day that can be no year, when that is near. */
function fullYear(year: string | undefined, today: string | undefined): string | undefined {
  if (year?.length !== 2 || today === undefined) return year;
  const full = 2000 + Number(year);
  return Math.abs(full - Number(today.slice(0, 4))) <= 2 ? String(full) : year;
}

function isHour(text: string, to: number): boolean {
  return /^\s?(?:a\.?m|p\.?m|o'clock|uhr|hrs?|h|heures|horas)(?![\p{L}])|^[:h]\d{2}|^\.\d{2}\s?(?:uhr|h)/u.test(
    text.slice(to),
  );
}

/** The minutes of an hour, and the hour behind "at". */
function isClock(text: string, at: number): boolean {
  return /\d[:.h]$|(?:^|\s)(?:at|um|à|às|a las|alle|om|kl\.?|@)\s$/u.test(text.slice(Math.max(0, at - 6), at));
}

/** 13/04/2026 and 4/13/2026 can be one day only; 03/04/2026 can be two. */
function* inFigures(text: string, today?: string): Generator<Day | UnclearReason> {
  for (const match of text.matchAll(/(?<![\d/.-])(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{2,4}))?(?![\d])/g)) {
    const [whole, one, other, asWritten] = match;
    const year = fullYear(asWritten, today);
    const [first, second] = [Number(one), Number(other)];
    if (year === undefined || year.length !== 4) {
      yield { kind: 'no-full-year' };
    } else if (first !== second && first <= 12 && second <= 12) {
      yield { kind: 'day-or-month', words: whole.trim() };
    } else {
      const [day, month] = second > 12 ? [second, first] : [first, second];
      yield { year: Number(year), month, day, from: match.index, to: match.index + whole.length };
    }
  }
}

/** Words that stand between the parts of a date. */
const filler = new Set([
  'of',
  'the',
  'de',
  'del',
  'do',
  'den',
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'o',
  'a',
  'e',
  'r',
  'roku',
  'on',
  'am',
  'le',
  'el',
  'il',
  'di',
]);

function iso({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
