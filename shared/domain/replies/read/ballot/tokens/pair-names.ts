import { isOneSlip } from '#domain/names/fold.ts';
import { plain } from '#domain/replies/read/text/words.ts';

/** Words that may stand between the parts of a name. */
export const particles = new Set(
  'von van de da do dos das der den del della di du la le el al bin ibn ben zu'.split(' '),
);

/** As people spell letters that their keyboard does not have. */
const transcriptions: [RegExp, string][] = [
  [/ä/g, 'ae'],
  [/ö|ø|œ/g, 'oe'],
  [/ü/g, 'ue'],
  [/å/g, 'aa'],
  [/ß/g, 'ss'],
  [/æ/g, 'ae'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
];
const simpler: [RegExp, string][] = [
  [/ø/g, 'o'],
  [/æ/g, 'a'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
  [/ı/g, 'i'],
];

/** The ways in which a word of a name is spelled: without accents, and with letters written out. */
function spellings(word: string): string[] {
  const lower = word.normalize('NFC').toLowerCase().replace(/['’]/g, '');
  const replaced = (by: readonly [RegExp, string][]) =>
    plain(by.reduce((text, [letter, instead]) => text.replace(letter, instead), lower));
  return [...new Set([plain(lower), replaced(simpler), replaced(transcriptions)])];
}

/** The shortest word in which one typing error is accepted. */
const shortestForgiven = 5;

/** The words of the names that stand in the questions of a ballot, with the questions that have each. */
export class Names {
  private readonly pairs = new Map<string, number[]>();
  private readonly byLength = new Map<number, string[]>();

  constructor(asks: readonly string[]) {
    for (const [pair, ask] of asks.entries()) {
      const own = new Set<string>();
      // Role words ("as mentor of") have no capitals; in scripts without capitals every word may be a name.
      for (const [word] of ask.matchAll(/[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’]*/gu)) {
        if (word.length > 1 || /\p{Lo}/u.test(word)) for (const spelling of spellings(word)) own.add(spelling);
      }
      for (const word of own) addTo(this.pairs, word, pair);
    }
    // What stands in every one of many questions tells none of them from another.
    for (const [word, pairs] of this.pairs)
      if (asks.length > 3 && pairs.length === asks.length) this.pairs.delete(word);
    for (const word of this.pairs.keys()) {
      if (word.length >= shortestForgiven) addTo(this.byLength, word.length, word);
    }
  }

  /** The pairs with a person of whose name this is a word. */
  of(word: string): readonly number[] | undefined {
    for (const bare of [word, word.replace(/['’]s$/iu, '')]) {
      for (const spelling of spellings(bare)) {
        const pairs = this.pairs.get(spelling);
        if (pairs) return pairs;
      }
    }
    return undefined;
  }

  /** The same for a word with one slip of the finger, when only one word of all names is as near. */
  near(word: string): readonly number[] | undefined {
    const spelled = plain(word.replace(/['’]s$/iu, '')).replace(/['’]/g, '');
    if (spelled.length < shortestForgiven) return undefined;
    const found = [-1, 0, 1].flatMap((more) =>
      (this.byLength.get(spelled.length + more) ?? []).filter(
        (name) => name.length >= shortestForgiven && isOneSlip(spelled, name),
      ),
    );
    const [first, ...others] = new Set(found.map((name) => (this.pairs.get(name) ?? []).join()));
    const [name] = found;
    return first !== undefined && others.length === 0 && name !== undefined ? this.pairs.get(name) : undefined;
  }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
