import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { env, required } from '#shared/env.ts';

const queue = new SQSClient({});

/** Makes the message visible again after `seconds`, and a little more each time that it has come back before. */
export async function comeBack(record: SQSRecord, seconds: number): Promise<void> {
  const times = Number(record.attributes.ApproximateReceiveCount);
  await queue.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: required(env.outboxQueue),
      ReceiptHandle: record.receiptHandle,
      VisibilityTimeout: Math.min(900, seconds * times),
    }),
  );
}
