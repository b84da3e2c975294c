import type { Page } from '#shared/store/table.ts';
import type { Progress } from './work.ts';

/** How many records one call deals with. 100 people are 400 writes: some seconds, far from a function's time limit. */
export const slice = 100;

/** How many records are dealt with at the same time: enough to hide latency, too few to exhaust sockets. */
const atOnce = 10;

/** Does `act` for each record of a page, several at a time, and says how far that went. */
export async function forEach<T>(page: Page<T>, act: (record: T) => Promise<void>): Promise<Progress> {
  const waiting = [...page.items];
  const worker = async () => {
    for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) await act(record);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return page.next ? { after: page.next.sk } : { done: true };
}
