// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how CloudFormation writes a substitution
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Intrinsics } from '#infra/local/template/intrinsics.ts';
import { readTemplate } from '#infra/local/template/read-template.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemachy-template-'));
afterAll(() => rmSync(folder, { recursive: true }));

const locally = {
  region: 'eu-west-1',
  account: '000000000000',
  apiUrl: 'http://127.0.0.1:8080',
  queueUrl: (name: string) => `http://127.0.0.1:9324/000000000000/${name}`,
};

function reading(resources: Record<string, unknown>) {
  writeFileSync(join(folder, 'Telemachy.template.json'), JSON.stringify({ Resources: resources }));
  writeFileSync(
    join(folder, 'Telemachy.assets.json'),
    JSON.stringify({ files: { abc: { source: { path: 'asset.abc', packaging: 'zip' } } } }),
  );
  return readTemplate(folder, locally);
}

const handler = (extra: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'abc.zip' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 10,
    MemorySize: 256,
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Environment: { Variables: {} },
    ...extra,
  },
});

describe('what the local system runs', () => {
  test('a function has its bundle and an environment without references', () => {
    const { functions } = reading({
      Letters: { Type: 'AWS::SQS::Queue', Properties: {} },
      Reader: handler({
        Environment: { Variables: { QUEUE: { Ref: 'Letters' }, ARN: { 'Fn::GetAtt': ['Letters', 'Arn'] } } },
      }),
    });

    expect(functions).toEqual([
      {
        id: 'Reader',
        name: 'Reader',
        arn: 'arn:aws:lambda:eu-west-1:000000000000:function:Reader',
        folder: join(folder, 'asset.abc'),
        file: 'index.mjs',
        handler: 'handler',
        environment: {
          QUEUE: 'http://127.0.0.1:9324/000000000000/Letters',
          ARN: 'arn:aws:sqs:eu-west-1:000000000000:Letters',
        },
        timeoutSeconds: 10,
        memory: 256,
      },
    ]);
  });

  test('a queue leads to its dead letters', () => {
    const { queues } = reading({
      Dead: { Type: 'AWS::SQS::Queue' },
      Letters: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 60,
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
        },
      },
    });

    expect(queues[1]).toMatchObject({
      visibilitySeconds: 60,
      redrive: { deadLetterArn: queues[0]?.arn, maxReceiveCount: 3 },
    });
  });

  test('permissions, logs and alarms are left out', () => {
    expect(reading({ Role: { Type: 'AWS::IAM::Role' }, Alarm: { Type: 'AWS::CloudWatch::Alarm' } }).functions).toEqual(
      [],
    );
  });
});

describe('what the local system refuses', () => {
  test('a type of resource that it does not know, by name', () => {
    const read = () =>
      reading({ Cache: { Type: 'AWS::ElastiCache::CacheCluster' }, Bus: { Type: 'AWS::Events::EventBus' } });

    expect(read).toThrow('Cache (AWS::ElastiCache::CacheCluster), Bus (AWS::Events::EventBus)');
  });

  test('a property that would make a difference, by name', () => {
    const read = () => reading({ Letters: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } } });

    expect(read).toThrow(/Letters \(AWS::SQS::Queue\)[\s\S]*FifoQueue/);
  });

  test('a function without its asset', () => {
    expect(() => reading({ Reader: handler({ Code: { S3Key: 'other.zip' } }) })).toThrow(
      'other.zip, the code of Reader',
    );
  });

  test('a reference to what is not there', () => {
    const read = () => reading({ Reader: handler({ Environment: { Variables: { TABLE: { Ref: 'Table' } } } }) });

    expect(read).toThrow('refers to Table, which is not in it');
  });
});

describe('the functions of CloudFormation', () => {
  const intrinsics = new Intrinsics(
    {
      Letters: { Type: 'AWS::SQS::Queue' },
      Gateway: { Type: 'AWS::ApiGatewayV2::Api' },
      Role: { Type: 'AWS::IAM::Role' },
    },
    locally,
  );

  test.each([
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::AccountId' }]] }, 'a-000000000000'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    [{ 'Fn::Sub': '${AWS::Partition} ${Letters.QueueName} ${!kept}' }, 'aws Letters ${kept}'],
    [{ 'Fn::Sub': ['${one} ${Letters}', { one: '1' }] }, '1 http://127.0.0.1:9324/000000000000/Letters'],
    [{ 'Fn::GetAtt': 'Gateway.ApiEndpoint' }, 'http://127.0.0.1:8080'],
    [[{ deep: { Ref: 'AWS::URLSuffix' } }], [{ deep: 'amazonaws.com' }]],
  ])('%j is %j', (value, expected) => {
    expect(intrinsics.resolve(value)).toEqual(expected);
  });

  test.each([
    [{ 'Fn::ImportValue': 'x' }, 'does not know Fn::ImportValue'],
    [{ Ref: 'Role' }, 'Role (AWS::IAM::Role) is referred to, but has no name locally'],
    [{ 'Fn::GetAtt': ['Letters', 'Colour'] }, 'has no attribute Colour locally'],
  ])('%j is refused', (value, message) => {
    expect(() => intrinsics.resolve(value)).toThrow(message);
  });
});
