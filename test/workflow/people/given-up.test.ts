import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TableProxy } from '#test/harness/system/table-proxy.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const between = new TableProxy();
const program = new TestSystem({ startTables: between.start });
beforeAll(() => program.start());
afterAll(() => program.stop());

/** Takes a reply to a form that can't be read, three times in vain; returns the form as it was. */
async function replyInVain(domain: string): Promise<{ id: string; form: Item }> {
  const { id } = await program.createCohort(domain);
  await program.milestone(id, 'apply.open');
  const ada = await new Table(program.system).items(id, 'PERSON#');
  const { id: person } = ada.find(({ email }) => email === `ada@${domain}.example.org`) ?? {};
  const [form] = (await new Table(program.system).items(id, 'FORM#')).filter((one) => one.person === person);
  await new Table(program.system).put({ ...form, status: 'no status that we know' });
  await program.reply(program.asked(`ada@${domain}.example.org`), answers.asMentee);
  return { id, form: form as Item };
}

const minutes = (count: number) => count * 60_000;
const mailboxes = async () => (await fetch(program.system.mailUrl)).text();

test('a reply that fails is tried after a minute and after two more, then waits where it can be tried again', async () => {
  const { id, form } = await replyInVain('in-vain');
  const acknowledged = program.now;
  const tries = () => program.logged.filter((line) => line.includes('failed on an event')).length;
  const first = tries();
  await program.passTo(acknowledged + minutes(1) - 1000);
  const before = tries();
  await program.passTo(acknowledged + minutes(1) + 1000);
  const second = tries();
  await program.passTo(acknowledged + minutes(3) + 2000);
  const third = tries();
  await program.passTo(acknowledged + minutes(60));
  const told = [...program.troubles];
  const page = await mailboxes();
  await new Table(program.system).put(form);
  const { origin } = new URL(program.system.mailUrl);
  const again = await fetch(`${program.system.mailUrl}/again`, { method: 'POST', headers: { origin } });
  await program.settled();

  expect([first, before, second, third, tries()]).toEqual([1, 1, 2, 3, 3]);
  expect(told).toHaveLength(3);
  expect(told[0]).toBe('inbox failed on what came in (UnreadableRecord). It is tried again in a minute.');
  expect(told[2]).toMatch(/^inbox failed 3 times on what came in \(UnreadableRecord\)\. It waits in the queue \w+\./);
  expect(page).toContain('One message, in or out, could not be dealt with');
  expect(again.status).toBe(200);
  expect(await again.text()).toContain('It is being tried again.');
  expect(await mailboxes()).not.toContain('could not be dealt with');
  expect(await program.statusOf(id, 'ada@in-vain.example.org', 'application')).toBe('complete');
});

test('what was given up, and what waits for its next attempt, is tried at the next start', async () => {
  const one = await replyInVain('given-up');
  await program.passTo(program.now + minutes(10));
  const other = await replyInVain('waiting');

  await new Table(program.system).put(one.form);
  await new Table(program.system).put(other.form);
  await program.restart();
  await program.settled();

  expect(await program.statusOf(one.id, 'ada@given-up.example.org', 'application')).toBe('complete');
  expect(await program.statusOf(other.id, 'ada@waiting.example.org', 'application')).toBe('complete');
});

test('what SES reports of an email is tried again when it could not be noted', async () => {
  const [lost, there] = ['ada@bounces.invalid', 'grace@reported.example.org'];
  between.refuses = ({ body }) => body.includes('SET unreachable');
  const { id } = await program.createCohort('reported', {
    invitees: [
      { name: 'Ada', email: lost },
      { name: 'Grace', email: there },
    ],
  });
  const markOf = async () => (await program.people(id)).find(({ email }) => email === lost)?.unreachable;
  await program.milestone(id, 'apply.open');
  const before = await markOf();

  between.refuses = () => false;
  await program.passTo(program.now + minutes(2));

  expect(before).toBeUndefined();
  expect(await markOf()).toBe('bounced');
});

test('an email that has come back from the queue too often is sent after the next start', async () => {
  // An answer that no client asks for again: each of thirty returns is one request.
  between.alters = ({ operation, body }) => (operation === 'UpdateItem' && body.includes('EMAIL#') ? '{}' : body);
  const { id } = await program.createCohort('not-sent');
  await program.passTo(program.now + minutes(2 * 60));
  const before = (await program.emails(id)).map(({ status }) => status);
  const page = await mailboxes();

  between.alters = ({ body }) => body;
  await program.restart();
  await program.settled();

  expect(before).toEqual(['queued', 'queued']);
  expect(page).toContain('2 messages, in or out, could not be dealt with');
  expect((await program.emails(id)).map(({ status }) => status)).toEqual(['sent', 'sent']);
  expect(program.troubles.at(-1)).toBe('2 of what was given up earlier are tried again.');
});
