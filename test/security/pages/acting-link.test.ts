import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn, toPublish } from '#test/harness/cohorts/proposed.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** The link of a letter whose answer sets something going for others, in the hands of somebody else. */

const program = new TestSystem();
beforeAll(async () => {
  await program.start();
});
afterAll(() => program.stop());

const receiptTo = (to: string) => {
  const receipt = program.lettersTo(to).findLast(({ mail }) => /Was it not you\?/.test(mail.text ?? ''));
  if (!receipt) throw new Error(`There is no receipt to ${to}.`);
  return receipt;
};

test('a vote counts once its receipt was sent, is taken back by a no, and shows nothing on the page', async () => {
  const id = await proposedIn(program, 'vote', 1);
  const table = new Table(program.system);
  const ines = 'ines@vote.example.org';
  const letter = program.asked(ines);
  const [pair] = await table.items(id, 'PAIR#');
  const key = String(pair?.id);
  const ballot = async () => (await table.items(id, 'FORM#ballot#')).find((one) => letter.replyTo.includes(one.id));

  const sent = await program.visit(letter, { [key]: 'no', [`${key}.reason`]: 'They quarrel' });
  const counted = await ballot();
  const page = await program.visit(letter);
  await program.reply(receiptTo(ines), 'no');

  expect(sent.html).toContain('It counts as soon as our email to Ines Duarte that says so is on its way');
  expect(counted).toMatchObject({ status: 'complete', answers: { [key]: false }, comments: { [key]: 'They quarrel' } });
  expect(page.html).not.toContain('They quarrel');
  expect(await ballot()).toMatchObject({ status: 'open', answers: {}, comments: {} });
  expect(program.newest(ines).mail.subject).toBe('We have put your answers back');
  expect(program.newest('maria@vote.example.org').mail.subject).toBe('Ines Duarte did not answer on the page');
  await program.cancel(id);
});

test('what can not be sent a receipt does not count', async () => {
  const id = await proposedIn(program, 'unsent', 1);
  const table = new Table(program.system);
  const letter = program.asked('ines@unsent.example.org');
  const [pair] = await table.items(id, 'PAIR#');
  const [person] = (await table.items(id, 'PERSON#')).filter((one) => one.email === letter.to);
  await table.put({ ...person, unreachable: 'complained', unreachableSince: '2027-01-11T08:00:00.000Z' });

  await program.visit(letter, { [String(pair?.id)]: 'yes' });

  const ballots = await table.items(id, 'FORM#ballot#');
  expect(ballots.map(({ answers }) => answers)).toEqual([{}, {}]);
  await program.cancel(id);
});

test('a yes to publish that was not the coordinator’s is put to them when both sides have been asked', async () => {
  const maria = await toPublish(program, 'publish');
  const letter = program.asked('maria@publish.example.org');

  await program.visit(letter, { publish: 'yes' });
  const published = await maria.published();
  await program.reply(receiptTo('maria@publish.example.org'), 'No, that was not me.');

  expect(published.length).toBeGreaterThan(0);
  expect(maria.subject()).toBe('We could not put everything back');
  expect((await program.visit(letter, { publish: 'no' })).status).toBe(410);
  await program.cancel(maria.id);
});

test('a refusal after the introductions is taken back within a day, and the coordinator hears both', async () => {
  const id = await proposedIn(program, 'refusal', 1);
  for (const who of ['ines', 'tom']) await program.reply(program.asked(`${who}@refusal.example.org`), 'approve all');
  await program.reply(program.asked('maria@refusal.example.org'), 'yes');
  await program.milestone(id, 'kickoff.open');
  const table = new Table(program.system);
  const ada = 'ada@refusal.example.org';
  const letter = program.newest(ada);
  const agreement = async () =>
    (await table.items(id, 'FORM#agreement#')).find((one) => letter.replyTo.includes(one.id));
  const toMaria = () => program.lettersTo('maria@refusal.example.org').map(({ mail }) => mail.subject);

  await program.visit(letter, { agree: 'no', rhythm: 'every month', hopes: 'None.' });
  const refused = await agreement();
  await program.reply(receiptTo(ada), 'no');

  expect(refused?.answers.agree).toBe(false);
  expect(await agreement()).toMatchObject({ status: 'open', answers: {} });
  expect(toMaria().slice(-2)).toEqual([
    'A pair in Spring 2027 needs a word from you',
    'Ada Park did not answer on the page',
  ]);
  await program.cancel(id);
});

test('a no that comes after a day finds that others rely on it, and is put to the coordinator', async () => {
  const id = await proposedIn(program, 'late', 1, { invitees: invitees(2, 'late') });
  for (const who of ['ines', 'tom']) await program.reply(program.asked(`${who}@late.example.org`), 'approve all');
  await program.reply(program.asked('maria@late.example.org'), 'yes');
  await program.milestone(id, 'kickoff.open');
  const mentor = 'invitee-1@late.example.org';
  const letter = program.newest(mentor);
  await program.visit(letter, { agree: 'no', rhythm: 'every month', hopes: 'None.' });
  const receipt = receiptTo(mentor);
  await program.passTo(program.now + 25 * 3600 * 1000);

  await program.reply(receipt, 'no');

  expect(program.newest(mentor).mail.subject).toBe('We could not put everything back');
  expect(program.newest('maria@late.example.org').mail.text).toContain('we could not undo it');
  await program.cancel(id);
});
