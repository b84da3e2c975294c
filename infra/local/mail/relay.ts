import { createTransport } from 'nodemailer';
import { SesError } from './ses-request.ts';
import type { Fate } from './ses-store.ts';

/** Hands a message on to a real mail server and says what became of it at each recipient. */
export interface Relay {
  /** Throws a SesError when nothing was accepted and the sender should try again or mend its settings. */
  send(message: { raw: Buffer; sender: string; recipients: readonly string[] }): Promise<Map<string, Fate>>;
  close(): void;
}

interface SmtpFailure extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  recipient?: string;
  rejectedErrors?: SmtpFailure[];
}

/** The server that mail is really sent through. */
export interface RelayServer {
  /** `smtp://user@host:port`, or `smtps:`; without a password, which others would see where commands are listed. */
  url: string;
  password?: string | undefined;
  /** The connection need not be encrypted. */
  inClear?: boolean | undefined;
}

function connectionTo({ url, password, inClear = false }: RelayServer) {
  const { protocol, hostname, port, username } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    // The submission ports (RFC 8314 section 7.3).
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !inClear,
    ...(username && { auth: { user: decodeURIComponent(username), pass: password ?? '' } }),
  };
}

/** How long a server may take to be reached, to greet and to answer when it is tried: whoever waits sits before it. */
const patience = 5_000;

/**
 * Reaches the server and signs in, and sends nothing. Returns what is wrong, in words, or undefined when it would take mail.
 * Throws nothing: a name that leads nowhere and a wrong password are answers.
 */
export async function whatIsWrongWith(server: RelayServer): Promise<string | undefined> {
  const limits = {
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  };
  const transport = createTransport({ ...connectionTo(server), ...limits });
  const { host } = new URL(server.url);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    const failure = error as SmtpFailure;
    const said = failure.response ?? failure.message;
    if (failure.code === 'EAUTH') return `${host} does not accept this user and password: ${said}`;
    if (failure.code === 'ETLS') return `${host} can't encrypt the connection: ${said}`;
    if (failure.code === 'EDNS') return `There is no server by the name of ${host}: ${said}`;
    if (failure.responseCode !== undefined) return `${host} does not want us: ${said}`;
    return `No mail server answers at ${host}: ${said}`;
  } finally {
    transport.close();
  }
}

/** A relay over SMTP. */
export function smtpRelay(server: RelayServer): Relay {
  const transport = createTransport({
    ...connectionTo(server),
    pool: true,
    maxConnections: 4,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    async send({ raw, sender, recipients }) {
      try {
        const sent = await transport.sendMail({ raw, envelope: { from: sender, to: [...recipients] } });
        const refused = (sent as { rejectedErrors?: SmtpFailure[] }).rejectedErrors ?? [];
        const fates = new Map<string, Fate>();
        for (const recipient of recipients) fates.set(recipient, { kind: 'deliver', response: sent.response });
        // Some have it: trying again would send it to them twice, so a "later" for the others ends here, too.
        for (const failure of refused) if (failure.recipient) fates.set(failure.recipient, bounceOf(failure));
        return fates;
      } catch (failure) {
        return fatesOfRefusal(failure as SmtpFailure, recipients);
      }
    },
    close: () => transport.close(),
  };
}

function fatesOfRefusal(failure: SmtpFailure, recipients: readonly string[]): Map<string, Fate> {
  const refused = failure.rejectedErrors ?? [];
  if (refused.length > 0 && refused.every(isFinal)) {
    return new Map(refused.map((one) => [one.recipient ?? '', bounceOf(one)]));
  }
  if (failure.command === 'DATA' && isFinal(failure)) {
    // It is the message that was refused, not the people: nobody's address is at fault.
    const bounce: Fate = { ...bounceOf(failure), type: 'Transient', subType: 'ContentRejected' };
    return new Map(recipients.map((recipient) => [recipient, bounce]));
  }
  if (failure.command === 'MAIL FROM' && isFinal(failure)) {
    throw new SesError('MessageRejected', `The relay refused the sender: ${failure.response ?? failure.message}`);
  }
  throw new SesError('ServiceUnavailable', `The relay did not take the message: ${failure.message}`, 503);
}

function isFinal({ responseCode = 0 }: SmtpFailure): boolean {
  return responseCode >= 500 && responseCode < 600;
}

function bounceOf(failure: SmtpFailure): Fate & { kind: 'bounce' } {
  const words = failure.response ?? failure.message;
  return {
    kind: 'bounce',
    type: isFinal(failure) ? 'Permanent' : 'Transient',
    subType: 'General',
    status: /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? (isFinal(failure) ? '5.0.0' : '4.0.0'),
    diagnostic: words.slice(0, 500),
  };
}
