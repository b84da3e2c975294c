import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { Cohort } from '#domain/program/cohort.ts';
import { stageOf } from '#domain/program/milestones.ts';
import * as cohorts from '#shared/store/cohorts.ts';

const machine = new SFNClient({});

/** What Step Functions says of a token that has been used, has run out or never was. Then there is nothing to wake. */
const staleToken = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** Raises the cohort's revision, so that a hold being stored is refused, and ends the hold that is stored. */
export async function wake(cohort: string): Promise<void> {
  const before = await cohorts.raise(cohort);
  if (before) await wakeExecution(before);
}

/** Has the cohort look again at who is paired with whom, if that is still open. */
export async function wakeMatching(cohort: Cohort): Promise<void> {
  if (cohort.status !== 'running') return;
  const { kind } = stageOf(cohort, cohort.stage);
  if (kind === 'match' || kind === 'kickoff') await wake(cohort.id);
}

/** Ends the hold of the execution whose token the record held when its revision was raised. */
export async function wakeExecution(before: Pick<Cohort, 'wakeToken'>): Promise<void> {
  if (!before.wakeToken) return;
  try {
    await machine.send(new SendTaskSuccessCommand({ taskToken: before.wakeToken, output: '{}' }));
  } catch (error) {
    if (!(error instanceof Error) || !staleToken.has(error.name)) throw error;
  }
}
