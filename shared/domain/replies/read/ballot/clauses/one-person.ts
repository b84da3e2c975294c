import { isDeed } from '../not-yet.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';

/** Whether a pair is named by one of its people. */
export function isOnePerson({ said }: SaidSoFar, { named, start, end }: Token): boolean {
  return named === true && !besides.test(said.slice(start, end));
}

/** Whether one person of a pair, rather than both of them, is said to have done something: "Ada says yes". */
export function isDeedOf({ said, sentence }: SaidSoFar, { named, start, end }: Token): boolean {
  return named === true && !besides.test(said.slice(start, end)) && isDeed(said.slice(end, sentence.end));
}

/** What stands between two people. */
const besides = /[/&+,–—-]|(?<!\p{L})(?:and|with|as|und|mit|et|avec|y|con|e|com)(?!\p{L})/iu;
