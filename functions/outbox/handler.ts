import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { OutboundMessage } from '#domain/program/workflow-messages.ts';
import { answerMillis } from '#shared/aws/ses.ts';
import { log, logging } from '#shared/logging.ts';
import { now } from '#shared/now.ts';
import { dispatch } from './dispatch.ts';
import { loadMessage } from './load-message.ts';
import { retryLater } from './retry-later.ts';
import { SendLater } from './send.ts';

/** What one email may take: SES's whole time to answer, and the few requests around it. */
const enoughMillis = answerMillis + 4_000;

/**
 * Sends queued emails, one after the other, for SES has a rate. What failed goes back to the queue alone; what SES asked
 * us to send later goes back with a delay.
 */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(logging('outbox'))
  .handler(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
    // What they need is fetched for all of them at once; a failure counts when it is the turn of its message.
    const found = event.Records.map(async ({ body }) => loadMessage(OutboundMessage.parse(JSON.parse(body))));
    await Promise.allSettled(found);
    for (const [index, record] of event.Records.entries()) {
      try {
        // Cut off by its own timeout, it would not know whether SES has the email. What there is no time for comes back.
        if (context.getRemainingTimeInMillis() < enoughMillis) throw new SendLater(1);
        await dispatch(await (found[index] as (typeof found)[number]), now());
      } catch (error) {
        if (error instanceof SendLater) await retryLater(record, error.seconds);
        else log.error('could not send', { error: error as Error, record: record.messageId });
        batchItemFailures.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures };
  });
