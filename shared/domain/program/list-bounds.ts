import { coded } from '../document-faults.ts';

/** Whether nothing is there twice. */
export function isEachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/** The fault of a list of names where one is. */
export const namedTwice = coded({ code: 'named-twice' });

/** How many there may be at most; what is longer is refused before anything in it is looked at. */
export const most = { factors: 20, shared: 8, audit: 8, roleOptions: 26, relationship: 20, stages: 12 };
