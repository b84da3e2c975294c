import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { System } from '#infra/local/system.ts';

/** Stands between functions and the backends of a system, and goes dead when it is told to. */
export class Wire {
  /** What functions that are called by hand get as their environment. */
  readonly endpoints: Record<string, string> = {};
  readonly #servers: Server[] = [];
  #left = Number.POSITIVE_INFINITY;
  #untilLost = Number.POSITIVE_INFINITY;
  #every: number | undefined;
  #seen = 0;

  static async before(system: System): Promise<Wire> {
    const wire = new Wire();
    const queue = system.template.queues.find(({ arn }) => arn === system.template.eventSources[0]?.queue);
    const urls = { ...system.endpoints, OUTBOX_QUEUE_URL: queue?.url ?? '' };
    const proxies = new Map<string, string>();
    for (const [name, url] of Object.entries(urls)) {
      const { origin } = new URL(url);
      if (!proxies.has(origin)) proxies.set(origin, await wire.#proxy(origin));
      wire.endpoints[name] = url.replace(origin, proxies.get(origin) ?? '');
    }
    return wire;
  }

  /** Lets `count` more requests be answered. The next one is carried out, but its answer is lost; later ones reach nobody. */
  cutAfter(count: number): void {
    this.#left = count;
  }

  /** Loses the answer to the request after the next `count`, which is carried out. Those that follow are answered again. */
  loseOnly(count: number): void {
    this.#untilLost = count;
  }

  mend(): void {
    this.#every = undefined;
    this.#left = Number.POSITIVE_INFINITY;
    this.#untilLost = Number.POSITIVE_INFINITY;
  }

  /** From now on one request in `count` is carried out and its answer lost, and one reaches nobody, in turns. */
  loseOneIn(count: number): void {
    this.#every = count;
  }

  /** Whether any answer was lost since `cutAfter` or `loseOnly`. */
  get isCut(): boolean {
    return this.#left < 0 || this.#untilLost < 0;
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    }
  }

  async #proxy(origin: string): Promise<string> {
    const server = createServer((incoming, response) => this.#pass(origin, incoming, response));
    // Nothing is tried again: a connection that either side gives up just as it is used would be a cut of its own.
    server.keepAliveTimeout = 600_000;
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  #pass(origin: string, incoming: IncomingMessage, response: ServerResponse): void {
    const { method, headers, url = '/' } = incoming;
    this.#left -= 1;
    this.#untilLost -= 1;
    if (this.#left < -1) {
      response.destroy();
      return;
    }
    this.#seen += 1;
    const isHit = this.#every !== undefined && this.#seen % this.#every === 0;
    if (isHit && this.#seen % (2 * (this.#every ?? 1)) === 0) {
      response.destroy();
      return;
    }
    const isLost = this.#left === -1 || this.#untilLost === -1 || isHit;
    const outgoing = request(new URL(url, origin), { agent: false, method, headers }, (answer) => {
      if (isLost) {
        answer.resume().once('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  }
}
