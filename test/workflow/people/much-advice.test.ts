import { expect, test } from 'vitest';
import { newForm } from '#domain/forms/form-record.ts';
import { keys } from '#shared/store/keys.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** What one item of the table may hold, in bytes. */
const mostInAnItem = 400_000;

test('however much advice 600 people give, all of it reaches the coordinator, and the cohort comes to its end', async () => {
  await using program = await new TestSystem().start();
  const { id } = await program.createCohort('advised', { start: '2027-01-11' });
  await program.milestone(id, 'apply.open');
  const table = new Table(program.system);
  const [meta] = (await table.items(id, 'META')) as [Item];
  const advice = Array.from({ length: 600 }, (_, index) => `Advice ${index}. ${'More time for it. '.repeat(110)}`);
  for (const [index, words] of advice.entries()) {
    const asking = {
      id: `form${index}`,
      cohort: id,
      person: `per_${index}`,
      purpose: 'survey',
      stage: 'closeout',
      occasion: 'x',
    } as const;
    const form = newForm({ ...asking, openedAt: meta.createdAt, expiresAt: meta.expiresAt });
    const item = { ...form, status: 'complete', answers: { advice: words } };
    await table.put({ ...keys.form(id, form), ...item });
  }

  const earlier = meta.schedule.flatMap(({ name, milestones }: { name: string; milestones: { id: string }[] }) =>
    name === 'closeout' ? ['closeout.open'] : milestones.map((one) => one.id),
  );
  const done = Object.fromEntries(earlier.map((milestone: string) => [milestone, meta.createdAt]));
  const [current] = (await table.items(id, 'META')) as [Item];
  await table.put({ ...current, stage: 'closeout', revision: current.revision + 1, done });
  await program.finished(id);
  await program.settled();

  expect((await program.cohort(id)).status).toBe('finished');
  const letters = program
    .lettersTo('maria@advised.example.org')
    .filter(({ mail }) => mail.subject?.endsWith('is over'));
  const text = letters.map(({ mail }) => mail.text).join('\n');
  expect(letters).toHaveLength(3);
  expect(advice.flatMap((_, index) => (text.includes(`Advice ${index}.`) ? [] : [index]))).toEqual([]);
  const sizes = (await table.items(id)).map((item) => JSON.stringify(item).length);
  expect(Math.max(...sizes)).toBeLessThan(mostInAnItem / 4);
});
