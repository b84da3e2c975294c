import type { SQSClient } from '@aws-sdk/client-sqs';
import type { FauxqsServer } from 'fauxqs';
import { type Invocations, invokedIn } from '../functions/invocations.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { redriveDeadLetters } from './dead-letters.ts';

interface Services {
  server: FauxqsServer;
  sqs: Pick<SQSClient, 'send'>;
  invocations: Invocations;
}

/** What functions have failed on for the last time, by queue or asynchronously: how much there is, and how it is tried again. */
export function givenUpOf(template: LocalTemplate, { server, sqs, invocations }: Services) {
  const deadLetters = template.queues.filter(({ arn }) =>
    template.queues.some((one) => one.redrive?.deadLetterArn === arn),
  );
  const unread = new Set([...invokedIn(template).flatMap(({ onFailure }) => onFailure ?? []), ...deadLetters]);
  return {
    count: () => [...unread].reduce((sum, { name }) => sum + messagesIn(server, name), 0),
    redrive: async () => (await invocations.redrive()) + (await redriveDeadLetters(sqs, template.queues)),
  };
}

function messagesIn(server: FauxqsServer, queue: string): number {
  const { ready, delayed, inflight } = server.inspectQueue(queue)?.messages ?? { ready: [], delayed: [], inflight: [] };
  return ready.length + delayed.length + inflight.length;
}
