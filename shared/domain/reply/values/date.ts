import type { Question } from '#domain/form.ts';
import { fold, plain } from '../words.ts';
import { answer, type Understood, unclear } from './understood.ts';

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

const ask = 'Please write it with the month as a word and the year, such as 3 April 2026.';

/** A calendar day as `YYYY-MM-DD`. Figures that may be day or month (03/04), or no year, are asked again. */
export function understandDate(_question: Question, said: string): Understood {
  const text = fold(said);
  const found = new Map<string, string>();
  let why = '';
  for (const reading of [...inOrder(text), ...withMonthName(text), ...inFigures(text)]) {
    if (typeof reading === 'string') why ||= reading;
    else found.set(iso(reading), said.replace(said.slice(reading.from, reading.to), ' '));
  }
  const [first, ...more] = found;
  if (more.length > 0) return unclear(`We found more than one date. ${ask}`);
  if (why !== '') return unclear(`${why} ${ask}`);
  if (!first) return unclear(`We could not find a full date in it. ${ask}`);
  const [value] = first;
  return isDay(value) ? answer(value) : unclear(`That day is not in the calendar. ${ask}`);
}

interface Day {
  year: number;
  month: number;
  day: number;
  from: number;
  to: number;
}

/** 2026-03-01, 2026/3/1, 2026.03.01, 2026年3月1日, 2026년 3월 1일: year first is never ambiguous. */
function* inOrder(text: string): Generator<Day> {
  const shape = /(?<!\d)(\d{4})(?:\s?[-/.]\s?|\s?[年년]\s?)(\d{1,2})(?:\s?[-/.]\s?|\s?[月월]\s?)(\d{1,2})(?!\d)/gu;
  for (const { 0: whole, 1: year, 2: month, 3: day, index } of text.normalize('NFC').matchAll(shape)) {
    yield { year: Number(year), month: Number(month), day: Number(day), from: index, to: index + whole.length };
  }
}

/** 1 March 2026, 1st of March, 2026, March 1, 2026, 1. März 2026, 1 de marzo de 2026. */
function* withMonthName(text: string): Generator<Day | string> {
  const words = [...plain(text).matchAll(/[\p{L}\p{M}]+|\d+/gu)].map((match) => ({ word: match[0], at: match.index }));
  for (const [index, { word, at }] of words.entries()) {
    // In Hebrew "in" is written as the first letter of the month.
    const name = word.startsWith('ב') ? word.slice(1) : word;
    const month = months.findIndex((names) => names.includes(name)) + 1;
    if (month === 0 || (word.length < 3 && !/[^a-z]/.test(word))) continue;
    const near = words.slice(Math.max(0, index - 4), index + 5).filter((one) => !filler.has(one.word));
    const own = near.findIndex((one) => one.at === at);
    const before = near.slice(Math.max(0, own - 2), own).map((one) => one.word);
    const after = near.slice(own + 1, own + 3).map((one) => one.word);
    const day = [before.at(-1), after[0]].find((one) => one !== undefined && /^\d{1,2}$/.test(one));
    const year = [after[0], after[1], before[0]].find((one) => one !== undefined && /^(?:19|20)\d\d$/.test(one));
    if (day === undefined && year === undefined && near.length === 1) continue;
    const figures = near.filter((one) => /^\d{1,2}$/.test(one.word));
    if (figures.length > 1) yield 'We found more than one day.';
    else if (year === undefined) yield 'We could not find the year.';
    else if (day === undefined) yield 'We could not find the day of the month.';
    else yield { year: Number(year), month, day: Number(day), from: at, to: at + word.length };
  }
}

/** 13/04/2026 and 4/13/2026 can be one day only; 03/04/2026 can be two. */
function* inFigures(text: string): Generator<Day | string> {
  for (const match of text.matchAll(/(?<![\d/.-])(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{2,4}))?(?![\d])/g)) {
    const [whole, one, other, year] = match;
    const [first, second] = [Number(one), Number(other)];
    if (year === undefined || year.length !== 4) {
      yield 'We could not find a year of four figures.';
    } else if (first !== second && first <= 12 && second <= 12) {
      yield `"${whole.trim()}" can be read with the day first or the month first.`;
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
