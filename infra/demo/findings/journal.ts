import { tallied } from './tally.ts';

/** What the system says while it runs: what became of replies, and what went wrong lately. */
export class Journal {
  readonly #became: string[] = [];
  readonly #troubles: string[] = [];

  /** Takes what one of the parts wrote, which may be several lines at once. */
  add(written: string): void {
    for (const line of written.split('\n')) {
      const entry = entryIn(line);
      if (entry?.message === 'reply' && entry.became) this.#became.push(entry.became);
      const isTrouble = entry ? entry.level === 'ERROR' || entry.level === 'CRITICAL' : line.trim() !== '';
      if (isTrouble) this.#troubles.push(line.slice(0, 2000));
    }
  }

  /** How many replies became what. */
  became(): Record<string, number> {
    return tallied(this.#became);
  }

  /** The last few things that went wrong. */
  troubles(): string {
    return this.#troubles.slice(-5).join('\n');
  }
}

/** A line of a function's log; undefined for anything else. */
function entryIn(line: string): { level?: string; message?: string; became?: string } | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
