import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Intrinsics, type Locally, type Resource } from './intrinsics.ts';
import type { LocalFunction, LocalRoute, LocalTemplate } from './local-template.ts';
import { ignored, properties, unused } from './properties.ts';

export type { Locally } from './intrinsics.ts';

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

  const found: Found = {
    all: (type) =>
      Object.entries(resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, { Properties = {} }]) => ({ id, ...read(id, type, intrinsics, Properties) })),
    name: (id) => intrinsics.name(id),
    arn: (id) => intrinsics.arn(id),
    identify: (id) => ({ id, name: intrinsics.name(id), arn: intrinsics.arn(id) }),
  };
  const functions = functionsOf(found, assetFolders(folder), folder);
  const called = (nameOrArn: string): string => {
    const one = functions.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (one === undefined) throw new Error(`The template refers to the function ${nameOrArn}, which is not in it.`);
    return one.id;
  };
  return {
    functions,
    ...dataOf(found),
    ...queuesOf(found, locally, called),
    asyncInvocations: found.all('AWS::Lambda::EventInvokeConfig').map((one) => ({
      function: called(one.FunctionName),
      retries: one.MaximumRetryAttempts,
      queue: one.DestinationConfig?.OnFailure.Destination,
    })),
    stateMachines: found.all('AWS::StepFunctions::StateMachine').map(({ id, DefinitionString }) => ({
      ...found.identify(id),
      definition: JSON.parse(DefinitionString),
    })),
    routes: routesOf(found, called),
    ...mailOf(found, called),
  };
}

/** The resources of a template by type, resolved and checked, and what they are called. */
interface Found {
  all<Type extends keyof Known>(type: Type): (z.output<Known[Type]> & { id: string })[];
  name(id: string): string;
  arn(id: string): string;
  identify(id: string): { id: string; name: string; arn: string };
}

/** The id of the function that a name or an ARN stands for. */
type Called = (nameOrArn: string) => string;

function functionsOf({ all, identify }: Found, assets: Map<string, string>, folder: string): LocalFunction[] {
  return all('AWS::Lambda::Function').map((one) => {
    const [file = '', handler = ''] = one.Handler.split('.');
    const asset = assets.get(one.Code.S3Key);
    if (asset === undefined) throw new Error(`${folder} has no asset ${one.Code.S3Key}, the code of ${one.id}.`);
    return {
      ...identify(one.id),
      folder: asset,
      file: `${file}.mjs`,
      handler,
      environment: one.Environment.Variables,
      timeoutSeconds: one.Timeout,
      memory: one.MemorySize,
    };
  });
}

function dataOf({ all, name, identify }: Found): Pick<LocalTemplate, 'tables' | 'buckets' | 'secrets'> {
  return {
    tables: all('AWS::DynamoDB::Table').map((one) => ({
      id: one.id,
      name: name(one.id),
      keySchema: one.KeySchema,
      attributes: one.AttributeDefinitions,
      indexes: one.GlobalSecondaryIndexes,
      ttl: one.TimeToLiveSpecification?.AttributeName,
    })),
    buckets: all('AWS::S3::Bucket').map(({ id }) => identify(id)),
    secrets: all('AWS::SecretsManager::Secret').map(
      ({ id, GenerateSecretString: { PasswordLength, ExcludePunctuation } }) => ({
        ...identify(id),
        length: PasswordLength,
        punctuation: !ExcludePunctuation,
      }),
    ),
  };
}

function queuesOf(
  { all, identify }: Found,
  { queueUrl }: Locally,
  called: Called,
): Pick<LocalTemplate, 'queues' | 'eventSources' | 'schedules'> {
  return {
    queues: all('AWS::SQS::Queue').map(({ id, RedrivePolicy, ...one }) => ({
      ...identify(id),
      url: queueUrl(identify(id).name),
      visibilitySeconds: one.VisibilityTimeout,
      retentionSeconds: one.MessageRetentionPeriod,
      redrive: RedrivePolicy && {
        deadLetterArn: RedrivePolicy.deadLetterTargetArn,
        maxReceiveCount: RedrivePolicy.maxReceiveCount,
      },
    })),
    eventSources: all('AWS::Lambda::EventSourceMapping').map((one) => ({
      queue: one.EventSourceArn,
      function: called(one.FunctionName),
      batchSize: one.BatchSize,
      reportsFailures: one.FunctionResponseTypes !== undefined,
      concurrency: one.ScalingConfig.MaximumConcurrency,
    })),
    schedules: all('AWS::Events::Rule').map(({ ScheduleExpression, Targets: [{ Arn, Input }] }) => ({
      queue: Arn,
      body: Input,
      minutes: Number(/\d+/.exec(ScheduleExpression)?.[0]),
    })),
  };
}

function routesOf({ all }: Found, called: Called): LocalRoute[] {
  const integrations = new Map(
    all('AWS::ApiGatewayV2::Integration').map(({ id, IntegrationUri }) => [id, called(IntegrationUri)]),
  );
  return all('AWS::ApiGatewayV2::Route').map(({ id, RouteKey, Target, AuthorizationType, AuthorizationScopes }) => {
    const [method = '', path = ''] = RouteKey.split(' ');
    const target = integrations.get(Target.replace('integrations/', ''));
    if (target === undefined) throw new Error(`${id} leads to ${Target}, which is not in the template.`);
    const scopes = AuthorizationType === 'JWT' ? (AuthorizationScopes ?? []) : undefined;
    return { method, path, function: target, scopes };
  });
}

function mailOf(
  { all, name, arn }: Found,
  called: Called,
): Pick<LocalTemplate, 'topics' | 'receiptRules' | 'configurationSets'> {
  const subscriptions = all('AWS::SNS::Subscription');
  const destinations = all('AWS::SES::ConfigurationSetEventDestination');
  return {
    topics: all('AWS::SNS::Topic').map(({ id }) => ({
      id,
      arn: arn(id),
      functions: subscriptions.filter(({ TopicArn }) => TopicArn === arn(id)).map(({ Endpoint }) => called(Endpoint)),
    })),
    receiptRules: all('AWS::SES::ReceiptRule').map(({ RuleSetName, Rule: { Recipients, Actions } }) => ({
      ruleSet: RuleSetName,
      recipients: Recipients,
      bucket: Actions[0].S3Action.BucketName,
      prefix: Actions[0].S3Action.ObjectKeyPrefix,
      function: called(Actions[1].LambdaAction.FunctionArn),
    })),
    configurationSets: all('AWS::SES::ConfigurationSet').map(({ id }) => ({
      name: name(id),
      destinations: destinations
        .filter(({ ConfigurationSetName }) => ConfigurationSetName === name(id))
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
