/** a, b, c, ... for the option at `index`; a question has at most 26. */
export function letterOf(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
