import { type DynamoDBClient, DynamoDBServiceException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { StateError } from './errors.ts';
import type { Json } from './expressions.ts';

/** What a task's resource does: given the arguments, its result, or a `StateError` that Retry and Catch can name. */
export type Integration = (args: Record<string, Json>, context: TaskContext) => Promise<unknown>;

/** By resource, such as `arn:aws:states:::lambda:invoke`. */
export type Integrations = Record<string, Integration>;

/** Who is calling. */
export interface TaskContext {
  /** The ARN of the execution. */
  execution: string;
  state: string;
  /** How often this visit to the state was tried again. */
  retries: number;
  token?: string;
}

/** Runs a function: what its handler returned, or the name and message of the error it ended in. */
export type InvokeFunction = (
  functionArn: string,
  payload: unknown,
) => Promise<{ payload: unknown } | { errorType: string; errorMessage: string }>;

/** The integrations of our definition, on the clients of the local table and queues. */
export function integrations({
  dynamodb,
  sqs,
  invoke,
}: {
  dynamodb: Pick<DynamoDBClient, 'send'>;
  sqs: Pick<SQSClient, 'send'>;
  invoke: InvokeFunction;
}): Integrations {
  const updateItem: Integration = async (args) => {
    try {
      const { $metadata: _, ...result } = await dynamodb.send(new UpdateItemCommand(args as never));
      return result;
    } catch (error) {
      throw dynamodbError(error);
    }
  };
  return {
    'arn:aws:states:::lambda:invoke': ({ FunctionName, Payload = {} }) =>
      invokeFunction(invoke, String(FunctionName), Payload),
    'arn:aws:states:::aws-sdk:dynamodb:updateItem': updateItem,
    'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken': updateItem,
    'arn:aws:states:::sqs:sendMessage': async ({ MessageBody, ...args }) => {
      const body = typeof MessageBody === 'string' ? MessageBody : JSON.stringify(MessageBody);
      try {
        const message = { ...args, MessageBody: body } as never;
        const { $metadata: _, ...result } = await sqs.send(new SendMessageCommand(message));
        return result;
      } catch (error) {
        throw new StateError(`SQS.${exceptionName(error, 'AmazonSQSException')}`, messageOf(error));
      }
    },
  };
}

async function invokeFunction(invoke: InvokeFunction, arn: string, payload: Json): Promise<unknown> {
  const answer = await invoke(arn, payload).catch((error: unknown) => {
    throw new StateError('Lambda.SdkClientException', messageOf(error));
  });
  if ('payload' in answer) return { ExecutedVersion: '$LATEST', Payload: answer.payload ?? null, StatusCode: 200 };
  const { errorType, errorMessage } = answer;
  // A function's own error arrives as the JSON that Lambda gives for it; Lambda's refusals arrive as their message.
  const cause = errorType.startsWith('Lambda.') ? errorMessage : JSON.stringify({ errorMessage, errorType });
  throw new StateError(errorType || 'Lambda.Unknown', cause);
}

/** `DynamoDb.ConditionalCheckFailedException` and its like; what the service's model does not name has a common name. */
function dynamodbError(error: unknown): StateError {
  const isModelled = error instanceof DynamoDBServiceException && error.constructor !== DynamoDBServiceException;
  const name = isModelled ? exceptionName(error, 'DynamoDbException') : undefined;
  const other = error instanceof DynamoDBServiceException ? 'DynamoDbException' : 'SdkClientException';
  return new StateError(`DynamoDb.${name ?? other}`, messageOf(error));
}

function exceptionName(error: unknown, otherwise: string): string {
  const { name, $fault } = error as { name?: string; $fault?: string };
  if (!$fault) return 'SdkClientException';
  if (!name) return otherwise;
  return name.endsWith('Exception') ? name : `${name}Exception`;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
