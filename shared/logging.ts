import { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import { Problem } from './problem.ts';

/** One logger a function. It logs ids, kinds and counts; never what somebody wrote, an address or a token. */
export const log = new Logger();

/** Names the function in its log lines and logs what it could not do, with the cause, before it fails. */
export function logging<Event, Result>(name: string): MiddlewareObj<Event, Result> {
  return {
    before: ({ context }) => {
      log.addContext(context);
      log.appendKeys({ part: name });
    },
    onError: ({ error }) => {
      // A problem is the caller's, and its detail may quote what they sent.
      if (error instanceof Problem) log.info('refused', { status: error.status, title: error.title });
      else log.error('failed', { error });
    },
  };
}
