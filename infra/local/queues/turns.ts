/** Things that wait, each with a group that it belongs to. Groups are served in turns, and within a group what came first. */
export class Turns<T> {
  /** The group whose turn is next stands first. */
  readonly #groups = new Map<string, T[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(group: string, thing: T): void {
    const waiting = this.#groups.get(group);
    if (waiting) waiting.push(thing);
    else this.#groups.set(group, [thing]);
    this.#size += 1;
  }

  /** Takes out `most` things, or all when there are fewer: one of each group, and then one of each again. */
  take(most: number): T[] {
    const taken: T[] = [];
    while (taken.length < most) {
      const [next] = this.#groups;
      if (!next) break;
      const [group, waiting] = next;
      taken.push(...waiting.splice(0, 1));
      this.#groups.delete(group);
      if (waiting.length > 0) this.#groups.set(group, waiting);
    }
    this.#size -= taken.length;
    return taken;
  }
}
