import { stemmer } from 'stemmer';
import { replacer } from './synonyms.ts';

/**
 * How much two texts have in common: the cosine of their sets of words, after leaving out common words and word endings.
 * Modest on purpose: it sees the same word, not the same meaning, and its short list of common words is English.
 */
export function likeness(one: Words, other: Words): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const stem of one.keys()) if (other.has(stem)) common++;
  return common / Math.sqrt(one.size * other.size);
}

/** The likeness of one text to each of `others`, or `otherwise` where either is missing; found by the words that occur. */
export function likenessToAll(
  texts: readonly (Words | undefined)[],
  others: readonly (Words | undefined)[],
  otherwise: number,
): (text: number, scores: Float64Array) => void {
  const writers = new Map<string, number[]>();
  others.forEach((words, index) => {
    for (const stem of words?.keys() ?? []) {
      const known = writers.get(stem);
      if (known) known.push(index);
      else writers.set(stem, [index]);
    }
  });
  const sizes = Int32Array.from(others, (words) => words?.size ?? 0);
  return (text, scores) => {
    const words = texts[text];
    scores.fill(0);
    for (const stem of words?.keys() ?? []) {
      for (const index of writers.get(stem) ?? []) scores[index] = (scores[index] as number) + 1;
    }
    for (let index = 0; index < scores.length; index++) {
      const common = scores[index] as number;
      const size = sizes[index] as number;
      scores[index] = words && size > 0 ? common / Math.sqrt(words.size * size) : otherwise;
    }
  };
}

/** The stems of a text, each with the word as it was first written. */
export type Words = ReadonlyMap<string, string>;

/** Reads texts in which the words of each group mean the same: they all count as the first. */
export function readerOf(groups: readonly (readonly string[])[] = []): (text: string) => Words {
  const replaced = replacer(groups);
  return (text) => wordsOf(replaced(text));
}

export function wordsOf(text: string): Words {
  const words = new Map<string, string>();
  for (const [word] of text
    .normalize('NFC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    const bare = word.replace(/['’]\p{L}*$/u, '');
    const plain = withoutAccents(bare);
    if (plain.length < 2 || common.has(plain)) continue;
    const stem = stemOf(plain, bare !== plain);
    if (!words.has(stem)) words.set(stem, word);
  }
  return words;
}

export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * The word without its English endings (Porter 1980). With accents it is hardly English: a plural's ending goes, but a
 * longer one is none (a `département` is no `départ`).
 */
function stemOf(plain: string, hadAccents: boolean): string {
  const stem = stemmer(plain);
  return hadAccents && plain.length - stem.length > 2 ? plain : stem;
}

/** Words that say little about what somebody is after, those of this very subject included. */
const common = new Set(
  `a about after again all also always am an and any anyone anything are as at be because been before being better both but
  by can cannot could do does doing don done down each else even ever every few for from get gets getting give go going good
  had has have having he help helped helping her here hers him his how i if in into is it its itself just know less like
  likes ll lot lots made make makes making many may maybe me mentee mentees mentor mentoring mentors might mine more most
  much must my myself need needs never new no nor not nothing now of off often on once one only or other others our out over
  own people perhaps person quite rather really same see she should since so some someone something still such take than
  that the their them then there these they thing things think this those through time to too two up us use used ve very
  want wanted wants was way we well were what when where which while who whom whose why will wish with within without would
  year years yes yet you your yours`.split(/\s+/),
);
