import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type ReceiveMessageCommandOutput,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Functions } from './functions.ts';

interface Mapping {
  queueUrl: string;
  queueArn: string;
  functionName: string;
  batchSize: number;
  /** How many batches are under way at once. */
  concurrency: number;
}

/** An event source mapping: takes messages from a queue, gives them to a function, deletes those that it dealt with. */
export class QueueConsumer {
  readonly #mapping: Mapping;
  readonly #functions: Functions;
  readonly #client: SQSClient;
  readonly #log: (line: string) => void;
  readonly #stopping = new AbortController();
  readonly #pollers: Promise<void>[] = [];

  constructor(mapping: Mapping, functions: Functions, client: SQSClient, log: (line: string) => void) {
    this.#mapping = mapping;
    this.#functions = functions;
    this.#client = client;
    this.#log = log;
  }

  start(): void {
    for (let index = 0; index < this.#mapping.concurrency; index += 1) this.#pollers.push(this.#poll());
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#pollers);
  }

  async #poll(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const messages = await this.#receive();
      if (messages.length > 0) await this.#handle(messages);
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
    if ('errorType' in outcome) return;
    const response = outcome.payload as SQSBatchResponse | null;
    const failed = new Set(response?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const dealtWith = messages.filter(({ MessageId }) => MessageId && !failed.has(MessageId));
    if (dealtWith.length === 0) return;
    await this.#client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: this.#mapping.queueUrl,
        Entries: dealtWith.map(({ MessageId, ReceiptHandle }) => ({ Id: MessageId, ReceiptHandle })),
      }),
    );
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
