import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startQueuesAndBuckets } from '#infra/local/backends/backends.ts';
import { MovableClock } from '#infra/local/clock.ts';
import { credentials } from '#infra/local/doors/credentials.ts';
import { LocalSes } from '#infra/local/mail/local-ses.ts';
import type { System } from '#infra/local/system.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Queue } from '#test/harness/system/queue.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { startChosenTables } from '#test/harness/system/tables.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';
import { Wire } from '#test/harness/system/wire.ts';

const program = new TestSystem();
let id: string;
let table: Table;
let queue: Queue;
let wire: Wire;
let byHand: DirectInvoker;
const clock = new MovableClock({ start: Date.parse('2027-01-11T10:00:00Z') });
const people = invitees(40, 'outbox');

beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('outbox', { invitees: people }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
  queue = new Queue(program.system);
  wire = await Wire.before(program.system);
  // Not the real queue, on which the system's own sender would be faster.
  const endpoints = { ...wire.endpoints, OUTBOX_QUEUE_URL: queue.url };
  byHand = new DirectInvoker(program.system, { clock, endpoints });
});
afterAll(async () => {
  await byHand.stop();
  await wire.stop();
  await program.stop();
});

/** Another email, put where emails wait to be sent, and the event that asks to send it. */
async function waiting(nth: number) {
  const sent = (await table.items(id, 'EMAIL#')).filter((item) => !item.id.endsWith('-again'));
  const { messageId: _, sentAt: __, outcome: ___, lease: ____, ...email } = sent[nth] as Item;
  const again = { ...email, id: `${email.id}-again`, sk: `${email.sk}-again`, status: 'queued', attempts: 0 };
  await table.put(again);
  const [person] = await table.items(id, `PERSON#${email.person}`);
  const before = program.lettersTo(person?.email).length;
  return {
    event: await queue.eventOf({ cohort: id, email: again.id }),
    record: async () => (await table.items(id, again.sk))[0],
    letters: () => program.lettersTo(person?.email).length - before,
  };
}

const leaseIsOver = () => clock.jump(clock.now() + 61_000);

test('two senders that race for one email send it once', async () => {
  const { event, record, letters } = await waiting(0);

  await Promise.all([byHand.invoke('outbox', event), byHand.invoke('outbox', event)]);
  await program.settled();

  expect(letters()).toBe(1);
  expect(await record()).toMatchObject({ status: 'sent', attempts: 1 });
});

test('an email is sent once, wherever its first sender was cut off', async () => {
  const emails: Awaited<ReturnType<typeof waiting>>[] = [];

  for (let count = 0, isCut = true; isCut; count += 1) {
    const email = await waiting(count);
    emails.push(email);
    wire.cutAfter(count);
    await byHand.invoke('outbox', email.event);
    isCut = wire.isCut;
    wire.mend();
    // What SES has taken it reports, and that settles an email whose sender is not there any more.
    await program.settled();
    leaseIsOver();
    await byHand.invoke('outbox', email.event);
  }
  await program.settled();

  expect(emails.length).toBeGreaterThan(8);
  expect(emails.map(({ letters }) => letters())).toEqual(emails.map(() => 1));
  for (const { record } of emails) expect((await record())?.status).toBe('sent');
});

test('an email is sent once, and no sender counts as dead, whichever answer is lost twice in a row', async () => {
  const emails: Awaited<ReturnType<typeof waiting>>[] = [];

  for (let count = 0, isLost = true; isLost; count += 1) {
    const email = await waiting(20 + count);
    emails.push(email);
    for (let time = 0; time < 2; time += 1) {
      wire.loseOnly(count);
      await byHand.invoke('outbox', email.event);
      if (time === 0) isLost = wire.isCut;
      wire.mend();
      await program.settled();
      leaseIsOver();
    }
    await byHand.invoke('outbox', email.event);
  }
  await program.settled();

  expect(emails.length).toBeGreaterThan(6);
  expect(emails.map(({ letters }) => letters())).toEqual(emails.map(() => 1));
  const records = await Promise.all(emails.map(({ record }) => record()));
  expect(records).toMatchObject(emails.map(() => ({ status: 'sent', deaths: 0 })));
});

/** Requests until an email is claimed: its cohort, itself, its person, its form; the claim is the first that is cut off. */
const untilClaimed = 4;

test('a claimed email is left alone until the claim has run out, then sent, and the log says so', async () => {
  const { event, record, letters } = await waiting(18);
  wire.cutAfter(untilClaimed);
  await byHand.invoke('outbox', event);
  wire.mend();

  const early = await byHand.invoke('outbox', event);
  const claimed = await record();
  leaseIsOver();
  await byHand.invoke('outbox', event);
  await program.settled();

  expect(early).toMatchObject({ payload: { batchItemFailures: [{}] } });
  expect(claimed).toMatchObject({ status: 'sending', attempts: 1 });
  expect(letters()).toBe(1);
  expect(await record()).toMatchObject({ status: 'sent', attempts: 2 });
  expect(byHand.logged.join('\n')).toContain('an earlier sender died between claim and record');
});

test('an email whose sender died twice is given up and reported rather than sent for ever', async () => {
  const { event, record, letters } = await waiting(19);

  for (let sender = 0; sender < 2; sender += 1) {
    wire.cutAfter(untilClaimed);
    await byHand.invoke('outbox', event);
    wire.mend();
    leaseIsOver();
  }
  await byHand.invoke('outbox', event);
  await program.settled();

  expect(letters()).toBe(0);
  expect(await record()).toMatchObject({ status: 'failed', attempts: 2 });
});

test('a mailbox that refused our mail a month ago gets another email, one that did yesterday gets none', async () => {
  const [recent, old] = [await waiting(16), await waiting(17)];
  const day = 86_400_000;
  for (const [{ record }, days] of [
    [recent, 1],
    [old, 31],
  ] as const) {
    const [person] = await table.items(id, `PERSON#${(await record())?.person}`);
    await table.put({
      ...person,
      unreachable: 'bounced',
      unreachableSince: new Date(clock.now() - days * day).toISOString(),
    });
  }

  await byHand.invoke('outbox', recent.event);
  await byHand.invoke('outbox', old.event);
  await program.settled();

  expect([recent.letters(), old.letters()]).toEqual([0, 1]);
  expect(await recent.record()).toMatchObject({ status: 'suppressed', why: { is: 'bounced' } });
  expect(await old.record()).toMatchObject({ status: 'sent' });
});

test('what SES wants slower waits, also through a restart, and is sent once', async () => {
  await using slow = await new TestSystem({ sendRate: 0.1 }).start();
  const three = invitees(3, 'slow');
  const cohort = await slow.createCohort('slow', { invitees: three });
  await slow.milestone(cohort.id, 'apply.open');
  const before = slow.letters.length;

  await slow.restart();
  await slow.until(async () => (await slow.emails(cohort.id)).every(({ status }) => status === 'sent'));

  expect(before).toBe(1);
  expect(slow.letters.map(({ to }) => to).sort()).toEqual(three.map(({ email }) => email));
  expect((await slow.emails(cohort.id)).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
});

test('an email that SES had taken when everything died is not sent again, however long the system was away', async () => {
  await using killed = await new TestSystem().start();
  const cohort = await killed.createCohort('away');
  await killed.milestone(cohort.id, 'apply.open');
  const [email] = await new Table(killed.system).items(cohort.id, 'EMAIL#');
  const { system } = killed;
  const { template } = system;
  await killed.away(async () => {
    // As a kill leaves it between SES's answer and our record of it: claimed here, taken and not yet reported there.
    const tables = await startChosenTables(killed.folder);
    const documents = DynamoDBDocumentClient.from(
      new DynamoDBClient({ region: 'eu-west-1', credentials, endpoint: tables.url }),
    );
    const { sentAt: _, messageId: __, outcome: ___, ...claimed } = email as Item;
    const Item = { ...claimed, status: 'sending', lease: '2027-01-11T08:01:00.000Z' };
    await documents.send(new PutCommand({ TableName: template.tables[0]?.name, Item }));
    await tables.stop();
    const queues = await startQueuesAndBuckets(killed.folder, 'eu-west-1');
    const sqs = new SQSClient({ region: 'eu-west-1', credentials, endpoint: queues.url });
    const name = template.queues.find(({ arn }) => arn === template.eventSources[0]?.queue)?.name;
    const QueueUrl = `${queues.url}/000000000000/${name}`;
    const MessageBody = JSON.stringify({ cohort: cohort.id, email: email?.id });
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    await queues.stop();
    await takenBySes(killed.folder, system, cohort.id, email?.id, template.configurationSets[0]?.name);
  });
  await killed.passTo(killed.now + 5 * 60_000);

  expect((await killed.emails(cohort.id)).map(({ status, attempts }) => ({ status, attempts }))).toEqual([
    { status: 'sent', attempts: 1 },
    { status: 'sent', attempts: 1 },
  ]);
  expect(killed.letters.filter(({ to }) => to.endsWith('@away.example.org'))).toHaveLength(2);
});

/** Lets SES take a message, and die before it has reported it. */
async function takenBySes(folder: string, system: System, cohort: string, email: string, set: string | undefined) {
  const ses = new LocalSes({
    data: join(folder, 'ses'),
    maildirs: system.maildirs,
    clock: system.clock,
    publish: () => Promise.reject(new Error('Dead.')),
  });
  const server = createServer(ses.handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SESClient({ region: 'eu-west-1', credentials, endpoint });
  const message = 'From: mentoring@mentoring.example.org\r\nTo: taken@example.org\r\nSubject: Taken\r\n\r\nTaken.\r\n';
  await client.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(message) },
      Destinations: ['taken@example.org'],
      ConfigurationSetName: set,
      Tags: [
        { Name: 'email', Value: email },
        { Name: 'cohort', Value: cohort },
      ],
    }),
  );
  await ses.stop();
  server.closeAllConnections();
  server.close();
}
