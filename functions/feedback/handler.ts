import middy from '@middy/core';
import type { SNSEvent } from 'aws-lambda';
import { observed } from '#shared/observed.ts';
import { Notification } from './notification.ts';
import { record } from './record.ts';

/** SES reports what became of an email. */
export const handler = middy<SNSEvent, void>()
  .use(observed('feedback'))
  .handler(async (event: SNSEvent) => {
    for (const { Sns } of event.Records) await record(Notification.parse(JSON.parse(Sns.Message)));
  });
