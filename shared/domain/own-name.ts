/** Whether every object has something of this name: then no record can be kept under it that is told from its absence. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** What is said of such a name. */
export const inheritedName = 'is a name that JavaScript has for itself; another, please';
