import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { field, mailboxes, readHeaders } from '#infra/local/mail/headers.ts';
import { answerRefused, answerSent, readForm } from '#infra/local/mail/ses-http.ts';
import { parseSendRawEmail, SesError } from '#infra/local/mail/ses-request.ts';
import { type Access, account } from './access.ts';

/**
 * Amazon SES as it is for an account that has not left its sandbox: it takes mail from and to verified identities alone,
 * and asks whether the caller may send for each of them, the recipients' as well as the sender's, and with the
 * configuration set. ("Request production access", SES developer guide; that the recipient's identity is asked for is seen
 * in reports such as GSA/data.gov#3810 and cloudposse/terraform-aws-ses#40.)
 */
export class Sandbox {
  /** To whom it has sent. */
  readonly sent: string[] = [];
  /** What it has refused, as SES words it. */
  readonly refused: string[] = [];
  /** Whose policies decide. */
  access: Access;
  /** Domains and addresses that have been verified. */
  verified: readonly string[] = [];
  readonly #server: Server;

  private constructor(access: Access, server: Server) {
    this.access = access;
    this.#server = server;
  }

  static async start(access: Access): Promise<Sandbox> {
    const server = createServer(async (request, response) => {
      const id = randomUUID();
      try {
        sandbox.#take(await readForm(request, 10 * 1024 * 1024));
        answerSent(response, id, id);
      } catch (error) {
        if (!(error instanceof SesError)) throw error;
        sandbox.refused.push(`${error.name}: ${error.message}`);
        answerRefused(response, id, error);
      }
    });
    const sandbox = new Sandbox(access, server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return sandbox;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #take(form: URLSearchParams): void {
    const limits = {
      maxBytes: 10 * 1024 * 1024,
      identities: undefined,
      configurationSets: undefined,
      region: account.region,
    };
    const { raw, sender, recipients, configurationSet = '' } = parseSendRawEmail(form, limits);
    const [from] = mailboxes(field(readHeaders(raw, raw.length).headers, 'from'));
    const context = { 'ses:FromAddress': from?.address ?? sender, 'ses:Recipients': recipients };

    const role = this.access.roleOf('outbox');
    const touched = [sender, from?.address ?? sender, ...recipients];
    for (const resource of [
      ...touched.map((address) => `identity/${this.#identityOf(address) ?? address}`),
      `configuration-set/${configurationSet}`,
    ]) {
      const arn = `arn:aws:ses:${account.region}:${account.account}:${resource}`;
      if (this.access.allows(role, 'ses:SendRawEmail', arn, context)) continue;
      const message = `User is not authorized to perform \`ses:SendRawEmail' on resource \`${arn}'`;
      throw new SesError('AccessDenied', message, 403);
    }

    const unverified = touched.filter((address) => this.#identityOf(address) === undefined);
    if (unverified.length > 0) {
      const list = [...new Set(unverified)].join(', ');
      const message = `Email address is not verified. The following identities failed the check in region EU-WEST-1: ${list}`;
      throw new SesError('MessageRejected', message);
    }
    this.sent.push(...recipients);
  }

  /** What has been verified of an address: itself, its domain, or a domain above that. */
  #identityOf(address: string): string | undefined {
    const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
    const domains = labels.map((_, index) => labels.slice(index).join('.'));
    // The mailbox simulator takes mail from the sandbox too.
    const known = [...this.verified, 'simulator.amazonses.com'];
    return [address, ...domains].find((one) => known.includes(one));
  }
}
