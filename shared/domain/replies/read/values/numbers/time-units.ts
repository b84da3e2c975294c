import type { Unit } from '#domain/forms/unclear-reason.ts';
import { plain } from '#domain/replies/read/text/words.ts';

/** Units of time by their stems, so that months are not stored as years. */
export const units: [name: Unit, stems: RegExp][] = [
  [
    'years',
    /(?:^|[\s\d])(?:years?|yrs?|y|jahren?|jahre?|ans|annees?|anos?|anni|anno|jaar|jaren|ar|lata?|rok[ui]?)(?![\p{L}])/u,
  ],
  [
    'months',
    /(?:^|[\s\d])(?:months?|mos?|monate?n?|mois|mes|meses|mesi|mese|maanden|maand|manader|manad|miesi[a-z]+)(?![\p{L}])/u,
  ],
  [
    'weeks',
    /(?:^|[\s\d])(?:weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|veckor|vecka|tygodni[ae]?)(?![\p{L}])/u,
  ],
  ['days', /(?:^|[\s\d])(?:days?|tagen?|tage?|jours?|dias?|giorni|giorno|dagen|dag|dagar|dni|dzien)(?![\p{L}])/u],
  [
    'hours',
    /(?:^|[\s\d])(?:hours?|hrs?|h|stunden?|heures?|horas?|ore|ora|uren|uur|timmar|timme|godzin[ay]?)(?![\p{L}])/u,
  ],
  ['minutes', /(?:^|[\s\d])(?:minutes?|mins?|minuten|minutos?|minuti|minuter|minut)(?![\p{L}])/u],
];

/** A unit that was said and not asked for, with the one that was. */
export function otherUnit(ask: string, said: string): { asked: Unit | 'other'; said: Unit } | undefined {
  const inAsk = units.filter(([, stems]) => stems.test(plain(ask))).map(([name]) => name);
  const inSaid = units.filter(([, stems]) => stems.test(plain(said))).map(([name]) => name);
  const [asked = 'other'] = inAsk;
  const other = inSaid.find((name) => !inAsk.includes(name));
  return asked && other ? { asked, said: other } : undefined;
}
