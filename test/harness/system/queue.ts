import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { credentials } from '#infra/local/doors/credentials.ts';
import type { System } from '#infra/local/system.ts';

/** A queue of the system that nobody listens to, for functions that are called by hand. */
export class Queue {
  readonly url: string;
  readonly #client: SQSClient;

  constructor({ endpoints, template }: System) {
    const endpoint = endpoints.AWS_ENDPOINT_URL_SQS ?? '';
    const listened = new Set(template.eventSources.map(({ queue }) => queue));
    this.url = template.queues.find(({ arn }) => !listened.has(arn))?.url ?? '';
    this.#client = new SQSClient({ region: 'eu-west-1', credentials, endpoint });
  }

  /** The event that a function gets for a message with this body. */
  async eventOf(body: unknown): Promise<SQSEvent> {
    await this.#client.send(new SendMessageCommand({ QueueUrl: this.url, MessageBody: JSON.stringify(body) }));
    const { Messages = [] } = await this.#client.send(
      new ReceiveMessageCommand({ QueueUrl: this.url, MessageSystemAttributeNames: ['All'] }),
    );
    const Records = Messages.map(({ MessageId, ReceiptHandle, Body, Attributes }) => ({
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: Attributes,
    }));
    return { Records } as unknown as SQSEvent;
  }
}
