import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** What a server does with a request: breaks the connection at some point, answers with a status and an error code, or never. */
export type Behaviour =
  | 'takes it'
  | 'resets before the body'
  | 'resets during the body'
  | 'resets after the body'
  | 'hangs'
  | { status: number; code: string; words?: string };

/** Counts the requests that come to it, as bytes on a socket, so that nothing which is tried again goes unseen. */
export class CountingSes {
  behaviour: Behaviour = 'takes it';
  requests = 0;
  /** Of those, the ones that came whole: SES could have taken them. */
  whole = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor() {
    this.#server = createServer({ noDelay: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {});
      this.#serve(socket);
    });
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('It is not listening.');
    return `http://127.0.0.1:${address.port}`;
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  /** From now on it behaves so, and counts from nought. */
  will(behaviour: Behaviour): void {
    this.behaviour = behaviour;
    this.requests = 0;
    this.whole = 0;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    let read = Buffer.alloc(0);
    let end: number | undefined;
    socket.on('data', (chunk) => {
      if (read.length === 0) this.requests += 1;
      read = Buffer.concat([read, chunk]);
      const head = read.indexOf('\r\n\r\n');
      if (head === -1) return;
      if (this.behaviour === 'resets before the body') return void socket.resetAndDestroy();
      const length = Number(/^content-length: (\d+)/im.exec(read.toString('latin1', 0, head))?.[1] ?? 0);
      end = head + 4 + length;
      if (this.behaviour === 'resets during the body') return void socket.resetAndDestroy();
      if (read.length < end) return;
      this.whole += 1;
      read = read.subarray(end);
      this.#answer(socket);
    });
  }

  #answer(socket: Socket): void {
    const { behaviour } = this;
    if (behaviour === 'hangs') return;
    if (typeof behaviour === 'string' && behaviour !== 'takes it') return void socket.resetAndDestroy();
    const [status, body] = behaviour === 'takes it' ? [200, sent] : [behaviour.status, refused(behaviour)];
    socket.write(`HTTP/1.1 ${status} .\r\nContent-Type: text/xml\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  }
}

const sent =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>counted</MessageId>' +
  '</SendRawEmailResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></SendRawEmailResponse>';

const refused = ({ code, words = 'Told so by a test.' }: { code: string; words?: string }) =>
  '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>' +
  `<Code>${code}</Code><Message>${words}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
