import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import aslValidator from 'asl-validator';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { afterAll, describe, expect, test } from 'vitest';
import { StageTask } from '#domain/program/workflow-messages.ts';
import { buildApp } from '#infra/app.ts';
import { type Bundles, bundles, functionNames } from '#infra/bundles.ts';
import { check } from '#infra/checks.ts';
import { readTemplate } from '#infra/local/template/read-template.ts';
import { counted } from '#shared/counted.ts';
import { env } from '#shared/env.ts';
import { api } from '#shared/http/api-routes.ts';
import { pages } from '#shared/http/page-routes.ts';
import { type RouteTable, routeKey } from '#shared/http/route.ts';

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}

const scratch = mkdtempSync(join(tmpdir(), 'telemachy-infra-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const made: Bundles = await bundles();
const domain = 'mentoring.example.org';
const synthesise = (name: string, context: Record<string, unknown> = {}): string =>
  buildApp({ outdir: join(scratch, name), context: { domain, ...context }, bundles: made }).synth().directory;
const templateText = (folder: string): string => readFileSync(join(folder, 'Telemachy.template.json'), 'utf8');

const folder = synthesise('defaults');
const text = templateText(folder);
const resources: Record<string, Resource> = JSON.parse(text).Resources;
const ofType = (type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);
const locally = {
  region: 'eu-west-1',
  account: '000000000000',
  apiUrl: 'http://127.0.0.1:8080',
  queueUrl: (name: string) => `http://127.0.0.1:9324/000000000000/${name}`,
};
const local = readTemplate(folder, locally);
const definition = local.stateMachines[0]?.definition as { States: Record<string, Record<string, unknown>> };

describe('the bundles', () => {
  test.each(functionNames)('%s is smaller than 1.3 MB', (name) => {
    expect(made[name].bytes).toBeGreaterThan(0);
    expect(made[name].bytes).toBeLessThan(1_300_000);
  });

  test('each can be loaded and has a handler', () => {
    const urls = functionNames.map((name) => pathToFileURL(join(made[name].folder, 'index.mjs')).href);
    const load = `for (const url of ${JSON.stringify(urls)}) console.log(typeof (await import(url)).handler);`;

    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', load], {
      env: { AWS_REGION: 'eu-west-1' },
      encoding: 'utf8',
    });

    expect(said.trim().split('\n')).toEqual(functionNames.map(() => 'function'));
  });

  test('a stack trace can be followed to the source', () => {
    for (const name of functionNames) {
      const map = JSON.parse(readFileSync(join(made[name].folder, 'index.mjs.map'), 'utf8'));

      expect(map.sources.join()).toContain(`functions/${name}/handler.ts`);
    }
  });
});

// The rules are a large library; loading it takes longer than a test may, where the machine is busy.
describe('the template', { timeout: 60_000 }, () => {
  test('is the one that was looked at last', async () => {
    const masked = JSON.parse(text);
    for (const { Type, Properties } of Object.values<Resource>(masked.Resources)) {
      if (Type === 'AWS::Lambda::Function') Object.assign(Properties.Code as object, { S3Key: '(the bundle)' });
      if (Type === 'AWS::StepFunctions::StateMachine') Properties.DefinitionString = '(in cohort.asl.json.snap)';
    }

    await expect(`${JSON.stringify(masked, null, 2)}\n`).toMatchFileSnapshot('telemachy.template.json.snap');
  });

  test('is the same each time', () => {
    expect(templateText(synthesise('again'))).toBe(text);
  });

  test('has no resources that wait for each other in a circle', () => {
    expect(() => Template.fromJSON(JSON.parse(text))).not.toThrow();
  });

  test('satisfies the AWS Solutions rules, but for what is acknowledged with a reason', async () => {
    const app = await check(
      buildApp({ outdir: join(scratch, 'checked'), context: { domain }, bundles: made, checked: true }),
    );

    expect(() => app.synth()).not.toThrow();
  });

  test('is not made when it breaks one of those rules', async () => {
    const app = await check(buildApp({ outdir: join(scratch, 'broken'), context: { domain }, bundles: made }));
    new Topic(app.node.findChild('Telemachy') as Stack, 'WithoutTls');

    expect(() => app.synth()).toThrow("Acknowledge with 'AwsSolutions::AwsSolutions-SNS3'");
  });
});

describe('the functions', () => {
  test('each say how much memory and time they need', () => {
    const sizes = local.functions.map(({ environment, memory, timeoutSeconds }) => [
      environment.POWERTOOLS_SERVICE_NAME,
      memory,
      timeoutSeconds,
    ]);

    expect(sizes.sort()).toEqual([
      ['api', 1024, 29],
      ['feedback', 256, 10],
      ['inbox', 1024, 60],
      ['outbox', 1024, 30],
      ['pages', 1024, 29],
      ['stages', 1769, 300],
    ]);
  });

  test('keep their logs for a limited time', () => {
    for (const [id, { Properties }] of ofType('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays, id).toBe(90);
    }
  });

  test('the queue hides a message for six times as long as sending may take', () => {
    const outbox = local.functions.find(({ environment }) => environment.POWERTOOLS_SERVICE_NAME === 'outbox');
    const queue = local.queues.find(({ redrive }) => redrive !== undefined);

    expect(queue?.visibilitySeconds).toBe(6 * (outbox?.timeoutSeconds ?? 0));
  });
});

describe('mail', () => {
  test('no receipt rule set is made the active one of the region', () => {
    // CloudFormation has no resource for it, so only code that runs while deploying could do it.
    const deploying = Object.values(resources).filter(
      ({ Type }) => Type.startsWith('Custom::') || Type.includes('CustomResource'),
    );

    expect(deploying).toEqual([]);
    expect(text).not.toContain('SetActiveReceiptRuleSet');
  });

  test('feedback that SNS could not hand over waits where what was not read waits', () => {
    const [[unread]] = ofType('AWS::SQS::Queue').filter(([id]) => id.startsWith('MailUnread')) as [[string, Resource]];
    const [[, { Properties }]] = ofType('AWS::SNS::Subscription') as [[string, Resource]];

    expect(Properties.RedrivePolicy).toEqual({ deadLetterTargetArn: { 'Fn::GetAtt': [unread, 'Arn'] } });
  });

  test('logs that another service writes have the prefix that takes no room in the policy of the account', () => {
    const named = ofType('AWS::Logs::LogGroup').flatMap(([, { Properties }]) => Properties.LogGroupName ?? []);

    expect(named.sort()).toEqual([
      '/aws/vendedlogs/apigateway/Telemachy-access',
      '/aws/vendedlogs/states/Telemachy-cohort',
    ]);
  });

  test('opening a message or following a link in it is not tracked', () => {
    expect(local.configurationSets.flatMap(({ destinations }) => destinations.flatMap(({ events }) => events))).toEqual(
      ['send', 'delivery', 'bounce', 'complaint', 'reject'],
    );
  });
});

describe('the HTTP API', () => {
  test('has the routes of the two tables, each to its function, and no other', () => {
    const listed = [api, pages].flatMap((table: RouteTable) =>
      Object.values(table.routes).map((route) => `${routeKey(route)}: ${table.function}`),
    );
    const names = new Map(local.functions.map(({ id, environment }) => [id, environment.POWERTOOLS_SERVICE_NAME]));

    expect(local.routes.map(({ method, path, function: id }) => `${method} ${path}: ${names.get(id)}`).sort()).toEqual(
      listed.sort(),
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('reading needs one scope, everything else the other, and signed links none', () => {
    for (const { method, path, scopes } of local.routes) {
      const needed = method === 'GET' ? ['telemachy/cohorts.read'] : ['telemachy/cohorts.write'];

      expect(scopes, `${method} ${path}`).toEqual(path.startsWith('/v1/') ? needed : undefined);
    }
  });

  test('the access log has no path, which may hold the token of a signed link', () => {
    const [[, stage]] = ofType('AWS::ApiGatewayV2::Stage') as [[string, Resource]];
    const { Format } = stage.Properties.AccessLogSettings as { Format: string };

    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(path|protocol|identity)|http\.path/);
  });

  test('takes the tokens of the issuer that the context names instead of making a user pool', () => {
    const other = templateText(synthesise('issuer', { issuer: 'https://id.acme.com/', audience: 'mentoring, other' }));

    expect(other).not.toContain('AWS::Cognito');
    expect(other).toContain('"Issuer": "https://id.acme.com/"');
    expect(JSON.parse(other).Resources.HttpGatewayAuthorizer50780208?.Properties.JwtConfiguration.Audience).toEqual([
      'mentoring',
      'other',
    ]);
  });
});

describe('the state machine', () => {
  test('is valid in the Amazon States Language', () => {
    // A copy, because the validator writes into what it reads.
    const { isValid, errorsText } = aslValidator(structuredClone(definition));

    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  test('is the one that was looked at last', async () => {
    await expect(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot('cohort.asl.json.snap');
  });

  test('is made of what the local interpreter runs', () => {
    expect([...new Set(Object.values(definition.States).map(({ Type }) => Type))].sort()).toEqual([
      'Choice',
      'Fail',
      'Succeed',
      'Task',
    ]);
  });

  test('calls the stages with the task that they expect', () => {
    const { Arguments } = definition.States.Apply as { Arguments: { Payload: Record<string, unknown> } };

    expect(Object.keys(Arguments.Payload).sort()).toEqual(Object.keys(StageTask.shape).sort());
  });

  test('every task that can fail leads somewhere, and retries before it does', () => {
    for (const [name, { Type, Retry, Catch }] of Object.entries(definition.States)) {
      if (Type !== 'Task') continue;

      expect(Retry, name).toBeDefined();
      // What comes after "stuck" has nowhere else to go: the execution fails, and the alarm sounds all the same.
      if (name !== 'Tell the coordinator') expect(Catch, name).toBeDefined();
    }
  });
});

describe('an update while cohorts run', () => {
  /**
   * CloudFormation replaces what gets another logical id, and with it what others know it by. The definition that an execution
   * started with names the table, the queue and the function; its task tokens are the machine's. Letters that wait for an
   * answer are signed with the secret, archived in the bucket, and link to the API. The receipt rule may have been copied to
   * another rule set, with the inbox and the bucket; tokens come from the pool's client; DKIM's records are the identity's.
   */
  const held = {
    DataTableFDBAD0F2: 'AWS::DynamoDB::Table',
    DataMailEA0BA68C: 'AWS::S3::Bucket',
    DataSigningKey6D86EA30: 'AWS::SecretsManager::Secret',
    OutboundQueueA2785807: 'AWS::SQS::Queue',
    OutboundDeadLetters7C8BDFB8: 'AWS::SQS::Queue',
    MailUnreadA7A64783: 'AWS::SQS::Queue',
    WorkflowCohortEBE88F44: 'AWS::StepFunctions::StateMachine',
    WorkflowStagesFunctionBCAEB078: 'AWS::Lambda::Function',
    MailInboxFunction315EC99A: 'AWS::Lambda::Function',
    MailIdentity4EC7C521: 'AWS::SES::EmailIdentity',
    HttpGateway7EBA6944: 'AWS::ApiGatewayV2::Api',
    HttpTokensPool856368CC: 'AWS::Cognito::UserPool',
    HttpTokensPoolCoordinators692E5737: 'AWS::Cognito::UserPoolClient',
  };

  test('replaces nothing that executions and letters on their way refer to', () => {
    const types = Object.keys(held).map((id) => [id, resources[id]?.Type]);

    expect(Object.fromEntries(types)).toEqual(held);
  });
});

describe('alarms', () => {
  const sections = ofType('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => {
    const [, section] = /^docs\/runbook\.md: "(.+)"$/.exec(String(Properties.AlarmDescription)) ?? [];
    return { id, section };
  });

  test('each name the section of the runbook that helps', () => {
    for (const { id, section } of sections) expect(section, id).toBeDefined();
  });

  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const sectionOf = new Map(runbook.split(/^## /m).map((part) => [part.slice(0, part.indexOf('\n')), part]));

  test('each are named in their section of the runbook', () => {
    for (const { id, section = '' } of sections) {
      const name = id.replace(/^Observe|[0-9A-F]{8}$/g, '');
      expect(sectionOf.get(section), section).toContain(`\`${name}\``);
    }
  });

  test('the runbook names no alarm that there is not', () => {
    const names = sections.map(({ id }) => id.replace(/^Observe|[0-9A-F]{8}$/g, ''));
    const named = [
      ...runbook.matchAll(/`([A-Z][a-z]+(?:[A-Z][a-z]+)*(?:Fails?|Late|Stuck|Out|Aborted|NotSent|NotRead))`/g),
    ];

    expect(named.map(([, name]) => name).filter((name) => !names.includes(name ?? ''))).toEqual([]);
  });

  test('the runbook says for how long a queue keeps what waits', () => {
    for (const { name, retentionSeconds } of local.queues) expect(retentionSeconds / 86_400, name).toBe(14);
    const ofQueues = [...sectionOf.values()].filter((part) => !part.startsWith('Records are lost or damaged'));
    const days = [...ofQueues.join().matchAll(/(\d+)\s+days/g)].map(([, count]) => count);

    expect([...new Set(days)]).toEqual(['14']);
  });

  test('what the log counts becomes a metric, of the log of the function that writes it', () => {
    const filters = ofType('AWS::Logs::MetricFilter').map(([, { Properties }]) => {
      const { FilterPattern, LogGroupName, MetricTransformations } = Properties;
      const logging = JSON.stringify({ LogGroup: LogGroupName });
      const [writer] = ofType('AWS::Lambda::Function')
        .filter(([, { Properties: of }]) => JSON.stringify(of.LoggingConfig) === logging)
        .map(([, { Properties: of }]) => of.Environment as { Variables: Record<string, string> });
      const [{ MetricName }] = MetricTransformations as [{ MetricName: string }];
      return [FilterPattern, MetricName, writer?.Variables.POWERTOOLS_SERVICE_NAME];
    });

    expect(filters).toEqual(
      Object.values(counted).map(({ metric, in: name }) => [`{ $.counted = "${metric}" }`, metric, name]),
    );
  });

  test('one dashboard shows them all', () => {
    const [[, dashboard]] = ofType('AWS::CloudWatch::Dashboard') as [[string, Resource]];
    const body = JSON.stringify(dashboard.Properties.DashboardBody);

    for (const { id } of sections) expect(body).toContain(`"${id}"`);
  });
});

test('each route has a limit of its own, and the stage waits for the routes that it limits', () => {
  const [[, stage]] = ofType('AWS::ApiGatewayV2::Stage') as [[string, Resource & { DependsOn: string[] }]];
  const routes = ofType('AWS::ApiGatewayV2::Route') as [string, Resource & { Properties: { RouteKey: string } }][];
  const limits = stage.Properties.RouteSettings as Record<string, { ThrottlingRateLimit: number }>;

  expect(Object.keys(limits).sort()).toEqual(routes.map(([, { Properties }]) => Properties.RouteKey).sort());
  expect(stage.DependsOn).toEqual(expect.arrayContaining(routes.map(([id]) => id)));
  expect(limits['POST /v1/cohorts']?.ThrottlingRateLimit).toBeLessThan(
    limits['GET /f/{token}']?.ThrottlingRateLimit ?? 0,
  );
});

describe('the settings', () => {
  const building = (context: Record<string, unknown>) => () => buildApp({ context, bundles: made });

  test('are refused with everything that is wrong with them', () => {
    const wrong = { domain: 'Acme.com', removal: 'maybe', keepMailDays: 0, deletionProtection: 'perhaps' };

    expect(building(wrong)).toThrow(
      /domain: must be a domain name[\s\S]*removal:[\s\S]*deletionProtection: must be[\s\S]*keepMailDays:/,
    );
  });

  test('have a domain, for a deploy that forgot it would take the identity of a running stack away', () => {
    expect(building({})).toThrow('domain: must be given');
  });

  test('are refused when one is misspelled, which would fall back without a word', () => {
    expect(building({ domain, keepmaildays: '30' })).toThrow('keepmaildays: there is no such setting');
  });

  test('may be what JSON calls true and false', () => {
    const [[, table]] = Object.entries<Resource>(
      JSON.parse(templateText(synthesise('unprotected', { deletionProtection: false }))).Resources,
    ).filter(([, { Type }]) => Type === 'AWS::DynamoDB::Table') as [[string, Resource]];

    expect(table.Properties.DeletionProtectionEnabled).toBe(false);
  });

  test('have the API alone know in which claim a caller names an organisation, which takes an issuer', () => {
    const build = () => buildApp({ context: { domain: 'mentoring.acme.com', ownerClaim: 'org' }, bundles: made });
    expect(build).toThrow(/ownerClaim: needs an issuer/);

    const issued = {
      domain: 'mentoring.acme.com',
      ownerClaim: 'org',
      issuer: 'https://login.example.org',
      audience: 'mentoring',
    };
    const { Resources } = JSON.parse(templateText(synthesise('owners', issued)));
    const told = Object.values<{ Properties?: { Environment?: { Variables: Record<string, unknown> } } }>(Resources)
      .map(({ Properties }) => Properties?.Environment?.Variables ?? {})
      .filter(({ OWNER_CLAIM }) => OWNER_CLAIM === 'org')
      .map(({ POWERTOOLS_SERVICE_NAME }) => POWERTOOLS_SERVICE_NAME);
    expect(told).toEqual(['api']);
  });

  test('keep the table unless told otherwise', () => {
    const [[, kept]] = ofType('AWS::DynamoDB::Table') as [[string, Resource & { DeletionPolicy: string }]];
    const destroyed = JSON.parse(templateText(synthesise('destroy', { removal: 'destroy' })));
    const table = Object.values<Resource & { DeletionPolicy: string }>(destroyed.Resources).find(
      ({ Type }) => Type === 'AWS::DynamoDB::Table',
    );

    expect(kept.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(kept.Properties.DeletionProtectionEnabled).toBe(true);
    expect(table?.DeletionPolicy).toBe('Delete');
    expect(table?.Properties.DeletionProtectionEnabled).toBe(false);
  });

  test('what holds records stays with its data, and goes when the deploy that makes it fails', () => {
    const kept = Object.values<Resource & { DeletionPolicy?: string; UpdateReplacePolicy?: string }>(resources).filter(
      ({ DeletionPolicy = 'Delete' }) => DeletionPolicy !== 'Delete',
    );

    expect(kept.map(({ Type }) => Type).sort()).toEqual([
      'AWS::Cognito::UserPool',
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
    ]);
    for (const { Type, DeletionPolicy, UpdateReplacePolicy } of kept) {
      expect(DeletionPolicy, Type).toBe('RetainExceptOnCreate');
      expect(UpdateReplacePolicy, Type).toBe('Retain');
    }
  });

  /** What must be unique in an account and region, where CloudFormation does not choose it. */
  const nameOf: Record<string, string> = {
    'AWS::CloudWatch::Alarm': 'AlarmName',
    'AWS::CloudWatch::Dashboard': 'DashboardName',
    'AWS::Cognito::UserPoolDomain': 'Domain',
    'AWS::DynamoDB::Table': 'TableName',
    'AWS::IAM::Role': 'RoleName',
    'AWS::Lambda::Function': 'FunctionName',
    'AWS::Logs::LogGroup': 'LogGroupName',
    'AWS::S3::Bucket': 'BucketName',
    'AWS::SES::ConfigurationSet': 'Name',
    'AWS::SES::ReceiptRuleSet': 'RuleSetName',
    'AWS::SNS::Topic': 'TopicName',
    'AWS::SQS::Queue': 'QueueName',
    'AWS::SecretsManager::Secret': 'Name',
    'AWS::StepFunctions::StateMachine': 'StateMachineName',
  };

  test('let another stack live beside this one: what has a name has the name of its stack', () => {
    const staging = JSON.parse(templateText(synthesise('staging', { name: 'Mentoring-Staging' }))).Resources;

    const named = Object.values<Resource>(staging).flatMap(({ Type, Properties = {} }) => {
      const key = nameOf[Type];
      return key && Properties[key] ? [{ Type, name: JSON.stringify(Properties[key]) }] : [];
    });
    expect(named.map(({ Type }) => Type).sort()).toEqual([
      'AWS::CloudWatch::Dashboard',
      'AWS::Cognito::UserPoolDomain',
      'AWS::Logs::LogGroup',
      'AWS::Logs::LogGroup',
      'AWS::SES::ReceiptRuleSet',
    ]);
    for (const { Type, name } of named) expect(name, Type).toMatch(/mentoring-staging/i);
    expect(Object.keys(staging)).toEqual(Object.keys(resources));
  });

  test('give SES a MAIL FROM domain of our own, with its records, and send all the same when a record is missing', () => {
    const { Resources, Outputs } = JSON.parse(
      templateText(synthesise('mail-from', { domain: 'acme.com', mailFrom: 'bounce.acme.com' })),
    );
    const [identity] = Object.values<Resource>(Resources).filter(({ Type }) => Type === 'AWS::SES::EmailIdentity');
    const records = Object.entries<{ Value: unknown }>(Outputs)
      .filter(([id]) => id.startsWith('MailFrom'))
      .map(([, { Value }]) => JSON.stringify(Value));

    expect(identity?.Properties.MailFromAttributes).toEqual({
      MailFromDomain: 'bounce.acme.com',
      BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
    });
    expect(records).toHaveLength(2);
    expect(records.join()).toMatch(/bounce\.acme\.com\. MX 10 feedback-smtp\..*AWS::Region.*\.amazonses\.com\./);
    expect(records.join()).toContain('bounce.acme.com. TXT \\"v=spf1 include:amazonses.com ~all\\"');
    expect(text).not.toContain('MailFromAttributes');
  });

  test.each([
    ['bounce.acme.org', /mailFrom: is not below the domain/],
    ['acme.com', /mailFrom: is not below the domain/],
    ['reply.acme.com', /mailFrom: receives mail/],
  ])('refuse %s as a MAIL FROM domain, as SES would', (mailFrom, why) => {
    expect(() => buildApp({ context: { domain: 'acme.com', mailFrom }, bundles: made })).toThrow(why);
  });

  test('reach the functions under the names that they read', () => {
    const other = readTemplate(
      synthesise('named', { domain: 'acme.com', replyDomain: 'in.acme.com', pagesUrl: 'https://mentoring.acme.com/' }),
      locally,
    );
    const outbox = other.functions.find(({ environment }) => environment.POWERTOOLS_SERVICE_NAME === 'outbox');

    expect(outbox?.environment).toMatchObject({
      [env.sender]: 'mentoring@acme.com',
      [env.replyDomain]: 'in.acme.com',
      [env.pagesUrl]: 'https://mentoring.acme.com',
    });
    expect(other.receiptRules[0]?.recipients).toEqual(['in.acme.com', 'mentoring@acme.com']);
  });
});
