import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { LocalQueue } from '../template/local-template.ts';

/** Moves what a queue has given up to the queue it came from, as SQS's own redrive does. Returns how many messages. */
export async function redriveDeadLetters(sqs: Pick<SQSClient, 'send'>, queues: readonly LocalQueue[]): Promise<number> {
  let count = 0;
  for (const queue of queues) {
    const deadLetters = queues.find(({ arn }) => arn === queue.redrive?.deadLetterArn);
    if (!deadLetters) continue;
    const receive = { QueueUrl: deadLetters.url, MaxNumberOfMessages: 10, VisibilityTimeout: 60 };
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(receive));
      if (Messages.length === 0) break;
      for (const { Body, ReceiptHandle } of Messages) {
        // Moved first: a message that is in both is dealt with twice, which does no harm; one that is in neither is lost.
        await sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: Body }));
        await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLetters.url, ReceiptHandle }));
      }
      count += Messages.length;
    }
  }
  return count;
}
