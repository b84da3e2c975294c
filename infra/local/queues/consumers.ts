import type { SQSClient } from '@aws-sdk/client-sqs';
import type { FauxqsServer } from 'fauxqs';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/local-functions.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { QueueConsumer } from './queue-consumer.ts';

interface Services {
  server: FauxqsServer;
  functions: Functions;
  client: SQSClient;
  clock: Clock;
  log: (line: string) => void;
}

/** One for each event source mapping of the template. */
export function consumersOf(
  { eventSources, queues }: Pick<LocalTemplate, 'eventSources' | 'queues'>,
  { server, ...services }: Services,
): QueueConsumer[] {
  return eventSources.map((source) => {
    const queue = queues.find(({ arn }) => arn === source.queue);
    if (!queue) throw new Error(`The template has no queue ${source.queue}.`);
    const mapping = {
      queueUrl: queue.url,
      queueArn: queue.arn,
      functionName: source.function,
      batchSize: source.batchSize,
      concurrency: source.concurrency,
      visibilitySeconds: queue.visibilitySeconds,
    };
    const contents = () => server.inspectQueue(queue.name)?.messages ?? { ready: [], delayed: [], inflight: [] };
    return new QueueConsumer(mapping, { ...services, contents, groupOf: cohortIn });
  });
}

/** The cohort that a message of ours is about, whose MessageGroupId it has; none where it is about all of them. */
function cohortIn(body: string): string {
  try {
    return z.object({ cohort: z.string() }).parse(JSON.parse(body)).cohort;
  } catch {
    return '';
  }
}
