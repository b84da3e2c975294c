import { afterAll, beforeAll, expect, test } from 'vitest';
import { MovableClock } from '#infra/local/clock.ts';
import { index2, index2Partition } from '#shared/store/keys.ts';
import { invitees, newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { stride } from '#test/harness/system/cut-off.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Queue } from '#test/harness/system/queue.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';
import { Wire } from '#test/harness/system/wire.ts';

const program = new TestSystem();
const people = invitees(40, 'missed');
const coordinator = newCohort('missed').coordinator.email;
let id: string;
let table: Table;
let queue: Queue;
let wire: Wire;
let byHand: DirectInvoker;
let clock: MovableClock;

beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('missed', { invitees: people }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
  queue = new Queue(program.system);
  wire = await Wire.before(program.system);
  clock = new MovableClock({ start: program.now });
  byHand = new DirectInvoker(program.system, { clock, endpoints: wire.endpoints });
});
afterAll(async () => {
  await byHand.stop();
  await wire.stop();
  await program.stop();
});

const kinds = { queued: index2Partition.unsent, failed: index2Partition.untold } as const;

/** An email that its writer died over before it was queued, or that failed: another one to the nth person. */
async function left(nth: number, of: Record<string, unknown> & { status: keyof typeof kinds }) {
  const sent = (await table.items(id, 'EMAIL#')).filter(
    ({ kind, id: own }) => kind === 'invitation' && !own.includes('-'),
  );
  const { messageId: _, sentAt: __, outcome: ___, deaths: ____, ...email } = sent[nth] as Item;
  const own = `${email.id}-${of.status}`;
  const moment = new Date(program.now + 15 * 60_000).toISOString();
  const sk = of.status === 'queued' ? `${moment}#${own}` : `${id}#${own}`;
  const item = { ...email, id: own, sk: `EMAIL#${own}`, attempts: 0, [index2.pk]: kinds[of.status], [index2.sk]: sk };
  await table.put({ ...item, ...of });
  const [person] = await table.items(id, `PERSON#${email.person}`);
  const before = program.lettersTo(person?.email).length;
  return {
    own,
    name: String(person?.name),
    record: async () => (await table.items(id, `EMAIL#${own}`))[0],
    letters: () => program.lettersTo(person?.email).length - before,
  };
}

const minutes = (count: number) => program.passTo(program.now + count * 60_000);
const failedAt = '2027-01-11T08:30:00.000Z';

test('an email that is queued without a message is found within the hour, whatever its cohort waits for', async () => {
  const email = await left(0, { status: 'queued' });

  await minutes(14);
  const early = email.letters();
  await minutes(46);

  expect(early).toBe(0);
  expect(email.letters()).toBe(1);
  expect(await email.record()).toMatchObject({ status: 'sent', attempts: 1, requeued: 1 });
});

test('and one whose sender died with its message is found as well', async () => {
  const email = await left(1, { status: 'queued', claimedBy: 'somebody who died' });
  const lease = new Date(program.now + 60_000).toISOString();
  await table.put({ ...(await email.record()), status: 'sending', attempts: 1, lease });

  await minutes(60);

  expect(email.letters()).toBe(1);
  expect(await email.record()).toMatchObject({ status: 'sent', attempts: 2, deaths: 1 });
});

test('one that can be sent at no time is given up after a day', async () => {
  const email = await left(2, { status: 'queued', kind: 'passed-on', facts: {} });

  await minutes(60);
  await table.put({ ...(await email.record()), requeued: 24 });
  await minutes(120);

  expect(await email.record()).toMatchObject({ status: 'failed', why: 'it was tried for a day and could not be sent' });
});

test('the coordinator hears once of emails that failed, and each can be sent again, once', async () => {
  const before = program.lettersTo(coordinator).length;
  const refused = await left(3, { status: 'failed', why: 'SES refused it (MessageRejected): Not verified.', failedAt });
  const died = await left(4, {
    status: 'failed',
    why: 'claimed twice, and twice the sender died',
    attempts: 2,
    failedAt,
  });

  await minutes(120);
  const told = program.lettersTo(coordinator).slice(before);
  const calls = [refused, died].map(({ own }) => `/v1/cohorts/${id}/emails/${own}/resend`);
  const answers = [await program.call('POST', calls[0] ?? ''), await program.call('POST', calls[1] ?? '')];
  await program.settled();
  const again = await program.call('POST', calls[0] ?? '');
  await minutes(120);

  expect(told.map(({ mail }) => mail.subject)).toEqual([expect.stringMatching(/^Two emails from .* did not go out$/)]);
  const words = (told[0]?.mail.text ?? '').replace(/\s+/g, ' ');
  expect(words).toContain(refused.name);
  expect(words).toContain(died.name);
  expect(words).toContain('surely not arrived');
  expect(words).toContain('may have arrived all the same');
  expect(answers.map(({ status, body }) => [status, body.status])).toEqual([
    [202, 'queued'],
    [202, 'queued'],
  ]);
  expect(again).toMatchObject({ status: 409, body: { title: 'Sent already' } });
  expect([refused.letters(), died.letters()]).toEqual([1, 1]);
  expect(await refused.record()).not.toHaveProperty('why');
  expect(program.lettersTo(coordinator).length - before).toBe(1);
});

test('a list that failed itself is told of by no other', async () => {
  const before = program.lettersTo(coordinator).length;
  const list = await left(5, { status: 'failed', why: 'SES refused it', failedAt, kind: 'not-sent' });

  await minutes(60);

  expect(program.lettersTo(coordinator)).toHaveLength(before);
  expect(await list.record()).not.toHaveProperty(index2.pk);
});

test('asking to send again what is not there, or to somebody who gets no mail, changes nothing', async () => {
  const email = await left(6, { status: 'failed', why: 'stopped' });
  const [person] = await table.items(id, `PERSON#${(await email.record())?.person}`);
  await table.put({ ...person, unreachable: 'stopped' });
  await table.put({ ...(await email.record()), status: 'suppressed' });

  const none = await program.call('POST', `/v1/cohorts/${id}/emails/eml_none/resend`);
  const suppressed = await program.call('POST', `/v1/cohorts/${id}/emails/${email.own}/resend`);

  expect(none).toMatchObject({ status: 404, body: { title: 'No such email' } });
  expect(suppressed).toMatchObject({ status: 409, body: { title: 'Nobody to write to' } });
  expect(await email.record()).toMatchObject({ status: 'suppressed' });
});

test('a look that is cut off anywhere, and done again, queues and tells as one that is not', async () => {
  const before = program.lettersTo(coordinator).length;
  const emails: Awaited<ReturnType<typeof left>>[] = [];
  const failed: Awaited<ReturnType<typeof left>>[] = [];

  for (let count = 0, isCut = true; isCut; count += 1) {
    emails.push(await left(7 + count, { status: 'queued' }));
    failed.push(await left(7 + count, { status: 'failed', why: 'SES refused it', failedAt }));
    clock.jump(program.now + 16 * 60_000);
    const event = await queue.eventOf({ look: 'missed' });
    wire.cutAfter(count * stride);
    await byHand.invoke('outbox', event);
    isCut = wire.isCut;
    wire.mend();
    const outcome = await byHand.invoke('outbox', event);
    expect(outcome, byHand.logged.at(-1)).toEqual({ payload: { batchItemFailures: [] } });
    await program.settled();
  }

  expect(emails.length).toBeGreaterThan(5 / stride);
  expect(emails.map(({ letters }) => letters())).toEqual(emails.map(() => 1));
  const words = program
    .lettersTo(coordinator)
    .slice(before)
    .map(({ mail }) => (mail.text ?? '').replace(/\s+/g, ' '));
  for (const { name } of failed) {
    expect(
      words.filter((text) => text.includes(`${name} (`)),
      name,
    ).toHaveLength(1);
  }
});
