import { expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

test('of cohorts that open at one moment, none is done before the others have their first letters', async () => {
  await using program = await new TestSystem().start();
  const domains = Array.from({ length: 6 }, (_, index) => `cohort-${index}`);
  for (const domain of domains) {
    await program.createCohort(domain, { start: '2027-01-12', invitees: invitees(16, domain) });
  }
  const delivered: string[] = [];
  program.system.onDelivered(({ to }) => delivered.push(to.split(/[@.]/)[1] ?? ''));

  program.system.clock.jump(Date.parse('2027-01-13T08:00:00Z'));
  await program.settled();

  expect(delivered).toHaveLength(domains.length * 16);
  const [earliest] = domains.map((domain) => delivered.lastIndexOf(domain)).sort((a, b) => a - b);
  const begun = new Set(delivered.slice(0, earliest));
  // Two calls are under way at once: while one begins its second turn, the other may be in the last of the first ones.
  expect(begun.size).toBeGreaterThanOrEqual(domains.length - 1);
});
