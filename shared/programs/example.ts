import { wordsOf } from '../words/index.ts';
import { defaultProgram } from './default-program.ts';

/** Longer examples push the faults themselves out of sight. */
const mostCharacters = 160;

/**
 * What stands in the built-in program where a program of one's own has a fault, as JSON; of a list, its first entry.
 * Undefined where it has nothing there, or too much to be shown.
 */
export function exampleAt(path: readonly PropertyKey[]): string | undefined {
  let at: unknown = defaultProgram;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Array.isArray(at) ? at[0] : Reflect.get(at, step);
  }
  const shown = at === undefined ? undefined : JSON.stringify(at);
  return shown !== undefined && shown.length <= mostCharacters ? shown : undefined;
}

/** The words of a fault with an example, if it is one of a program in `/program` and there is one. */
export function withExample(path: readonly PropertyKey[], detail: string): string {
  if (path[0] !== 'program' || path.length < 2) return detail;
  const example = exampleAt(path.slice(1));
  if (example === undefined) return detail;
  return wordsOf().problems.at.withExample({ fault: detail, ends: detail.endsWith('.') ? 'yes' : 'no', example });
}
