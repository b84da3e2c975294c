import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import type { Functions, Outcome } from './local-functions.ts';

/** A function that is invoked asynchronously, and where what it has failed on for the last time goes. */
export interface Invoked {
  id: string;
  arn: string;
  /** What it is called on the console. */
  name: string;
  retries: number;
  onFailure: { name: string; url: string } | undefined;
}

/** The functions that are invoked asynchronously: with the mail that comes in, and with what SES says of mail that went out. */
export function invokedIn(template: LocalTemplate): Invoked[] {
  const ids = new Set([
    ...template.receiptRules.map((rule) => rule.function),
    ...template.topics.flatMap(({ functions }) => functions),
  ]);
  return template.functions
    .filter(({ id }) => ids.has(id))
    .map(({ id, arn, name, environment }) => {
      const config = template.asyncInvocations.find((one) => one.function === id);
      return {
        id,
        arn,
        name: environment.POWERTOOLS_SERVICE_NAME ?? name,
        retries: config?.retries ?? 2,
        onFailure: template.queues.find(({ arn: queue }) => queue === config?.queue),
      };
    });
}

interface Services {
  functions: Pick<Functions, 'invoke'>;
  invoked: readonly Invoked[];
  sqs: Pick<SQSClient, 'send'>;
  clock: Clock;
  log: (line: string) => void;
  /** Told in a sentence what has failed and what becomes of it. */
  trouble: (sentence: string) => void;
}

interface Row {
  id: number;
  function: string;
  event: string;
  attempts: number;
}

type Failure = Extract<Outcome, { errorType: string }>;

/** What Lambda writes to a destination ("Capturing records of Lambda asynchronous invocations", Lambda developer guide). */
const InvocationRecord = z.looseObject({
  requestContext: z.looseObject({ functionArn: z.string() }),
  requestPayload: z.unknown(),
});

/**
 * Lambda's asynchronous invocation: an event is kept before it is acknowledged. One that the function fails on is tried again
 * after a minute, then after two more ("How Lambda handles errors and retries with asynchronous invocation", Lambda developer
 * guide); then a record of it goes to the function's destination for failures. A start of this process tries all of it again,
 * at once: whoever starts it anew has most likely mended something.
 */
export class Invocations {
  readonly #database: DatabaseSync;
  readonly #services: Services;
  readonly #underWay = new Set<Promise<void>>();
  readonly #waiting = new Map<number, () => void>();
  #isStopping = false;

  constructor(file: string, services: Services) {
    this.#services = services;
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS invocations (
        id INTEGER PRIMARY KEY, function TEXT NOT NULL, event TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `);
  }

  /** Goes on with the events that an earlier run was not done with. */
  start(): void {
    const open = this.#database.prepare('UPDATE invocations SET attempts = 0 RETURNING id').all();
    for (const { id } of open.sort((a, b) => Number(a.id) - Number(b.id))) void this.#run(Number(id));
  }

  /**
   * Keeps the event; the function is called in its own time. `attempted` resolves after the first attempt, however it ended,
   * for those who want what follows from it to come first.
   */
  add(id: string, event: unknown): { attempted: Promise<void> } {
    const insert = this.#database.prepare('INSERT INTO invocations (function, event) VALUES (?, ?)');
    const { lastInsertRowid } = insert.run(id, JSON.stringify(event));
    return { attempted: this.#run(Number(lastInsertRowid)) };
  }

  /** Tries again what was given up, as if it had just come. Returns how many events that were. */
  async redrive(): Promise<number> {
    let count = 0;
    const queues = this.#services.invoked.flatMap(({ onFailure }) => (onFailure ? [onFailure.url] : []));
    for (const queue of new Set(queues)) {
      for (let taken = await this.#takeFrom(queue); taken > 0; taken = await this.#takeFrom(queue)) count += taken;
    }
    return count;
  }

  /** Whether an attempt is under way. What waits for its next one is not. */
  busy(): boolean {
    return this.#underWay.size > 0;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const callOff of this.#waiting.values()) callOff();
    await Promise.all(this.#underWay);
    this.#database.close();
  }

  #run(row: number): Promise<void> {
    this.#waiting.delete(row);
    const work: Promise<void> = this.#attempt(row)
      // A full disk, or queues that are gone: the event is where it was.
      .catch((error: unknown) => {
        this.#services.log(`invocation ${row}: ${error}`);
        this.#wait(row, 60);
      })
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
    return work;
  }

  async #attempt(id: number): Promise<void> {
    const { functions, log, trouble } = this.#services;
    const row = this.#row(id);
    if (!row) return;
    const outcome = await functions.invoke(row.function, JSON.parse(row.event));
    if (!('errorType' in outcome)) {
      this.#forget(id);
      return;
    }
    const attempts = row.attempts + 1;
    this.#database.prepare('UPDATE invocations SET attempts = ? WHERE id = ?').run(attempts, id);
    const invoked = this.#invoked(row);
    const { retries = 2, name = row.function } = invoked ?? {};
    log(`${name} failed on an event (attempt ${attempts} of ${retries + 1}): ${outcome.errorType}`);
    if (attempts <= retries) {
      const when = attempts === 1 ? 'a minute' : `${attempts} minutes`;
      trouble(`${name} failed on what came in (${outcome.errorType}). It is tried again in ${when}.`);
      this.#wait(id, 60 * attempts);
    } else {
      await this.#giveUp({ ...row, attempts }, invoked, outcome);
    }
  }

  #wait(row: number, seconds: number): void {
    if (this.#isStopping) return;
    const { clock } = this.#services;
    const callOff = clock.at(clock.now() + seconds * 1000, () => void this.#run(row));
    this.#waiting.set(row, callOff);
  }

  async #giveUp(row: Row, invoked: Invoked | undefined, failure: Failure): Promise<void> {
    const { sqs, trouble, clock } = this.#services;
    const what = `${invoked?.name ?? row.function} failed ${row.attempts} times on what came in (${failure.errorType}).`;
    const again = 'The next start tries it again, and so does the page of mailboxes.';
    if (!invoked?.onFailure) {
      trouble(`${what} The template says of no queue for it, so it is kept here. ${again}`);
      return;
    }
    const record = {
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: `${invoked.arn}:$LATEST`,
        condition: 'RetriesExhausted',
        approximateInvokeCount: row.attempts,
      },
      requestPayload: JSON.parse(row.event),
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: failure.errorType, errorMessage: failure.errorMessage },
    };
    await sqs.send(new SendMessageCommand({ QueueUrl: invoked.onFailure.url, MessageBody: JSON.stringify(record) }));
    this.#forget(row.id);
    trouble(`${what} It waits in the queue ${invoked.onFailure.name}. ${again}`);
  }

  /** Takes what was given up back from its queue, ten at most. It is ours again before it leaves the queue. */
  async #takeFrom(QueueUrl: string): Promise<number> {
    const { sqs, invoked, log } = this.#services;
    // Out of sight while they are taken, and for a while when they can't be.
    const receive = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 60 };
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(receive));
    let taken = 0;
    for (const { Body = '', ReceiptHandle } of Messages) {
      const record = recordIn(Body);
      const found = record && invoked.find(({ arn }) => `${arn}:$LATEST` === record.requestContext.functionArn);
      if (!found) {
        log(`${QueueUrl}: a message is no record of an invocation`);
        continue;
      }
      this.add(found.id, record.requestPayload);
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      taken += 1;
    }
    return taken;
  }

  #invoked(row: Row): Invoked | undefined {
    return this.#services.invoked.find(({ id }) => id === row.function);
  }

  #row(id: number): Row | undefined {
    const row = this.#database.prepare('SELECT id, function, event, attempts FROM invocations WHERE id = ?').get(id);
    return row && { ...(row as unknown as Row) };
  }

  #forget(id: number): void {
    this.#database.prepare('DELETE FROM invocations WHERE id = ?').run(id);
  }
}

function recordIn(body: string): z.infer<typeof InvocationRecord> | undefined {
  try {
    return InvocationRecord.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
