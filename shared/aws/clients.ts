import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Clients are made once per process and find their endpoints by the SDK's own variables, so that a function can't tell
 * AWS from one machine. Undefined attributes are left out rather than refused: an optional field is an absent one.
 */
export const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});
