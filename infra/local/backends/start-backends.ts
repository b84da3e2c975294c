import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { credentials } from '../doors/credentials.ts';
import { close } from '../doors/door.ts';
import { startServices } from '../doors/services.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { readTemplate } from '../template/read-template.ts';
import { type Backend, createQueues, createTables, startQueuesAndBuckets, startTables } from './backends.ts';
import { Secrets } from './secrets.ts';

export const region = 'eu-west-1';
const account = '000000000000';

interface Wanted {
  /** The folder that everything is kept in. */
  data: string;
  /** The synthesised folder. */
  template: string;
  /** What stands for the address of the API and the pages in the template. */
  apiUrl: string;
  startTables?: (folder: string) => Promise<Backend>;
  log: (line: string) => void;
}

/** Starts what stands for the services of AWS and creates what the template has in them. `parts` says how it is ended. */
export async function startBackends({ data, log, ...wanted }: Wanted, parts: AsyncDisposableStack) {
  const tables = await (wanted.startTables ?? startTables)(data);
  parts.defer(() => tables.stop());
  const queues = await startQueuesAndBuckets(data, region);
  parts.defer(() => queues.stop());
  const services = await startServices(log);
  parts.defer(() => close(services.server));

  const queueUrl = (name: string) => `${queues.url}/${account}/${name}`;
  const template = readTemplate(wanted.template, { region, account, apiUrl: wanted.apiUrl, queueUrl });
  const dynamodb = new DynamoDBClient({ region, credentials, endpoint: tables.url });
  const sqs = new SQSClient({ region, credentials, endpoint: queues.url });
  const s3 = new S3Client({ region, credentials, endpoint: queues.url, forcePathStyle: true });
  for (const client of [dynamodb, sqs, s3]) parts.defer(() => client.destroy());
  await createTables(dynamodb, template.tables);
  await createQueues(queues.server, sqs, template.queues);
  for (const { name } of template.buckets) queues.server.createBucket(name);
  serveSecrets(template, data, services);

  const endpoints = {
    AWS_ENDPOINT_URL_DYNAMODB: tables.url,
    AWS_ENDPOINT_URL_S3: queues.url,
    AWS_ENDPOINT_URL_SQS: queues.url,
    AWS_ENDPOINT_URL_SFN: services.endpoint('states'),
    AWS_ENDPOINT_URL_SES: services.endpoint('ses'),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint('secrets'),
  };
  return { template, endpoints, services, dynamodb, sqs, s3, queueServer: queues.server };
}
export type Backends = Awaited<ReturnType<typeof startBackends>>;

function serveSecrets(
  template: LocalTemplate,
  data: string,
  services: Awaited<ReturnType<typeof startServices>>,
): void {
  const ids = template.secrets.map(({ arn }) => arn);
  const secrets = new Secrets(data, ids);
  services.serve('secrets', (request, response) => secrets.handle(request, response));
}
