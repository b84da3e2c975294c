import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { install } from '@sinonjs/fake-timers';

/**
 * Runs inside a worker thread: one function instance, one invocation at a time, as on Lambda. `Date` alone is replaced,
 * so that the function lives in the local system's time while its sockets and timers live in ours.
 */
const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread.');
const { bundle, handler } = workerData as { bundle: string; handler: string };
const clock = install({ toFake: ['Date'] });
const loading = import(bundle) as Promise<Record<string, (event: unknown, context: unknown) => Promise<unknown>>>;

/** After so many invocations most of what they call is compiled. Node keeps the code of a bundle once, at the first flush. */
const enough = 10;
let served = 0;

export interface Invocation {
  id: string;
  event: unknown;
  now: number;
  timeoutMillis: number;
  functionName: string;
}

port.on('message', async ({ id, event, now, timeoutMillis, functionName }: Invocation) => {
  clock.setSystemTime(now);
  const started = performance.now();
  const context = {
    awsRequestId: id,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionName,
    memoryLimitInMB: '0',
    logGroupName: functionName,
    logStreamName: id,
    getRemainingTimeInMillis: () => Math.max(0, timeoutMillis - (performance.now() - started)),
  };
  try {
    const handle = (await loading)[handler];
    if (!handle) throw new Error(`${bundle} has no ${handler}.`);
    port.postMessage({ payload: JSON.stringify((await handle(event, context)) ?? null) });
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    port.postMessage({ errorType: failure.name, errorMessage: failure.message, stack: failure.stack });
  }
  served += 1;
  if (served === enough) flushCompileCache();
});
