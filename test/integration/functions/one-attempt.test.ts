import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { leaseSeconds } from '#domain/email.ts';
import { handOver } from '#functions/outbox/hand-to-ses.ts';
import { MovableClock } from '#infra/local/clock.ts';
import { answerMillis, sesClient } from '#shared/aws/ses.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { type Behaviour, CountingSes } from '#test/harness/system/counting-ses.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Queue } from '#test/harness/system/queue.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
const ses = new CountingSes();
const clock = new MovableClock({ start: Date.parse('2027-01-11T10:00:00Z') });
let id: string;
let table: Table;
let queue: Queue;
let byHand: DirectInvoker;

beforeAll(async () => {
  await program.start();
  await ses.start();
  ({ id } = await program.createCohort('attempt', { invitees: invitees(24, 'attempt') }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
  queue = new Queue(program.system);
  // As on Lambda, where nothing says how often the SDK tries.
  const endpoints = { OUTBOX_QUEUE_URL: queue.url, AWS_ENDPOINT_URL_SES: ses.url, AWS_MAX_ATTEMPTS: '3' };
  byHand = new DirectInvoker(program.system, { clock, endpoints });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await byHand.stop();
  await ses.stop();
  await program.stop();
});

let met = 0;
/** An email that has not been sent, and what there is to do with it. */
async function waiting() {
  const sent = await table.items(id, 'EMAIL#');
  const { messageId: _, sentAt: __, outcome: ___, deaths: ____, ...email } = sent[met] as Item;
  met += 1;
  await table.put({ ...email, status: 'queued', attempts: 0 });
  const event = await queue.eventOf({ cohort: id, email: email.id });
  const record = async () => (await table.items(id, email.sk))[0];
  const [person] = await table.items(id, `PERSON#${email.person}`);
  return {
    email,
    person,
    record,
    send: () => byHand.invoke('outbox', event),
    /** SES's word that it has the message. */
    sesReports: () => {
      const tags = { email: [email.id], cohort: [id] };
      const mail = { messageId: 'counted', timestamp: '2027-01-11T10:00:01.000Z', tags };
      return byHand.invoke('feedback', {
        Records: [{ Sns: { Message: JSON.stringify({ eventType: 'Send', mail }) } }],
      });
    },
  };
}

const leaseIsOver = () => clock.jump(clock.now() + (leaseSeconds + 1) * 1000);
const isBack = { payload: { batchItemFailures: [{}] } };
const isDone = { payload: { batchItemFailures: [] } };

describe.each<[Behaviour, number]>([
  ['resets before the body', 0],
  ['resets during the body', 0],
  ['resets after the body', 1],
  [{ status: 500, code: 'InternalFailure' }, 1],
  [{ status: 503, code: 'ServiceUnavailable' }, 1],
])('when SES %j', (behaviour, whole) => {
  test('one claim is one request, and the claim holds until SES has said whether it has the email', async () => {
    const { send, record, sesReports } = await waiting();
    ses.will(behaviour);

    const first = await send();
    const early = await send();
    const claimed = await record();
    await sesReports();
    leaseIsOver();
    const late = await send();

    expect([first, early, late]).toMatchObject([isBack, isBack, isDone]);
    expect(claimed).toMatchObject({ status: 'sending', attempts: 1, deaths: 0 });
    expect({ requests: ses.requests, whole: ses.whole }).toEqual({ requests: 1, whole });
    expect(await record()).toMatchObject({ status: 'sent', messageId: 'counted', attempts: 1 });
  });

  test('and says nothing more, the email is sent again when the claim is over', async () => {
    const { send, record } = await waiting();
    ses.will(behaviour);

    await send();
    ses.will('takes it');
    leaseIsOver();
    await send();

    expect(ses.requests).toBe(1);
    expect(await record()).toMatchObject({ status: 'sent', attempts: 2, deaths: 0 });
  });
});

test.each<[Behaviour, string]>([
  [{ status: 429, code: 'TooManyRequestsException' }, 'slower'],
  [{ status: 400, code: 'Throttling' }, 'slower'],
])('what SES wants slower (%j) is asked for once and is as it was before', async (behaviour) => {
  const { send, record } = await waiting();
  ses.will(behaviour);

  const outcome = await send();

  expect(outcome).toMatchObject(isBack);
  expect(ses.requests).toBe(1);
  expect(await record()).toMatchObject({ status: 'queued', attempts: 0 });
  expect(await record()).not.toHaveProperty('why');
});

test('what SES refuses is asked for once, and said to be refused at once, with the reason', async () => {
  const { send, record } = await waiting();
  const words =
    'Email address is not verified. The following identities failed the check in region EU-WEST-1: ada@acme.com';
  ses.will({ status: 400, code: 'MessageRejected', words });

  const outcome = await send();

  expect(outcome).toMatchObject(isDone);
  expect(ses.requests).toBe(1);
  expect(await record()).toMatchObject({ status: 'failed', why: { is: 'refused', code: 'MessageRejected', words } });
  expect(byHand.logged.join('\n')).toContain('SES refused an email');
  expect(byHand.logged.join('\n')).not.toContain('ada@acme.com');
});

test.each([
  {
    status: 403,
    code: 'AccessDenied',
    words:
      'User `sender&apos; is not authorized to perform `ses:SendRawEmail&apos; on resource `identity/bo@acme.com&apos;',
  },
  { status: 400, code: 'ConfigurationSetDoesNotExist', words: 'Configuration set is not there.' },
  { status: 400, code: 'AccountSendingPausedException', words: 'Sending is off.' },
  {
    status: 400,
    code: 'MessageRejected',
    words: 'Email address is not verified. The following identities failed the check: mentoring@mentoring.example.org',
  },
])('what SES does not let us do ($code) is told at once, and the email waits until it is mended', async (refusal) => {
  const { send, record } = await waiting();
  ses.will(refusal);

  const outcome = await send();
  const blocked = await record();
  const lines = byHand.logged.join('\n');
  ses.will('takes it');
  await send();

  expect(outcome).toMatchObject(isBack);
  expect(blocked).toMatchObject({ status: 'queued', attempts: 0 });
  expect(blocked?.why).toMatchObject({ is: 'blocked', code: expect.stringContaining(refusal.code) });
  expect(lines).toContain('SES does not let us send');
  expect(lines).not.toContain('bo@acme.com');
  expect(await record()).toMatchObject({ status: 'sent', attempts: 1 });
  expect(await record()).not.toHaveProperty('why');
});

test('an email that surely did not reach SES, however often, is given up by nobody', async () => {
  const { email, record } = await waiting();
  const gone = new CountingSes();
  await gone.start();
  const closed = { OUTBOX_QUEUE_URL: queue.url, AWS_ENDPOINT_URL_SES: gone.url };
  await gone.stop();
  const alone = new DirectInvoker(program.system, { clock, endpoints: closed });

  for (let time = 0; time < 4; time += 1) {
    await alone.invoke('outbox', await queue.eventOf({ cohort: id, email: email.id }));
    leaseIsOver();
  }
  await alone.stop();

  expect(await record()).toMatchObject({ status: 'queued', attempts: 0 });
});

test('what fails before SES is asked is no death either, however often', async () => {
  const { email, record } = await waiting();
  ses.will('resets during the body');
  const withoutArchive = { OUTBOX_QUEUE_URL: queue.url, AWS_ENDPOINT_URL_S3: ses.url };
  const alone = new DirectInvoker(program.system, { clock, endpoints: withoutArchive });

  for (let time = 0; time < 4; time += 1) {
    await alone.invoke('outbox', await queue.eventOf({ cohort: id, email: email.id }));
    leaseIsOver();
  }
  await alone.stop();

  expect(ses.requests).toBe(4);
  expect(await record()).toMatchObject({ status: 'queued', attempts: 0, deaths: 0 });
});

test('a request that gets no answer ends long before the claim, and is not made again', async () => {
  const { email, person } = await waiting();
  ses.will('hangs');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = sesClient({ endpoint: ses.url, region: 'eu-west-1', credentials, timeout: 300 });
  vi.stubEnv('CONFIGURATION_SET', 'set');

  const handed = await handOver(
    { email: { id: email.id, cohort: id }, source: 'us@example.org', to: person?.email, message: Buffer.from('x') },
    client,
  );

  expect(handed).toMatchObject({ is: 'unanswered' });
  expect({ requests: ses.requests, whole: ses.whole }).toEqual({ requests: 1, whole: 1 });
  expect(answerMillis).toBeLessThan(leaseSeconds * 1000);
});
