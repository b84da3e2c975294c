import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovableClock } from '#infra/local/clock.ts';
import { type System, startSystem } from '#infra/local/system.ts';
import type { SystemOptions } from '#infra/local/system-options.ts';
import { newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { type Letter, letterOf, mailRaw } from '#test/harness/mail/mail-client.ts';
import { startChosenTables } from './tables.ts';

interface CohortView {
  id: string;
  stage: string;
  status: string;
  stuck?: { at: string; stage: string; cause: string };
  schedule: { stage: string; milestones: { id: string; at: string; doneAt?: string }[] }[];
}

interface EmailView {
  id: string;
  person: string;
  kind: string;
  occasion: string;
  status: string;
  why?: string;
  outcome?: string;
  attempts: number;
}

interface PersonView {
  leftOut?: string;
  id: string;
  email: string;
  unreachable?: string;
  forms: { purpose: string; status: string; pair?: string }[];
}

export interface Answered {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer by comparing it.
  body: any;
}

interface Options extends Pick<SystemOptions, 'sendRate' | 'startTables'> {
  /** When the system's time begins. */
  start?: string;
  /** How many times as fast as real time it passes. */
  speed?: number;
  /** A folder that a system has run in before. Not removed at the end. */
  folder?: string;
}

/** A local system with its clock in our hands, and what a coordinator and people with mail clients do with it. */
export class TestSystem {
  readonly folder: string;
  readonly letters: Letter[] = [];
  readonly logged: string[] = [];
  /** What whoever runs the system is told. */
  readonly troubles: string[] = [];
  readonly #isOurs: boolean;
  readonly #options: Options;
  readonly #reading: Promise<void>[] = [];
  readonly #known = new Set<string>();
  #system: System | undefined;
  #token = '';
  #start: number;

  constructor(options: Options = {}) {
    this.#isOurs = options.folder === undefined;
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'telemachy-test-'));
    this.#options = options;
    this.#start = Date.parse(options.start ?? '2027-01-11T08:00:00Z');
  }

  get system(): System {
    if (!this.#system) throw new Error('The system is not running.');
    return this.#system;
  }

  /** Milliseconds since 1970 of the system's time. */
  get now(): number {
    return this.system.clock.now();
  }

  async start(): Promise<this> {
    const { sendRate, speed = 1, startTables = startChosenTables } = this.#options;
    const system = await startSystem({
      data: this.folder,
      startTables,
      clock: new MovableClock({ start: this.#start, speed }),
      log: (line) => this.logged.push(line),
      trouble: (sentence) => this.troubles.push(sentence),
      ...(sendRate !== undefined && { sendRate }),
    });
    system.onDelivered(({ to, file }) => this.#reading.push(this.#read(to, file)));
    for (const { address } of await system.maildirs.people()) {
      const { letters } = await system.maildirs.list(address, { limit: 10_000 });
      for (const { file } of letters.reverse()) await this.#read(address, file);
    }
    this.#system = system;
    this.#token = await system.token();
    return this;
  }

  async #read(to: string, file: string): Promise<void> {
    if (this.#known.has(file)) return;
    this.#known.add(file);
    this.letters.push(await letterOf(to, readFileSync(file)));
  }

  /** Ends in the middle of things, after the calls in flight alone, and starts again on the same folder at the same time. */
  restart(): Promise<void> {
    return this.away(() => Promise.resolve(), 0);
  }

  /** Ends, lets something happen to what it has left, and starts again `millis` later. */
  async away(meanwhile: () => Promise<void>, millis = 10 * 60_000): Promise<void> {
    this.#start = this.now + millis;
    await this.system.stop();
    this.#system = undefined;
    await meanwhile();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#system?.stop();
    if (this.#isOurs) rmSync(this.folder, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const response = await fetch(`${this.system.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  /** Starts a cohort of two, whose people are at `<domain>.example.org`. */
  async createCohort(domain = 'harbour', changes: Record<string, unknown> = {}): Promise<CohortView> {
    const { status, body } = await this.call('POST', '/v1/cohorts', newCohort(domain, changes));
    if (status >= 300) throw new Error(`The cohort was refused: ${JSON.stringify(body)}`);
    return body;
  }

  async cohort(id: string): Promise<CohortView> {
    return (await this.call('GET', `/v1/cohorts/${id}`)).body;
  }

  emails(id: string): Promise<EmailView[]> {
    return this.#all(`/v1/cohorts/${id}/emails`, 'emails');
  }

  async cancel(id: string): Promise<void> {
    const { status, body } = await this.call('POST', `/v1/cohorts/${id}/cancel`);
    if (status !== 200) throw new Error(`The cancel was refused: ${JSON.stringify(body)}`);
    await this.settled();
  }

  /** The executions of a cohort, latest first. */
  executions(id: string) {
    return this.system.engine.listExecutions().filter(({ name }) => name.startsWith(`${id}-`));
  }

  /** How many emails of each kind there are. */
  async kinds(id: string): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { kind } of await this.emails(id)) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }

  people(id: string): Promise<PersonView[]> {
    return this.#all(`/v1/cohorts/${id}/people`, 'people');
  }

  /** How far somebody has come with what they were asked. */
  async statusOf(id: string, email: string, purpose: string): Promise<string | undefined> {
    const person = (await this.people(id)).find((one) => one.email === email);
    return person?.forms.find((form) => form.purpose === purpose)?.status;
  }

  async #all<T>(path: string, field: string): Promise<T[]> {
    const items: T[] = [];
    let after = '';
    do {
      const { body } = await this.call('GET', `${path}?limit=200${after && `&after=${after}`}`);
      items.push(...body[field]);
      after = body.next ?? '';
    } while (after);
    return items;
  }

  /** Waits until nothing is under way any more, the reading of letters included. */
  async settled(): Promise<void> {
    await this.system.settled();
    await Promise.all(this.#reading);
  }

  /** Lets time pass from appointment to appointment until `reached` says so. Throws after 300 steps or when nothing is due. */
  async until(reached: () => Promise<boolean> | boolean): Promise<void> {
    for (let step = 0; step < 300; step += 1) {
      await this.settled();
      if (await reached()) return;
      const next = this.system.clock.next();
      if (next === undefined) throw new Error('Nothing is due any more.');
      this.system.clock.jump(next);
    }
    throw new Error('Not reached after 300 steps.');
  }

  /** Lets time pass to `moment`, from appointment to appointment. */
  async passTo(moment: string | number): Promise<void> {
    const millis = typeof moment === 'number' ? moment : Date.parse(moment);
    await this.until(() => (this.system.clock.next() ?? Number.POSITIVE_INFINITY) > millis);
    this.system.clock.jump(millis);
    await this.settled();
  }

  /** Lets time pass until a milestone of the cohort has been carried out. */
  milestone(id: string, milestone: string): Promise<void> {
    return this.until(async () => (await this.#milestoneOf(id, milestone)).doneAt !== undefined);
  }

  /** Lets time pass to the moment of a milestone, and does not wait for what it sets going. */
  async begin(id: string, milestone: string): Promise<void> {
    const moment = Date.parse(await this.dateOf(id, milestone));
    await this.passTo(moment - 1000);
    this.system.clock.jump(moment + 1000);
  }

  /** When a milestone is to happen. */
  async dateOf(id: string, milestone: string): Promise<string> {
    return (await this.#milestoneOf(id, milestone)).at;
  }

  async #milestoneOf(id: string, milestone: string) {
    const all = (await this.cohort(id)).schedule.flatMap(({ milestones }) => milestones);
    const found = all.find((one) => one.id === milestone);
    if (!found)
      throw new Error(`There is no milestone ${milestone}. There are: ${all.map((one) => one.id).join(', ')}.`);
    return found;
  }

  /** Lets time pass until the cohort's status is another than running. */
  finished(id: string): Promise<void> {
    return this.until(async () => (await this.cohort(id)).status !== 'running');
  }

  lettersTo(to: string): Letter[] {
    return this.letters.filter((letter) => letter.to === to);
  }

  /** The newest letter to somebody, which must exist. */
  newest(to: string): Letter {
    const letter = this.letters.findLast((one) => one.to === to);
    if (!letter) throw new Error(`Nobody has written to ${to}.`);
    return letter;
  }

  /** The newest letter to somebody that asks for an answer by reply. */
  asked(to: string): Letter {
    const letter = this.letters.findLast((one) => one.to === to && one.replyTo.startsWith('r+'));
    if (!letter) throw new Error(`Nobody has asked ${to} anything.`);
    return letter;
  }

  /** The address of the page that a letter links to: of its form, of the end of all mail, or of the weights. */
  pageIn(letter: Letter, kind: 'f' | 'u' | 'w' = 'f'): string {
    const text = kind === 'u' ? letter.field('List-Unsubscribe') : (letter.mail.text ?? '');
    const [page] = new RegExp(`http://[^\\s<>]+/${kind}/[a-z0-9~_.-]+`).exec(text) ?? [];
    if (!page) throw new Error(`The letter "${letter.mail.subject}" links to no page.`);
    return page;
  }

  /** Opens the form that a letter links to; with fields, sends it. A list gives a field several times. */
  async visit(letter: Letter, fields?: Record<string, string | string[]>) {
    const body = new URLSearchParams(
      Object.entries(fields ?? {}).flatMap(([name, given]) =>
        [given].flat().map((one): [string, string] => [name, one]),
      ),
    );
    const response = await fetch(this.pageIn(letter), fields ? { method: 'POST', body } : {});
    const page = { status: response.status, html: await response.text() };
    await this.settled();
    return page;
  }

  /** Replies as a plain mail client does: `text` above the quoted original. Waits until all that follows has happened. */
  async reply(letter: Letter, text: string): Promise<void> {
    await this.hand(letter, text);
    await this.settled();
  }

  /** Replies, and waits until the reply has been taken, not until it is read. */
  async hand(letter: Letter, text: string): Promise<void> {
    const quoted = (letter.mail.text ?? '').split('\n').map((line) => `> ${line}`.trimEnd());
    const body = `${text}\n\nOn Monday, somebody wrote:\n${quoted.join('\n')}\n`;
    const raw = this.#message(letter.to, letter.replyTo, body, { Subject: `Re: ${letter.mail.subject}` });
    await mailRaw(this.system.smtpPort, { from: letter.to, to: letter.replyTo, raw });
  }

  /** Sends a message with this body over SMTP, and waits until all that follows from it has happened. */
  mail(to: string, body: string, { from, headers = {} }: { from: string; headers?: Record<string, string> }) {
    return this.mailRaw(to, this.#message(from, to, body, headers), from);
  }

  #message(from: string, to: string, body: string, headers: Record<string, string>): string {
    this.#sent += 1;
    const fields = {
      From: from,
      To: to,
      'Message-ID': `<test-${this.#sent}@${from.split('@').at(-1)}>`,
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
      ...headers,
    };
    const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${head.join('')}\r\n${body.replace(/\r?\n/g, '\r\n')}`;
  }

  #sent = 0;

  /** Sends these very bytes over SMTP. `from`: the envelope's sender, '' for the null return path. */
  async mailRaw(to: string, raw: string | Uint8Array, from: string): Promise<void> {
    await mailRaw(this.system.smtpPort, { from, to, raw });
    await this.settled();
  }
}
