import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { credentials } from '#infra/local/doors/credentials.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

// The runbook's section on lost records, run as it is written. What only AWS has is left out: the restore itself, of which
// the test makes a second table with what the first one held, and the holding back of functions.
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const section = runbook.split(/^## /m).find((part) => part.startsWith('Records are lost or damaged')) ?? '';
const blocks = [...section.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, block = '']) => block.replace(/^ {3}/gm, ''));
const script = blocks.filter((block) => /all_of|batch-write-item|generation = :now/.test(block)).join('\n');

const hasCommands = ['aws', 'jq'].every((command) => spawnSync(command, ['--version']).status === 0);
/** The commands take seconds to start; where somebody waits for the tests, one emulator is enough. */
const isAsked = inject('tables') === 'dynalite' || process.env.CI !== undefined;

const program = new TestSystem();
const files = mkdtempSync(join(tmpdir(), 'telemachy-restored-'));
let table: Table;
beforeAll(async () => {
  await program.start();
  table = new Table(program.system);
});
afterAll(async () => {
  await program.stop();
  rmSync(files, { recursive: true });
});

/** Keeps the records of a cohort as they are now in a table of their own. Says what that is called. */
async function kept(id: string): Promise<string> {
  const [local] = program.system.template.tables;
  const endpoint = program.system.endpoints.AWS_ENDPOINT_URL_DYNAMODB ?? '';
  const client = new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint });
  const name = `${local?.name}-${id}`;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema: local?.keySchema,
      AttributeDefinitions: local?.attributes,
      BillingMode: 'PAY_PER_REQUEST',
      GlobalSecondaryIndexes: local?.indexes,
    }),
  );
  const documents = DynamoDBDocumentClient.from(client);
  for (const Item of await table.items(id)) await documents.send(new PutCommand({ TableName: name, Item }));
  return name;
}

async function putBack(id: string, restored: string, damaged: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: files,
    env: {
      ...process.env,
      AWS_ENDPOINT_URL_DYNAMODB: program.system.endpoints.AWS_ENDPOINT_URL_DYNAMODB,
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      ...{ ID: id, TABLE: program.system.template.tables[0]?.name, RESTORED: restored, DAMAGED: damaged },
    },
  });
  return stdout;
}

test.skipIf(!hasCommands || !isAsked)(
  'records that were lost and damaged are put back as the runbook says, and the cohort goes on (skipped without aws and jq, and on DynamoDB Local outside of CI)',
  async () => {
    const id = await proposedIn(program, 'restored', 1);
    const restored = await kept(id);
    await program.reply(program.asked('ines@restored.example.org'), 'approve all');
    const [meta] = await table.items(id, 'META');
    const lost = [...(await table.items(id, 'PERSON#')), ...(await table.items(id, 'PAIR#'))];
    for (const item of lost) await table.remove(item);
    await table.put({ ...meta, stage: 'none that we know' });
    const emails = await table.items(id, 'EMAIL#');

    const said = await putBack(id, restored, '^META$');
    const resumed = await program.call('POST', `/v1/cohorts/${id}/resume`);
    await program.settled();

    const keys = (items: Item[]) => items.map(({ sk }) => sk).sort();
    expect(said.trim().split('\n').sort()).toEqual(keys([...lost, { sk: 'META' }]));
    expect(resumed).toMatchObject({ status: 200, body: { status: 'running', stage: 'match' } });
    expect(await table.items(id, 'EMAIL#')).toEqual(emails);

    await program.reply(program.asked('tom@restored.example.org'), 'approve all');
    await program.until(async () => (await program.kinds(id))['partner-proposed'] === 2);

    const letters = program.letters.filter(({ to }) => to.endsWith('@restored.example.org'));
    const kinds = Object.values(await program.kinds(id)).reduce((sum, count) => sum + count, 0);
    expect(letters).toHaveLength(kinds);
  },
);
