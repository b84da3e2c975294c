import { afterAll, beforeAll, expect, test } from 'vitest';
import { essentials } from '#shared/programs/essentials.ts';
import * as answers from '#test/harness/answers.ts';
import { invitees, programWith, staff } from '#test/harness/new-cohort.ts';
import { Program } from '#test/harness/program.ts';
import { Table } from '#test/harness/table.ts';

const program = new Program();
beforeAll(() => program.start());
afterAll(() => program.stop());

/** A cohort whose committee has just been asked. Of the invitees the first `mentors` are mentors, the others mentees. */
async function proposed(domain: string, mentors: number, changes: Record<string, unknown> = {}): Promise<string> {
  const { id } = await program.createCohort(domain, changes);
  await program.milestone(id, 'apply.open');
  const people = (changes.invitees ?? staff(domain).invitees) as { email: string }[];
  for (const [index, { email }] of people.entries()) {
    await program.reply(program.asked(email), index < mentors ? answers.asMentor : answers.asMentee);
  }
  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.milestone(id, 'match.open');
  return id;
}

test('the last vote ends the match stage before its deadline', async () => {
  const id = await proposed('voted', 1);
  const before = program.now;

  await program.reply(program.asked('ines@voted.example.org'), 'approve all');
  const between = (await program.cohort(id)).stage;
  await program.reply(program.asked('tom@voted.example.org'), 'approve all');

  expect(between).toBe('match');
  expect((await program.cohort(id)).stage).toBe('kickoff');
  expect(program.now - before).toBeLessThan(60_000);
  expect(await program.kinds(id)).toMatchObject({ 'matches-published': 1 });
  await program.cancel(id);
});

test('a pair that the committee objects to is never announced, and its mentee gets the mentor who was left', async () => {
  const id = await proposed('vetoed', 2, { invitees: invitees(3, 'vetoed') });
  const table = new Table(program.system);
  const [first] = await table.items(id, 'PAIR#');

  await program.reply(program.asked('ines@vetoed.example.org'), '1. no, same team');
  await program.reply(program.asked('tom@vetoed.example.org'), '1. no');
  await program.milestone(id, 'kickoff.open');

  const pairs = await table.items(id, 'PAIR#');
  expect(pairs.filter(({ id: pair }) => pair === first?.id)).toMatchObject([{ status: 'vetoed' }]);
  expect(pairs.filter(({ status }) => status === 'active')).toMatchObject([{ mentee: first?.mentee, round: 2 }]);
  expect(await program.kinds(id)).toMatchObject({ introduction: 2, 'not-matched': 1 });
  expect(program.newest('maria@vetoed.example.org').mail.text).toContain('Invitee');
  await program.cancel(id);
});

test('without a quorum the coordinator decides: nothing is published until they say so, however long that takes', async () => {
  const asking = programWith({ committee: { quorum: 2, withoutQuorum: 'ask-coordinator' } });
  const id = await proposed('undecided', 1, { program: asking });
  await program.reply(program.asked('ines@undecided.example.org'), 'approve all');
  const closes = Date.parse(await program.dateOf(id, 'match.close'));

  await program.passTo(closes + 40 * 24 * 3600 * 1000);
  const waiting = await program.kinds(id);
  const waitedAt = (await program.cohort(id)).stage;
  await program.reply(program.asked('maria@undecided.example.org'), 'yes');

  expect(waitedAt).toBe('match');
  expect(waiting).toMatchObject({ 'publish-decision': 1 });
  expect(waiting['matches-published']).toBeUndefined();
  expect((await program.cohort(id)).stage).not.toBe('match');
  expect(await program.kinds(id)).toMatchObject({ 'publish-decision': 1, 'matches-published': 1 });
  await program.cancel(id);
});

test('a program that publishes without a quorum does so at the deadline', async () => {
  const id = await proposed('silent', 1);

  await program.milestone(id, 'match.close');

  expect(await program.kinds(id)).toMatchObject({ ballot: 2, 'ballot-reminder': 2, 'matches-published': 1 });
  expect(essentials.matching.committee.withoutQuorum).toBe('publish');
  await program.cancel(id);
});
