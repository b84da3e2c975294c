import { afterAll, beforeAll, expect, test } from 'vitest';
import { stopPage } from '#shared/pages/stop-pages.tsx';
import { staff } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(async () => {
  await program.start();
});
afterAll(() => program.stop());

test('a name that is like a mark of ours in a page is text', () => {
  const coordinator = { name: 'Maria', email: 'maria@marks.example.org' };
  const cohort = { name: 'PLACE-FOR-STYLE <style></style> $& $1', organisation: 'PLACE-FOR-STYLE', coordinator };

  const { html } = stopPage({ cohort, person: { name: 'PLACE-FOR-STYLE', email: 'p@marks.example.org' } });

  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html).toMatch(/<style>:root\{/);
  expect(html).toContain('PLACE-FOR-STYLE &lt;style&gt;&lt;/style&gt; $&amp; $1');
});

test('what a partner is told of one’s answers is announced where they are asked, in the email and on its page', async () => {
  const { id } = await program.createCohort('announced');
  await program.milestone(id, 'apply.open');
  const letter = program.asked('ada@announced.example.org');

  const { html } = await program.visit(letter);

  expect(letter.mail.text?.replace(/\s+/g, ' ')).toContain('and words that both of you used');
  expect(html).toContain('and words that both of you used');
  await program.cancel(id);
});

test('a reviewer sees no vote of the others while a vote can still be changed, and all of them after', async () => {
  const { committee } = staff('peek');
  const noor = { name: 'Noor Haddad', email: 'noor@peek.example.org' };
  const id = await proposedIn(program, 'peek', 1, { committee: [...committee, noor] });
  const of = (name: string) => program.asked(`${name}@peek.example.org`);
  const [ines, tom, third] = [of('ines'), of('tom'), of('noor')];
  const [pair] = await new Table(program.system).items(id, 'PAIR#');
  const key = String(pair?.id);

  await program.visit(ines, { [key]: 'no', [`${key}.reason`]: 'They quarrel' });
  const thanks = await program.visit(tom, { [key]: 'yes' });
  const looked = await program.visit(tom);
  const byMail = program.newest(tom.to).mail.text;
  const changed = await program.visit(tom, { [key]: 'no', [`${key}.reason`]: 'Changed' });
  await program.visit(third, { [key]: 'yes' });
  const after = await program.visit(tom);

  for (const words of [thanks.html, looked.html, byMail, changed.html])
    expect(words).not.toMatch(/quarrel|Ines Duarte/);
  expect(after.status).toBe(410);
  expect(after.html).toContain('Ines Duarte: no, They quarrel');
  await program.cancel(id);
});
