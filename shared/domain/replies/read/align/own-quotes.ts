import { isBlank } from '../text/lines.ts';
import { type AlignedLine, theirs } from './align.ts';

/** A number with its answer below it. */
const bareNumber = /^\s*(?:q|#|question\s)?\(?\d{1,3}[.):]{1,2}\s*$/iu;

/**
 * Makes words theirs that they set in as a quotation of their own: quoted lines without a word of ours, below a number of
 * theirs that has nothing behind it. Only above everything of ours: below it, a number is an answer, and what is quoted may
 * be ours in a wording that we don't have.
 */
export function adoptOwnQuotes(aligned: AlignedLine[]): void {
  for (let index = 0; index < aligned.length; index += 1) {
    const one = aligned[index];
    if (!one || one.line.depth > 0 || one.at.some((place) => place !== theirs)) return;
    if (!bareNumber.test(one.line.text)) continue;
    const from = nextWords(aligned, index + 1);
    let to = from;
    while (to < aligned.length && (aligned[to]?.line.depth ?? 0) > 0) to += 1;
    const quoted = aligned.slice(from, to);
    if (quoted.some(({ at }) => at.some((place) => place !== theirs))) return;
    for (const one of quoted) one.line = { ...one.line, depth: 0 };
    index = Math.max(index, to - 1);
  }
}

function nextWords(aligned: readonly AlignedLine[], from: number): number {
  let next = from;
  while (next < aligned.length && aligned[next] !== undefined && isBlank((aligned[next] as AlignedLine).line))
    next += 1;
  return next;
}
