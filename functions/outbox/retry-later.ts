import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { env, required } from '#shared/env.ts';

const queue = new SQSClient({});

const longestDelay = 3600;

/** Makes the message visible again after `seconds`, twice as long each time that it has come back before, up to an hour. */
export async function retryLater(record: SQSRecord, seconds: number): Promise<void> {
  const before = Number(record.attributes.ApproximateReceiveCount) - 1;
  await queue.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: required(env.outboxQueue),
      ReceiptHandle: record.receiptHandle,
      VisibilityTimeout: Math.min(longestDelay, seconds * 2 ** before),
    }),
  );
}
