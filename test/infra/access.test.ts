import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionNames } from '#infra/bundles.ts';
import { readTemplate } from '#infra/local/template/read-template.ts';
import { synthesised } from '#infra/local/template/synthesis.ts';
import { index1, index2 } from '#shared/store/keys.ts';
import { Access, account } from '#test/harness/system/access.ts';

const folder = await synthesised();
const access = Access.of(folder);
const template = readTemplate(folder, account);
const [table, queues, bucket] = [template.tables[0]?.name, template.queues, template.buckets[0]?.arn];
const tableArn = `arn:aws:dynamodb:eu-west-1:000000000000:table/${table}`;
const outbound = queues.find(({ redrive }) => redrive !== undefined)?.arn ?? '';

function bundleOf(name: string): string {
  const found = template.functions.find(({ environment }) => environment.POWERTOOLS_SERVICE_NAME === name);
  return readFileSync(join(found?.folder ?? '', found?.file ?? ''), 'utf8');
}

/** What IAM calls the requests that a bundle can make. */
const actionOf: Record<string, string | string[]> = {
  GetItem: 'dynamodb:GetItem',
  PutItem: 'dynamodb:PutItem',
  UpdateItem: 'dynamodb:UpdateItem',
  Query: 'dynamodb:Query',
  // Asked for what has expired, S3 says that it is gone only to those who may list; to others, that they may not ask.
  GetObject: ['s3:GetObject', 's3:ListBucket'],
  PutObject: 's3:PutObject',
  CopyObject: ['s3:GetObject', 's3:PutObject'],
  DeleteObject: 's3:DeleteObject',
  ListObjectsV2: 's3:ListBucket',
  SendMessage: 'sqs:SendMessage',
  ChangeMessageVisibility: 'sqs:ChangeMessageVisibility',
  SendTaskSuccess: 'states:SendTaskSuccess',
  StartExecution: 'states:StartExecution',
  GetSecretValue: 'secretsmanager:GetSecretValue',
  SendRawEmail: 'ses:SendRawEmail',
};

/** Classes that the libraries bring along without our asking. */
const unasked = new Set(['DescribeEndpoints', 'CreateSession', 'Scan']);

/** The actions that a bundle needs: a class of the SDK for each request is what is left of it after tree shaking. */
function needs(bundle: string): string[] {
  const requests = [...bundle.matchAll(/"(\w+)",[\w$]+\)\{\}/g)].map(([, name = '']) => name);
  return (
    requests
      .filter((name) => !unasked.has(name))
      // The document client brings it along for everybody; who asks says by which key.
      .filter((name) => name !== 'Query' || bundle.includes('KeyConditionExpression:'))
      .flatMap((name) => actionOf[name] ?? `${name}, of which this test knows no action`)
  );
}

/** What Lambda itself does in the name of a function. */
const logging = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const failing = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
const consuming = [
  ...['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage'],
  ...['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
];
const byLambda: Record<string, string[]> = {
  inbox: [...logging, ...failing],
  feedback: [...logging, ...failing],
  outbox: [...logging, ...consuming],
};

describe('the functions', () => {
  test.each(functionNames)('%s may make the requests that are in its bundle, and no other', (name) => {
    const expected = new Set([...needs(bundleOf(name)), ...(byLambda[name] ?? logging)]);

    expect(access.actions(access.roleOf(name))).toEqual([...expected].sort());
  });

  test.each(functionNames)('%s may ask the indexes that it asks, and write to none', (name) => {
    const bundle = bundleOf(name);
    const role = access.roleOf(name);
    const asks = (index: string) =>
      [...bundle.matchAll(/IndexName:([\w$]+)\.name/g)].some(([, variable = '']) =>
        bundle.includes(`${variable}={name:"${index}"`),
      );

    for (const index of [index1.name, index2.name]) {
      const arn = `${tableArn}/index/${index}`;
      expect(access.allows(role, 'dynamodb:Query', arn), index).toBe(asks(index));
      for (const action of ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']) {
        expect(access.allows(role, action, arn), `${action} ${index}`).toBe(false);
      }
    }
  });

  test.each(functionNames)('%s may write records of cohorts and promises, and no others', (name) => {
    const may = (...keys: string[]) =>
      access.allows(access.roleOf(name), 'dynamodb:UpdateItem', tableArn, { 'dynamodb:LeadingKeys': keys });

    expect(may('COHORT#coh_1')).toBe(true);
    expect(may('PROMISE#hash')).toBe(true);
    expect(may('ELSE#1')).toBe(false);
    expect(may('COHORT#coh_1', 'ELSE#1')).toBe(false);
    const mayList = (key: string) =>
      access.allows(access.roleOf(name), 'dynamodb:Query', tableArn, { 'dynamodb:LeadingKeys': key });
    expect(mayList('PROMISE#hash')).toBe(false);
  });

  test('what was received can be read and moved by the inbox, and altered by nobody', () => {
    const received = `${bucket}/inbound/message`;
    const may = (action: string) =>
      functionNames.filter((name) => access.allows(access.roleOf(name), action, received));

    expect(may('s3:GetObject')).toEqual(['inbox']);
    expect(may('s3:DeleteObject')).toEqual(['inbox']);
    expect(may('s3:PutObject')).toEqual([]);
  });

  test('what was sent is written by the outbox and read by the inbox', () => {
    const sent = `${bucket}/sent/form/email.eml`;
    const may = (action: string) => functionNames.filter((name) => access.allows(access.roleOf(name), action, sent));

    expect(may('s3:PutObject')).toEqual(['outbox']);
    expect(may('s3:GetObject')).toEqual(['inbox']);
    expect(may('s3:DeleteObject')).toEqual([]);
  });

  test('feedback puts no email on the queue', () => {
    expect(access.allows(access.roleOf('feedback'), 'sqs:SendMessage', outbound)).toBe(false);
    expect(access.allows(access.roleOf('stages'), 'sqs:SendMessage', outbound)).toBe(true);
  });
});

describe('the state machine', () => {
  test('updates cohorts and no other item', () => {
    const [role = ''] = access.rolesOf('states.amazonaws.com');
    const updates = (...keys: string[]) =>
      access.allows(role, 'dynamodb:UpdateItem', tableArn, { 'dynamodb:LeadingKeys': keys });

    expect(updates('COHORT#coh_1')).toBe(true);
    expect(updates('ADDRESS#ada@example.org')).toBe(false);
    expect(updates('COHORT#coh_1', 'ADDRESS#ada@example.org')).toBe(false);
  });
});

describe('all roles', () => {
  test('no managed policy is attached', () => {
    expect(access.managedPolicies()).toEqual([]);
  });

  test('none may do everything with a service', () => {
    expect(access.rolesOf().flatMap((role) => access.actions(role).filter((action) => action.includes('*')))).toEqual(
      [],
    );
  });

  test('only what AWS grants for all resources alone is granted for all: delivering logs and tracing', () => {
    const everywhere = access
      .rolesOf()
      .flatMap((role) => access.statements(role))
      .filter(({ Resource }) => [Resource].flat().includes('*'));

    expect(everywhere.flatMap(({ Action }) => Action).sort()).toEqual([
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
});
