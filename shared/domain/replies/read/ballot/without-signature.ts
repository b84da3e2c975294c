import { plain } from '../text/words.ts';
import { phraseAt } from './tokens/lexicon.ts';
import type { Names } from './tokens/pair-names.ts';

/** Initials or a name at the end of a sentence or line, perhaps with a line below it that says what its owner is. */
const signature =
  /(?<=[.!?,…]|\n)\s*((?:\p{Lu}[\p{L}'’-]*\.?[ \t]?){1,3})(?:[,|]?[ \t]*\n[ \t]*\p{Lu}[\p{L} ,&/-]{2,60})?\s*$/u;

/** Characters of a name, of what may stand before it and of the line below it. */
const longest = 160;

/** `said` without the name of its writer at its end. A name that is one of the `names` of a ballot is left where it is. */
export function withoutSignature(said: string, names: Names): string {
  const found = signature.exec(said.slice(-longest));
  if (!found) return said;
  const all = found[0].split(/[^\p{L}'’-]+/u).filter((word) => word !== '');
  const own = found[1]?.trim().split(/[\s.]+/) ?? [];
  const isOfPair = all.some((word) => names.of(word) ?? names.near(word));
  const isPhrase = own.some((word) => word.length > 1 && phraseAt([plain(word)], 0));
  return isOfPair || isPhrase ? said : said.slice(0, said.length - found[0].length);
}
