import { callNames } from '#domain/names/called.ts';
import { capital } from './phrases.ts';

/** What becomes of a verb when its subject is the reader. All others that our sentences have stay as they are: "asked", "can". */
const verbs: Readonly<Record<string, string>> = {
  is: 'are',
  has: 'have',
  offers: 'offer',
  looks: 'look',
  hopes: 'hope',
  wants: 'want',
};

/**
 * The reasons for a pair as one of the two reads them: "You offer newer methods, which Grace would like." They are written
 * once, about both by name, for the committee (shared/domain/matching/factors.ts), and stored so. Answers in quotation
 * marks stay as they are; two of the very same name can't be told apart, and nothing is changed.
 */
export function asReadBy(reader: string, partner: string, reasons: readonly string[]): string[] {
  const [you, other] = callNames(reader, partner);
  if (you === other) return [...reasons];
  return reasons.map((reason) => capital(outsideQuotes(reason, (words) => addressed(words, you, other))));
}

function addressed(words: string, you: string, other: string): string {
  const [own, theirs] = [asWord(you), asWord(other)];
  return words
    .replace(new RegExp(`${theirs} and ${own}|${own} and ${theirs}`, 'gu'), `you and ${other}`)
    .replace(
      new RegExp(`${own}( \\p{Ll}+)?`, 'gu'),
      (_, verb: string = '') => `you${verb && ` ${verbs[verb.trim()] ?? verb.trim()}`}`,
    );
}

/** A name that is no part of another word. */
function asWord(name: string): string {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `(?<![\\p{L}\\p{M}'’-])${literal}(?![\\p{L}\\p{M}'’-])`;
}

function outsideQuotes(sentence: string, change: (words: string) => string): string {
  return sentence
    .split(/(“[^”]*”)/u)
    .map((piece, place) => (place % 2 === 0 ? change(piece) : piece))
    .join('');
}
