import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let table: Table;
beforeAll(async () => {
  await program.start();
  table = new Table(program.system);
});
afterAll(() => program.stop());

const words = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ');
const later = answers.asMentee.split('\n');

/** A cohort whose committee votes. Of the invitees the first `mentors` have applied as mentors; the last has not answered. */
async function voting(domain: string, mentors: number, count = mentors + 2) {
  const people = invitees(count, domain);
  const { id } = await program.createCohort(domain, { invitees: people });
  await program.milestone(id, 'apply.open');
  const letter = program.asked(`invitee-${count}@${domain}.example.org`);
  for (const [index, { email }] of people.slice(0, -1).entries()) {
    await program.reply(program.asked(email), index < mentors ? answers.asMentor : answers.asMentee);
  }
  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.milestone(id, 'match.open');
  const status = () => program.statusOf(id, letter.to, 'application');
  return { id, letter, late: letter.to, maria: `maria@${domain}.example.org`, status };
}

test("a late application waits for the coordinator's yes; then it counts, and a partner is found among those left over", async () => {
  const { id, letter, late, maria, status } = await voting('yes', 2);

  await program.reply(letter, later.slice(0, 8).join('\n'));
  await program.reply(letter, later.slice(8).join('\n'));
  const waiting = { status: await status(), letter: program.newest(late), asked: program.asked(maria) };
  await program.reply(waiting.asked, 'Yes, of course');
  const answer = program.newest(late);
  await program.reply(program.asked('ines@yes.example.org'), 'approve all');
  await program.reply(program.asked('tom@yes.example.org'), 'approve all');
  await program.milestone(id, 'kickoff.open');

  expect(waiting.status).toBe('open');
  expect(words(waiting.letter.mail.text)).toContain('asked Maria Ortiz whether it can still count');
  expect(waiting.asked.mail.subject).toBe('Invitee 4 answered after the deadline: take it?');
  expect(waiting.asked.mail.text).not.toMatch(/sleep at night|leading people/);
  expect(await status()).toBe('complete');
  expect(words(answer.mail.text)).toContain('Your reply came late, and Maria Ortiz has said that it counts.');
  expect(words(answer.mail.text)).toContain('We look for a partner among those who are still free');
  const kinds = await program.kinds(id);
  expect(kinds).toMatchObject({ 'too-late': 1, 'late-reply': 1, introduction: 4 });
  expect(kinds['not-matched']).toBeUndefined();
  expect(program.newest(late).mail.subject).toContain('meeting for the first time');
  await program.cancel(id);
});

test('nobody is told that a reply was too late while the coordinator is deciding about it', async () => {
  const { id, letter, late } = await voting('pending', 1);

  await program.reply(letter, '');
  const first = words(program.newest(late).mail.text);
  await program.reply(letter, later.slice(0, 8).join('\n'));
  const second = words(program.newest(late).mail.text);
  await program.reply(letter, '');
  await program.reply(letter, 'Will you tell me by Friday whether I am in?');
  const letters = program.lettersTo(late).map(({ mail }) => words(mail.text));

  expect(first).toContain('We found no answer in it.');
  expect(first).toContain('Maria Ortiz decides whether they can count');
  expect(second).toContain('asked Maria Ortiz whether it can still count');
  expect(letters.at(-1)).toContain('Your earlier reply still waits: Maria Ortiz decides whether it can count.');
  expect(letters.filter((text) => text.includes('could not include it'))).toEqual([]);
  expect(await program.kinds(id)).toMatchObject({ 'too-late': 3, 'late-reply': 1, 'question-from': 1 });
  await program.cancel(id);
});

test('a yes on the page is a yes, and what comes after it counts at once, by reply and on the page', async () => {
  const { id, letter, late, maria, status } = await voting('page', 1);
  const before = await program.visit(letter);
  await program.reply(letter, later.slice(0, 2).join('\n'));

  const { status: answered, html } = await program.visit(program.asked(maria), { take: 'yes' });
  await program.reply(letter, later.slice(2, 10).join('\n'));
  const open = await program.visit(letter);
  await program.reply(letter, later.slice(10).join('\n'));

  expect(before.status).toBe(410);
  expect(before.html).toContain('reply to the email that brought you here');
  expect(answered).toBe(200);
  expect(html).toContain('Thank you');
  expect(open.status).toBe(200);
  expect(await status()).toBe('complete');
  expect(await program.kinds(id)).toMatchObject({ 'too-late': 1, 'late-reply': 1 });
  expect(program.newest(late).mail.subject).toBe('Thank you, we have all your answers');
  await program.cancel(id);
});

test('a no is told kindly, once, and changes nothing', async () => {
  const { id, letter, late, maria, status } = await voting('no', 1);
  await program.reply(letter, answers.asMentee);

  await program.reply(program.asked(maria), 'no, sorry');
  await program.reply(letter, answers.asMentee);

  expect(await status()).toBe('open');
  expect(program.newest(late).mail.subject).toBe('About your late reply');
  expect(await program.kinds(id)).toMatchObject({ 'too-late': 2, 'late-reply': 1 });
  await program.cancel(id);
});

test('"no thanks" and "stop" are heard at once, however late', async () => {
  const { id, letter, late, maria } = await voting('heard', 1);
  const told = program.lettersTo(maria).length;

  await program.reply(letter, 'No thanks');
  await program.reply(program.asked('invitee-2@heard.example.org'), 'Please remove me from this list');

  expect(await program.statusOf(id, late, 'application')).toBe('declined');
  expect(program.newest(late).mail.subject).toBe("That's fine, and thank you for telling us");
  expect(words(program.newest(late).mail.text)).not.toContain('change your mind');
  expect((await program.people(id)).find(({ email }) => email.startsWith('invitee-2'))?.unreachable).toBe('stopped');
  expect(program.lettersTo(maria)).toHaveLength(told);
  await program.cancel(id);
});

test('a late message that answers nothing goes to the coordinator as it is', async () => {
  const { id, letter, late, maria } = await voting('message', 1);

  await program.reply(letter, 'I was in hospital and have only seen this now. I would still have liked to join.');

  expect(program.newest(maria).mail.text).toContain('I was in hospital');
  expect(program.newest(maria).replyTo).toBe(late);
  expect(words(program.newest(late).mail.text)).toContain('Maria Ortiz has what you wrote and will write to you.');
  expect((await program.kinds(id))['late-reply']).toBeUndefined();
  await program.cancel(id);
});

test('a late survey counts until the report is made, and the coordinator sees none of it', async () => {
  const { id } = await program.createCohort('survey');
  const ada = 'ada@survey.example.org';
  await program.milestone(id, 'apply.open');
  await program.reply(program.asked('grace@survey.example.org'), answers.asMentor);
  await program.reply(program.asked(ada), answers.asMentee);
  await program.milestone(id, 'midpoint.open');
  const letter = program.asked(ada);
  await program.milestone(id, 'midpoint.close');

  await program.reply(letter, `${answers.midpoint}\n\nMy mentor never listens. Who else can I talk to?`);
  const toMaria = program.lettersTo('maria@survey.example.org').slice(-2);
  await program.reply(program.asked('maria@survey.example.org'), 'yes');

  expect(toMaria.map(({ mail }) => mail.subject).sort()).toEqual([
    'Ada Park answered after the deadline: take it?',
    'Ada Park wrote to you about Spring 2027',
  ]);
  for (const { mail } of toMaria) expect(mail.text).not.toContain('never listens');
  expect(await program.statusOf(id, ada, 'midpoint')).toBe('complete');
  expect(words(program.newest(ada).mail.text)).toContain(
    'Your reply came late, and Maria Ortiz has said that it counts.',
  );
  const [form] = (await table.items(id, 'FORM#survey#midpoint#')).filter(({ status }) => status === 'complete');
  expect(form?.replies).toHaveLength(1);

  await program.milestone(id, 'closeout.open');
  const last = program.asked(ada);
  await program.finished(id);
  await program.reply(last, answers.closeout);
  expect((await program.kinds(id))['late-reply']).toBe(1);
  expect(program.newest(ada).mail.subject).toBe('Your answers came after the questions had closed');
});
