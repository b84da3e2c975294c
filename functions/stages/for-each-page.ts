import pMap from 'p-map';
import { persistently } from '#shared/aws/persistently.ts';
import { log } from '#shared/logging.ts';
import { type Page, UnreadableRecord } from '#shared/store/table.ts';
import { done, type MilestoneContext, type Progress } from './stage-contract.ts';

/** How many records are loaded at a time, and after how many it is noted how far the work has come. */
export const slice = 100;

/**
 * How many records the first call of a milestone's work deals with. Cohorts reach their milestones at one moment, and a
 * function runs only so many times at once: so everyone's first letters go out before anybody's second ones.
 */
const firstTurn = 10;

/** How many pages each later call deals with, while others wait; each call loads anew what its stage needs of the cohort. */
const pagesInTurn = 5;

/** How many records are dealt with at the same time: enough to hide latency, too few to exhaust sockets. */
const atOnce = 10;

/**
 * Does `act` for each record, several at a time. One that fails again and again does not keep the others from their turn; its
 * error is thrown when all have had theirs.
 */
export async function forEach<T>(records: readonly T[], act: (record: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  const attempt = (record: T) => persistently(() => act(record)).catch((error: unknown) => failures.push(error));
  await pMap(records, attempt, { concurrency: atOnce });
  if (failures.length > 1) log.warn('several records could not be dealt with', { count: failures.length });
  if (failures.length > 0) throw failures[0];
}

/**
 * Does `act` for each record of a list, from where an earlier call came, page by page until its turn is over or time runs
 * short. A page that fails does not keep the others from their turn, but it is where the next call goes on from. Throws when
 * that is where this call began: then nothing would be gained by going on at once.
 */
export async function forEachPage<T>(
  { after: begun, keepPlace, isTimeShort }: Pick<MilestoneContext, 'after' | 'keepPlace' | 'isTimeShort'>,
  load: (after: string | undefined, most: number) => Promise<Page<T>>,
  act: (record: T) => Promise<void>,
): Promise<Progress> {
  let goOnAfter = begun;
  let after = begun;
  let failure: unknown;
  let pages = 0;
  let isTurnOver: boolean;
  do {
    const isFirst = after === undefined;
    const { items, unreadable, next } = await persistently(() => load(after, isFirst ? firstTurn : slice));
    try {
      await forEach(items, act);
      if (unreadable.length > 0) throw new UnreadableRecord(unreadable);
    } catch (error) {
      failure ??= error;
    }
    after = next?.sk;
    if (failure === undefined) goOnAfter = after;
    // After a crash the next call goes on from here.
    if (failure === undefined && after !== undefined) await keepPlace(after);
    pages += 1;
    isTurnOver = failure === undefined && (isFirst || pages >= pagesInTurn);
  } while (after !== undefined && !isTurnOver && !isTimeShort());
  if (failure === undefined) return after === undefined ? done : { after };
  if (goOnAfter === begun) throw failure;
  log.warn('a part of the work failed and is done again', { error: failure as Error });
  return { after: goOnAfter as string };
}
