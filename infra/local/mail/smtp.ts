import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { loopback } from '../doors/door.ts';
import { keepRoom } from './crowd.ts';

export interface ReceivedMail {
  raw: Buffer;
  /** The envelope's sender; '' for the null return path of bounces and automatic replies. */
  from: string;
  /** The envelope's recipients, each once. */
  to: string[];
  /** Address of the sending host. */
  remote: string;
}

export interface InboundOptions {
  /** Recipients at any other domain are refused, but for those who `knows` says have a mailbox here. */
  domain: string;
  knows?: (address: string) => boolean;
  /** Keeps the message. The sender is told 250 only after it resolved, and 451 ("try later") when it rejected. */
  receive: (mail: ReceivedMail) => Promise<void>;
  port?: number;
  /** SES takes in 40 MB. */
  maxBytes?: number;
  maxClients?: number;
  trouble?: (what: string, cause: unknown) => void;
}

export interface Inbound {
  port: number;
  /** True while a message is being kept. */
  busy(): boolean;
  close(): Promise<void>;
}

/** All messages on their way in together: three of the largest, or thousands of ordinary ones. */
const MAX_BYTES_AT_ONCE = 128 * 1024 * 1024;
/** SES's limit for a message that comes in. */
const MAX_RECIPIENTS = 100;

/** An SMTP server on this machine that takes mail for one domain, in place of SES's inbound endpoint. */
export async function startInbound(options: InboundOptions): Promise<Inbound> {
  const { domain, maxBytes = 40 * 1024 * 1024, trouble = () => {} } = options;
  const atDomain = `@${domain.toLowerCase()}`;
  let keeping = 0;
  let bytesAtOnce = 0;

  /** The message, or undefined when there is no room for it now. What is too much is read past, not kept. */
  async function readAll(stream: SMTPServerDataStream): Promise<{ raw: Buffer | undefined; size: number }> {
    const chunks: Buffer[] = [];
    let size = 0;
    let hasRoom = true;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        hasRoom &&= !stream.sizeExceeded && bytesAtOnce + chunk.length <= MAX_BYTES_AT_ONCE;
        if (!hasRoom) continue;
        chunks.push(chunk);
        size += chunk.length;
        bytesAtOnce += chunk.length;
      }
      return { raw: hasRoom ? Buffer.concat(chunks) : undefined, size };
    } catch (failure) {
      bytesAtOnce -= size;
      throw failure;
    }
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const { raw, size } = await readAll(stream);
    // From here on it is work. Until then it is a socket, which may stay half-way for as long as it likes.
    keeping += 1;
    try {
      if (stream.sizeExceeded) throw refusal(552, `5.3.4 Message is larger than ${maxBytes} bytes`);
      if (raw === undefined) throw refusal(452, '4.3.1 Too much mail at once, try again in a moment');
      const to = new Map(session.envelope.rcptTo.map(({ address }) => [address.toLowerCase(), address]));
      const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
      await options.receive({ raw, from, to: [...to.values()], remote: session.remoteAddress });
    } finally {
      keeping -= 1;
      bytesAtOnce -= size;
    }
  }

  const server = new SMTPServer({
    name: 'localhost',
    banner: 'Telemachy',
    size: maxBytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    socketTimeout: 20_000,
    closeTimeout: 1_000,
    onRcptTo({ address }, session, done) {
      const isHere = address.toLowerCase().endsWith(atDomain) || options.knows?.(address.toLowerCase());
      if (!isHere) return done(refusal(550, '5.7.1 No such recipient here'));
      if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) return done(refusal(452, '4.5.3 Too many recipients'));
      done();
    },
    onData(stream, session, done) {
      take(stream, session).then(
        () => done(null, 'OK'),
        (failure: Error & { responseCode?: number }) => {
          if (failure.responseCode !== undefined) return done(failure);
          trouble('A message could not be kept; its sender was told to try again.', failure);
          done(refusal(451, '4.3.0 Could not keep the message, try again later'));
        },
      );
    },
  });
  // A client that goes away in the middle of a line is its own affair; the server goes on.
  server.on('error', (failure) => trouble('An SMTP connection failed.', failure));

  const listening = server.listen(options.port ?? 0, loopback);
  keepRoom(listening, options.maxClients ?? 64);
  await new Promise<void>((resolve, reject) => {
    listening.once('listening', resolve);
    listening.once('error', reject);
  });
  return {
    port: (listening.address() as AddressInfo).port,
    busy: () => keeping > 0,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
