import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const proposed = (domain: string, mentors: number, changes?: Record<string, unknown>) =>
  proposedIn(program, domain, mentors, changes);

const pairsOf = (id: string) => new Table(program.system).items(id, 'PAIR#');
const ballotsOf = (id: string) => new Table(program.system).items(id, 'FORM#ballot#');

async function addressOf(id: string, person: unknown): Promise<string> {
  return (await program.people(id)).find((one) => one.id === person)?.email ?? '';
}

const words = (text: string | undefined) => text?.replace(/\s+/g, ' ') ?? '';

test('somebody stops while the committee votes: only the pair that is new is voted on, and the other votes stand', async () => {
  const id = await proposed('left', 2, { invitees: invitees(5, 'left') });
  const [lost, kept] = await pairsOf(id);
  const [ines, tom] = ['ines@left.example.org', 'tom@left.example.org'];
  const toms = program.asked(tom);
  const [ballot] = await ballotsOf(id);
  const number = 1 + ballot?.questions.findIndex(({ key }: { key: string }) => key === kept?.id);
  await program.reply(program.asked(ines), 'approve all');

  await program.reply(program.asked(await addressOf(id, lost?.mentee)), 'Please unsubscribe me');
  const again = program.newest(ines);
  await program.reply(again, 'approve');
  const decidedTooEarly = (await program.cohort(id)).schedule[1]?.milestones.find(
    ({ id: one }) => one === 'match.decide',
  );
  await program.reply(toms, `${number}. yes`);
  await program.reply(program.newest(tom), 'no');

  const pairs = await pairsOf(id);
  const fresh = pairs.find(({ id: pair }) => pair !== lost?.id && pair !== kept?.id);
  expect(pairs.find(({ id: pair }) => pair === lost?.id)?.status).toBe('superseded');
  expect(fresh).toMatchObject({ status: 'proposed', round: 1, mentor: lost?.mentor });
  expect(again.mail.text?.match(/^\d+\. .+ as mentor of/gm)).toHaveLength(1);
  expect(words(again.mail.text)).toContain('Only this one needs your vote');
  expect(words(again.mail.text)).toContain('One pair is no longer proposed and needs no vote:');
  expect(decidedTooEarly?.doneAt).toBeUndefined();
  const ballots = await ballotsOf(id);
  expect(ballots).toHaveLength(4);
  expect(ballots.find(({ occasion, answers: said }) => occasion === 'round-1' && said[String(lost?.id)])).toMatchObject(
    {
      answers: { [String(lost?.id)]: true, [String(kept?.id)]: true },
    },
  );
  expect(await program.kinds(id)).toMatchObject({ ballot: 4 });
  await program.cancel(id);
});

test('who is held back is in no pair, hears kindly and neutrally at the kickoff, and may be let in again', async () => {
  const id = await proposed('back', 1);
  const grace = (await program.people(id)).find(({ email }) => email.startsWith('grace'));
  const path = `/v1/cohorts/${id}/people/${grace?.id}/hold`;
  const auditsOf = async () => (await new Table(program.system).items(id, 'PROPOSAL'))[0]?.audits;
  const audits = await auditsOf();

  const held = await program.call('PUT', path);
  await program.settled();
  const auditsWhileHeld = await auditsOf();
  const whileHeld = await pairsOf(id);
  const released = await program.call('DELETE', path);
  await program.settled();
  const afterwards = await pairsOf(id);
  await program.call('PUT', path);
  await program.milestone(id, 'kickoff.open');
  const nobody = await program.call('PUT', `/v1/cohorts/${id}/people/per_nobody/hold`);
  const coordinator = (await program.people(id)).find(({ email }) => email.startsWith('maria'));
  const notInvited = await program.call('PUT', `/v1/cohorts/${id}/people/${coordinator?.id}/hold`);

  expect([held.status, released.status]).toEqual([200, 204]);
  // One figure taken from the next would tell the group of whoever is held.
  expect(audits).toMatchObject([{ about: 'gender' }]);
  expect(auditsWhileHeld).toEqual(audits);
  expect(whileHeld).toMatchObject([{ status: 'superseded' }]);
  expect(afterwards).toMatchObject([{ status: 'proposed' }]);
  const letter = program.newest('grace@back.example.org').mail;
  expect(words(letter.text)).toContain("We can't offer you a place in this round.");
  expect(letter.text).not.toMatch(/held|hold|Ada/);
  expect(await program.kinds(id)).toMatchObject({ 'not-this-time': 1, 'not-matched': 1 });
  expect([nobody.status, notInvited.status]).toEqual([404, 404]);
  await program.cancel(id);
});

test('somebody who is held back and let in again, twice, is voted on in the end', async () => {
  const id = await proposed('twice', 1);
  const grace = (await program.people(id)).find(({ email }) => email.startsWith('grace'));
  const path = `/v1/cohorts/${id}/people/${grace?.id}/hold`;
  for (const method of ['PUT', 'DELETE', 'PUT', 'DELETE']) {
    await program.call(method, path);
    await program.settled();
  }
  const waiting = (await program.cohort(id)).schedule[1]?.milestones.find(({ id: one }) => one === 'match.decide');

  await program.reply(program.asked('ines@twice.example.org'), 'approve');
  await program.reply(program.asked('tom@twice.example.org'), 'approve');

  const [pair] = await pairsOf(id);
  const ballots = await ballotsOf(id);
  const votes = ballots.filter(({ answers: said }) => said[String(pair?.id)] === true).map(({ person }) => person);
  expect(pair?.status).toBe('proposed');
  expect(waiting?.doneAt).toBeUndefined();
  expect(new Set(votes).size).toBe(2);
  expect(ballots).toHaveLength(6);
  await program.cancel(id);
});

test('a pair that was shown to the chair and lost one of its two is made again when they are back', async () => {
  const id = await proposed('returned', 1, { chair: 'tom@returned.example.org' });
  await program.reply(program.asked('ines@returned.example.org'), 'approve all');
  await program.reply(program.asked('tom@returned.example.org'), 'approve all');
  const decision = program.asked('tom@returned.example.org');
  const grace = (await program.people(id)).find(({ email }) => email.startsWith('grace'));
  const path = `/v1/cohorts/${id}/people/${grace?.id}/hold`;

  await program.call('PUT', path);
  await program.reply(decision, 'yes');
  const whileHeld = (await pairsOf(id)).map(({ status }) => status);
  await program.call('DELETE', path);
  await program.settled();
  await program.milestone(id, 'kickoff.open');

  const pairs = await pairsOf(id);
  expect(whileHeld).toEqual(['withdrawn']);
  expect(pairs.map(({ status }) => status)).toEqual(['active']);
  expect(await program.kinds(id)).toMatchObject({ 'partner-proposed': 2, introduction: 2 });
  await program.cancel(id);
});

test('an opening that is no longer one is not filled by a late yes', async () => {
  const id = await proposed('closed', 1, { invitees: invitees(3, 'closed') });
  await program.milestone(id, 'kickoff.open');
  const [first] = (await pairsOf(id)).filter(({ status }) => status === 'active');
  await program.reply(program.asked(await addressOf(id, first?.mentee)), '1. no');
  const asked = program.newest('maria@closed.example.org');
  const [opening] = (await pairsOf(id)).filter(({ status }) => status === 'proposed');

  await program.reply(program.asked(await addressOf(id, opening?.mentee)), 'Please unsubscribe me');
  await program.reply(asked, 'yes');

  expect((await pairsOf(id)).find(({ id: pair }) => pair === opening?.id)?.status).toBe('superseded');
  expect(await program.kinds(id)).toMatchObject({ introduction: 2, opening: 1 });
  expect(words(program.newest('maria@closed.example.org').mail.text)).toContain('so nothing has changed');
  expect((await program.visit(asked)).status).toBe(410);
  await program.cancel(id);
});

test('a no of the chair goes to the coordinator at once, who may publish instead', async () => {
  const id = await proposed('chair', 1, { chair: 'tom@chair.example.org' });
  await program.reply(program.asked('ines@chair.example.org'), 'approve all');
  await program.reply(program.asked('tom@chair.example.org'), 'approve all');

  await program.reply(program.asked('tom@chair.example.org'), 'no');
  const told = program.newest('maria@chair.example.org');
  await program.reply(told, 'yes');

  expect(words(told.mail.text)).toContain('Tom Baker, who was asked first, would rather not publish the pairs yet');
  expect(await program.kinds(id)).toMatchObject({ 'publish-decision': 2, 'partner-proposed': 2 });
  await program.cancel(id);
});

test('a partner who is free again after the kickoff goes to somebody who had none, once the coordinator says so', async () => {
  const id = await proposed('opening', 1, { invitees: invitees(3, 'opening') });
  await program.milestone(id, 'kickoff.open');
  const [first] = (await pairsOf(id)).filter(({ status }) => status === 'active');
  const [mentor, mentee] = [await addressOf(id, first?.mentor), await addressOf(id, first?.mentee)];
  const before = await program.kinds(id);

  await program.reply(program.asked(mentee), '1. no');
  const asked = program.newest('maria@opening.example.org');
  const told = await program.kinds(id);
  await program.reply(asked, 'yes');

  const other = (await pairsOf(id)).find(({ id: pair }) => pair !== first?.id && pair !== undefined);
  expect(before).toMatchObject({ introduction: 2, 'not-matched': 1 });
  expect(words(asked.mail.text)).toContain('could be the mentor of');
  expect(told).toMatchObject({ introduction: 2, opening: 1 });
  expect(other).toMatchObject({ status: 'active', mentor: first?.mentor });
  expect(await program.kinds(id)).toMatchObject({ introduction: 4, opening: 1 });
  for (const person of [mentor, await addressOf(id, other?.mentee)]) {
    expect(program.newest(person).replyTo).toMatch(/^r\+/);
  }
  await program.cancel(id);
});

test('who stops our mail after the introduction is still in the pair: nobody else is offered to the partner', async () => {
  const id = await proposed('quiet', 2, { invitees: invitees(3, 'quiet') });
  await program.milestone(id, 'kickoff.open');
  const [pair] = (await pairsOf(id)).filter(({ status }) => status === 'active');
  const mentor = await addressOf(id, pair?.mentor);

  await program.reply(program.asked(mentor), 'Please unsubscribe me');
  await program.milestone(id, 'kickoff.close');

  expect((await program.people(id)).find(({ email }) => email === mentor)?.unreachable).toBe('stopped');
  expect((await program.kinds(id)).opening).toBeUndefined();
  expect((await pairsOf(id)).map(({ status }) => status)).toEqual(['active']);
  await program.cancel(id);
});

test('who says no to one partner keeps the other: nobody else is offered to that one', async () => {
  const { id } = await program.createCohort('other', { invitees: invitees(3, 'other') });
  await program.milestone(id, 'apply.open');
  const forms = await new Table(program.system).items(id, 'FORM#application#');
  const both = { ...answers.mentorAnswers, ...answers.menteeAnswers, role: 'both', experience: 10 };
  const [first, second, third] = [answers.mentorAnswers, both, answers.menteeAnswers];
  for (const [index, said] of [first, second, third].entries()) {
    await new Table(program.system).put({ ...forms[index], status: 'complete', answers: said });
  }
  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.milestone(id, 'kickoff.open');
  const middle = forms[1]?.person;
  const [mentor, mentee] = [forms[0]?.person, forms[2]?.person];
  const introduced = (await pairsOf(id)).map((pair) => [pair.mentor, pair.mentee]);

  const agreement = program
    .lettersTo(await addressOf(id, middle))
    .find(({ mail }) => mail.text?.includes('is your mentee'));
  if (!agreement) throw new Error('There was no introduction.');
  await program.reply(agreement, '1. no');
  await program.milestone(id, 'kickoff.close');

  expect(introduced.toSorted()).toEqual(
    [
      [mentor, middle],
      [middle, mentee],
    ].toSorted(),
  );
  expect(await program.kinds(id)).toMatchObject({ 'pair-not-agreed': 1 });
  expect((await program.kinds(id)).opening).toBeUndefined();
  await program.cancel(id);
});

test('partners of an earlier cohort are not paired again', async () => {
  const id = await proposed('again', 1);
  await program.milestone(id, 'kickoff.open');

  const next = await proposed('again', 1);

  expect(await pairsOf(id)).toMatchObject([{ status: 'active' }]);
  expect(await pairsOf(next)).toEqual([]);
  await program.cancel(id);
  await program.cancel(next);
});

test('other weights, once they are used, bring pairs before the committee that it has not seen, and no others', async () => {
  const id = await proposed('weighed', 2, { invitees: invitees(4, 'weighed') });
  const table = new Table(program.system);
  // Each mentee suits one mentor by what they want to work on, and the other by experience.
  const forms = await table.items(id, 'FORM#application#');
  const [mentors, mentees] = [true, false].map((isMentor) =>
    forms.filter(({ answers: said }) => (said.role === 'mentor') === isMentor),
  ) as [typeof forms, typeof forms];
  const topics = [['leading people'], ['making myself heard']];
  for (const [index, form] of mentors.entries())
    await table.put({ ...form, answers: { ...form.answers, helps: topics[index], experience: 10 + 10 * index } });
  for (const [index, form] of mentees.entries())
    await table.put({ ...form, answers: { ...form.answers, topics: topics[index], experience: 10 - 10 * index } });
  const path = `/v1/cohorts/${id}/matches`;
  const only = (one: string) =>
    Object.fromEntries(defaultProgram.matching.factors.map(({ id: factor }) => [factor, factor === one ? 10 : 0]));
  const standing = async () =>
    (await pairsOf(id)).filter(({ status }) => status === 'proposed').map((pair) => `${pair.mentor} ${pair.mentee}`);
  const sent = async () => (await program.kinds(id)).ballot;

  await program.call('PUT', `${path}/weights`, { weights: only('topics') });
  await program.settled();
  const [byTopic, asked] = [await standing(), await sent()];
  const tried = await program.call('POST', `${path}/preview`, { weights: only('experience') });
  await program.call('PUT', `${path}/weights`, { weights: only('experience') });
  await program.settled();
  const [byExperience, askedAgain] = [await standing(), await sent()];
  await program.call('PUT', `${path}/weights`, { weights: { ...only('experience'), experience: 90 } });
  await program.settled();

  expect(byTopic).not.toEqual(byExperience);
  const after = tried.body.pairs.map(
    (pair: { mentor: { id: string }; mentee: { id: string } }) => `${pair.mentor.id} ${pair.mentee.id}`,
  );
  expect(byExperience.toSorted()).toEqual(after.toSorted());
  expect((askedAgain ?? 0) - (asked ?? 0)).toBe(2);
  expect([await standing(), await sent()]).toEqual([byExperience, askedAgain]);
  await program.cancel(id);
});

test('nobody on the committee votes on a pair of their own', async () => {
  const people = [{ name: 'Ines Duarte', email: 'ines@own.example.org' }, ...invitees(3, 'own')];
  const id = await proposed('own', 2, { invitees: people });
  const pairs = await pairsOf(id);
  const ines = (await program.people(id)).find(({ email }) => email.startsWith('ines'))?.id;
  const own = pairs.filter(({ mentor }) => mentor === ines).map((pair) => pair.id);

  const ballots = await ballotsOf(id);

  expect(pairs).toHaveLength(2);
  expect(own).toHaveLength(1);
  const asked = (person: boolean) =>
    ballots.filter((ballot) => (ballot.person === ines) === person).map(({ questions }) => questions.length);
  expect([asked(true), asked(false)]).toEqual([[1], [2]]);
  expect(ballots.find(({ person }) => person === ines)?.questions[0].key).not.toBe(own[0]);
  await program.cancel(id);
});
