import type { Question } from '#domain/form.ts';
import { fold, plain } from '../words.ts';
import { misleadingNumberWord, numberWord } from './number-words.ts';
import { answer, type Understood, unclear } from './understood.ts';

const one = 'Please reply with one number.';

/** "12", "about 12 years", "twelve". More than one number, a range, or a number in another unit is asked again. */
export function understandNumber(question: Question, said: string): Understood {
  const { numbers, unsure } = numbersIn(said);
  if (unsure) return unclear(`We could not tell which number you mean. ${one}`);
  const [value, ...more] = numbers;
  if (value === undefined) {
    if (
      /^(?:none|nil|no|keine?|aucune?|ninguno|ninguna|nenhum|nenhuma|nessuno|geen|inga|żadne)[.!]?$/i.test(said.trim())
    ) {
      return within(question, 0);
    }
    return unclear(`We could not find a number in it. ${one}`);
  }
  if (more.some((other) => other !== value)) return unclear(`We found more than one number. ${one}`);
  if (isBound(said)) return unclear(`We were not sure of the exact number. ${one} A good guess is fine.`);
  const other = otherUnit(question.ask, said);
  if (other) return unclear(`We asked in ${other.asked}, and this seems to be in ${other.said}. ${one}`);
  return within(question, value);
}

function within({ min, max }: Question, value: number): Understood {
  if (min !== undefined && value < min) return unclear(`The number should be ${min} or more.`);
  if (max !== undefined && value > max) return unclear(`The number should be ${max} or less.`);
  return answer(value);
}

/** Every number in `said`, in figures or in words. `unsure` when figures may be read in two ways, such as 1,200. */
export function numbersIn(said: string): { numbers: number[]; unsure: boolean } {
  const text = fold(said);
  const numbers: number[] = [];
  let unsure = false;
  for (const match of text.matchAll(/\d[\d.,]*|\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)?/gu)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (!/^\d/.test(match[0])) {
      const after = text.slice(match.index + match[0].length);
      const value = isPronoun(match[0], text.slice(0, match.index), after)
        ? undefined
        : (numberWord(match[0]) ?? beyondDoubt(match[0], text, after));
      const minus = /(?:^|[^\p{L}])(?:minus|moins|menos|meno|min)\s$/u.test(
        text.slice(Math.max(0, match.index - 7), match.index),
      );
      // A word for a number somewhere in a long sentence need not be the answer.
      if (value !== undefined && text.length > longestPhrase) unsure = true;
      if (value !== undefined) numbers.push(minus ? -value : value);
      continue;
    }
    const figures = match[0].replace(/[.,]+$/, '');
    // Three figures after a comma or a point are thousands in one country and a fraction in the next.
    if (/[.,]\d{3}$/.test(figures) || (figures.match(/[.,]/g)?.length ?? 0) > 1) unsure = true;
    if (/\d[a-z]/i.test(text.slice(match.index + figures.length - 1, match.index + figures.length + 1))) {
      // "2nd", "5k", "3h": more than a number, except for a unit that is written without a space.
      if (/^\d(?:k|m|st|nd|rd|th)(?![a-z])/.test(text.slice(match.index + figures.length - 1))) unsure = true;
    }
    const value = Number(figures.replace(',', '.'));
    const minus =
      /(?:^|\s|\()-$/.test(before) ||
      /(?:minus|moins|menos|meno)\s$/.test(text.slice(Math.max(0, match.index - 6), match.index));
    numbers.push(minus ? -value : value);
  }
  if (/\d\s?[/½¼¾⅓⅔]\s?\d|[½¼¾⅓⅔]/.test(said) || half.test(plain(said))) unsure = true;
  return { numbers, unsure };
}

/** "dix ans et demi", "anderthalb". */
const half =
  /(?<!\p{L})(?:half|halb\p{L}{0,10}|anderthalb|eineinhalb|demie?|medi[oa]|mei[oa]|mezz[oa]|halve|halv[at]?|poł|połtora)(?!\p{L})/u;

/** "once" is eleven before "años", and "elf" as the whole answer. */
function beyondDoubt(word: string, text: string, after: string): number | undefined {
  const next = plain(after.slice(0, 20));
  const isWhole = word !== 'once' && text.replace(/[\s.!]/g, '') === word;
  return isWhole || units.some(([, stems]) => stems.exec(next)?.index === 0) ? misleadingNumberWord(word) : undefined;
}

/** Eight or nine words. */
const longestPhrase = 60;

/** "this one", "no one", "the last one": a one that is no number, unless it begins the answer or stands behind "about". */
function isPronoun(word: string, before: string, after: string): boolean {
  return (
    /^(?:one|uno)$/.test(word) &&
    (/^\s+of\s/.test(after) ||
      !/(?:^|[^\p{L}\s]\s*|(?:^|\s)(?:a|about|around|approximately|almost|and|at least|at most|barely|circa|exactly|just|maybe|menos|meno|minus|moins|nearly|number|only|or|perhaps|roughly|say|than|to|o|solo|quasi)\s)$/u.test(
        before,
      ))
  );
}

/** "10+", "more than 10", "less than 5": a bound, not a number. */
function isBound(said: string): boolean {
  const text = plain(said);
  return (
    /\d\s?\+|[<>≤≥]\s?\d/.test(text) ||
    /(?:^|[^\p{L}])(?:more than|over|at least|less than|under|up to|at most|fewer than|not|mehr als|uber|mindestens|weniger als|unter|bis zu|hochstens|plus de|moins de|au moins|mas de|menos de|al menos|mais de|menos de|piu di|meno di|almeno|meer dan|minder dan|minst|mer an|mindre an|ponad|mniej niz|co najmniej)(?![\p{L}])/u.test(
      text,
    )
  );
}

/** Units of time by their stems, so that months are not stored as years. */
const units: [name: string, stems: RegExp][] = [
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

function otherUnit(ask: string, said: string): { asked: string; said: string } | undefined {
  const inAsk = units.filter(([, stems]) => stems.test(plain(ask))).map(([name]) => name);
  const inSaid = units.filter(([, stems]) => stems.test(plain(said))).map(([name]) => name);
  const [asked] = inAsk;
  const other = inSaid.find((name) => !inAsk.includes(name));
  return asked && other ? { asked, said: other } : undefined;
}
