import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { credentials } from '#infra/local/doors/credentials.ts';
import type { System } from '#infra/local/system.ts';
import { cohortPartition } from '#shared/store/keys.ts';

// biome-ignore lint/suspicious/noExplicitAny: an item as it lies in the table, whatever it is.
export type Item = Record<string, any>;

/** The table of a running system, read and altered behind its back. */
export class Table {
  readonly #name: string;
  readonly #documents: DynamoDBDocumentClient;

  constructor({ endpoints, template }: System) {
    const endpoint = endpoints.AWS_ENDPOINT_URL_DYNAMODB ?? '';
    this.#name = template.tables[0]?.name ?? '';
    this.#documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint }));
  }

  /** Items of a cohort, or those whose sort key begins so, in the order of their keys. */
  async items(cohort: string, begins?: string): Promise<Item[]> {
    const query: QueryCommandInput = {
      TableName: this.#name,
      KeyConditionExpression: begins ? 'pk = :pk AND begins_with(sk, :begins)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': cohortPartition(cohort), ...(begins && { ':begins': begins }) },
      ConsistentRead: true,
    };
    const items: Item[] = [];
    for await (const { Items = [] } of paginateQuery({ client: this.#documents }, query)) items.push(...Items);
    return items;
  }

  async put(item: Item): Promise<void> {
    await this.#documents.send(new PutCommand({ TableName: this.#name, Item: item }));
  }

  async remove({ pk, sk }: Item): Promise<void> {
    await this.#documents.send(new DeleteCommand({ TableName: this.#name, Key: { pk, sk } }));
  }
}
