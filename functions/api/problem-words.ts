import { type Fault, Problem } from '#shared/problem.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';

/** The cohort was changed since it was read. */
export function conflict(): Problem {
  return problem(409, ({ changedMeanwhile: said }) => [said.title, said.detail]);
}

type Said = readonly [title: string, detail: string];

/** A problem that is said in the default language: whoever calls has none. */
export function problem(
  status: number,
  say: (problems: Words['problems']) => Said,
  errors: readonly Fault[] = [],
): Problem {
  return new Problem(status, ...say(wordsOf().problems), errors);
}
