import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * What people are promised holds in every cohort: nobody is asked again who said "no thanks" this year, or who has stopped
 * all mail, and the coordinator sees whom a cohort leaves out, and why.
 */

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');
const invited = (to: string) => program.lettersTo(to).filter(({ mail }) => mail.subject?.includes('like a mentor'));

test('"no thanks" and "stop" in one cohort leave people out of the next, until they ask to come back', async () => {
  const people = invitees(6, 'kept');
  const [byReply, onPage, byStop, byLink, changed, other] = people.map(({ email }) => email) as string[] as [
    ...[string, string, string, string, string, string],
  ];
  const spring = await program.createCohort('kept', { invitees: people });
  const beside = await program.createCohort('kept', { name: 'Autumn', invitees: people.slice(2, 4) });
  await program.milestone(spring.id, 'apply.open');
  await program.milestone(beside.id, 'apply.open');
  const first = (to: string) => invited(to)[0] ?? program.newest(to);

  await program.reply(first(byReply), 'No thanks');
  await program.visit(first(onPage), { decline: 'yes' });
  await program.reply(first(byStop), 'Please unsubscribe me');
  const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  await fetch(program.pageIn(first(byLink), 'u'), { method: 'POST', body: oneClick });
  await program.reply(first(changed), 'No thanks');
  await program.reply(first(changed), answers.asMentee);
  await program.settled();
  const stillBeside = await program.people(beside.id);
  const next = await program.createCohort('kept', { name: 'Winter', invitees: people });
  await program.milestone(next.id, 'apply.open');
  await program.milestone(next.id, 'apply.close');

  const declined = program.lettersTo(byReply).find(({ mail }) => mail.subject?.startsWith("That's fine"));
  expect(words(declined?.mail.text)).toContain(
    "We won't ask you about mentoring again before Saturday 1 January 2028.",
  );
  expect(stillBeside.filter(({ unreachable }) => unreachable === 'stopped').map(({ email }) => email)).toEqual(
    expect.arrayContaining([byStop, byLink]),
  );
  const leftOut = Object.fromEntries((await program.people(next.id)).map(({ email, leftOut }) => [email, leftOut]));
  expect(leftOut).toMatchObject({
    ...{ [byReply]: 'declined', [onPage]: 'declined', [byStop]: 'stopped', [byLink]: 'stopped' },
    ...{ [changed]: undefined, [other]: undefined },
  });
  const inWinter = (to: string) => invited(to).filter(({ mail }) => mail.text?.includes('Winter'));
  expect(people.map(({ email }) => inWinter(email).length)).toEqual([0, 0, 0, 0, 1, 1]);
  const readiness = program
    .lettersTo('maria@kept.example.org')
    .findLast(({ mail }) => mail.subject?.includes('Winter: applications are closed'));
  expect(words(readiness?.mail.text)).toContain('None of the two people we invited applied.');
  expect(words(readiness?.mail.text)).toContain('Invitee 1: said "no thanks" to an earlier round');
  expect(words(readiness?.mail.text)).toContain('Invitee 3: wants no more email');

  const back = await program.createCohort('kept', {
    name: 'Return',
    invitees: people.slice(0, 3).map((one) => ({ ...one, again: true })),
  });
  await program.milestone(back.id, 'apply.open');
  expect(
    people.slice(0, 3).map(({ email }) => invited(email).some(({ mail }) => mail.text?.includes('Return'))),
  ).toEqual([...[true, true, true]]);
  for (const { id } of [spring, beside, next, back]) await program.cancel(id);
  expect(program.lettersTo(byReply).filter(({ mail }) => mail.subject === 'Winter ends early')).toEqual([]);
});
