import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { invitees, programWith, staff } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn, toPublish } from '#test/harness/cohorts/proposed.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const proposed = (domain: string, mentors: number, changes?: Record<string, unknown>) =>
  proposedIn(program, domain, mentors, changes);

test('the last vote, the word of the chair and two yeses each end their step before its day', async () => {
  const id = await proposed('voted', 1, { chair: 'ines@voted.example.org' });
  const before = program.now;
  const doneAt = async (kind: string) =>
    (await program.cohort(id)).schedule[1]?.milestones.find((one) => one.id === `match.${kind}`)?.doneAt;

  await program.reply(program.asked('ines@voted.example.org'), 'approve all');
  const halfVoted = await doneAt('decide');
  await program.reply(program.asked('tom@voted.example.org'), 'approve all');
  const voted = [await doneAt('decide'), await doneAt('publish')];
  await program.reply(program.asked('ines@voted.example.org'), 'yes');
  const published = [await doneAt('publish'), await doneAt('close')];
  await program.reply(program.asked('ada@voted.example.org'), 'yes');
  await program.reply(program.asked('grace@voted.example.org'), 'Yes, gladly');

  expect(halfVoted).toBeUndefined();
  expect(voted).toEqual([expect.any(String), undefined]);
  expect(published).toEqual([expect.any(String), undefined]);
  expect((await program.cohort(id)).stage).toBe('kickoff');
  expect(program.now - before).toBeLessThan(60_000);
  expect(await program.kinds(id)).toMatchObject({
    'partner-proposed': 2,
    'publish-decision': 1,
    'matches-published': 1,
  });
  await program.cancel(id);
});

test('a pair that the committee objects to is never announced, and its mentee gets the mentor who was left', async () => {
  const id = await proposed('vetoed', 2, { invitees: invitees(3, 'vetoed') });
  const table = new Table(program.system);
  const [first] = await table.items(id, 'PAIR#');

  await program.reply(program.asked('ines@vetoed.example.org'), '1. no, same team');
  await program.reply(program.asked('tom@vetoed.example.org'), '1. no, they share an office');
  const decision = program.newest('maria@vetoed.example.org').mail.text;
  const { html } = await program.visit(program.newest('maria@vetoed.example.org'));
  await program.milestone(id, 'kickoff.open');

  const pairs = await table.items(id, 'PAIR#');
  expect(pairs.filter(({ id: pair }) => pair === first?.id)).toMatchObject([{ status: 'vetoed' }]);
  expect(pairs.filter(({ status }) => status === 'active')).toMatchObject([{ mentee: first?.mentee, round: 2 }]);
  expect(decision).toMatch(/same team/);
  expect(decision).toMatch(/they share an office/);
  const page = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(page).toContain('Nobody has voted on it. All factors');
  expect(page).toMatch(
    /Rejected by the committee .* Votes: (Ines Duarte|Tom Baker): no, .* (Ines Duarte|Tom Baker): no, /,
  );
  expect(page).toContain('How groups fared');
  expect(await program.kinds(id)).toMatchObject({ 'partner-proposed': 2, introduction: 2, 'not-matched': 1 });
  await program.cancel(id);
});

test('who abstains has answered: nobody waits for them, and whoever publishes reads it', async () => {
  const id = await proposed('abstained', 1);

  await program.reply(program.asked('ines@abstained.example.org'), 'I abstain, she is my sister.');
  const acknowledged = program.newest('ines@abstained.example.org').mail.text;
  await program.reply(program.asked('tom@abstained.example.org'), 'yes');
  const decision = program.newest('maria@abstained.example.org').mail;
  const { html } = await program.visit(program.newest('maria@abstained.example.org'));

  expect(acknowledged).toMatch(/abstained: "she is my sister\.?"/);
  expect(acknowledged).toContain('there is nothing more to do');
  expect(decision.subject).toMatch(/shall we publish/);
  expect(decision.text).toContain('One of the two members of the committee has voted');
  expect(decision.text).toContain('(one for, one abstained)');
  expect(html).toMatch(/Ines Duarte: abstained</);
  await program.cancel(id);
});

test('a vote against a pair counts once its reason has come', async () => {
  const id = await proposed('reason', 1);
  const ballot = async () =>
    (await new Table(program.system).items(id, 'FORM#ballot#')).find((form) => form.status !== 'open');

  await program.reply(program.asked('ines@reason.example.org'), 'no');
  const without = await ballot();
  const question = program.newest('ines@reason.example.org').mail.text;
  await program.reply(program.asked('ines@reason.example.org'), 'They work in the same team.');
  const withReason = await ballot();

  expect([without?.status, without?.answers]).toEqual(['partial', {}]);
  expect(question).toContain('needs a reason');
  expect(withReason?.status).toBe('complete');
  expect(Object.values(withReason?.answers ?? {})).toEqual([false]);
  expect(Object.values(withReason?.comments ?? {})).toEqual([expect.stringContaining('same team')]);
  await program.cancel(id);
});

test('votes that are likely count once one word has confirmed them', async () => {
  const id = await proposed('likely', 2, { invitees: invitees(4, 'likely') });
  const ines = 'ines@likely.example.org';
  const ballot = async () =>
    (await new Table(program.system).items(id, 'FORM#ballot#')).find((form) => form.status !== 'open');

  await program.reply(program.asked(ines), 'Approve all. Some of them know each other rather well.');
  const likely = await ballot();
  const question = program.newest(ines);
  await program.reply(question, 'Yes');
  const confirmed = await ballot();

  expect([likely?.status, likely?.answers]).toEqual(['partial', {}]);
  expect(question.mail.subject).toBe('Did we read your answers rightly?');
  expect(question.mail.text).toContain('Some of them know each other rather well');
  expect(confirmed?.status).toBe('complete');
  expect(Object.values(confirmed?.answers ?? {})).toEqual([true, true]);
  expect(confirmed?.proposed).toBeUndefined();
  await program.cancel(id);
});

test("the page of a ballot shows the others' votes once the committee has decided, and not before", async () => {
  const { committee } = staff('blind');
  const id = await proposed('blind', 1, {
    committee: [...committee, { name: 'Noor Haddad', email: 'noor@blind.example.org' }],
  });
  const [ines, tom, noor] = ['ines', 'tom', 'noor'].map((name) => program.asked(`${name}@blind.example.org`));
  if (!ines || !tom || !noor) throw new Error('The committee was not asked.');
  const [pair] = await new Table(program.system).items(id, 'PAIR#');
  const key = String(pair?.id);

  await program.visit(ines, { [key]: 'no', [`${key}.reason`]: 'same <b>team</b>' });
  const without = await program.visit(tom, { [key]: 'no' });
  const sent = await program.visit(tom, { [key]: 'yes' });
  const before = await program.visit(tom);
  await program.visit(noor, { [key]: 'yes' });
  const after = await program.visit(tom);

  expect(without).toMatchObject({ status: 422, html: expect.stringContaining('Please say in a few words why not') });
  for (const { html } of [without, sent, before]) expect(html).not.toContain('Ines');
  expect(after.status).toBe(410);
  expect(after.html).toContain('Ines Duarte: no, same &lt;b&gt;team&lt;/b&gt;');
  await program.cancel(id);
});

test('somebody who says no to a partner gets another, once, and nobody learns who said no', async () => {
  const id = await proposed('refused', 2, { invitees: invitees(3, 'refused') });
  const table = new Table(program.system);
  const [first] = await table.items(id, 'PAIR#');
  const people = await program.people(id);
  const addressOf = (person: unknown) => people.find((one) => one.id === person)?.email ?? '';
  const [mentee, mentor] = [addressOf(first?.mentee), addressOf(first?.mentor)];
  await program.milestone(id, 'match.publish');
  const letters = program.lettersTo(mentor).length;

  await program.reply(program.asked(mentee), 'No thanks');
  const second = program.newest(mentee);
  await program.milestone(id, 'kickoff.open');

  const pairs = await table.items(id, 'PAIR#');
  expect(pairs.find(({ id: pair }) => pair === first?.id)?.status).toBe('declined');
  expect(pairs.filter(({ status }) => status === 'active')).toMatchObject([{ mentee: first?.mentee, round: 3 }]);
  expect(second.mail.text).toContain('There is a change');
  expect(second.replyTo).not.toMatch(/^r\+/);
  // The mentor who was refused hears of a change, and at kickoff that there is no partner, like anybody else; no more.
  expect(
    program
      .lettersTo(mentor)
      .slice(letters)
      .map(({ mail }) => mail.subject),
  ).toEqual(['A change in Spring 2027', expect.stringContaining('place')]);
  expect(await program.kinds(id)).toMatchObject({ 'partner-proposed': 4, introduction: 2, 'not-matched': 1 });
  await program.cancel(id);
});

test('without a quorum a program may wait: nothing is published until the coordinator says so, however long that takes', async () => {
  const id = await proposed('undecided', 1, {
    program: programWith({ committee: { quorum: 2, withoutQuorum: 'wait' } }),
  });
  await program.reply(program.asked('ines@undecided.example.org'), 'approve all');
  const closes = Date.parse(await program.dateOf(id, 'match.close'));

  await program.passTo(closes + 40 * 24 * 3600 * 1000);
  const waiting = await program.kinds(id);
  const waitedAt = (await program.cohort(id)).stage;
  await program.reply(program.asked('maria@undecided.example.org'), 'yes');

  expect(waitedAt).toBe('match');
  expect(waiting).toMatchObject({ 'publish-decision': 1 });
  expect(waiting['partner-proposed']).toBeUndefined();
  expect((await program.cohort(id)).stage).not.toBe('match');
  expect(await program.kinds(id)).toMatchObject({
    'publish-decision': 1,
    'partner-proposed': 2,
    'matches-published': 1,
  });
  await program.cancel(id);
});

test('a program that does not wait publishes on its day what the votes in hand leave standing', async () => {
  const id = await proposed('silent', 1);

  await program.milestone(id, 'match.close');

  expect(await program.kinds(id)).toMatchObject({
    ballot: 2,
    'ballot-reminder': 2,
    'publish-decision': 1,
    'partner-proposed': 2,
    'matches-published': 1,
  });
  await program.cancel(id);
});

test('a no of the chair holds the pairs back until they say yes', async () => {
  const id = await proposed('held', 1, { chair: 'tom@held.example.org' });
  await program.reply(program.asked('ines@held.example.org'), 'approve all');
  await program.reply(program.asked('tom@held.example.org'), 'approve all');
  const decision = program.asked('tom@held.example.org');
  const closes = Date.parse(await program.dateOf(id, 'match.close'));

  await program.reply(decision, 'no');
  await program.passTo(closes + 24 * 3600 * 1000);
  const held = await program.kinds(id);
  await program.reply(decision, 'yes');

  expect(held['partner-proposed']).toBeUndefined();
  expect(await program.kinds(id)).toMatchObject({ 'partner-proposed': 2, 'matches-published': 1 });
  await program.cancel(id);
});

test('other weights can be tried out while the committee votes, and nothing is saved', async () => {
  const id = await proposed('weights', 2, { invitees: invitees(4, 'weights') });
  const before = await new Table(program.system).items(id);
  const tried = (weights: unknown) => program.call('POST', `/v1/cohorts/${id}/matches/preview`, { weights });

  const same = await tried({});
  const other = await tried({ topics: 0, experience: 100 });
  const unknown = await tried({ charm: 5, topics: -1 });
  const nothing = await tried(Object.fromEntries(defaultProgram.matching.factors.map((factor) => [factor.id, 0])));

  expect(same).toMatchObject({ status: 200, body: { gone: [], before: { pairs: 2 }, after: { pairs: 2 } } });
  expect(same.body.pairs.map(({ isNew }: { isNew: boolean }) => isNew)).toEqual([false, false]);
  expect(same.body.pairs[0].mentor.name).toMatch(/^Invitee/);
  expect(other.body.weights).toMatchObject({ topics: 0, experience: 100 });
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: expect.stringMatching(/^\/weights/) }] } });
  expect(nothing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/weights' }] } });
  expect(await new Table(program.system).items(id)).toEqual(before);
  await program.milestone(id, 'match.close');
  expect((await tried({})).status).toBe(409);
  await program.cancel(id);
});

test('after a refusal neither side is promised the pair any more, by reply or on the page', async () => {
  const id = await proposed('after', 2, { invitees: invitees(3, 'after') });
  const [first] = await new Table(program.system).items(id, 'PAIR#');
  const people = await program.people(id);
  const addressOf = (person: unknown) => people.find((one) => one.id === person)?.email ?? '';
  const [mentee, mentor] = [addressOf(first?.mentee), addressOf(first?.mentor)];
  await program.milestone(id, 'match.publish');
  const [toMentee, toMentor] = [program.asked(mentee), program.asked(mentor)];

  await program.reply(toMentee, 'no');
  await program.reply(toMentor, 'Yes, gladly');
  await program.reply(toMentee, 'Sorry, I meant yes');

  for (const person of [mentee, mentor]) {
    expect(program.newest(person).mail.text?.replace(/\s+/g, ' ')).toContain('The plan had changed when it came');
  }
  expect((await program.visit(toMentor)).status).toBe(410);
  await program.cancel(id);
});

test('a pair that the committee rejected is never mentioned to its people, also when they get another partner later', async () => {
  const id = await proposed('unsaid', 3, { invitees: invitees(4, 'unsaid') });
  const table = new Table(program.system);
  const [rejected] = await table.items(id, 'PAIR#');
  const people = await program.people(id);
  const who = (person: unknown) => people.find((one) => one.id === person) ?? { email: '' };
  await program.reply(program.asked('ines@unsaid.example.org'), '1. no, same team');
  await program.reply(program.asked('tom@unsaid.example.org'), '1. no, same team');
  await program.milestone(id, 'match.publish');

  await program.reply(program.asked(who(rejected?.mentee).email), 'no');

  const pairs = await table.items(id, 'PAIR#');
  expect(pairs.map(({ status }) => status).sort()).toEqual(['declined', 'proposed', 'vetoed']);
  const facts = (await table.items(id, 'EMAIL#')).filter(({ kind }) => kind === 'partner-proposed');
  const rejectedMentor = `Invitee ${/\d+/.exec(who(rejected?.mentor).email)?.[0]}`;
  expect(facts.flatMap((email) => email.facts.instead)).not.toContain(rejectedMentor);
  await program.cancel(id);
});

test('a yes with more to it publishes nothing: the page can strike a pair, and the others are published', async () => {
  const id = await proposed('strike', 2, { invitees: invitees(4, 'strike') });
  const table = new Table(program.system);
  const maria = 'maria@strike.example.org';
  const before = await table.items(id, 'PAIR#');
  const [struck] = before;
  for (const reviewer of ['ines', 'tom'])
    await program.reply(program.asked(`${reviewer}@strike.example.org`), 'approve all');
  const decision = program.newest(maria);

  await program.reply(decision, 'Yes.\n\nThe first two had better wait.');
  const asked = program.newest(maria);
  const unpublished = await program.kinds(id);
  const without = await program.visit(decision, { publish: 'yes', strike: struck?.id });
  await program.visit(decision, {
    publish: 'yes',
    strike: struck?.id,
    [`${struck?.id}.reason`]: 'They share an office',
  });

  expect(decision.mail.text).not.toMatch(/pair \d/i);
  expect(asked.mail.text?.replace(/\s+/g, ' ')).toContain('or strike those on the page');
  expect(unpublished['partner-proposed']).toBeUndefined();
  expect(without).toMatchObject({ status: 422, html: expect.stringContaining('Please say why') });
  const after = await table.items(id, 'PAIR#');
  expect(after.filter(({ id: pair }) => pair === struck?.id)).toMatchObject([{ status: 'vetoed' }]);
  const shown = (await table.items(id, 'FORM#consent#')).map(({ pair }) => pair);
  expect(shown).not.toContain(struck?.id);
  expect(shown).toContain(before[1]?.id);
  await program.cancel(id);
});

test('a reply that leaves out a pair by name is confirmed by one word, and the others are published then', async () => {
  const maria = await toPublish(program, 'left-out');

  await maria.says(`Yes, but not ${maria.pair}, they share a desk`);
  const asked = maria.heard();
  const before = await maria.published();
  const { html } = await program.visit(program.newest('maria@left-out.example.org'));
  await maria.says('yes');

  expect(asked).toContain(`- ${maria.pair}: "they share a desk"`);
  expect(html).toMatch(new RegExp(`value="${maria.struck}"[^>]*checked|checked[^>]*value="${maria.struck}"`));
  expect(html).not.toContain('they share a desk');
  expect(asked).toContain('Please reply "yes" and we publish the others');
  expect(before).toEqual([]);
  expect(await maria.statusOf(maria.struck)).toBe('vetoed');
  const published = await maria.published();
  expect(published).toContain(maria.other);
  expect(published).not.toContain(maria.struck);
  expect(maria.heard()).toContain(`Left out of what is published: - ${maria.pair}: "they share a desk"`);
  await program.cancel(maria.id);
});

test('a pair that is left out without a reason is asked about, and the reason alone publishes nothing', async () => {
  const maria = await toPublish(program, 'why');

  await maria.says(`All except ${maria.pair}`);
  const asked = [maria.subject(), maria.heard()];
  await maria.says('yes');
  const unclear = maria.heard();
  await maria.says(`All except ${maria.pair}`);
  await maria.says('They share a desk.');
  const proposal = maria.heard();
  const before = await maria.published();
  await maria.says('Yes, that is right.');

  expect(asked).toEqual(['Why should this pair be left out?', expect.stringContaining(`- ${maria.pair} `)]);
  expect(unclear).toContain('Nothing is published yet.');
  expect(proposal).toContain(`- ${maria.pair}: "They share a desk."`);
  expect(before).toEqual([]);
  expect(await maria.statusOf(maria.struck)).toBe('vetoed');
  expect(await maria.published()).toContain(maria.other);
  await program.cancel(maria.id);
});

test('a no to what we read leaves everything open, and a plain yes after it publishes all pairs', async () => {
  const maria = await toPublish(program, 'misread');

  await maria.says(`Yes, but not ${maria.pair}, they share a desk`);
  await maria.says('no');
  const asked = maria.heard();
  const before = await maria.published();
  await maria.says('yes');

  expect(asked).toContain('Nothing is published yet.');
  expect(before).toEqual([]);
  expect(await maria.published()).toEqual(expect.arrayContaining([maria.struck, maria.other]));
  await program.cancel(maria.id);
});

test('while a pair that was left out waits to be confirmed, its day publishes nothing', async () => {
  const maria = await toPublish(program, 'waiting');
  const publishes = Date.parse(await program.dateOf(maria.id, 'match.publish'));

  await maria.says(`Yes, but not ${maria.pair}, they share a desk`);
  await program.passTo(publishes + 3 * 24 * 3600 * 1000);
  const before = await maria.published();
  await maria.says('yes');

  expect(before).toEqual([]);
  expect(await maria.published()).toContain(maria.other);
  await program.cancel(maria.id);
});

test('pairs that a chair would leave out and has not confirmed are told to the coordinator, who is asked on the day', async () => {
  const cohort = await toPublish(program, 'chairs', { chair: 'ines@chairs.example.org' });
  const ines = program.asked('ines@chairs.example.org');
  const publishes = Date.parse(await program.dateOf(cohort.id, 'match.publish'));

  await program.reply(ines, `All but ${cohort.pair}, they share a desk`);
  await program.passTo(publishes + 24 * 3600 * 1000);

  expect(await cohort.published()).toEqual([]);
  expect(cohort.heard()).toContain('Ines Duarte, who was asked first, has answered, but has not told us yet');
  expect(cohort.heard()).toContain(`What Ines would leave out, as we read it - ${cohort.pair}: "they share a desk"`);
  await program.cancel(cohort.id);
});

test('a no that still lacks its reason, and a doubt, are told to whoever publishes', async () => {
  const id = await proposed('unfinished', 1);
  await program.reply(program.asked('ines@unfinished.example.org'), 'no');
  await program.reply(program.asked('tom@unfinished.example.org'), '1. I cannot say, I do not know either of them');
  await program.milestone(id, 'match.decide');

  const told = program.newest('maria@unfinished.example.org').mail.text?.replace(/\s+/g, ' ');
  expect(told).toMatch(/Ines Duarte: no to \p{Lu}[^,;]+ with [^,;]+, without a reason yet/u);
  expect(told).toMatch(/Tom Baker: undecided on \p{Lu}[^,;]+ with \p{Lu}/u);
  await program.cancel(id);
});
