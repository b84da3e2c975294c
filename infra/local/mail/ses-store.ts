import { DatabaseSync } from 'node:sqlite';
import type { SesEvent } from './ses-events.ts';

/** What becomes of a message at one recipient. Decided when the message is accepted, carried out afterwards. */
export type Fate =
  | { kind: 'deliver'; response: string }
  | { kind: 'complain'; response: string }
  | {
      kind: 'bounce';
      type: 'Permanent' | 'Transient';
      subType: 'General' | 'ContentRejected';
      status: string;
      diagnostic: string;
    };

export interface Accepted {
  id: string;
  at: number;
  raw: Uint8Array;
  /** The `mail` object of its events; undefined when it was sent without a configuration set, so has none. */
  mail: SesEvent['mail'] | undefined;
}

/** What has been accepted and is not yet delivered or published. Once both are done, nothing is kept but where answers go. */
export class SesStore {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    // A commit in the write-ahead log outlives the death of this process. It is not flushed to the disk itself: a
    // power cut may take the last second, as it may in the table and the queues beside it.
    this.#db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS message (id TEXT PRIMARY KEY, at INTEGER NOT NULL, raw BLOB NOT NULL, mail TEXT) STRICT;
      CREATE TABLE IF NOT EXISTS delivery (
        message TEXT NOT NULL, recipient TEXT NOT NULL, fate TEXT NOT NULL, PRIMARY KEY (message, recipient)) STRICT;
      CREATE TABLE IF NOT EXISTS event (
        number INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL, body TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS source (message TEXT PRIMARY KEY, address TEXT NOT NULL) STRICT;
      CREATE INDEX IF NOT EXISTS event_of ON event (message, number);
    `);
  }

  /** `source`: the envelope's sender, to whom machines' answers are forwarded. */
  accept(
    { id, at, raw, mail, source }: Accepted & { source: string },
    fates: ReadonlyMap<string, Fate>,
    events: readonly SesEvent[],
  ): void {
    this.#together(() => {
      this.#run(
        'INSERT INTO message VALUES (?, ?, ?, ?)',
        id,
        at,
        raw,
        mail === undefined ? null : JSON.stringify(mail),
      );
      this.#run('INSERT INTO source VALUES (?, ?)', id, source);
      for (const [recipient, fate] of fates) {
        this.#run('INSERT INTO delivery VALUES (?, ?, ?)', id, recipient, JSON.stringify(fate));
      }
      this.#addEvents(id, events);
    });
  }

  /** Ids of messages with something left to do, oldest first. */
  unfinished(): string[] {
    const rows = this.#db
      .prepare('SELECT message FROM delivery UNION SELECT message FROM event ORDER BY message')
      .all() as { message: string }[];
    return rows.map((row) => row.message);
  }

  message(id: string): Accepted | undefined {
    const row = this.#db.prepare('SELECT id, at, raw, mail FROM message WHERE id = ?').get(id) as
      | { id: string; at: number; raw: Uint8Array; mail: string | null }
      | undefined;
    return row && { ...row, mail: row.mail === null ? undefined : JSON.parse(row.mail) };
  }

  /** Who sent a message, also long after it was delivered. */
  sourceOf(id: string): string | undefined {
    const row = this.#db.prepare('SELECT address FROM source WHERE message = ?').get(id);
    return row && String(row.address);
  }

  /** Recipients that have not got the message yet. */
  undelivered(id: string): { recipient: string; fate: Fate }[] {
    const rows = this.#db.prepare('SELECT recipient, fate FROM delivery WHERE message = ? ORDER BY rowid').all(id);
    return (rows as { recipient: string; fate: string }[]).map((row) => ({
      recipient: row.recipient,
      fate: JSON.parse(row.fate),
    }));
  }

  /** Marks one recipient as done, together with the events that follow; drops the message after its last recipient. */
  delivered(id: string, recipient: string, events: readonly SesEvent[]): void {
    this.#together(() => {
      this.#run('DELETE FROM delivery WHERE message = ? AND recipient = ?', id, recipient);
      this.#run('DELETE FROM message WHERE id = ? AND NOT EXISTS (SELECT 1 FROM delivery WHERE message = ?)', id, id);
      this.#addEvents(id, events);
    });
  }

  /** The oldest unpublished event of a message. */
  nextEvent(id: string): { number: number; event: SesEvent } | undefined {
    const row = this.#db.prepare('SELECT number, body FROM event WHERE message = ? ORDER BY number LIMIT 1').get(id) as
      | { number: number; body: string }
      | undefined;
    return row && { number: row.number, event: JSON.parse(row.body) };
  }

  published(number: number): void {
    this.#run('DELETE FROM event WHERE number = ?', number);
  }

  close(): void {
    this.#db.close();
  }

  #addEvents(id: string, events: readonly SesEvent[]): void {
    for (const event of events) this.#run('INSERT INTO event (message, body) VALUES (?, ?)', id, JSON.stringify(event));
  }

  #run(sql: string, ...values: (string | number | null | Uint8Array)[]): void {
    this.#db.prepare(sql).run(...values);
  }

  #together(act: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      act();
      this.#db.exec('COMMIT');
    } catch (failure) {
      // A full disk has rolled it back already.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw failure;
    }
  }
}
