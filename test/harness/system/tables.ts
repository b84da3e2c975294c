import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import { type Backend, startTables } from '#infra/local/backends/backends.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the table of this test project runs on. */
    tables: 'dynalite' | 'DynamoDB Local';
  }
}

/** The table that this test project runs on. Started again on the same folder, it holds what it held. */
export function startChosenTables(folder: string): Promise<Backend> {
  return inject('tables') === 'dynalite' ? startTables(folder) : startShare(inject('dynamoDbLocal'), folder);
}

/** A share of the emulator that all tests use at once: it keeps the tables of each access key apart, and so one a folder. */
async function startShare(emulator: string, folder: string): Promise<Backend> {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 20);
  const server = createServer((incoming, response) => {
    const { method, url, headers } = incoming;
    const authorization = headers.authorization?.replace(/Credential=[^/]+/, `Credential=${key}`);
    const outgoing = request(`${emulator}${url}`, {
      agent: false,
      ...(method && { method }),
      headers: { ...headers, authorization },
    });
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  // Some functions are called with one attempt alone: a connection must not end just as it is used again.
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
