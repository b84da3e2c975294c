import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Maildirs } from './maildir.ts';
import { type Relay, type RelayServer, smtpRelay } from './relay.ts';
import { RetryQueue } from './retry-queue.ts';
import { describeMail, eventsOf, type SesEvent } from './ses-events.ts';
import { answerRefused, answerSent, readForm } from './ses-http.ts';
import { type Limits, parseSendRawEmail, type SendRawEmail, SesError } from './ses-request.ts';
import { type Accepted, type Fate, SesStore } from './ses-store.ts';
import { stamp } from './stamp.ts';

export interface SesOptions {
  /** Folder of the database of what is accepted and not yet delivered or published. */
  data: string;
  maildirs: Maildirs;
  clock: Clock;
  /**
   * Takes an event; it is done with only when the promise resolves, else it comes again, also after a restart (so,
   * as with SNS, now and then twice). As in SES there are events only for mail sent with a configuration set.
   */
  publish: (event: SesEvent) => Promise<void>;
  /** Decides the domain of Message-IDs and the wording of refusals. */
  region?: string;
  /** Recipients a second of the system's time; more are told "Maximum sending rate exceeded.". Unlimited by default. */
  sendRate?: number;
  /** Largest message in bytes. SES version 1: 10 MB. */
  maxBytes?: number;
  /** Domains and addresses that may send; all by default. */
  identities?: readonly string[];
  /** Configuration sets that exist; any by default. */
  configurationSets?: readonly string[];
  /** Mail is really sent, and also kept in the mailboxes. */
  relay?: RelayServer;
  /** Told of what went wrong and will be tried again. */
  trouble?: (what: string, cause: unknown) => void;
  /** Told why the relay took nothing of a message. */
  unsent?: (why: string) => void;
}

export interface Delivered {
  to: string;
  file: string;
  /** Milliseconds since 1970 of the system's time. */
  at: number;
  /** What its sender put on it, by name. */
  tags: Readonly<Record<string, string | undefined>>;
}

/** Amazon SES version 1 as far as SendRawEmail and event publishing go, delivering to mailboxes on this machine. */
export class LocalSes {
  readonly #options: SesOptions;
  readonly #limits: Limits;
  readonly #store: SesStore;
  readonly #relay: Relay | undefined;
  readonly #deliveries: RetryQueue;
  readonly #listeners = new Set<(mail: Delivered) => void>();
  #answering = 0;
  #allowance: { left: number; at: number };

  constructor(options: SesOptions) {
    this.#options = options;
    this.#limits = {
      maxBytes: options.maxBytes ?? 10 * 1024 * 1024,
      identities: options.identities,
      configurationSets: options.configurationSets,
      region: options.region ?? 'us-east-1',
    };
    mkdirSync(options.data, { recursive: true, mode: 0o700 });
    this.#store = new SesStore(join(options.data, 'ses.sqlite'));
    this.#relay = options.relay === undefined ? undefined : smtpRelay(options.relay);
    this.#deliveries = new RetryQueue({
      work: (id) => this.#finish(id),
      // A fault that lasts, such as a full disk: the mail goes on when it is mended.
      later: (again) => options.clock.at(options.clock.now() + 60_000, again),
      trouble: (id, cause) => options.trouble?.(`Message ${id} is not yet delivered and published.`, cause),
    });
    this.#allowance = { left: options.sendRate ?? 0, at: options.clock.now() };
  }

  /** Goes on with what an earlier run accepted and did not finish. */
  start(): void {
    for (const id of this.#store.unfinished()) this.#deliveries.add(id);
  }

  /** Ends after the deliveries and events in hand; the rest waits for the next start. */
  async stop(): Promise<void> {
    await this.#deliveries.stop();
    this.#relay?.close();
    this.#store.close();
  }

  /** True while a request is being answered, a message delivered or an event published or about to be tried again. */
  busy(): boolean {
    return this.#answering > 0 || this.#deliveries.busy;
  }

  /** Calls `listener` after each delivery to a mailbox. Returns how to stop that. */
  onDelivered(listener: (mail: Delivered) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Answers one request of the SES query protocol. Never rejects. */
  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomUUID();
    try {
      const form = await readForm(request, this.#limits.maxBytes);
      answerSent(response, requestId, await this.#answer(form));
    } catch (failure) {
      answerRefused(response, requestId, this.#refusal(failure));
    }
  };

  /** What counts as work: until its form has come, a request is a socket that may never complete. */
  async #answer(form: URLSearchParams): Promise<string> {
    this.#answering += 1;
    try {
      const action = form.get('Action');
      if (action !== 'SendRawEmail') {
        throw new SesError('InvalidAction', `Could not find operation ${action ?? ''} for version 2010-12-01`);
      }
      return await this.#accept(parseSendRawEmail(form, this.#limits));
    } finally {
      this.#answering -= 1;
    }
  }

  #refusal(failure: unknown): SesError {
    if (failure instanceof SesError) return failure;
    this.#options.trouble?.('A request to send failed.', failure);
    return new SesError('InternalFailure', 'The request processing has failed because of an unknown error.', 500);
  }

  async #accept(email: SendRawEmail): Promise<string> {
    this.#spend(email.recipients.length);
    const at = this.#options.clock.now();
    const id = newMessageId(at);
    const { region } = this.#limits;
    const raw = stamp(email.raw, { messageId: `${id}@${this.#ownDomain}`, at });

    const fates = await this.#fates(email, raw);
    const { configurationSet, recipients, ...rest } = email;
    const mail =
      configurationSet === undefined
        ? undefined
        : describeMail({ ...rest, id, at, configurationSet, destinations: recipients, region });
    this.#store.accept(
      { id, at, raw, mail, source: email.sender },
      fates,
      mail === undefined ? [] : [{ eventType: 'Send', mail, send: {} }],
    );
    this.#deliveries.add(id);
    return id;
  }

  async #fates({ from, recipients }: SendRawEmail, raw: Buffer): Promise<Map<string, Fate>> {
    const fates = new Map(recipients.map((recipient) => [recipient, simulated(recipient)]));
    const relayed = recipients.filter((recipient) => !isReserved(recipient));
    if (this.#relay === undefined || relayed.length === 0) return fates;
    // Without SES in between, what machines answer goes to whom the mail is from; few servers let us name anybody else.
    try {
      return new Map([...fates, ...(await this.#relay.send({ raw, sender: from, recipients: relayed }))]);
    } catch (refusal) {
      if (refusal instanceof SesError) this.#options.unsent?.(refusal.message);
      throw refusal;
    }
  }

  /** Takes `count` recipients out of the allowance, which refills by the system's time up to one second's worth. */
  #spend(count: number): void {
    const rate = this.#options.sendRate;
    if (rate === undefined) return;
    const now = this.#options.clock.now();
    const left = Math.min(rate, this.#allowance.left + ((now - this.#allowance.at) / 1000) * rate);
    // A message to more people than a second's worth goes out when the allowance is full, or it never would.
    const isEnough = left >= Math.min(count, rate);
    this.#allowance = { left: isEnough ? left - count : left, at: now };
    if (!isEnough) throw new SesError('Throttling', 'Maximum sending rate exceeded.');
  }

  /** Delivers what is undelivered of a message and publishes what is unpublished. Doing it again does only the rest. */
  async #finish(id: string): Promise<void> {
    const message = this.#store.message(id);
    if (message) await this.#deliver(message);
    for (let next = this.#store.nextEvent(id); next; next = this.#store.nextEvent(id)) {
      await this.#options.publish(next.event);
      this.#store.published(next.number);
    }
  }

  async #deliver({ id, at, raw, mail }: Accepted): Promise<void> {
    for (const { recipient, fate } of this.#store.undelivered(id)) {
      const isKept = fate.kind !== 'bounce';
      // As whoever receives it notes (RFC 5321 section 4.4): the envelope's sender is SES's own address of the message.
      const returnPath = Buffer.from(`Return-Path: <${id}@${this.#ownDomain}>\r\n`);
      const received = Buffer.concat([returnPath, raw]);
      const file = isKept ? await this.#options.maildirs.deliver(recipient, received, { at, id }) : undefined;
      const events = mail === undefined ? [] : eventsOf(mail, recipient, fate, this.#options.clock.now());
      this.#store.delivered(id, recipient, events);
      const tags = Object.fromEntries(Object.entries(mail?.tags ?? {}).map(([name, [value]]) => [name, value]));
      if (file !== undefined) this.#tell({ to: recipient, file, at, tags });
    }
  }

  get #ownDomain(): string {
    const { region } = this.#limits;
    return region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
  }

  /**
   * Where SES forwards what machines send to `address`, the envelope's sender of a message of ours: to the source of that.
   * Undefined when it is none.
   */
  sourceOf(address: string): string | undefined {
    const [id = '', domain] = address.toLowerCase().split('@');
    return domain === this.#ownDomain ? this.#store.sourceOf(id) : undefined;
  }

  #tell(mail: Delivered): void {
    for (const listener of this.#listeners) {
      try {
        listener(mail);
      } catch (cause) {
        this.#options.trouble?.('A listener for delivered mail failed.', cause);
      }
    }
  }
}

/** Ends in `.invalid`, which no domain ever does (RFC 6761), or is an address of SES's own mailbox simulator. */
function isReserved(recipient: string): boolean {
  return /[@.]invalid$/i.test(recipient) || /@simulator\.amazonses\.com$/i.test(recipient);
}

/** What happens without a relay: `.invalid` bounces, as do the simulator's addresses for it; all others get it. */
function simulated(recipient: string): Fate {
  const [local = ''] = recipient.toLowerCase().split(/[+@]/);
  const isSimulator = /@simulator\.amazonses\.com$/i.test(recipient);
  if (isSimulator && local === 'complaint') return { kind: 'complain', response: '250 2.6.0 Message received' };
  if (!/[@.]invalid$/i.test(recipient) && !(isSimulator && local === 'bounce')) {
    return { kind: 'deliver', response: '250 2.6.0 Message received' };
  }
  return {
    kind: 'bounce',
    type: 'Permanent',
    subType: 'General',
    status: '5.1.1',
    diagnostic: '550 5.1.1 user unknown',
  };
}

/** Shaped as SES's are: `0100`, the time in hexadecimal, a random part. Sorts by time. */
function newMessageId(at: number): string {
  return `0100${at.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}
