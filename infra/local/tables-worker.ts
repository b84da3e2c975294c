import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';

/** Runs inside a worker thread: the table takes a third of all computing, which the other core can do. */
const server = dynalite({ path: (workerData as { path: string }).path, createTableMs: 0 });
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.postMessage((server.address() as AddressInfo).port);

parentPort?.once('message', async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  process.exit();
});
