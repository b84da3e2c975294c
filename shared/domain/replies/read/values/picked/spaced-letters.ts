import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { type Language, languagesOf } from '../turning-words.ts';

/** Languages in which a letter between two others may be the word "and". */
const ands: Record<string, readonly Language[]> = { e: ['pt', 'it'], y: ['es'], i: ['pl'] };

/**
 * "c e g" as a list with commas. In a message that is otherwise in English it is three letters; in Portuguese it is two with an
 * "and" between them. `others` is what else was said in the message; undefined where that does not tell.
 */
export function withCommas({ type, options = [] }: Question, said: string, others: string): string | undefined {
  const letters = said.trim().toLowerCase().replace(/\.$/, '').split(/\s+/);
  const isOption = (one: string) => /^[a-z]$/.test(one) && one.charCodeAt(0) - 97 < options.length;
  if (type !== 'choices' || letters.length < 3 || !letters.every(isOption)) return undefined;
  const and = letters.slice(1, -1).find((one) => ands[one] !== undefined);
  // Letters of options are no articles.
  const tokens = tokensOf(others).filter(({ word }) => word.length > 1);
  if (and === undefined || tokens.length < fewestWords) return undefined;
  const languages = languagesOf(tokens, others);
  const isForeign = (ands[and] ?? []).some((one) => languages.has(one));
  if (!isForeign && languages.size <= 2 && languages.has('en')) return letters.join(', ');
  return isForeign && !languages.has('en') && letters.length === 3 ? `${letters[0]}, ${letters[2]}` : undefined;
}

/** Words that tell a language. */
const fewestWords = 12;
