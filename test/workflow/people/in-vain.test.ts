import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

test('who wrote in vain is not reported as one who did not answer, and their words are shown', async () => {
  const names = ['Ada Park', 'Grace Lee', 'Paul Neri', 'Thuy Bui'];
  const people = invitees(4, 'vain').map((one, index) => ({ ...one, name: names[index] ?? one.name }));
  const { id } = await program.createCohort('vain', { invitees: people });
  const [ada = '', grace = '', paul = ''] = people.map(({ email }) => email);
  await program.milestone(id, 'apply.open');

  await program.reply(program.asked(ada), '1. whatever you need most\n\nI am new here.');
  await program.reply(program.asked(ada), '1. wherever I am of use');
  const { replyTo } = program.asked(grace);
  await program.mail(replyTo, '', { from: grace });
  await program.mail(program.asked(paul).replyTo, '1. mentor', { from: 'paul@elsewhere.example.org' });
  const listed = (await program.people(id)).flatMap(({ email, forms }) =>
    forms.some((form) => 'inVain' in form) ? [email] : [],
  );
  await program.milestone(id, 'apply.close');

  const letters = program.lettersTo('maria@vain.example.org');
  const readiness = letters.find(({ mail }) => mail.subject?.includes('applications are closed'));
  const text = readiness?.mail.text?.replace(/\s+/g, ' ') ?? '';
  expect(text).toMatch(/Could not be read +3/);
  expect(text).toMatch(/Did not answer +1/);
  expect(text).not.toContain('Left it unfinished');
  expect(text).toContain('- Ada Park: "wherever I am of use / I am new here."');
  expect(text).toContain('- Grace Lee: a reply without words of their own');
  expect(text).toContain('- Paul Neri: a reply from another address, which nobody has said is theirs');
  expect(listed).toEqual([ada]);
  await program.cancel(id);
});
