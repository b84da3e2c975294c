/** What a synthesised template asks the local system to run, with nothing left to resolve. */
export interface LocalTemplate {
  tables: LocalTable[];
  queues: LocalQueue[];
  buckets: { id: string; name: string; arn: string }[];
  secrets: { id: string; name: string; arn: string; length: number; punctuation: boolean }[];
  functions: LocalFunction[];
  /** Queues that feed functions. */
  eventSources: EventSource[];
  /** What is put on a queue again and again: the queue's ARN, the message, and every how many minutes. */
  schedules: { queue: string; body: string; minutes: number }[];
  /** What becomes of asynchronous invocations that fail, of the functions for which the template says so. */
  asyncInvocations: AsyncInvocation[];
  stateMachines: { id: string; name: string; arn: string; definition: Record<string, unknown> }[];
  routes: LocalRoute[];
  /** SNS topics, and the ids of the functions that are called with what is published. */
  topics: { id: string; arn: string; functions: string[] }[];
  receiptRules: ReceiptRule[];
  configurationSets: ConfigurationSet[];
}

export interface LocalTable {
  id: string;
  name: string;
  /** As DynamoDB's CreateTable takes them. */
  keySchema: { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
  attributes: { AttributeName: string; AttributeType: 'S' | 'N' | 'B' }[];
  indexes: { IndexName: string; KeySchema: LocalTable['keySchema']; Projection: { ProjectionType: 'ALL' } }[];
  /** The attribute that holds, in seconds since 1970, when an item expires. */
  ttl?: string;
}

export interface LocalQueue {
  id: string;
  name: string;
  arn: string;
  url: string;
  visibilitySeconds: number;
  retentionSeconds: number;
  redrive?: { deadLetterArn: string; maxReceiveCount: number };
}

export interface LocalFunction {
  id: string;
  name: string;
  arn: string;
  /** The folder with the bundle: its asset in the synthesised folder. */
  folder: string;
  /** The module in `folder`, and the name of what it exports. */
  file: string;
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memory: number;
}

export interface EventSource {
  /** The queue's ARN, and the function's id. */
  queue: string;
  function: string;
  batchSize: number;
  reportsFailures: boolean;
  /** How many batches at a time. */
  concurrency: number;
}

export interface AsyncInvocation {
  function: string;
  retries: number;
  /** The ARN of the queue that a record of an invocation goes to that failed for the last time. */
  queue: string | undefined;
}

export interface LocalRoute {
  method: string;
  /** With parameters in braces: `/v1/cohorts/{id}`. */
  path: string;
  function: string;
  /** Scopes of which a token must hold one; undefined when the route needs no token. */
  scopes: string[] | undefined;
}

export interface ReceiptRule {
  ruleSet: string;
  /** Addresses, or domains for all their addresses. */
  recipients: string[];
  bucket: string;
  prefix: string;
  function: string;
}

export interface ConfigurationSet {
  name: string;
  /** Where which events go: a topic's ARN, and kinds such as `bounce`. */
  destinations: { topic: string; events: string[] }[];
}
