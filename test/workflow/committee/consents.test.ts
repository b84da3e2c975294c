import { expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

test('a yes to a partner reads the whole cohort only when few are left to say theirs, and the last one closes the stage', async () => {
  await using program = await new TestSystem().start();
  const id = await proposedIn(program, 'consents', 5, { invitees: invitees(10, 'consents') });
  for (const reviewer of ['ines', 'tom'])
    await program.reply(program.asked(`${reviewer}@consents.example.org`), 'approve all');
  await program.reply(program.asked('maria@consents.example.org'), 'yes');
  await program.milestone(id, 'match.publish');
  const asked = program.letters.filter(({ mail }) => mail.text?.includes('Would you like to work with'));
  const looks = () =>
    program
      .executions(id)
      .flatMap(({ executionArn }) => program.system.engine.history(executionArn))
      .filter(({ type }) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled').length;

  const counts: number[] = [looks()];
  for (const letter of asked) {
    await program.reply(letter, 'yes');
    counts.push(looks());
  }

  expect(asked).toHaveLength(10);
  expect(counts.slice(0, 7)).toEqual(counts.slice(0, 7).map(() => counts[0]));
  expect(counts[7]).toBeGreaterThan(counts[6] ?? 0);
  expect((await program.cohort(id)).schedule[1]?.milestones.at(-1)?.doneAt).toBeDefined();
});
