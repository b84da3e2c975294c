import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '#infra/local/backends/backends.ts';
import { startChosenTables } from './tables.ts';

/** A request to the table: its operation, such as `PutItem`, and its body as text. */
export interface Request {
  operation: string;
  body: string;
}

/** Stands between a whole system and its table: sees every request, and refuses those that it is told to. */
export class TableProxy {
  /** Says which requests find nobody there. */
  refuses: (request: Request) => boolean = () => false;
  /** Is told of each request that was answered, and of the answer. */
  onAnswered: ((request: Request, answer: string) => void) | undefined;
  /** What is done to a request on its way. */
  alters: (request: Request) => string = ({ body }) => body;

  /** To be given to a system as its `startTables`. */
  readonly start = async (folder: string): Promise<Backend> => {
    const tables = await startChosenTables(folder);
    const { url, stop } = await this.before(tables.url);
    return {
      url,
      async stop() {
        await stop();
        await tables.stop();
      },
    };
  };

  /** The same for functions that are called by hand: stands before a table that somebody else has started. */
  async before(table: string): Promise<Backend> {
    const server = createServer((incoming, response) => void this.#pass(table, incoming, response));
    server.keepAliveTimeout = 600_000;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      async stop() {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      },
    };
  }

  async #pass(url: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    const asked = { operation, body: Buffer.concat(chunks).toString() };
    if (this.refuses(asked)) {
      response.destroy();
      return;
    }
    const body = this.alters(asked);
    const headers = { ...incoming.headers, 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(url, { agent: false, method: 'POST', headers }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer as AsyncIterable<Buffer>) parts.push(part);
      const text = Buffer.concat(parts);
      this.onAnswered?.(asked, text.toString());
      response.writeHead(answer.statusCode ?? 502, answer.headers).end(text);
    });
    outgoing.on('error', () => response.destroy());
    outgoing.end(body);
  }
}
