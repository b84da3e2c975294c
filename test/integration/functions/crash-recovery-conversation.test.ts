import { afterAll, beforeAll, expect, test } from 'vitest';
import { MovableClock } from '#infra/local/clock.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { messageOf } from '#test/harness/mail/message.ts';
import { received } from '#test/harness/mail/post-box.ts';
import { stride } from '#test/harness/system/cut-off.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';
import { Wire } from '#test/harness/system/wire.ts';

/* As in crash-recovery.test.ts: cut off at every request in turn, then called again. Here: what waits, and what is told of it. */

const program = new TestSystem();
let wire: Wire;
let byHand: DirectInvoker;
let table: Table;

beforeAll(async () => {
  await program.start();
  wire = await Wire.before(program.system);
  byHand = new DirectInvoker(program.system, { endpoints: wire.endpoints });
  table = new Table(program.system);
});
afterAll(async () => {
  await byHand.stop();
  await wire.stop();
  await program.stop();
});

let sent = 0;

/** A reply that is handled by hand and cut off at the nth place, then handled again. Says whether it was cut off. */
async function reply(to: string, from: string, text: string, nth: number, headers = ''): Promise<boolean> {
  sent += 1;
  const raw = `${headers}${messageOf({ from, to, id: `half-${sent}@example.org`, text })}`;
  const event = await received(program.system, { id: `half${sent}`, from, to, raw });
  wire.cutAfter(nth * stride);
  await byHand.invoke('inbox', event);
  const { isCut } = wire;
  wire.mend();
  const outcome = await byHand.invoke('inbox', event);
  expect(outcome, byHand.logged.at(-1)).not.toHaveProperty('errorType');
  await program.settled();
  return isCut;
}

async function cohort(domain: string, size: number) {
  const people = invitees(size, domain);
  const { id } = await program.createCohort(domain, { invitees: people });
  await program.milestone(id, 'apply.open');
  const close = async () => {
    await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
    await program.settled();
  };
  return { id, people, close, maria: `maria@${domain}.example.org` };
}

test('a late reply is put to the coordinator once and read once, wherever its keeping and the yes were cut off', async () => {
  const { id, people, close, maria } = await cohort('late', 30);
  const letters = new Map(people.map(({ email }) => [email, program.asked(email)]));
  await close();

  let count = 0;
  for (const cuts = { late: true, yes: true }; cuts.late || cuts.yes; count += 1) {
    const { email } = people[count] ?? { email: '' };
    cuts.late = await reply(letters.get(email)?.replyTo ?? '', email, answers.asMentee, count);
    cuts.yes = await reply(program.asked(maria).replyTo, maria, 'yes', count);
  }

  expect(count).toBeGreaterThan(12 / stride);
  expect(await program.kinds(id)).toMatchObject({ 'late-reply': count, 'too-late': count, understood: 2 * count });
  const forms = (await table.items(id, 'FORM#application#')).filter(({ status }) => status === 'complete');
  expect(forms.map(({ replies }) => replies.length)).toEqual(Array(count).fill(1));
  // Invited, told that applications have closed early, told that it waits, and what was understood.
  for (const { email } of people.slice(0, count)) expect(program.lettersTo(email)).toHaveLength(4);
});

test('a form that somebody can not finish is reported once, wherever the second reply was cut off', async () => {
  const { id, people } = await cohort('stuck', 25);
  const unclear = answers.asMentee.replace(/^14\. .*$/m, '14. quite some time');

  let count = 0;
  for (let isCut = true; isCut; count += 1) {
    const { email } = people[count] ?? { email: '' };
    const { replyTo } = program.asked(email);
    await reply(replyTo, email, unclear, Number.POSITIVE_INFINITY);
    isCut = await reply(replyTo, email, '14. a good while', count);
  }

  expect(count).toBeGreaterThan(8 / stride);
  expect(await program.kinds(id)).toMatchObject({ unfinished: count, understood: 2 * count });
  const forms = (await table.items(id, 'FORM#application#')).filter(({ followUp }) => followUp?.asks === 'page');
  expect(forms.map(({ followUp }) => followUp.tried)).toEqual(Array(count).fill(2));
});

test('an absence is noted, wherever its noting was cut off', async () => {
  const { id, people } = await cohort('away', 10);

  let count = 0;
  for (let isCut = true; isCut; count += 1) {
    const { email } = people[count] ?? { email: '' };
    const text = 'I am out of the office until 20 January 2027.';
    isCut = await reply(program.asked(email).replyTo, email, text, count, 'Auto-Submitted: auto-replied\r\n');
  }

  const away = (await table.items(id, 'PERSON#')).filter(({ awayUntil }) => awayUntil === '2027-01-21T09:00:00.000Z');
  expect(away).toHaveLength(count);
  expect(await program.kinds(id)).toEqual({ invitation: 10 });
});

test('a reminder that waited for a return is one email, wherever the step that sends it was cut off', async () => {
  const start = Date.parse('2027-02-01T09:00:00Z');
  const clock = new MovableClock({ start });
  const later = new DirectInvoker(program.system, { clock, endpoints: wire.endpoints });
  const cohorts: string[] = [];

  for (let count = 0, isCut = true; isCut; count += 1) {
    const day = (nth: number) => new Date(start + (30 * count + nth) * 24 * 3600 * 1000).toISOString();
    const { id } = await program.createCohort(`back-${count}`, { start: day(0).slice(0, 10), timeZone: 'UTC' });
    cohorts.push(id);
    const task = { version: 1, cohort: id, stage: 'apply', generation: 0, rounds: 0, startedAt: day(0) };
    const steps = async (at: string, requests = Number.POSITIVE_INFINITY) => {
      clock.jump(Date.parse(at) + 1000);
      wire.cutAfter(requests);
      await later.invoke('stages', task);
      const wasCut = wire.isCut;
      wire.mend();
      for (let rounds = 0; rounds < 4; rounds += 1) await later.invoke('stages', task);
      return wasCut;
    };
    await steps(day(0));
    for (const person of await table.items(id, 'PERSON#')) await table.put({ ...person, awayUntil: day(9) });
    await steps(day(7));
    const atFirst = (await program.kinds(id))['application-reminder'];
    isCut = await steps(day(9), count * stride);
    expect([atFirst, (await program.kinds(id))['application-reminder']]).toEqual([undefined, 2]);
  }

  await later.stop();
  await program.settled();
  expect(cohorts.length).toBeGreaterThan(5 / stride);
  for (const [index] of cohorts.entries()) expect(program.lettersTo(`ada@back-${index}.example.org`)).toHaveLength(2);
});

test('the last answer, read again after it was stored, is not taken for words to the coordinator', async () => {
  const { id, people } = await cohort('last', 20);
  const letters = new Map(people.map(({ email }) => [email, program.asked(email)]));
  const allButOne = answers.asMentee.replace(/^14\. .*\n/m, '');

  let count = 0;
  for (let isCut = true; isCut; count += 1) {
    const { email } = people[count] ?? { email: '' };
    const { replyTo } = letters.get(email) ?? { replyTo: '' };
    await reply(replyTo, email, allButOne, 1_000);
    isCut = await reply(replyTo, email, 'Hmm, seven by now', count);
  }

  const kinds = await program.kinds(id);
  expect(kinds.understood).toBe(2 * count);
  expect(kinds['question-from']).toBeUndefined();
});
