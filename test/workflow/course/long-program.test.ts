import { expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { programWith } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const year = 365 * 24 * 3600 * 1000;

test('a program of 18 months goes through executions that each end well within the year that they may last', async () => {
  await using program = await new TestSystem().start();
  const pauses: Record<string, string> = { midpoint: 'P13M', closeout: 'P3M' };
  const schedule = defaultProgram.schedule.map((stage) => ({ ...stage, pause: pauses[stage.name] ?? stage.pause }));
  const { id } = await program.createCohort('patient', { program: programWith({ schedule }) });
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@patient.example.org'), answers.asMentor);
  await program.reply(program.asked('ada@patient.example.org'), answers.asMentee);
  const began = program.now;

  await program.finished(id);

  const executions = program.executions(id);
  const lasted = executions.map(({ startDate, stopDate }) => Number(stopDate) - Number(startDate));
  expect(program.now - began).toBeGreaterThan(1.5 * year);
  expect((await program.cohort(id)).status).toBe('finished');
  expect(executions.every(({ status }) => status === 'SUCCEEDED')).toBe(true);
  expect(executions.filter(({ name }) => name.includes('-midpoint-')).length).toBeGreaterThan(1);
  expect(Math.max(...lasted)).toBeLessThan(0.7 * year);
  expect(await program.kinds(id)).toMatchObject({
    introduction: 2,
    survey: 4,
    'survey-reminder': 4,
    thanks: 2,
    report: 1,
  });
});
