import { isBlank } from '../text/lines.ts';
import { type Compared, theirs } from './align.ts';

/** A number with its answer below it. */
const bareNumber = /^\s*(?:q|#|question\s)?\(?\d{1,3}[.):]{1,2}\s*$/iu;

/**
 * Makes words theirs that they set in as a quotation of their own: quoted lines without a word of ours, below a number of
 * theirs that has nothing behind it. Only above everything of ours: below it, a number is an answer, and what is quoted may
 * be ours in a wording that we don't have.
 */
export function adoptOwnQuotes(compared: Compared[]): void {
  for (let index = 0; index < compared.length; index += 1) {
    const one = compared[index];
    if (!one || one.line.depth > 0 || one.at.some((place) => place !== theirs)) return;
    if (!bareNumber.test(one.line.text)) continue;
    const from = nextWords(compared, index + 1);
    let to = from;
    while (to < compared.length && (compared[to]?.line.depth ?? 0) > 0) to += 1;
    const quoted = compared.slice(from, to);
    if (quoted.some(({ at }) => at.some((place) => place !== theirs))) return;
    for (const one of quoted) one.line = { ...one.line, depth: 0 };
    index = Math.max(index, to - 1);
  }
}

function nextWords(compared: readonly Compared[], from: number): number {
  let next = from;
  while (next < compared.length && compared[next] !== undefined && isBlank((compared[next] as Compared).line))
    next += 1;
  return next;
}
