import { createTransport } from 'nodemailer';
import type { Step } from '../people/persona.ts';
import { composeReply, outOfOffice } from './compose-reply.ts';
import type { Letter } from './letter.ts';

/** Hands people's replies to the system's SMTP server, over a few connections that stay open. */
export class PostOffice {
  readonly #transport: ReturnType<typeof transportTo>;

  constructor(port: number) {
    this.#transport = transportTo(port);
  }

  /** Composes and sends a reply. Resolves with the message when the server has taken it, rejects with what it said. */
  async send(letter: Letter, { draft, automatic }: Step): Promise<Buffer> {
    const raw = automatic
      ? await outOfOffice(letter, { ...draft, words: draft.words ?? '' })
      : await composeReply(letter, draft);
    // The null return path of automatic answers: nobody answers them (RFC 3834 section 3.3).
    await this.#transport.sendMail({
      raw,
      envelope: { from: automatic ? '' : draft.from.address, to: automatic ? letter.returnPath : letter.replyTo },
    });
    return raw;
  }

  close(): void {
    this.#transport.close();
  }
}

function transportTo(port: number) {
  return createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: 4,
    maxMessages: Number.POSITIVE_INFINITY,
    connectionTimeout: 5_000,
    socketTimeout: 30_000,
  });
}
