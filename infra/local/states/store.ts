import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Ending, Execution, Happening, Position, Status } from './execution.ts';

/** An event as stored: numbered from 1, with the moment it happened in milliseconds since 1970. */
export interface NumberedEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: string]: unknown;
}

const schema = `
  CREATE TABLE IF NOT EXISTS definitions (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS executions (
    arn TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    machineArn TEXT NOT NULL,
    machineName TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES definitions,
    input TEXT NOT NULL,
    startedAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    status TEXT NOT NULL,
    stoppedAt INTEGER,
    ending TEXT,
    position TEXT NOT NULL,
    variables TEXT NOT NULL,
    events INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS executionsByStatus ON executions (status, machineArn);
  CREATE TABLE IF NOT EXISTS events (
    execution TEXT NOT NULL,
    id INTEGER NOT NULL,
    happenedAt INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (execution, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tokens (
    token TEXT PRIMARY KEY,
    execution TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Executions, their histories and the tokens they have given out, in SQLite. Every write is there when it returns. */
export class Store {
  readonly #database: DatabaseSync;

  /** `path` is a file, or `:memory:`. */
  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    // With a write-ahead log, NORMAL survives the end of this process at any moment; only a power cut may lose the last
    // moments, which costs a local system nothing.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
    this.#database.exec(schema);
  }

  close(): void {
    this.#database.close();
  }

  /** Keeps a definition for the executions that start with it; returns its id. */
  keepDefinition(definition: object): string {
    const body = JSON.stringify(definition);
    const id = createHash('sha256').update(body).digest('hex');
    this.#run('INSERT INTO definitions (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING', id, body);
    return id;
  }

  definition(id: string): unknown {
    const row = this.#get<{ body: string }>('SELECT body FROM definitions WHERE id = ?', id);
    return row && JSON.parse(row.body);
  }

  /** Writes an execution and the events that are new, together. */
  save(execution: Execution, events: readonly NumberedEvent[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#put(execution);
      for (const { id, timestamp, previousEventId: _, ...event } of events) {
        const values = [execution.arn, id, timestamp, JSON.stringify(event)] as const;
        this.#run('INSERT INTO events (execution, id, happenedAt, body) VALUES (?, ?, ?, ?)', ...values);
      }
      const { position } = execution;
      if (position.phase === 'calling' && position.token) {
        const values = [position.token, execution.arn] as const;
        this.#run('INSERT INTO tokens (token, execution) VALUES (?, ?) ON CONFLICT DO NOTHING', ...values);
      }
      this.#database.exec('COMMIT');
    } catch (error) {
      // A full disk has rolled it back already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #put(execution: Execution): void {
    this.#run(
      `INSERT INTO executions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (arn) DO UPDATE SET status = excluded.status, stoppedAt = excluded.stoppedAt,
         ending = excluded.ending, position = excluded.position, variables = excluded.variables,
         events = excluded.events`,
      execution.arn,
      execution.name,
      execution.machineArn,
      execution.machineName,
      execution.definition,
      execution.input,
      execution.startedAt,
      execution.expiresAt,
      execution.end?.status ?? 'RUNNING',
      execution.stoppedAt ?? null,
      execution.end ? JSON.stringify(execution.end) : null,
      JSON.stringify(execution.position),
      JSON.stringify(execution.variables),
      execution.events,
    );
  }

  execution(arn: string): Execution | undefined {
    const row = this.#get<Row>('SELECT * FROM executions WHERE arn = ?', arn);
    return row && fromRow(row);
  }

  /** Executions of a machine (of all, when undefined) in a status (in any), latest first. */
  executions({ machineArn, status }: { machineArn?: string | undefined; status?: Status | undefined }): Execution[] {
    const rows = this.#all<Row>(
      `SELECT * FROM executions WHERE (?1 IS NULL OR machineArn = ?1) AND (?2 IS NULL OR status = ?2)
       ORDER BY startedAt DESC, rowid DESC`,
      machineArn ?? null,
      status ?? null,
    );
    return rows.map(fromRow);
  }

  events(arn: string): NumberedEvent[] {
    const rows = this.#all<{ id: number; happenedAt: number; body: string }>(
      'SELECT id, happenedAt, body FROM events WHERE execution = ? ORDER BY id',
      arn,
    );
    return rows.map(({ id, happenedAt, body }) => ({
      ...(JSON.parse(body) as Happening),
      id,
      // AWS gives the first two events no predecessor.
      previousEventId: id <= 2 ? 0 : id - 1,
      timestamp: happenedAt,
    }));
  }

  /** The execution that a token was given out by, whatever has become of it. */
  executionOfToken(token: string): string | undefined {
    return this.#get<{ execution: string }>('SELECT execution FROM tokens WHERE token = ?', token)?.execution;
  }

  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  #prepare(sql: string): ReturnType<DatabaseSync['prepare']> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#prepare(sql).run(...values);
  }

  #get<T>(sql: string, ...values: (string | number | null)[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }

  #all<T>(sql: string, ...values: (string | number | null)[]): T[] {
    return this.#prepare(sql).all(...values) as T[];
  }
}

interface Row extends Omit<Execution, 'position' | 'variables' | 'end' | 'stoppedAt'> {
  stoppedAt: number | null;
  ending: string | null;
  position: string;
  variables: string;
}

function fromRow({ ending, stoppedAt, position, variables, ...row }: Row): Execution {
  return {
    arn: row.arn,
    name: row.name,
    machineArn: row.machineArn,
    machineName: row.machineName,
    definition: row.definition,
    input: row.input,
    startedAt: row.startedAt,
    expiresAt: row.expiresAt,
    events: row.events,
    position: JSON.parse(position) as Position,
    variables: JSON.parse(variables),
    ...(stoppedAt !== null && { stoppedAt }),
    ...(ending !== null && { end: JSON.parse(ending) as Ending }),
  };
}
