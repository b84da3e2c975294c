import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

test.each([
  ['stops our mail', 'Please unsubscribe me', 'has asked us since then to stop writing'],
  ['says no thanks', 'No thanks, I have changed my mind.', 'has said "no thanks" since the pairs were decided'],
])(
  'a pair of which one %s before the kickoff is not introduced, and the other hears kindly that there is none',
  async (_, said, told) => {
    const domain = said.startsWith('No') ? 'declined' : 'stopped';
    const { id } = await program.createCohort(domain);
    const [ada, grace, maria] = ['ada', 'grace', 'maria'].map((name) => `${name}@${domain}.example.org`) as [
      string,
      string,
      string,
    ];
    await program.milestone(id, 'apply.open');
    await program.reply(program.asked(grace), answers.asMentor);
    await program.reply(program.asked(ada), answers.asMentee);
    await program.milestone(id, 'match.open');
    for (const who of ['ines', 'tom'])
      await program.reply(program.asked(`${who}@${domain}.example.org`), 'approve all');

    await program.reply(program.asked(ada), said);
    await program.milestone(id, 'kickoff.open');
    const note = program
      .lettersTo(maria)
      .find(({ mail }) => mail.subject?.includes('needs a word'))
      ?.mail.text?.replace(/\s+/g, ' ');
    await program.finished(id);

    const kinds = await program.kinds(id);
    expect(kinds).toMatchObject({ 'not-matched': 1, 'pair-not-agreed': 1 });
    expect([kinds.introduction, kinds.survey, kinds.thanks]).toEqual([undefined, undefined, undefined]);
    expect(program.newest(grace).mail.subject).toBe('About your place in Spring 2027');
    expect(program.newest(grace).mail.text).not.toContain('Ada');
    expect(note).toContain(`Grace Lee and Ada Park were to be a pair in Spring 2027, but Ada Park ${told}.`);
    const pairs = await new Table(program.system).items(id, 'PAIR#');
    expect(pairs.map(({ status }) => status)).toEqual(['withdrawn']);
  },
);
