import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import aslValidator from 'asl-validator';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { afterAll, describe, expect, test } from 'vitest';
import { StageTask } from '#domain/workflow.ts';
import { buildApp } from '#infra/app.ts';
import { type Bundles, bundles, functionNames } from '#infra/bundles.ts';
import { check } from '#infra/checks.ts';
import { readTemplate } from '#infra/local/template.ts';
import { env } from '#shared/env.ts';

interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
}
interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

const scratch = mkdtempSync(join(tmpdir(), 'telemachy-infra-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const made: Bundles = await bundles();
const synthesise = (name: string, context: Record<string, unknown> = {}): string =>
  buildApp({ outdir: join(scratch, name), context, bundles: made }).synth().directory;
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
  test.each(functionNames)('%s is smaller than 1.2 MB', (name) => {
    expect(made[name].bytes).toBeGreaterThan(0);
    expect(made[name].bytes).toBeLessThan(1_200_000);
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
    const app = await check(buildApp({ outdir: join(scratch, 'checked'), bundles: made, checked: true }));

    expect(() => app.synth()).not.toThrow();
  });

  test('is not made when it breaks one of those rules', async () => {
    const app = await check(buildApp({ outdir: join(scratch, 'broken'), bundles: made }));
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

describe('permissions', () => {
  /** What each role may do, from every policy that is attached to it. */
  const statements = ofType('AWS::IAM::Policy').flatMap(([, { Properties }]) => {
    const { PolicyDocument, Roles } = Properties as {
      PolicyDocument: { Statement: Statement[] };
      Roles: { Ref: string }[];
    };
    return Roles.flatMap(({ Ref }) => PolicyDocument.Statement.map((statement) => ({ role: Ref, ...statement })));
  });
  const actionsOf = ({ Action }: Statement): string[] => [Action].flat();

  test('no managed policy is attached', () => {
    for (const [id, { Properties }] of ofType('AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns, id).toBeUndefined();
    }
  });

  test('no role may do everything with a service', () => {
    for (const statement of statements) {
      expect(actionsOf(statement).filter((action) => action.includes('*'))).toEqual([]);
    }
  });

  test('only what AWS grants for all resources alone is granted for all: delivering logs and tracing', () => {
    const everywhere = statements.filter((statement) => [statement.Resource].flat().includes('*'));

    expect(everywhere.flatMap(actionsOf).sort()).toEqual([
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:DescribeLogGroups',
      'logs:DescribeResourcePolicies',
      'logs:GetLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:UpdateLogDelivery',
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  test('each function may do what it does and nothing else', () => {
    const records = [
      'dynamodb:BatchGetItem',
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      'dynamodb:UpdateItem',
    ];
    const logs = ['logs:CreateLogStream', 'logs:PutLogEvents'];
    const failures = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
    const consume = ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage'];

    const allowed = ofType('AWS::Lambda::Function').map(([, { Properties }]) => {
      const [role] = (Properties.Role as { 'Fn::GetAtt': [string] })['Fn::GetAtt'];
      const { Variables } = Properties.Environment as { Variables: Record<string, string> };
      const actions = statements.filter((statement) => statement.role === role).flatMap(actionsOf);
      return [Variables.POWERTOOLS_SERVICE_NAME, [...new Set(actions)].sort()];
    });

    const expected: Record<string, string[]> = {
      api: [...records, ...logs, 'sqs:SendMessage', 'states:SendTaskSuccess', 'states:StartExecution'],
      pages: [...records, ...logs, 'secretsmanager:GetSecretValue', 'sqs:SendMessage', 'states:SendTaskSuccess'],
      stages: [...records, ...logs, 'sqs:SendMessage', 'states:SendTaskSuccess'],
      inbox: [
        ...records,
        ...logs,
        ...['s3:GetObject', 's3:ListBucket', 's3:PutObject', 'secretsmanager:GetSecretValue'],
        ...[...failures, 'states:SendTaskSuccess'],
      ],
      outbox: [
        ...records,
        ...logs,
        ...['s3:GetObject', 's3:ListBucket', 's3:PutObject', 'secretsmanager:GetSecretValue', 'ses:SendRawEmail'],
        ...[...consume, ...failures],
      ],
      feedback: [...records, ...logs, ...failures],
    };
    expect(Object.fromEntries(allowed)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, actions]) => [name, actions.sort()])),
    );
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

  test('opening a message or following a link in it is not tracked', () => {
    expect(local.configurationSets.flatMap(({ destinations }) => destinations.flatMap(({ events }) => events))).toEqual(
      ['send', 'delivery', 'bounce', 'complaint', 'reject'],
    );
  });
});

describe('the HTTP API', () => {
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

describe('alarms', () => {
  const sections = ofType('AWS::CloudWatch::Alarm').map(([id, { Properties }]) => {
    const [, section] = /^docs\/runbook\.md: "(.+)"$/.exec(String(Properties.AlarmDescription)) ?? [];
    return { id, section };
  });

  test('each name the section of the runbook that helps', () => {
    for (const { id, section } of sections) expect(section, id).toBeDefined();
  });

  test.skipIf(!existsSync('docs/runbook.md'))('the runbook has these sections (skipped until it is written)', () => {
    const runbook = readFileSync('docs/runbook.md', 'utf8');

    for (const { section } of sections) expect(runbook).toMatch(new RegExp(`^#+ ${section}$`, 'm'));
  });
});

describe('the settings', () => {
  test('are refused with everything that is wrong with them', () => {
    const build = () =>
      buildApp({ context: { domain: 'not a domain', removal: 'maybe', keepMailDays: 0 }, bundles: made });

    expect(build).toThrow(/domain: a domain name[\s\S]*removal:[\s\S]*keepMailDays:/);
  });

  test('keep the table unless told otherwise', () => {
    const [[, kept]] = ofType('AWS::DynamoDB::Table') as [[string, Resource & { DeletionPolicy: string }]];
    const destroyed = JSON.parse(templateText(synthesise('destroy', { removal: 'destroy' })));
    const table = Object.values<Resource & { DeletionPolicy: string }>(destroyed.Resources).find(
      ({ Type }) => Type === 'AWS::DynamoDB::Table',
    );

    expect(kept.DeletionPolicy).toBe('Retain');
    expect(kept.Properties.DeletionProtectionEnabled).toBe(true);
    expect(table?.DeletionPolicy).toBe('Delete');
    expect(table?.Properties.DeletionProtectionEnabled).toBe(false);
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
