/** A small generator of random numbers with a seed (mulberry32), so that a corpus is the same on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(of: number): boolean {
    return this.next() < of;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.next() * from.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  /** `count` of these, in their order. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = from.map((_, index) => index);
    const picked = Array.from({ length: Math.min(count, from.length) }, () =>
      left.splice(Math.floor(this.next() * left.length), 1),
    ).flat();
    return picked.sort((a, b) => a - b).map((index) => from[index] as T);
  }
}
