import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import type { Credentials } from '../doors/credentials.ts';
import { forOurselves, loopback, putBefore } from '../doors/door.ts';

/** Runs inside a worker thread: the table takes a third of all computing, which the other core can do. */
const { path, credentials } = workerData as { path: string; credentials: Credentials };
const server = dynalite({ path, createTableMs: 0 });
putBefore(server, forOurselves(credentials));
server.listen(0, loopback);
await once(server, 'listening');
parentPort?.postMessage((server.address() as AddressInfo).port);

parentPort?.once('message', async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  process.exit();
});
