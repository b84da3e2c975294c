import { coded } from './document-faults.ts';

/** Whether every object has something of this name: then no record can be kept under it that is told from its absence. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** The fault that such a name is. */
export const inheritedName = coded({ code: 'inherited-name' });
