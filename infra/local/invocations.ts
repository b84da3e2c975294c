import { DatabaseSync } from 'node:sqlite';
import type { Functions } from './functions.ts';

/** Lambda tries an event that a function failed on twice more. */
const mostAttempts = 3;

/**
 * Lambda's asynchronous invocation: an event is kept before it is acknowledged and given up only after three failures, so
 * that the end of this process at any moment loses none.
 */
export class Invocations {
  readonly #database: DatabaseSync;
  readonly #functions: Functions;
  readonly #log: (line: string) => void;
  #underWay = new Set<Promise<void>>();

  constructor(file: string, functions: Functions, log: (line: string) => void) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS invocations (
        id INTEGER PRIMARY KEY, function TEXT NOT NULL, event TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `);
    this.#functions = functions;
    this.#log = log;
  }

  /** Goes on with the events that an earlier run was not done with. */
  start(): void {
    const open = this.#database.prepare('SELECT id, function, event FROM invocations WHERE attempts < ? ORDER BY id');
    for (const row of open.all(mostAttempts))
      this.#run(Number(row.id), String(row.function), JSON.parse(String(row.event)));
  }

  /** Keeps the event and returns; the function is called in its own time. */
  add(id: string, event: unknown): void {
    const insert = this.#database.prepare('INSERT INTO invocations (function, event) VALUES (?, ?)');
    const { lastInsertRowid } = insert.run(id, JSON.stringify(event));
    this.#run(Number(lastInsertRowid), id, event);
  }

  busy(): boolean {
    return this.#underWay.size > 0;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#database.close();
  }

  #run(row: number, id: string, event: unknown): void {
    const work = this.#attempt(row, id, event).finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  async #attempt(row: number, id: string, event: unknown): Promise<void> {
    for (;;) {
      const outcome = await this.#functions.invoke(id, event);
      if (!('errorType' in outcome)) {
        this.#database.prepare('DELETE FROM invocations WHERE id = ?').run(row);
        return;
      }
      const count = this.#database.prepare(
        'UPDATE invocations SET attempts = attempts + 1 WHERE id = ? RETURNING attempts',
      );
      const attempts = Number(count.get(row)?.attempts);
      this.#log(`${id} failed on an event (attempt ${attempts} of ${mostAttempts}): ${outcome.errorType}`);
      if (attempts >= mostAttempts) return;
    }
  }
}
