import { randomUUID } from 'node:crypto';
import type { SESEvent } from 'aws-lambda';
import type { Verdicts } from '#infra/local/mail/receipt-event.ts';
import type { Letter } from '#test/harness/mail/mail-client.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';
import { invitees } from './new-cohort.ts';

/** What SES says of a message besides what is in it. */
interface Arrival {
  /** The envelope's sender; their own address when it is left out. */
  source?: string;
  verdicts?: Partial<Verdicts>;
}

/** A cohort in which people have just been invited, so that a test can write as one of them, or as somebody else. */
export class Invited {
  readonly program = new TestSystem();
  readonly #everybody;
  readonly #domain: string;
  #met = 0;
  #arrived = 0;
  #byHand: DirectInvoker | undefined;
  id = '';

  constructor(domain: string, count = 30) {
    this.#domain = domain;
    this.#everybody = invitees(count, domain);
  }

  async start(): Promise<this> {
    await this.program.start();
    ({ id: this.id } = await this.program.createCohort(this.#domain, { invitees: this.#everybody }));
    await this.program.milestone(this.id, 'apply.open');
    this.#byHand = new DirectInvoker(this.program.system);
    return this;
  }

  async stop(): Promise<void> {
    await this.#byHand?.stop();
    await this.program.stop();
  }

  get table(): Table {
    return new Table(this.program.system);
  }

  get coordinator(): string {
    return `maria@${this.#domain}.example.org`;
  }

  /** Somebody who was invited and has not been heard of in another test. */
  somebody() {
    const { email } = this.#everybody[this.#met++] ?? { email: '' };
    const invitation = this.program.asked(email);
    const before = this.program.lettersTo(email).length;
    return {
      email,
      invitation,
      /** Letters since the invitation. */
      letters: (): Letter[] => this.program.lettersTo(email).slice(before),
      form: (): Promise<Item> => this.#formOf(invitation),
      /** What became of their replies, and why. */
      became: (): Promise<{ became: string; why?: string }[]> => this.#became(invitation),
      /** A message comes to the inbox as SES would hand it over. */
      arrives: (raw: string, arrival: Arrival = {}) =>
        this.#arrives(invitation.replyTo, raw, { source: email, ...arrival }),
      /** The same, to the newest letter that asks them something. */
      answers: (raw: string, arrival: Arrival = {}) =>
        this.#arrives(this.program.asked(email).replyTo, raw, { source: email, ...arrival }),
    };
  }

  async #arrives(to: string, raw: string, { source = '', verdicts }: Arrival): Promise<void> {
    this.#arrived += 1;
    const mail = { id: `${this.#domain}-${this.#arrived}`, from: source, to, raw, ...(verdicts && { verdicts }) };
    const event: SESEvent = await received(this.program.system, mail);
    await this.#byHand?.invoke('inbox', event);
    await this.program.settled();
  }

  async #formOf({ replyTo }: Letter): Promise<Item> {
    const forms = await this.table.items(this.id, 'FORM#application#');
    return forms.find((form) => replyTo.includes(form.id)) ?? {};
  }

  async #became(invitation: Letter): Promise<{ became: string; why?: string }[]> {
    const { id } = await this.#formOf(invitation);
    const replies = (await this.table.items(this.id, 'REPLY#')).filter(({ form }) => form.id === id);
    return replies.map(({ became, why }) => ({ became, ...(why && { why }) }));
  }
}

/** A message as its bytes: `head` is its header but for what every message has. */
export function written(head: string, body: string, id: string = randomUUID()): string {
  return `${head}\r\nTo: somebody\r\nMessage-ID: <${id}@example.net>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}\r\n`;
}
