import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backend } from '#infra/local/backends/backends.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { DirectInvoker, type FunctionName } from '#test/harness/system/direct-invoker.ts';
import { Queue } from '#test/harness/system/queue.ts';
import { Table } from '#test/harness/system/table.ts';
import { type Request, TableProxy } from '#test/harness/system/table-proxy.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
const between = new TableProxy();
let table: Backend;
let byHand: DirectInvoker;

beforeAll(async () => {
  await program.start();
  table = await between.before(program.system.endpoints.AWS_ENDPOINT_URL_DYNAMODB ?? '');
  byHand = new DirectInvoker(program.system, { endpoints: { AWS_ENDPOINT_URL_DYNAMODB: table.url } });
});
afterAll(async () => {
  await byHand.stop();
  await table.stop();
  await program.stop();
});

/** What a call asks of the table, and of that what it reads more than once. */
async function requestsOf(name: FunctionName, event: unknown): Promise<{ count: number; readAgain: string[] }> {
  const requests: Request[] = [];
  between.onAnswered = (request) => requests.push(request);
  const outcome = await byHand.invoke(name, event);
  between.onAnswered = undefined;
  expect(outcome).not.toHaveProperty('errorType');
  const read = requests.filter(({ operation }) => operation === 'GetItem').map(({ body }) => body);
  return { count: requests.length, readAgain: read.filter((one, index) => read.indexOf(one) !== index) };
}

async function reply(from: string, text: string) {
  const { replyTo } = program.asked(from);
  const lines = [`From: ${from}`, `To: ${replyTo}`, `Message-ID: <${from}>`, 'Subject: Re', '', ...text.split('\n')];
  const mail = { id: from.replace(/\W/g, ''), from, to: replyTo, raw: `${lines.join('\r\n')}\r\n` };
  return received(program.system, mail);
}

test('an application is read with 10 requests to the table, and with 9 once the program is known', async () => {
  const { id } = await program.createCohort('counted', { invitees: invitees(3, 'counted') });
  await program.milestone(id, 'apply.open');

  const first = await requestsOf('inbox', await reply('invitee-1@counted.example.org', answers.asMentee));
  const second = await requestsOf('inbox', await reply('invitee-2@counted.example.org', answers.asMentee));
  await program.settled();

  expect(first).toEqual({ count: 10, readAgain: [] });
  expect(second).toEqual({ count: 9, readAgain: [] });
});

test('the vote that is the last is read with 11 requests to the table', async () => {
  await proposedIn(program, 'votes', 1);
  await program.reply(program.asked('ines@votes.example.org'), 'approve all');

  const last = await requestsOf('inbox', await reply('tom@votes.example.org', 'approve all'));
  await program.settled();

  expect(last).toEqual({ count: 11, readAgain: [] });
});

test('the first email of a stage is sent with 7 requests to the table', async () => {
  const { id } = await program.createCohort('first', { invitees: invitees(2, 'first') });
  await program.milestone(id, 'apply.open');
  const stored = new Table(program.system);
  const [email] = (await stored.items(id, 'EMAIL#')).filter(({ kind }) => kind === 'invitation');
  const { messageId: _, sentAt: __, ...sent } = email ?? {};
  await stored.put({ ...sent, status: 'queued', attempts: 0 });

  const event = await new Queue(program.system).eventOf({ cohort: id, email: email?.id });
  const requests = await requestsOf('outbox', event);

  expect(requests).toEqual({ count: 7, readAgain: [] });
});
