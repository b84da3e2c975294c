import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/* Cohorts that go badly, from the invitation to the report: everybody hears the truth, and nothing that a person would not write. */

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');

/** A cohort of ten in which the first `mentors` apply as mentors and the next `mentees` as mentees. */
async function applied(domain: string, mentors: number, mentees: number) {
  const people = invitees(10, domain);
  const { id } = await program.createCohort(domain, { invitees: people });
  await program.milestone(id, 'apply.open');
  for (const [index, { email }] of people.slice(0, mentors + mentees).entries()) {
    await program.reply(program.asked(email), index < mentors ? answers.asMentor : answers.asMentee);
  }
  await program.milestone(id, 'apply.close');
  return { id, emails: people.map(({ email }) => email) };
}

async function votes(id: string, domain: string) {
  await program.milestone(id, 'match.open');
  for (const who of ['ines', 'tom']) await program.reply(program.asked(`${who}@${domain}.example.org`), 'approve all');
}

function letters(domain: string, who: string) {
  return program.lettersTo(`${who}@${domain}.example.org`).map(({ mail }) => `${mail.subject}: ${words(mail.text)}`);
}

/** What nobody should get to read, in any letter of a cohort. */
function slips(domain: string) {
  return program.letters
    .filter(({ to }) => to.endsWith(`@${domain}.example.org`))
    .map(({ mail }) => `${mail.subject}: ${words(mail.text)}`)
    .filter((text) => /\b0 (of|people|pairs|would)\b|of the 0|all of the \d|\b1 (people|pairs)\b|undefined/.test(text));
}

test('nobody applies', async () => {
  const { id } = await applied('nobody', 0, 0);
  await program.finished(id);

  const maria = letters('nobody', 'maria');
  expect(maria.map((text) => text.split(':').slice(0, 2).join(':'))).toEqual([
    'Spring 2027: applications are closed, nobody applied',
    'Spring 2027: there are no pairs',
    expect.stringMatching(/^Spring 2027 is over/),
  ]);
  expect(maria[1]).toContain('There was nobody to match in Spring 2027, so there are no pairs.');
  expect(letters('nobody', 'lena')[0]).toContain(
    'Nobody applied this time. So nobody was asked how it went. The weak point is the invitation: none of the 10 people who got it applied.',
  );
  expect(letters('nobody', 'ines')).toEqual([]);
  expect(slips('nobody')).toEqual([]);
});

test('one mentor for nine', async () => {
  const { id, emails } = await applied('one', 1, 9);
  await votes(id, 'one');
  await program.finished(id);

  const maria = letters('one', 'maria');
  expect(maria[0]).toContain(
    'Mentors have room for one of the nine who would like a mentor, so eight would have none.',
  );
  expect(maria[0]).toContain('It is not too late to change that');
  expect(
    emails.filter((email) => program.lettersTo(email).some(({ mail }) => mail.subject?.startsWith('About your place'))),
  ).toHaveLength(8);
  expect(slips('one')).toEqual([]);
});

test('everybody refuses', async () => {
  const { id, emails } = await applied('refused', 2, 2);
  await votes(id, 'refused');
  await program.milestone(id, 'match.publish');
  for (const email of emails.slice(0, 4)) await program.reply(program.asked(email), 'no');
  await program.milestone(id, 'kickoff.open');
  for (const email of emails.slice(0, 4)) {
    const met = program.lettersTo(email).find(({ mail }) => mail.subject?.includes('first time'));
    if (met) await program.reply(met, '1. no');
  }
  await program.finished(id);

  const report = letters('refused', 'lena')[0] ?? '';
  expect(report).toContain('no pairs were made. So nobody was asked how it went.');
  expect(report).not.toContain('one mentor, 0');
  expect(letters('refused', 'maria').at(-1)).toContain('There were no pairs');
  expect(slips('refused')).toEqual([]);
});
