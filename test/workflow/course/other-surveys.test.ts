import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormDefinition } from '#domain/forms/form.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { surveyPrograms } from '#test/harness/cohorts/surveyed.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const said = { meetings: 5, trust: 4, understanding: 4, reliable: 5, useful: 4, learning: 4, goal: 1, room: 3 };

/** Lets a pair form in a cohort of this program, asks it everything, and answers all of it to the end. */
async function runThrough(domain: string, definition: ProgramDefinition): Promise<string> {
  const { id } = await program.createCohort(domain, { program: definition });
  const to = (name: string) => `${name}@${domain}.example.org`;
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked(to('grace')), answers.asMentor);
  await program.reply(program.asked(to('ada')), answers.asMentee);
  await program.milestone(id, 'match.open');
  await program.reply(program.asked(to('ines')), 'approve all');
  await program.reply(program.asked(to('tom')), 'approve all');
  await program.reply(program.asked(to('maria')), 'yes');
  await program.milestone(id, 'kickoff.open');
  for (const { name, form } of surveysIn(definition)) {
    await program.milestone(id, `${name}.open`);
    const questions = definition.forms[form] as FormDefinition;
    for (const person of ['grace', 'ada']) {
      await program.reply(program.asked(to(person)), answers.typed(questions, { ...said, recommend: 9, informal: 2 }));
      expect(await program.statusOf(id, to(person), name), `${person} at ${name}`).toBe('complete');
    }
  }
  await program.finished(id);
  return id;
}

test.each([
  ['a pulse before the mid-point', 'pulse', ['pulse', 'midpoint', 'closeout'], 1],
  ['two mid-points of one form', 'twice', ['midpoint', 'second-midpoint', 'closeout'], 1],
  ['a survey after the close-out', 'later', ['midpoint', 'closeout', 'six-months-on'], 2],
  ['no survey', 'none', ['closeout'], 1],
] as const)(
  'a program with %s goes through its own stages, from the API call to the report',
  async (which, domain, surveys, reports) => {
    const definition = surveyPrograms[which];

    const id = await runThrough(domain, definition);

    const { status, schedule } = await program.cohort(id);
    expect(status).toBe('finished');
    expect(schedule.flatMap(({ milestones }) => milestones).filter(({ doneAt }) => doneAt === undefined)).toEqual([]);
    expect(await program.kinds(id)).toMatchObject({
      introduction: 2,
      survey: 2 * surveys.length,
      thanks: 2,
      report: reports,
    });
    const { body } = await program.call('GET', `/v1/cohorts/${id}/report`);
    expect(Object.keys(body.outcomes.responses)).toEqual(surveys);
    const stages = ['apply', 'match', 'kickoff', ...surveys].sort();
    const ran = program.executions(id).map(({ name }) => stages.find((stage) => name === `${id}-${stage}-0`));
    expect(ran.sort()).toEqual(stages);
  },
);

test('the emails of a survey say when the next one is, and call it what the program calls it', async () => {
  const texts = program.lettersTo('ada@later.example.org').map(({ mail }) => `${mail.subject}\n${mail.text}`);
  const pulse = program.lettersTo('ada@pulse.example.org').map(({ mail }) => mail.subject);

  expect(pulse).toContain('How is your mentoring going?');
  expect(pulse).toContain('Half-way: how is your mentoring going?');
  // After the mid-point, after the close-out, and in the thanks.
  expect(texts.filter((text) => text.includes('We write again around'))).toHaveLength(3);
  const over = program.lettersTo('maria@later.example.org').find(({ mail }) => mail.subject === 'Spring 2027 is over');
  expect(over?.mail.text).toContain('is asked once more');
  expect(texts.join('\n')).toContain('Spring 2027 ended some time ago for you and Grace Lee.');
  const [, again] = program.lettersTo('lena@later.example.org').map(({ mail }) => mail.text ?? '');
  expect(again?.replace(/\s+/g, ' ')).toContain('Six months on survey');
});
