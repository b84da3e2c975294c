import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables, startQueuesAndBuckets, startTables } from '#infra/local/backends/backends.ts';
import { credentials } from '#infra/local/doors/credentials.ts';
import { readTemplate } from '#infra/local/template/read-template.ts';
import { synthesised } from '#infra/local/template/synthesis.ts';

/*
 * Read units a person that the stages take, by stage, as DynamoDB's emulator counts them. Nobody writes or answers mail:
 * answers are put where replies would put them, and what that reads is not counted.
 *
 *   npm run bench:reads -- 40 2000
 */

const region = 'eu-west-1';
const folder = mkdtempSync(join(tmpdir(), 'telemachy-reads-'));
const tables = await startTables(folder);
const queues = await startQueuesAndBuckets(folder, region);
queues.server.createQueue('Outbound');
queues.server.createBucket('mail');
Object.assign(process.env, {
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: tables.url,
  AWS_ENDPOINT_URL_SQS: queues.url,
  AWS_ENDPOINT_URL_S3: queues.url,
  OUTBOX_QUEUE_URL: `${queues.url}/000000000000/Outbound`,
  MAIL_BUCKET: 'mail',
});
const queueUrl = (name: string) => `${queues.url}/000000000000/${name}`;
const template = readTemplate(await synthesised(), { region, account: '000000000000', apiUrl: 'http://x', queueUrl });
await createTables(new DynamoDBClient({}), template.tables);
process.env.TABLE_NAME = template.tables[0]?.name ?? '';

// Only now, as clients find their endpoints when they are made.
const { documents } = await import('#shared/aws/clients.ts');
const { cohortOf } = await import('./reads-cohort.ts');

let units = 0;
documents.middlewareStack.add(
  (next) => async (args) => {
    Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
    const answer = await next(args);
    const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
    const isRead =
      'KeyConditionExpression' in args.input || !('Item' in args.input || 'UpdateExpression' in args.input);
    if (isRead) units += ConsumedCapacity?.CapacityUnits ?? 0;
    return answer;
  },
  { step: 'initialize' },
);

for (const size of process.argv.slice(2).map(Number)) {
  const cohort = await cohortOf(size);
  const byStage = new Map<string, number>();
  for (;;) {
    const before = units;
    const looked = await cohort.look();
    if (!looked) break;
    byStage.set(looked, (byStage.get(looked) ?? 0) + units - before);
    await cohort.answer();
  }
  const each = [...byStage].map(([stage, sum]) => `${stage} ${(sum / size).toFixed(1)}`);
  const all = [...byStage.values()].reduce((sum, one) => sum + one, 0);
  console.log(`${size} people: ${(all / size).toFixed(1)} read units each: ${each.join(', ')}`);
}

await queues.stop();
await tables.stop();
rmSync(folder, { recursive: true });
