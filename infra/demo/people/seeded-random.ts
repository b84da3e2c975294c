/** A stream of chance that is the same for the same seed and label, on any machine: the demo can be run again as it was. */
export class SeededRandom {
  readonly #seed: number;
  readonly #label: readonly string[];
  #state: number;

  constructor(seed: number, ...label: readonly string[]) {
    this.#seed = seed;
    this.#label = label;
    this.#state = hash(JSON.stringify([seed, ...label]));
  }

  /** 0 <= x < 1. Mulberry32 (Tommy Ettinger, public domain): short, and good enough for choosing words and hours. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A stream of its own, so that one more choice here changes nothing there. */
  of(...label: readonly string[]): SeededRandom {
    return new SeededRandom(this.#seed, ...this.#label, ...label);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** Throws a RangeError when there is nothing to pick from. */
  pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.next() * from.length)];
    if (picked === undefined) throw new RangeError('There is nothing to pick from.');
    return picked;
  }

  shuffled<T>(of: readonly T[]): T[] {
    return of
      .map((one) => ({ one, key: this.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
  }

  /** Some of `of`, `least` to `most` of them, in their own order. */
  some<T>(of: readonly T[], least: number, most: number): T[] {
    const chosen = new Set(this.shuffled(of.map((_, index) => index)).slice(0, this.between(least, most)));
    return of.filter((_, index) => chosen.has(index));
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
