import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  MessageNotInflight,
  ReceiveMessageCommand,
  type ReceiveMessageCommandOutput,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Clock } from '../clock.ts';
import type { Functions } from '../functions/local-functions.ts';
import { Turns } from './turns.ts';

interface Mapping {
  queueUrl: string;
  queueArn: string;
  functionName: string;
  batchSize: number;
  /** How many batches are under way at once. */
  concurrency: number;
  /** For how long the queue hides a message that a function was given. */
  visibilitySeconds: number;
}

/** What is in a queue now. */
interface Contents {
  ready: readonly unknown[];
  delayed: readonly unknown[];
  /** Received and not deleted; they can be received again from `visibilityDeadline` on, in milliseconds of real time. */
  inflight: readonly { receiptHandle: string; visibilityDeadline: number }[];
}

interface Services {
  functions: Pick<Functions, 'invoke'>;
  client: Pick<SQSClient, 'send'>;
  contents: () => Contents;
  /** Whose a message is, by its body: fauxqs does not keep the MessageGroupId by which SQS does it. */
  groupOf: (body: string) => string;
  clock: Clock;
  log: (line: string) => void;
}

/** Hides what was received until a function is given it: as long as SQS can. */
const whileHeld = 12 * 3600;

/**
 * An event source mapping: takes messages from a queue, gives them to a function, deletes those that it dealt with. The
 * others come back when their time has passed on the system's clock; the queue's own runs in real time. As in SQS's fair
 * queues, no group of messages waits for all of another's: what is there is received, and given on in turns.
 */
export class QueueConsumer {
  readonly #mapping: Mapping;
  readonly #services: Services;
  readonly #stopping = new AbortController();
  readonly #buffered = new Turns<Message>();
  readonly #underWay = new Set<Promise<void>>();
  /** Receipt handles of messages that wait for their time, and how to call that off. */
  readonly #waiting = new Map<string, () => void>();
  #receiving: Promise<void> | undefined;

  constructor(mapping: Mapping, services: Services) {
    this.#mapping = mapping;
    this.#services = services;
  }

  async start(): Promise<void> {
    // The process that received these has ended.
    await Promise.all(this.#services.contents().inflight.map(({ receiptHandle }) => this.#show(receiptHandle)));
    this.#receiving = this.#receiveAll();
  }

  /** Waits for the batches that a function has. What is only held is received again at the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#receiving;
    await Promise.all(this.#underWay);
    for (const callOff of this.#waiting.values()) callOff();
  }

  /** Whether there is a message that does not just wait for its time. */
  busy(): boolean {
    const { ready, delayed, inflight } = this.#services.contents();
    return ready.length + delayed.length > 0 || inflight.some(({ receiptHandle }) => !this.#waiting.has(receiptHandle));
  }

  /** Lets a message that was not dealt with wait, for as long as the queue would hide it. */
  #wait(receiptHandle: string): void {
    const hidden = this.#services.contents().inflight.find((one) => one.receiptHandle === receiptHandle);
    if (!hidden || this.#stopping.signal.aborted) return;
    const { clock } = this.#services;
    const callOff = clock.at(clock.now() + hidden.visibilityDeadline - Date.now(), () => {
      this.#waiting.delete(receiptHandle);
      void this.#show(receiptHandle);
    });
    this.#waiting.set(receiptHandle, callOff);
  }

  async #show(receiptHandle: string): Promise<void> {
    const { queueUrl } = this.#mapping;
    // A millisecond, because fauxqs loses a message that is to be visible in no time at all.
    const atOnce = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 0.001 };
    try {
      await this.#services.client.send(new ChangeMessageVisibilityCommand(atOnce));
    } catch (error) {
      // In real time it may have come back just before.
      if (!(error instanceof MessageNotInflight)) this.#services.log(`queue ${queueUrl}: ${(error as Error).message}`);
    }
  }

  async #receiveAll(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      for (const message of await this.#receive())
        this.#buffered.add(this.#services.groupOf(message.Body ?? ''), message);
      this.#giveOn();
    }
  }

  #giveOn(): void {
    const { batchSize, concurrency, queueArn } = this.#mapping;
    while (this.#underWay.size < concurrency && this.#buffered.size > 0 && !this.#stopping.signal.aborted) {
      const messages = this.#buffered.take(Math.min(10, batchSize));
      const work = this.#handle(messages)
        .catch((error: Error) => {
          this.#services.log(`queue ${queueArn}: ${error.message}`);
          for (const { ReceiptHandle = '' } of messages) this.#wait(ReceiptHandle);
        })
        .finally(() => {
          this.#underWay.delete(work);
          this.#giveOn();
        });
      this.#underWay.add(work);
    }
  }

  async #receive(): Promise<Message[]> {
    try {
      const { Messages = [] }: ReceiveMessageCommandOutput = await this.#services.client.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#mapping.queueUrl,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 20,
          VisibilityTimeout: whileHeld,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
        { abortSignal: this.#stopping.signal },
      );
      return Messages;
    } catch (error) {
      if (!this.#stopping.signal.aborted) {
        this.#services.log(`queue ${this.#mapping.queueArn}: ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return [];
    }
  }

  async #handle(messages: readonly Message[]): Promise<void> {
    const { functions, client } = this.#services;
    await client.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: this.#mapping.queueUrl,
        Entries: messages.map(({ MessageId, ReceiptHandle }) => ({
          Id: MessageId,
          ReceiptHandle,
          VisibilityTimeout: this.#mapping.visibilitySeconds,
        })),
      }),
    );
    const outcome = await functions.invoke(this.#mapping.functionName, this.#event(messages));
    const failed = 'errorType' in outcome ? messages : messages.filter(reportedIn(outcome.payload));
    const dealtWith = messages.filter((message) => !failed.includes(message));
    if (dealtWith.length > 0) {
      await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: this.#mapping.queueUrl,
          Entries: dealtWith.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle })),
        }),
      );
    }
    for (const { ReceiptHandle = '' } of failed) this.#wait(ReceiptHandle);
  }

  #event(messages: readonly Message[]): SQSEvent {
    return {
      Records: messages.map((message) => ({
        messageId: message.MessageId ?? '',
        receiptHandle: message.ReceiptHandle ?? '',
        body: message.Body ?? '',
        attributes: message.Attributes as unknown as SQSEvent['Records'][number]['attributes'],
        messageAttributes: {},
        md5OfBody: message.MD5OfBody ?? '',
        eventSource: 'aws:sqs',
        eventSourceARN: this.#mapping.queueArn,
        awsRegion: this.#mapping.queueArn.split(':')[3] ?? '',
      })),
    };
  }
}

/** Whether a message is among those that the function could not deal with. */
function reportedIn(payload: unknown): (message: Message) => boolean {
  const failures = (payload as SQSBatchResponse | null)?.batchItemFailures ?? [];
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  return ({ MessageId = '' }) => failed.has(MessageId);
}
