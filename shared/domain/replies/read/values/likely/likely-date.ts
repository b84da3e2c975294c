import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { turnsIn } from '../turning-words.ts';
import { understandDate } from '../understand-date.ts';

const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)\\p{L}*|m[aä]rz|mai|juin|juillet|ao[uû]t|avril|f[eé]vrier|fevereiro|mar[cç]o|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|d[eé]cembre';
const dates = new RegExp(
  `\\d{4}-\\d{2}-\\d{2}|(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?(?:\\s(?:of|de))?\\s(?:${month})(?!\\p{L})(?:(?:,|\\sde)?\\s\\d{4})?|(?<!\\p{L})(?:${month})\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s\\d{4})?`,
  'giu',
);

/** Words that make a limit or a choice of a day. */
const limiting =
  /(?<!\p{L})(?:before|after|until|till|by|from|between|or|earliest|latest|around|about|either|not|no|vor|nach|bis|ab|zwischen|oder|nicht|avant|apres|ou|entre|antes|depois|ate|maybe|except|earlier|later|instead|sometime|some time|w\/c|week of|week commencing|woche vom|beginning|begins|starting)(?!\p{L})/u;

/** The one day that a sentence names: "We have arranged us for 15 April 2027", "thursday next week, the 15th". */
export function likelyDate(question: Question, said: string, today?: string): string | undefined {
  const words = plain(said);
  if (limiting.test(words) || turnsIn(tokensOf(said), said).some(({ turn }) => turn !== 'bound')) return undefined;
  const found = new Set<string>();
  for (const [written] of said.matchAll(dates)) {
    const read = understandDate(question, written, today);
    if (read.kind !== 'answer') return undefined;
    found.add(String(read.value));
  }
  const weekday = weekdayIn(words);
  if (weekday === 'several') return undefined;
  const [only, ...more] = found;
  if (more.length > 0) return undefined;
  if (only !== undefined) return weekday === undefined || dayOf(only) === weekday ? only : undefined;
  return today === undefined || weekday === undefined ? undefined : near(words, weekday, today);
}

/** A day of the month that falls on that weekday within six weeks, or that weekday of the next week. */
function near(words: string, weekday: number, today: string): string | undefined {
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)(?!\p{L})/u.exec(words)?.[1];
  const days = Array.from({ length: 42 }, (_, step) => later(today, step));
  if (day !== undefined) {
    const fitting = days.filter((one) => Number(one.slice(8)) === Number(day) && dayOf(one) === weekday);
    return fitting.length === 1 ? fitting[0] : undefined;
  }
  if (/\d/.test(words) || !nextWeek.test(words)) return undefined;
  // Weeks begin on Monday, as their writers count them here.
  const monday = later(today, 8 - (dayOf(today) || 7));
  return later(monday, (weekday + 6) % 7);
}

const nextWeek =
  /(?<!\p{L})(?:(?:of )?next week|nachste woche|la semaine prochaine|na proxima semana|para a semana|la proxima semana)(?!\p{L})/u;

const weekdays = [
  /^(?:sundays?|sun|sonntag|dimanche|domingo)$/,
  /^(?:mondays?|mon|montag|lundi|segunda|lunes)$/,
  /^(?:tuesdays?|tues?|dienstag|mardi|terca|martes)$/,
  /^(?:wednesdays?|wed|mittwoch|mercredi|quarta|miercoles)$/,
  /^(?:thursdays?|thurs?|thu|donnerstag|jeudi|quinta|jueves)$/,
  /^(?:fridays?|fri|freitag|vendredi|sexta|viernes)$/,
  /^(?:saturdays?|sat|samstag|samedi|sabado)$/,
];

function weekdayIn(words: string): number | 'several' | undefined {
  const named = new Set(
    (words.match(/\p{L}+/gu) ?? []).flatMap((word) => weekdays.flatMap((one, day) => (one.test(word) ? [day] : []))),
  );
  const [only, ...more] = named;
  return more.length > 0 ? 'several' : only;
}

function dayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

function later(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
