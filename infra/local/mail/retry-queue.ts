/**
 * Works through keys: at most `width` at a time, in the order they came, again after a growing pause when one fails.
 * After `attempts` failures a key is set aside: `later` says when it comes again. It stays in whatever store it came from.
 */
export class RetryQueue {
  readonly #work: (key: string) => Promise<void>;
  readonly #trouble: (key: string, cause: unknown) => void;
  readonly #width: number;
  readonly #attempts: number;
  readonly #later: (again: () => void) => void;
  readonly #waiting: string[] = [];
  readonly #pauses = new Set<NodeJS.Timeout>();
  readonly #active = new Set<Promise<void>>();
  readonly #failures = new Map<string, number>();
  #stopped = false;

  constructor(options: {
    work: (key: string) => Promise<void>;
    trouble?: (key: string, cause: unknown) => void;
    width?: number;
    attempts?: number;
    /** Calls back when it is time to try again what was set aside; without it, that is the next start. */
    later?: (again: () => void) => void;
  }) {
    this.#work = options.work;
    this.#trouble = options.trouble ?? (() => {});
    this.#width = options.width ?? 8;
    // Pauses of 0.1, 0.2, ... 3.2 s: six seconds outlast a restart of what is behind the work, not a fault in it.
    this.#attempts = options.attempts ?? 7;
    this.#later = options.later ?? (() => {});
  }

  add(key: string): void {
    this.#waiting.push(key);
    this.#next();
  }

  /** True while anything is being worked on, waits its turn, or will be tried again. */
  get busy(): boolean {
    return this.#waiting.length + this.#active.size + this.#pauses.size > 0;
  }

  /** Takes nothing more and resolves when what is being worked on has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const pause of this.#pauses) clearTimeout(pause);
    this.#pauses.clear();
    this.#waiting.length = 0;
    await Promise.all(this.#active);
  }

  #next(): void {
    while (!this.#stopped && this.#active.size < this.#width) {
      const key = this.#waiting.shift();
      if (key === undefined) return;
      const run = this.#run(key).finally(() => {
        this.#active.delete(run);
        this.#next();
      });
      this.#active.add(run);
    }
  }

  async #run(key: string): Promise<void> {
    try {
      await this.#work(key);
      this.#failures.delete(key);
    } catch (cause) {
      const failures = (this.#failures.get(key) ?? 0) + 1;
      this.#failures.set(key, failures);
      this.#trouble(key, cause);
      if (this.#stopped) return;
      if (failures < this.#attempts) this.#pause(key, 100 * 2 ** (failures - 1));
      else {
        this.#failures.delete(key);
        this.#later(() => this.add(key));
      }
    }
  }

  #pause(key: string, millis: number): void {
    const pause = setTimeout(() => {
      this.#pauses.delete(pause);
      this.add(key);
    }, millis);
    this.#pauses.add(pause);
  }
}
