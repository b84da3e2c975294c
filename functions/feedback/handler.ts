import middy from '@middy/core';
import type { SNSEvent } from 'aws-lambda';
import { countedAs } from '#shared/counted.ts';
import { log, logging } from '#shared/logging.ts';
import { noteDeliveryReport } from './note-delivery-report.ts';
import { eventIn } from './notification.ts';

/** SES reports what became of an email. */
export const handler = middy<SNSEvent, void>()
  .use(logging('feedback'))
  .handler(async (event: SNSEvent) => {
    for (const { Sns } of event.Records) {
      const reported = eventIn(Sns.Message);
      if (reported) await noteDeliveryReport(reported);
      else log.info('a message that is no event', { notification: Sns.MessageId, ...countedAs('notAnEvent') });
    }
  });
