import type { Understood } from '../understood-answer.ts';

/** Options that were told in other words than ours. */
export function byWords(value: string[]): Understood {
  return { kind: 'answer', value, by: 'words' };
}

/** The texts of options, in the form's order. */
export function inOrder(options: readonly string[], chosen: ReadonlySet<number>): string[] {
  return options.filter((_, option) => chosen.has(option));
}
