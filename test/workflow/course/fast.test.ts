import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** A day in less than a millisecond: what this test takes is what the work takes. */
const program = new TestSystem({ speed: 100_000_000 });
beforeAll(() => program.start());
afterAll(() => program.stop());

test('however fast time passes, no call takes longer than it may, and a cohort comes to its end', async () => {
  const { id } = await program.createCohort();

  await expect.poll(() => program.cohort(id), { timeout: 50_000 }).not.toMatchObject({ status: 'running' });
  await program.settled();

  expect(await program.cohort(id)).toMatchObject({ status: 'finished', stage: 'closeout' });
  expect(callsThatTimedOut(id)).toEqual([]);
  expect(await program.kinds(id)).toEqual({
    invitation: 2,
    'application-reminder': 4,
    readiness: 1,
    'matches-published': 1,
    report: 1,
    'cohort-over': 1,
  });
});

/** Timeouts of calls; those of holds are how time passes. */
function callsThatTimedOut(id: string) {
  return program
    .executions(id)
    .flatMap(({ executionArn }) => program.system.engine.history(executionArn))
    .filter(({ type }) => type === 'TaskTimedOut')
    .filter(({ taskTimedOutEventDetails: of }) => of && !JSON.stringify(of).includes('waitForTaskToken'));
}
