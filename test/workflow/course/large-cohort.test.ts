import { expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

test('150 people are invited in two turns, a short one and all the rest, each of them once', async () => {
  await using program = await new TestSystem().start();
  const people = invitees(150, 'large');

  const { id } = await program.createCohort('large', { invitees: people });
  await program.until(async () => (await program.cohort(id)).schedule[0]?.milestones[0]?.doneAt !== undefined);

  const [execution] = program.executions(id);
  const outcomes = program.system.engine
    .history(execution?.executionArn ?? '')
    .map(
      ({ taskSucceededEventDetails }) => (taskSucceededEventDetails as { output: string } | undefined)?.output ?? '',
    );
  expect(outcomes.filter((output) => output.includes('"again":true'))).toHaveLength(2);
  expect(await program.kinds(id)).toEqual({ invitation: 150 });
  expect(program.letters.map(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort());
});
