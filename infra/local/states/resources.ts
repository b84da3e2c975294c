/** What a `Resource` of a task is, and the arguments that it takes here. */
export interface Resource {
  /** As the history names it, such as `aws-sdk:dynamodb`. */
  service: string;
  /** As the history names it, such as `updateItem.waitForTaskToken`. */
  action: string;
  /** The task ends when its token comes back, not when the call returns. */
  holds: boolean;
  arguments: readonly string[];
}

const updateItem = [
  'TableName',
  'Key',
  'UpdateExpression',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
];
const startExecution = ['StateMachineArn', 'Name', 'Input'];

const supported: Record<string, readonly string[]> = {
  'arn:aws:states:::lambda:invoke': ['FunctionName', 'Payload'],
  'arn:aws:states:::aws-sdk:dynamodb:updateItem': updateItem,
  'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken': updateItem,
  'arn:aws:states:::sqs:sendMessage': [
    'QueueUrl',
    'MessageBody',
    'DelaySeconds',
    'MessageAttributes',
    'MessageDeduplicationId',
    'MessageGroupId',
  ],
  'arn:aws:states:::aws-sdk:sfn:startExecution': startExecution,
  'arn:aws:states:::states:startExecution': startExecution,
};

/** The resources that a task may name. */
export const resources: ReadonlyMap<string, Resource> = new Map(
  Object.entries(supported).map(([arn, given]) => {
    const path = arn.slice('arn:aws:states:::'.length);
    const cut = path.lastIndexOf(':');
    const action = path.slice(cut + 1);
    return [
      arn,
      { service: path.slice(0, cut), action, holds: action.endsWith('.waitForTaskToken'), arguments: given },
    ] as const;
  }),
);

/** The resource of a task of a definition that has been read, and so is known to exist. */
export function resourceOf(arn: string): Resource {
  const resource = resources.get(arn);
  if (!resource) throw new Error(`No such resource: ${arn}`);
  return resource;
}
