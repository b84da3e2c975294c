/** Numbers for choices, so that millions of answers can be compared without comparing words. */
export class ChoiceNumbers {
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#numbers.size;
  }

  /** The numbers of what was chosen; none when nothing was. */
  of(chosen: readonly string[] = []): Int32Array {
    return Int32Array.from(chosen, (choice) => {
      const known = this.#numbers.get(choice);
      if (known !== undefined) return known;
      this.#numbers.set(choice, this.#numbers.size);
      return this.#numbers.size - 1;
    });
  }
}
