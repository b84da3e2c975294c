import { plain } from './words.ts';

/** A word of what was said, folded and without accents, with its place in the original. */
export interface Token {
  word: string;
  start: number;
  end: number;
  /** Whether something stands before it that ends a clause: a comma, a dash, a bracket, the end of a sentence or line. */
  breaks: boolean;
}

/** One character of a script that is written without spaces; a number; a run of letters; or a sign that means something. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[+-]?\p{N}+(?:[.,]\p{N}+)*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{N}])[\p{L}\p{M}'\u2019])+|[\u{1f44d}\u{1f44e}\u2705\u274c\u2713\u2714\u2717\u2718\u2611\u{1f44c}]|[?？؟]/gu;

const clauseEnd = /[,.;:!?()[\]\n、。，！？；：،؛"“”„«»]|\s[-–—]{1,3}\s|[–—/]/u;

/** The words of `said`. "can't" is one word and keeps its apostrophe; a question mark is a word. */
export function tokensOf(said: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: text, index } of said.matchAll(piece)) {
    const word = plain(text).replace(/^'+|'+$/g, '');
    if (word === '') continue;
    tokens.push({ word, start: index, end: index + text.length, breaks: clauseEnd.test(said.slice(last, index)) });
    last = index + text.length;
  }
  return tokens;
}

/** "I would", "do not" and their kin, and how they are shortened. */
const contractions: readonly [RegExp, string][] = (
  [
    ['i would', "i'd"],
    ['i am', "i'm"],
    ['it is', "it's"],
    ['that is', "that's"],
    ['do not', "don't"],
    ['would not', "wouldn't"],
    ['i will', "i'll"],
    ['we are', "we're"],
    ['i have', "i've"],
    ['have not', "haven't"],
    ['did not', "didn't"],
    ['will not', "won't"],
    ['does not', "doesn't"],
    ['was not', "wasn't"],
  ] as const
).map(([whole, short]) => [new RegExp(`(?<![a-z'])${whole}(?![a-z'])`, 'g'), short]);

/** A phrase as it is written in short; itself where there is nothing to shorten. "I would" alone is an answer, and "I'd" is none. */
function contracted(phrase: string): string {
  const short = contractions.reduce((words, [whole, part]) => words.replace(whole, part), phrase);
  return short.includes(' ') ? short : phrase;
}

function spelledOut(phrase: string): string[] {
  const [whole, before = '', choices = '', after = ''] = /^([^(]*)\(([^)]*)\)(.*)$/s.exec(phrase) ?? [];
  return whole === undefined ? [phrase] : choices.split('|').flatMap((one) => spelledOut(before + one + after));
}

/** Phrases by their first word, to find the longest one that begins at a place. `kind` says what a phrase is. */
export class Phrases<Kind> {
  readonly #byFirst = new Map<string, { words: string[]; kind: Kind }[]>();

  /** Adds phrases that are separated by `|`; "i (agree|approve)" is two of them. */
  add(list: string, kind: Kind): this {
    const phrases = list.match(/(?:\([^)]*\)|[^|(])+/g)?.flatMap(spelledOut) ?? [];
    for (const phrase of new Set([...phrases, ...phrases.map(contracted)])) {
      const words = tokensOf(phrase).map(({ word }) => word);
      const [first] = words;
      if (first === undefined) continue;
      const known = this.#byFirst.get(first) ?? [];
      known.push({ words, kind });
      known.sort((one, other) => other.words.length - one.words.length);
      this.#byFirst.set(first, known);
    }
    return this;
  }

  /** The longest phrases that begin at `at`, within one clause: of several kinds when one phrase has several. */
  at(tokens: readonly Token[], at: number): { length: number; kinds: Kind[] } | undefined {
    const candidates = this.#byFirst.get(tokens[at]?.word ?? '');
    if (!candidates) return undefined;
    let length = 0;
    const kinds: Kind[] = [];
    for (const { words, kind } of candidates) {
      if (words.length < length) break;
      const isThere = words.every((word, step) => {
        const token = tokens[at + step];
        return token?.word === word && (step === 0 || !token.breaks);
      });
      if (!isThere) continue;
      length = words.length;
      kinds.push(kind);
    }
    return length > 0 ? { length, kinds } : undefined;
  }
}
