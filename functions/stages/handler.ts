import middy from '@middy/core';
import { StageTask } from '#domain/workflow.ts';
import { now } from '#shared/now.ts';
import { observed } from '#shared/observed.ts';
import { reconcile } from './reconcile.ts';

/** One step of a cohort's workflow: does what is due and says when to come back. */
export const handler = middy()
  .use(observed('stages'))
  .handler(async (event: unknown) => reconcile(StageTask.parse(event), now()));
