import type { Temporal } from 'temporal-polyfill';
import type { Words } from './index.ts';

type SayDay = (day: Temporal.PlainDate, today: Temporal.PlainDate) => string;

/** Says days with the names that they have in a locale, in the order that the language's messages give. */
export function dayWordsIn(locale: string, { day: ofThisYear, dayAndYear }: Words['common']): SayDay {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (day, today) => {
    const parts = names.formatToParts(day.toZonedDateTime('UTC').epochMilliseconds);
    const nameOf = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
    const said = { weekday: nameOf('weekday'), day: nameOf('day'), month: nameOf('month') };
    return day.year === today.year ? ofThisYear(said) : dayAndYear({ ...said, year: String(day.year) });
  };
}
