import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  type Message,
  MessageNotInflight,
  ReceiveMessageCommand,
  type ReceiveMessageCommandOutput,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Clock } from './clock.ts';
import type { Functions } from './functions.ts';

interface Mapping {
  queueUrl: string;
  queueArn: string;
  functionName: string;
  batchSize: number;
  /** How many batches are under way at once. */
  concurrency: number;
}

/** What is in a queue now. */
interface Contents {
  ready: readonly unknown[];
  delayed: readonly unknown[];
  /** Received and not deleted; they can be received again from `visibilityDeadline` on, in milliseconds of real time. */
  inflight: readonly { receiptHandle: string; visibilityDeadline: number }[];
}

interface Around {
  functions: Functions;
  client: SQSClient;
  contents: () => Contents;
  clock: Clock;
  log: (line: string) => void;
}

/**
 * An event source mapping: takes messages from a queue, gives them to a function, deletes those that it dealt with. The
 * others come back when their time has passed on the system's clock; the queue's own runs in real time.
 */
export class QueueConsumer {
  readonly #mapping: Mapping;
  readonly #functions: Functions;
  readonly #client: SQSClient;
  readonly #contents: () => Contents;
  readonly #clock: Clock;
  readonly #log: (line: string) => void;
  readonly #stopping = new AbortController();
  readonly #pollers: Promise<void>[] = [];
  /** Receipt handles of messages that wait for their time, and how to call that off. */
  readonly #waiting = new Map<string, () => void>();

  constructor(mapping: Mapping, { functions, client, contents, clock, log }: Around) {
    this.#mapping = mapping;
    this.#functions = functions;
    this.#client = client;
    this.#contents = contents;
    this.#clock = clock;
    this.#log = log;
  }

  async start(): Promise<void> {
    // Whoever received these died with the process that it ran in.
    await Promise.all(this.#contents().inflight.map(({ receiptHandle }) => this.#show(receiptHandle)));
    for (let index = 0; index < this.#mapping.concurrency; index += 1) this.#pollers.push(this.#poll());
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#pollers);
    for (const callOff of this.#waiting.values()) callOff();
  }

  /** Whether there is a message that does not just wait for its time. */
  busy(): boolean {
    const { ready, delayed, inflight } = this.#contents();
    return ready.length + delayed.length > 0 || inflight.some(({ receiptHandle }) => !this.#waiting.has(receiptHandle));
  }

  /** Lets a message that was not dealt with wait, for as long as the queue would hide it. */
  #wait(receiptHandle: string): void {
    const hidden = this.#contents().inflight.find((one) => one.receiptHandle === receiptHandle);
    if (!hidden || this.#stopping.signal.aborted) return;
    const callOff = this.#clock.at(this.#clock.now() + hidden.visibilityDeadline - Date.now(), () => {
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
      await this.#client.send(new ChangeMessageVisibilityCommand(atOnce));
    } catch (error) {
      // In real time it may have come back just before.
      if (!(error instanceof MessageNotInflight)) this.#log(`queue ${queueUrl}: ${(error as Error).message}`);
    }
  }

  async #poll(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const messages = await this.#receive();
      if (messages.length === 0) continue;
      await this.#handle(messages).catch((error: Error) => {
        this.#log(`queue ${this.#mapping.queueArn}: ${error.message}`);
        for (const { ReceiptHandle = '' } of messages) this.#wait(ReceiptHandle);
      });
    }
  }

  async #receive(): Promise<Message[]> {
    try {
      const { Messages = [] }: ReceiveMessageCommandOutput = await this.#client.send(
        new ReceiveMessageCommand({
          QueueUrl: this.#mapping.queueUrl,
          MaxNumberOfMessages: Math.min(10, this.#mapping.batchSize),
          WaitTimeSeconds: 20,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
        { abortSignal: this.#stopping.signal },
      );
      return Messages;
    } catch (error) {
      if (!this.#stopping.signal.aborted) {
        this.#log(`queue ${this.#mapping.queueArn}: ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      return [];
    }
  }

  async #handle(messages: readonly Message[]): Promise<void> {
    const outcome = await this.#functions.invoke(this.#mapping.functionName, this.#event(messages));
    const failed = 'errorType' in outcome ? messages : messages.filter(reportedIn(outcome.payload));
    const dealtWith = messages.filter((message) => !failed.includes(message));
    if (dealtWith.length > 0) {
      await this.#client.send(
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
