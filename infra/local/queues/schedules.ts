import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MovableClock } from '../clock.ts';
import type { LocalTemplate } from '../template/local-template.ts';

/** The rules of EventBridge that put a message on a queue again and again. */
export class Schedules {
  readonly #underWay = new Set<Promise<unknown>>();
  #isStopped = false;

  constructor(
    { schedules, queues }: Pick<LocalTemplate, 'schedules' | 'queues'>,
    { client, clock, log }: { client: SQSClient; clock: MovableClock; log: (line: string) => void },
  ) {
    for (const { queue, body, minutes } of schedules) {
      const url = queues.find(({ arn }) => arn === queue)?.url;
      if (url === undefined) throw new Error(`The template has no queue ${queue}.`);
      clock.every(minutes * 60_000, () => {
        if (this.#isStopped) return;
        const work = client
          .send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }))
          .catch((error: unknown) => log(`schedule of ${queue}: ${error}`))
          .finally(() => this.#underWay.delete(work));
        this.#underWay.add(work);
      });
    }
  }

  busy(): boolean {
    return this.#underWay.size > 0;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#underWay);
  }
}
