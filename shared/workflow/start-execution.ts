import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Cohort } from '#domain/program/cohort.ts';
import { stageOf } from '#domain/program/milestones.ts';
import type { ExecutionInput } from '#domain/program/workflow-messages.ts';
import { env, required } from '#shared/env.ts';

const machine = new SFNClient({});

/** Derived from the cohort, so that starting is idempotent. */
export function executionName(cohort: Pick<Cohort, 'id' | 'stage' | 'generation'>): string {
  return `${cohort.id}-${cohort.stage}-${cohort.generation}`;
}

/** Starts the workflow of a cohort at its stage. Does nothing when it was started already. */
export async function startExecution(cohort: Pick<Cohort, 'id' | 'stage' | 'generation' | 'schedule'>): Promise<void> {
  const { id, stage, generation } = cohort;
  const { kind } = stageOf(cohort, stage);
  const input: ExecutionInput = { cohort: id, stage, kind, generation, rounds: 0 };
  try {
    await machine.send(
      new StartExecutionCommand({
        stateMachineArn: required(env.cohortMachine),
        name: executionName(cohort),
        input: JSON.stringify(input),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
  }
}
