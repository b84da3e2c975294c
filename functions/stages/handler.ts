import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { StageTask } from '#domain/program/workflow-messages.ts';
import { persistently } from '#shared/aws/persistently.ts';
import { logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { reconcile } from './reconcile.ts';

/** Milliseconds that are kept for a page of records that has begun, and for noting how far the work has come. */
const enough = 120_000;

/** One step of a cohort's workflow: does what is due and says when to come back. */
export const handler = middy()
  .use(logging('stages'))
  .handler(async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) =>
    persistently(() => reconcile(StageTask.parse(event), now(), () => context.getRemainingTimeInMillis() < enough)),
  );
