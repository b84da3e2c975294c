import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Intrinsics, type Locally, type Resource } from './intrinsics.ts';
import { ignored, properties, unused } from './properties.ts';

export type { Locally } from './intrinsics.ts';

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

type Known = typeof properties;

/**
 * Reads the folder that `cdk synth` wrote. `locally` stands in for AWS's own values. Throws an Error that names every
 * resource or property that would behave differently here: what the local system can't do, it does not pretend to do.
 */
export function readTemplate(folder: string, locally: Locally): LocalTemplate {
  const { Resources: resources } = json(folder, 'Telemachy.template.json') as { Resources: Record<string, Resource> };
  const unknown = Object.entries(resources).filter(
    ([, { Type }]) => !ignored.has(Type) && !Object.hasOwn(properties, Type),
  );
  if (unknown.length > 0) {
    const list = unknown.map(([id, { Type }]) => `${id} (${Type})`).join(', ');
    throw new Error(`The local system has no counterpart of ${list}: add one, or a line to the ignored types.`);
  }
  const intrinsics = new Intrinsics(resources, locally);

  const all = <Type extends keyof Known>(type: Type) =>
    Object.entries(resources)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, { Properties = {} }]) => ({ id, ...read(id, type, intrinsics, Properties) }));
  const named = (id: string) => ({ id, name: intrinsics.name(id), arn: intrinsics.arn(id) });

  const assets = assetFolders(folder);
  const functions = all('AWS::Lambda::Function').map((found): LocalFunction => {
    const [file = '', handler = ''] = found.Handler.split('.');
    const asset = assets.get(found.Code.S3Key);
    if (asset === undefined) throw new Error(`${folder} has no asset ${found.Code.S3Key}, the code of ${found.id}.`);
    return {
      ...named(found.id),
      folder: asset,
      file: `${file}.mjs`,
      handler,
      environment: found.Environment.Variables,
      timeoutSeconds: found.Timeout,
      memory: found.MemorySize,
    };
  });
  const functionCalled = (nameOrArn: string): string => {
    const found = functions.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (found === undefined) throw new Error(`The template refers to the function ${nameOrArn}, which is not in it.`);
    return found.id;
  };
  const integrations = new Map(
    all('AWS::ApiGatewayV2::Integration').map(({ id, IntegrationUri }) => [id, functionCalled(IntegrationUri)]),
  );
  const subscriptions = all('AWS::SNS::Subscription');
  const destinations = all('AWS::SES::ConfigurationSetEventDestination');

  return {
    functions,
    tables: all('AWS::DynamoDB::Table').map((found) => ({
      id: found.id,
      name: intrinsics.name(found.id),
      keySchema: found.KeySchema,
      attributes: found.AttributeDefinitions,
      indexes: found.GlobalSecondaryIndexes,
      ttl: found.TimeToLiveSpecification?.AttributeName,
    })),
    queues: all('AWS::SQS::Queue').map(({ id, RedrivePolicy, ...found }) => ({
      ...named(id),
      url: locally.queueUrl(intrinsics.name(id)),
      visibilitySeconds: found.VisibilityTimeout,
      retentionSeconds: found.MessageRetentionPeriod,
      redrive: RedrivePolicy && {
        deadLetterArn: RedrivePolicy.deadLetterTargetArn,
        maxReceiveCount: RedrivePolicy.maxReceiveCount,
      },
    })),
    buckets: all('AWS::S3::Bucket').map(({ id }) => named(id)),
    secrets: all('AWS::SecretsManager::Secret').map(
      ({ id, GenerateSecretString: { PasswordLength, ExcludePunctuation } }) => ({
        ...named(id),
        length: PasswordLength,
        punctuation: !ExcludePunctuation,
      }),
    ),
    eventSources: all('AWS::Lambda::EventSourceMapping').map((found) => ({
      queue: found.EventSourceArn,
      function: functionCalled(found.FunctionName),
      batchSize: found.BatchSize,
      reportsFailures: found.FunctionResponseTypes !== undefined,
      concurrency: found.ScalingConfig.MaximumConcurrency,
    })),
    schedules: all('AWS::Events::Rule').map(({ ScheduleExpression, Targets: [{ Arn, Input }] }) => ({
      queue: Arn,
      body: Input,
      minutes: Number(/\d+/.exec(ScheduleExpression)?.[0]),
    })),
    asyncInvocations: all('AWS::Lambda::EventInvokeConfig').map((found) => ({
      function: functionCalled(found.FunctionName),
      retries: found.MaximumRetryAttempts,
      queue: found.DestinationConfig?.OnFailure.Destination,
    })),
    stateMachines: all('AWS::StepFunctions::StateMachine').map(({ id, DefinitionString }) => ({
      ...named(id),
      definition: JSON.parse(DefinitionString),
    })),
    routes: all('AWS::ApiGatewayV2::Route').map(({ id, RouteKey, Target, AuthorizationType, AuthorizationScopes }) => {
      const [method = '', path = ''] = RouteKey.split(' ');
      const target = integrations.get(Target.replace('integrations/', ''));
      if (target === undefined) throw new Error(`${id} leads to ${Target}, which is not in the template.`);
      return {
        method,
        path,
        function: target,
        scopes: AuthorizationType === 'JWT' ? (AuthorizationScopes ?? []) : undefined,
      };
    }),
    topics: all('AWS::SNS::Topic').map(({ id }) => ({
      id,
      arn: intrinsics.arn(id),
      functions: subscriptions
        .filter(({ TopicArn }) => TopicArn === intrinsics.arn(id))
        .map(({ Endpoint }) => functionCalled(Endpoint)),
    })),
    receiptRules: all('AWS::SES::ReceiptRule').map(({ RuleSetName, Rule: { Recipients, Actions } }) => ({
      ruleSet: RuleSetName,
      recipients: Recipients,
      bucket: Actions[0].S3Action.BucketName,
      prefix: Actions[0].S3Action.ObjectKeyPrefix,
      function: functionCalled(Actions[1].LambdaAction.FunctionArn),
    })),
    configurationSets: all('AWS::SES::ConfigurationSet').map(({ id }) => ({
      name: intrinsics.name(id),
      destinations: destinations
        .filter(({ ConfigurationSetName }) => ConfigurationSetName === intrinsics.name(id))
        .map(({ EventDestination: { SnsDestination, MatchingEventTypes } }) => ({
          topic: SnsDestination.TopicARN,
          events: MatchingEventTypes,
        })),
    })),
  };
}

/** The properties of a resource that matter here, resolved and checked. */
function read<Type extends keyof Known>(
  id: string,
  type: Type,
  intrinsics: Intrinsics,
  given: Record<string, unknown>,
): z.output<Known[Type]> {
  const schema = properties[type];
  // What is not used is not resolved either: it may refer to what does not exist here, such as a role.
  const unresolved = new Set(Object.keys(schema.shape).filter((key) => Reflect.get(schema.shape, key) === unused));
  const resolved = Object.entries(given).map(([key, value]) => [
    key,
    unresolved.has(key) ? null : intrinsics.resolve(value),
  ]);
  const checked = schema.safeParse(Object.fromEntries(resolved));
  if (checked.success) return checked.data as z.output<Known[Type]>;
  throw new Error(
    `The local system can't run ${id} (${type}) as it is in the template.\n${z.prettifyError(checked.error)}`,
  );
}

/** Where the files of an asset are, by the name that CDK uploads them under. */
function assetFolders(folder: string): Map<string, string> {
  const { files } = json(folder, 'Telemachy.assets.json') as {
    files: Record<string, { source: { path: string; packaging: string } }>;
  };
  return new Map(
    Object.entries(files)
      .filter(([, { source }]) => source.packaging === 'zip')
      .map(([hash, { source }]) => [`${hash}.zip`, resolve(folder, source.path)]),
  );
}

const json = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
