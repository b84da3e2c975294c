import middy from '@middy/core';
import type { SESEvent } from 'aws-lambda';
import { logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { receive } from './receive.ts';
import { Receipt } from './ses-receipt.ts';

/** A reply has arrived. */
export const handler = middy<SESEvent, void>()
  .use(logging('inbox'))
  .handler(async (event: SESEvent) => {
    for (const record of event.Records) await receive(Receipt.parse(record), now());
  });
