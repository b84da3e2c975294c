import { request } from 'node:http';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Credentials, credentials } from '#infra/local/doors/credentials.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const services = ['DYNAMODB', 'S3', 'SQS', 'SFN', 'SES', 'SECRETS_MANAGER'];
const endpointOf = (service: string) => program.system.endpoints[`AWS_ENDPOINT_URL_${service}`] ?? '';

/** Asks one harmless thing of each service. */
const ask: Record<string, (by: Credentials) => Promise<unknown>> = {
  DYNAMODB: (by) => new DynamoDBClient(as(by, 'DYNAMODB')).send(new ListTablesCommand({})),
  S3: async (by) => {
    const s3 = new S3Client({ ...as(by, 'S3'), forcePathStyle: true });
    const [bucket] = (await s3.send(new ListBucketsCommand({}))).Buckets ?? [];
    // A name that has to be encoded, in a query whose order is not that of the signature.
    return s3.send(new ListObjectsV2Command({ Bucket: bucket?.Name, Prefix: 'in bound/ä&=+', MaxKeys: 1 }));
  },
  SQS: (by) => new SQSClient(as(by, 'SQS')).send(new ListQueuesCommand({})),
  SFN: (by) => {
    const stateMachineArn = program.system.template.stateMachines[0]?.arn;
    return new SFNClient(as(by, 'SFN')).send(new ListExecutionsCommand({ stateMachineArn }));
  },
  SES: (by) => {
    const Data = Buffer.from('From: a@b.example\r\nTo: victim@bank.example\r\nSubject: x\r\n\r\nx\r\n');
    return new SESClient(as(by, 'SES')).send(new SendRawEmailCommand({ RawMessage: { Data } }));
  },
  SECRETS_MANAGER: (by) => {
    const SecretId = program.system.template.secrets[0]?.arn;
    return new SecretsManagerClient(as(by, 'SECRETS_MANAGER')).send(new GetSecretValueCommand({ SecretId }));
  },
};

const as = (by: Credentials, service: string) => ({
  region: 'eu-west-1',
  credentials: by,
  endpoint: endpointOf(service),
  maxAttempts: 1,
});

interface Answer {
  status: number | undefined;
  headers: Record<string, unknown>;
}

/** A request with the headers that a browser would send, and no other checks than its own. */
function send(url: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume().once('end', () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    sent.once('error', reject).end(body);
  });
}

describe.each(services)('the port of %s', (service) => {
  test('answers those who sign with the credentials of this start', async () => {
    await expect(ask[service]?.(credentials)).resolves.toBeDefined();
  });

  test.each([
    ['the credentials that were the same everywhere', { accessKeyId: 'local', secretAccessKey: 'local' }],
    ['the right key and a wrong secret', { ...credentials, secretAccessKey: 'local' }],
  ])('refuses %s', async (_, wrong) => {
    await expect(ask[service]?.(wrong)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  test('refuses who signs nothing, and a web page, whatever it asks', async () => {
    const url = endpointOf(service);
    const answers = [
      await send(url),
      await send(url, { method: 'POST', body: 'Action=SendRawEmail' }),
      await send(url, { headers: { origin: 'https://evil.example' } }),
      await send(url, {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      }),
      await send(url, { headers: { host: 'evil.example:80' } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    for (const { headers } of answers) expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('what is odd is an answer to whoever asked it, and no end', () => {
  test.each(['__proto__', 'constructor', 'toString', ''])('a service called "%s"', async (name) => {
    const endpoint = `${new URL(endpointOf('SFN')).origin}/${name}`;
    const client = new SFNClient({ ...as(credentials, 'SFN'), endpoint });

    await expect(client.send(new ListExecutionsCommand({ stateMachineArn: 'x' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
    expect((await send(`${program.system.url}/`)).status).toBe(200);
  });

  test.each(['__proto__', 'constructor'])('a secret, and an operation, called "%s"', async (name) => {
    const secrets = new SecretsManagerClient(as(credentials, 'SECRETS_MANAGER'));
    const states = new SFNClient(as(credentials, 'SFN'));
    change(states, (asked) => Object.assign(asked.headers, { 'x-amz-target': `AWSStepFunctions.${name}` }));

    await expect(secrets.send(new GetSecretValueCommand({ SecretId: name }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
    await expect(states.send(new ListExecutionsCommand({ stateMachineArn: 'x' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
  });

  test.each(['{', 'null', '[]', '"x"', ''])('a body that says %s', async (body) => {
    const secrets = new SecretsManagerClient(as(credentials, 'SECRETS_MANAGER'));
    change(secrets, (asked) => Object.assign(asked, { body }));

    await expect(secrets.send(new GetSecretValueCommand({ SecretId: 'x' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
    expect((await send(`${program.system.url}/`)).status).toBe(200);
  });
});

describe('API, pages and mailboxes', () => {
  const paths = ['/', '/v1/cohorts', '/f/none', '/mail'];

  test.each(paths)('%s is not there under a foreign name, nor for a page of another site', async (path) => {
    const url = `${program.system.url}${path}`;
    const { port } = new URL(url);

    const foreign = [
      await send(url, { headers: { host: `evil.example:${port}` } }),
      await send(url, { headers: { host: `127.0.0.1.evil.example:${port}` } }),
      await send(url, { headers: { host: 'evil' } }),
    ];
    const page = await send(url, { headers: { origin: 'https://evil.example' } });

    expect(foreign.map(({ status }) => status)).toEqual([421, 421, 421]);
    expect(page.status).toBe(403);
    expect(page.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test.each(paths)('%s answers under both names of this machine, to its own pages too', async (path) => {
    const { port } = new URL(program.system.url);

    for (const name of ['127.0.0.1', 'localhost']) {
      const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}` };
      const { status } = await send(`${program.system.url}${path}`, { headers });
      expect([200, 401, 404]).toContain(status);
    }
  });

  test.each(['//', '/%', '/__proto__', '*'])('%s is a bad address, and no fault', async (path) => {
    const { hostname, port } = new URL(program.system.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
        .once('error', reject)
        .end();
    });

    expect([400, 404]).toContain(status);
  });
});

interface Asked {
  headers: Record<string, string>;
  body: unknown;
}

/** Has `alter` change each request of a client before it is signed. */
function change(client: SFNClient | SecretsManagerClient, alter: (asked: Asked) => void): void {
  const { middlewareStack } = client as SFNClient;
  middlewareStack.add(
    (next) => (args) => {
      const asked = args.request as Asked;
      alter(asked);
      if (typeof asked.body === 'string') asked.headers['content-length'] = String(Buffer.byteLength(asked.body));
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
}
