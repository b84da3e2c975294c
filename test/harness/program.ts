import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { MovableClock } from '#infra/local/clock.ts';
import { type System, startSystem } from '#infra/local/system.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { readFileSync } from 'node:fs';

export interface Letter {
  to: string;
  mail: Mail;
  replyTo: string;
  raw: string;
}

interface CohortView {
  id: string;
  stage: string;
  status: string;
  schedule: { stage: string; milestones: { id: string; at: string; doneAt?: string }[] }[];
  [field: string]: unknown;
}

interface EmailView {
  id: string;
  person: string;
  kind: string;
  occasion: string;
  status: string;
  outcome?: string;
  attempts: number;
}

/** A local system with its clock in our hands, and what a coordinator and people with mail clients do with it. */
export class Program {
  readonly folder: string;
  readonly letters: Letter[] = [];
  readonly logged: string[] = [];
  #system: System | undefined;
  #token = '';
  #start: number;

  /** `start`: when the system's time begins. */
  constructor(start = '2027-01-11T08:00:00Z') {
    this.folder = mkdtempSync(join(tmpdir(), 'telemachy-test-'));
    this.#start = Date.parse(start);
  }

  get system(): System {
    if (!this.#system) throw new Error('The system is not running.');
    return this.#system;
  }

  async start(): Promise<this> {
    const clock = new MovableClock({ start: this.#start });
    const system = await startSystem({ data: this.folder, clock, log: (line) => this.logged.push(line) });
    system.onDelivered(({ to, file }) => this.#reading.push(this.#read(to, file)));
    this.#system = system;
    this.#token = await system.token();
    return this;
  }

  readonly #reading: Promise<void>[] = [];

  async #read(to: string, file: string): Promise<void> {
    const raw = readFileSync(file);
    const text = raw.toString('latin1');
    const replyTo = /^Reply-To: <?([^\s>]+)>?/im.exec(text.replace(/\r\n[ \t]+/g, ' '))?.[1] ?? '';
    this.letters.push({ to, mail: await parseMail(raw), replyTo, raw: text });
  }

  /** Stops without finishing anything gracefully that need not be, and starts again on the same folder at the same time. */
  async restart(): Promise<void> {
    this.#start = this.system.clock.now();
    await this.system.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.#system?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.system.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  async createCohort(changes: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<CohortView> {
    const { status, body } = await this.call('POST', '/v1/cohorts', { ...smallCohort, ...changes }, headers);
    if (status >= 300) throw new Error(`The cohort was refused: ${JSON.stringify(body)}`);
    return body;
  }

  async cohort(id: string): Promise<CohortView> {
    return (await this.call('GET', `/v1/cohorts/${id}`)).body;
  }

  async emails(id: string): Promise<EmailView[]> {
    const emails: EmailView[] = [];
    let after = '';
    do {
      const { body } = await this.call('GET', `/v1/cohorts/${id}/emails?limit=200${after && `&after=${after}`}`);
      emails.push(...body.emails);
      after = body.next ?? '';
    } while (after);
    return emails;
  }

  /** Waits until nothing is under way any more, the reading of letters included. */
  async settled(): Promise<void> {
    await this.system.settled();
    await Promise.all(this.#reading);
  }

  /** Lets time pass from appointment to appointment until `reached` says so. Throws after 200 steps or when nothing is due. */
  async until(reached: () => Promise<boolean> | boolean): Promise<void> {
    for (let step = 0; step < 200; step += 1) {
      await this.settled();
      if (await reached()) return;
      const next = this.system.clock.next();
      if (next === undefined) throw new Error('Nothing is due any more.');
      this.system.clock.jump(next);
    }
    throw new Error('Not reached after 200 steps.');
  }

  /** Lets time pass until a milestone of the cohort has been carried out. */
  milestone(id: string, milestone: string): Promise<void> {
    return this.until(async () =>
      (await this.cohort(id)).schedule.some(({ milestones }) =>
        milestones.some((one) => one.id === milestone && one.doneAt !== undefined),
      ),
    );
  }

  finished(id: string): Promise<void> {
    return this.until(async () => (await this.cohort(id)).status !== 'running');
  }

  /** The newest letter to somebody, which must exist. */
  newest(to: string): Letter {
    const letter = this.letters.findLast((one) => one.to === to);
    if (!letter) throw new Error(`Nobody has written to ${to}.`);
    return letter;
  }

  lettersTo(to: string): Letter[] {
    return this.letters.filter((letter) => letter.to === to);
  }

  /** Replies as a plain mail client does: `text` above the quoted original. */
  async reply(letter: Letter, text: string, changes: { from?: string; headers?: Record<string, string> } = {}): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: this.system.smtpPort, secure: false, ignoreTLS: true });
    const quoted = (letter.mail.text ?? '').split('\n').map((line) => `> ${line}`.trimEnd());
    await transport.sendMail({
      from: changes.from ?? letter.to,
      to: letter.replyTo,
      subject: `Re: ${letter.mail.subject}`,
      inReplyTo: letter.mail.messageId,
      text: `${text}\n\nOn Monday, somebody wrote:\n${quoted.join('\n')}\n`,
      ...(changes.headers && { headers: changes.headers }),
    });
    transport.close();
    await this.settled();
  }
}

export const smallCohort = {
  name: 'Spring 2027',
  organisation: 'Harbour Institute',
  timeZone: 'Europe/Lisbon',
  start: '2027-01-11',
  coordinator: { name: 'Maria Ortiz', email: 'maria@harbour.example.org' },
  committee: [
    { name: 'Ines Duarte', email: 'ines@harbour.example.org' },
    { name: 'Tom Baker', email: 'tom@harbour.example.org' },
  ],
  leadership: [{ name: 'Lena Moreau', email: 'lena@harbour.example.org' }],
  invitees: [
    { name: 'Grace Lee', email: 'grace@harbour.example.org' },
    { name: 'Ada Park', email: 'ada@harbour.example.org' },
  ],
};
