import { Temporal } from 'temporal-polyfill';
import { narrow, plain } from '../text/words.ts';

/** A day that is named in a text, with the days that it can mean: more than one where figures may be day or month. */
export interface NamedDay {
  from: number;
  to: number;
  days: Temporal.PlainDate[];
}

/** One spelling for comparing: lower case, without accents, with figures of ASCII. Its length differs from the text's. */
export function comparable(text: string): string {
  return narrow(plain(text));
}

/** Whose month and weekday names are known. Also Syrian, whose months are those of the Levant. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'pl', 'ar', 'ar-SY', 'he'];

interface Names {
  /** 1 to 12. */
  months: Map<string, number>;
  /** 1 is Monday. Long names alone: short ones are words of other languages. */
  weekdays: Map<string, number>;
  month: string;
}

let known: Names | undefined;

/** The calendar's words, from the runtime's own data; made when first needed, for few messages need them. */
function names(): Names {
  if (known) return known;
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const language of languages) {
    for (const options of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2027, month - 1, 3));
        const name = comparable(parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
        if (/^[\p{L} ]{3,}$/u.test(name)) months.set(name, month);
      }
    }
    const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    // 4 January 2027 is a Monday.
    for (let day = 1; day <= 7; day += 1) weekdays.set(comparable(format.format(Date.UTC(2027, 0, 3 + day))), day);
  }
  for (const [name, month] of [
    ['sept', 9],
    ['maerz', 3],
    ['mrz', 3],
  ] as const)
    months.set(name, month);
  for (const [index, name] of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].entries())
    weekdays.set(name, index + 1);
  const month = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
  known = { months, weekdays, month };
  return known;
}

/** Every day that `text` (as `comparable`) names, in order. A day without a year is the next one from `today` on. */
export function daysIn(text: string, today: Temporal.PlainDate, dayFirst: boolean | undefined): NamedDay[] {
  const { months, month } = names();
  const found: NamedDay[] = [];
  const add = (at: number, length: number, days: (Temporal.PlainDate | undefined)[]) => {
    if (found.some(({ from, to }) => at < to && at + length > from)) return;
    const possible = days.filter((day) => day !== undefined);
    const unique = possible.filter((day, index) => possible.findIndex((one) => one.equals(day)) === index);
    if (unique.length > 0) found.push({ from: at, to: at + length, days: fitting(text, at, unique) });
  };
  const all = (pattern: RegExp, read: (parts: (string | undefined)[]) => (Temporal.PlainDate | undefined)[]) => {
    for (const match of text.matchAll(pattern)) add(match.index, match[0].length, read([...match]));
  };
  const day = (y: string | undefined, m: number, d: string | undefined) => dayOf(today, y, m, Number(d));

  all(
    /(?<!\d)(\d{4})\s?(?:[-/.]|[年년])\s?(\d{1,2})\s?(?:[-/.]|[月월])\s?(\d{1,2})(?!\d)\s?[日일]?/gu,
    ([, y, m, d]) => [day(y, Number(m), d)],
  );
  all(/(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/gu, ([, m, d]) => [day(undefined, Number(m), d)]);
  // 14 March 2027, 14th of March, 1. März, 14 de marzo de 2027, 1er mars; in Hebrew "in" is the month's first letter.
  all(
    new RegExp(
      `(?<![\\d:])(\\d{1,2})(?:st|nd|rd|th|er|e|o|a|\\u00ba|\\.)?,?\\s*(?:(?:of|de|del|den|ב)\\s*)?(${month})(?!\\p{L})\\.?(?:,?\\s*(?:de|del)?\\s*(\\d{4}))?`,
      'gu',
    ),
    ([, d, name = '', y]) => [day(y, months.get(name) ?? 0, d)],
  );
  all(
    new RegExp(`(?<!\\p{L})(${month})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d)(?:,?\\s*(\\d{4}))?`, 'gu'),
    ([, name = '', d, y]) => [day(y, months.get(name) ?? 0, d)],
  );
  all(/(?<![\d.:/])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}))?(?!\d)/gu, ([, d, m, y]) => [day(y, Number(m), d)]);
  all(/(?<![\d/])(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/])/gu, ([, one, sign, other, y]) => {
    // "1-14" is as likely a pair of hours or days.
    if (sign === '-' && y === undefined) return [];
    const orders = [day(y, Number(other), one), day(y, Number(one), other)];
    const [byDay, byMonth] = orders;
    if (dayFirst === undefined) return orders;
    // 3/15 has no fifteenth month, whatever the language.
    return dayFirst ? [byDay ?? byMonth] : [byMonth ?? byDay];
  });
  return found.sort((a, b) => a.from - b.from);
}

function dayOf(today: Temporal.PlainDate, year: string | undefined, month: number, day: number) {
  try {
    if (year !== undefined) {
      const full = year.length === 2 ? 2000 + Number(year) : Number(year);
      return Temporal.PlainDate.from({ year: full, month, day }, { overflow: 'reject' });
    }
    const next = Temporal.PlainDate.from({ year: today.year, month, day }, { overflow: 'reject' });
    return Temporal.PlainDate.compare(next, today) < 0 ? next.add({ years: 1 }) : next;
  } catch {
    return undefined;
  }
}

/** Of the days that figures can mean, those that fall on the weekday before them, if one is named. */
function fitting(text: string, at: number, days: Temporal.PlainDate[]): Temporal.PlainDate[] {
  const before = /(\p{L}+)[\s,.(]*(?:(?:the|den|dem|el|le|il|dia|de)\s+)?$/u.exec(text.slice(Math.max(0, at - 30), at));
  const weekday = names().weekdays.get(before?.[1] ?? '');
  return weekday === undefined ? days : days.filter(({ dayOfWeek }) => dayOfWeek === weekday);
}
