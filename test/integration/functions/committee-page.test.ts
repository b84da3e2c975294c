import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees, staff } from '#test/harness/cohorts/new-cohort.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** Four mentors and eight mentees, one of whom is on the committee too and shares no language with anybody. */
const program = new TestSystem();
const domain = 'committee-page';
const [ines, tom] = staff(domain).committee.map(({ email }) => email) as [string, string];
const application = (changes: object) =>
  answers.typed(defaultProgram.forms.application, { ...answers.menteeAnswers, ...changes });
let id: string;
let table: Table;
let pairs: Item[];
/** Two of the mentees without a partner, the second of whom is held back while the committee votes. */
let nobody: Item;
let hannah: Item;
/** What would be without the first pair; without the second one, Tom Baker would have its mentor. */
let without: string;

beforeAll(async () => {
  await program.start();
  const people = [...invitees(11, domain), { name: 'Tom Baker', email: tom }].map((one, index) => ({
    ...one,
    department: index % 3 === 0 ? 'Ports' : 'Legal',
  }));
  ({ id } = await program.createCohort(domain, { invitees: people }));
  await program.milestone(id, 'apply.open');
  for (const [index, { email }] of people.entries()) {
    const languages = email === tom ? ['Chinese'] : ['English'];
    const mentee = application({ languages, ...(index % 2 && { gender: 'woman' }) });
    await program.reply(program.asked(email), index < 4 ? answers.asMentor : mentee);
  }
  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.milestone(id, 'match.open');

  table = new Table(program.system);
  const everyone = await table.items(id, 'PERSON#');
  const named = (name: string) => everyone.find((one) => one.name === name) as Item;
  pairs = await table.items(id, 'PAIR#');
  const taken = new Set(pairs.map(({ mentee }) => mentee));
  const left = everyone.filter(({ id: one, name }) => /Invitee ([5-9]|1\d)/.test(name) && !taken.has(one));
  [nobody, hannah] = left as [Item, Item];
  await table.put({ ...hannah, name: 'Held Hannah', heldAt: '2027-01-20T09:00:00.000Z' });
  const [first, second] = pairs as [Item, Item];
  const nameOf = (one: unknown) => everyone.find((person) => person.id === one)?.name;
  const loss = { lost: { pairs: 0, total: 0.2 }, lostWorst: 0, isLessEven: false };
  await table.put({ ...first, score: 0.6, alternative: { menteeHas: { mentor: second.mentor, score: 0.4 }, ...loss } });
  await table.put({ ...second, alternative: { mentorHas: { mentee: named('Tom Baker').id, score: 0.7 }, ...loss } });
  without = `Without this pair ${nameOf(first.mentee)} would have ${nameOf(second.mentor)} (40 instead of 60)`;
  await table.put({
    pk: first.pk,
    sk: 'PROPOSAL',
    entity: 'PROPOSAL',
    cohort: id,
    at: '2027-01-20T09:00:00.000Z',
    unmatched: [
      {
        person: nobody.id,
        role: 'mentee',
        why: { kind: 'too-few-places', mentees: 8, places: 4 },
        change: { kind: 'place', mentor: named('Tom Baker').id },
      },
      {
        person: named('Tom Baker').id,
        role: 'mentee',
        why: { kind: 'rules' },
      },
    ],
    expiresAt: first.expiresAt,
  });
}, 120_000);
afterAll(() => program.stop());

/** What a reader of a page sees, without its markup. */
const words = (html: string) =>
  html
    .slice(html.indexOf('<main>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');

test('a member of the committee sees each pair with all its factors and what would be without it', async () => {
  const before = await table.items(id);

  const { status, html } = await program.visit(program.asked(ines));

  expect(status).toBe(200);
  expect(words(html)).toContain('Whom would you have paired by habit, and why not these two?');
  expect(words(html)).toContain(without);
  expect(words(html)).toContain('would have Tom Baker (a score of 70)');
  const factors = pairs.flatMap(({ reasons }) => (reasons as { title: string }[]).map(({ title }) => title));
  expect(html.match(/<th scope="rowgroup">/g)).toHaveLength(factors.length);
  const topics = defaultProgram.matching.factors.find(({ id: factor }) => factor === 'topics');
  expect(words(html)).toContain(`${topics?.title} ${topics?.weight}% 100 `);
  expect(await table.items(id)).toEqual(before);
});

test('they see who has no partner and why, who is held back, and how groups fared', async () => {
  const { html } = await program.visit(program.asked(ines));

  expect(words(html)).toContain(`${nobody.name} : There are 8 mentees and only 4 places with mentors;`);
  expect(words(html)).toContain('is taken. If Tom Baker had one more place,');
  expect(words(html)).toContain('Tom Baker : The rules leave no mentor for Tom.');
  expect(words(html)).toContain('Held Hannah. This is for the committee alone');
  expect(words(html)).toMatch(/Applications Department Applied, of those invited May take part Legal 8 of 8 \(100%\)/);
  expect(words(html)).toContain('Gender There are too few people to compare without showing who is meant.');
});

test('a member who has applied learns nothing of their own match', async () => {
  const { html } = await program.visit(program.asked(tom));

  expect(words(html)).toContain('You have applied yourself');
  expect(words(html).replace('For Tom Baker.', '')).not.toContain('Tom Baker');
  expect(words(html)).toContain(`${nobody.name} : There are 8 mentees and only 4 places with mentors;`);
  expect(words(html)).toContain(without);
  expect(words(html)).toContain('Legal 7 of 7 (100%)');
});

test('a pair that is no longer proposed is said to be so, and takes no vote', async () => {
  // Votes wake the cohort, which would find somebody gone from the pool.
  await table.put(hannah);
  const [gone, ...asked] = pairs.map((pair) => String(pair.id));
  await table.put({ ...pairs[0], status: 'superseded' });
  const ballots = await table.items(id, 'FORM#ballot#');
  for (const ballot of ballots) {
    const questions = (ballot.questions as { key: string }[]).map((one) =>
      one.key === gone ? { ...one, required: false } : one,
    );
    await table.put({ ...ballot, questions });
  }
  const votes = (vote: string) =>
    Object.fromEntries(
      asked.flatMap((key) => [
        [key, vote],
        [`${key}.reason`, 'same team'],
      ]),
    );

  const before = await program.visit(program.asked(ines));
  await program.visit(program.asked(tom), votes('no'));
  const blind = await program.visit(program.asked(ines));
  const sent = await program.visit(program.asked(ines), votes('yes'));
  const stored = await table.items(id, 'FORM#ballot#');

  expect(words(before.html)).toContain('No longer proposed, no vote needed.');
  expect(before.html).not.toContain(`name="${gone}"`);
  expect(words(before.html)).not.toContain('(optional)');
  expect(blind.html).not.toContain('same team');
  expect(sent.status).toBe(200);
  expect(stored.map(({ status }) => status)).toEqual(['complete', 'complete']);
});
