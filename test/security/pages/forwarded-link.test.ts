import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { fields } from '#test/harness/mail/browser.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** Somebody has forwarded an email of ours, and whoever got it opens its page. */

const program = new TestSystem();
let id: string;
let table: Table;
const everybody = invitees(12, 'forwarded');
beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('forwarded', { invitees: everybody }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
});
afterAll(() => program.stop());

let met = 0;
async function somebody({ applied = true } = {}) {
  const { email } = everybody[met] ?? { email: '' };
  met += 1;
  const letter = program.asked(email);
  if (applied) await program.visit(letter, fields(answers.menteeAnswers));
  const form = async () => (await table.items(id, 'FORM#')).find((one) => letter.replyTo.includes(one.id));
  return { email, letter, form, receipts: () => program.lettersTo(email).filter(isReceipt) };
}

const isReceipt = ({ mail }: { mail: { text?: string | undefined } }) => /Was it not you\?/.test(mail.text ?? '');
const words = (text = '') => text.replace(/\s+/g, ' ');
/** Long enough for the next change to be told of by itself. */
const later = () => program.passTo(program.now + 3 * 3600 * 1000);

test('the page shows which questions are answered, and none of the answers', async () => {
  const { letter } = await somebody();

  const page = await program.visit(letter);
  const kept = await program.visit(letter, {});
  const wrong = await program.visit(letter, { experience: 'a while' });

  for (const { html } of [page, kept, wrong]) {
    expect(html).not.toContain(answers.menteeAnswers.change);
    expect(html).not.toMatch(/checked=""|value="4"/);
  }
  expect(page.html.match(/Answered\./g)?.length).toBeGreaterThan(5);
  expect(wrong.status).toBe(422);
});

test('a change leaves what is not touched, and its receipt tells the owner how to take it back', async () => {
  const { letter, form, receipts } = await somebody();
  await later();

  await program.visit(letter, { experience: '9' });

  expect((await form())?.answers).toEqual({ ...answers.menteeAnswers, experience: 9 });
  expect(words(receipts().at(-1)?.mail.text)).toContain('Was it not you? Reply "no" to this email');
});

test('a form that is answered in part by reply is finished on its page without losing that', async () => {
  const { letter, form } = await somebody({ applied: false });
  const [first = ''] = answers.asMentee.split('\n');
  const { role: _, ...rest } = answers.menteeAnswers;

  await program.reply(letter, first);
  await program.visit(letter, fields(rest));

  expect(await form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
});

test('changes within minutes are told of at once and then together, and never left untold', async () => {
  const { letter, receipts } = await somebody();
  const before = receipts().length;

  for (const years of ['7', '8', '9']) await program.visit(letter, { experience: years });
  const atOnce = receipts().length;
  await later();

  expect([before, atOnce, receipts().length]).toEqual([1, 1, 2]);
  expect(words(receipts().at(-1)?.mail.text)).toMatch(/Years in the field 9 /);
});

test('"no" puts back what was there, ends the link, and is answered once, however often it comes', async () => {
  const { letter, form, receipts, email } = await somebody();
  await later();
  await program.visit(letter, { experience: '40' });
  const receipt = receipts().at(-1);
  if (!receipt) throw new Error('There is no receipt.');

  await program.reply(receipt, 'No, that was not me!');
  const restored = await form();
  const answered = program.newest(email);
  await program.reply(receipt, 'no');
  await program.reply(receipt, 'no');

  expect(restored).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
  expect(answered.mail.subject).toBe('We have put your answers back');
  expect((await program.visit(letter)).status).toBe(410);
  expect((await program.visit(letter, { experience: '41' })).status).toBe(410);
  expect((await program.visit(answered)).status).toBe(200);
  expect(await form()).toMatchObject({ answers: answers.menteeAnswers });
  expect(program.lettersTo(email).filter(({ mail }) => mail.subject === answered.mail.subject)).toHaveLength(2);
});

test('"no" leaves what its owner has answered since, and takes back what the page did after it', async () => {
  const { letter, form, receipts } = await somebody();
  await later();
  await program.visit(letter, { experience: '40', why: 'To spy' });
  const [, receipt] = receipts();
  await later();
  await program.visit(letter, { experience: '41' });
  await program.reply(letter, '2: Because I want to grow');
  const between = await form();
  if (!receipt) throw new Error('There is no receipt.');

  await program.reply(receipt, 'No');

  const { experience, ...others } = answers.menteeAnswers;
  expect(between?.answers.experience).toBe(41);
  expect((await form())?.answers.experience).toBe(experience);
  const changed = Object.keys(others).filter(
    (key) => between?.answers[key] !== (answers.menteeAnswers as Record<string, unknown>)[key],
  );
  expect(changed).toContain('why');
});

test('a correction in reply to a receipt is one, and a doubtful word changes nothing', async () => {
  const { letter, form, receipts, email } = await somebody();
  const number = /(\d+)\. Years in the field/.exec(words(receipts().at(-1)?.mail.text))?.[1] ?? '14';
  const [receipt] = receipts();
  if (!receipt) throw new Error('There is no receipt.');

  await program.reply(receipt, `${number}: 12`);
  const corrected = await form();
  await program.reply(receipt, 'Yes');
  await program.reply(receipt, 'No, or at least I think so');

  expect(corrected?.answers.experience).toBe(12);
  expect((await form())?.answers).toEqual(corrected?.answers);
  expect(program.newest(email).mail.subject).toBe('Was it you who answered on the page?');
  expect((await program.visit(letter)).status).toBe(200);
});

test('a word on a receipt counts from its owner alone', async () => {
  const { form, receipts } = await somebody();
  const [receipt] = receipts();

  await program.mail(receipt?.replyTo ?? '', 'no', { from: 'mallory@elsewhere.example.org' });

  expect(await form()).toMatchObject({ status: 'complete' });
  expect((await program.call('GET', `/v1/cohorts/${id}/replies?limit=200`)).body.replies).toContainEqual(
    expect.objectContaining({ became: 'refused', why: 'to a receipt from elsewhere' }),
  );
});

test('"no thanks" on the page counts once its receipt was sent, and a no makes it not said', async () => {
  const { letter, form, receipts, email } = await somebody();

  await program.visit(letter, { decline: 'yes' });
  const declined = await form();
  const receipt = receipts().at(-1);
  if (!receipt) throw new Error('There is no receipt.');
  await program.reply(receipt, 'no');

  expect(declined?.status).toBe('declined');
  expect(receipt.mail.subject).toBe("That's fine, and thank you for telling us");
  expect(await form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
  expect(program.newest(email).mail.subject).toBe('We have put your answers back');
});

test('the audit trail says whether an answer came from a page or by reply', async () => {
  const { letter } = await somebody();
  await program.reply(letter, '14: 12');

  const { events } = (await program.call('GET', `/v1/cohorts/${id}/events?limit=200`)).body;
  const channels = events
    .filter(
      ({ of, what }: { of?: string; what: string }) =>
        what.startsWith('application.') && of && letter.replyTo.includes(of),
    )
    .map(({ details }: { details?: { channel: string } }) => details?.channel);

  expect(channels).toEqual(['page', 'reply']);
});

test('all links of somebody end at their wish and at the coordinator’s, who may end one; replies still work', async () => {
  const { letter, email, form } = await somebody();
  const person = (await program.people(id)).find((one) => one.email === email);
  const path = `/v1/cohorts/${id}/people/${person?.id}/links`;

  const onPage = await program.visit(letter, { 'end-links': 'yes' });
  const told = program.newest(email).mail.subject;
  const ended = await program.visit(letter);
  await program.reply(letter, '14: 12');
  const fresh = program.newest(email);
  await program.visit(letter);
  const one = await program.call('DELETE', `${path}?form=${(await form())?.id}`);
  const all = await program.call('DELETE', path);
  await program.settled();

  expect([onPage.status, ended.status, one.status, all.status]).toEqual([200, 410, 204, 204]);
  expect(told).toBe('The links in our earlier emails no longer work');
  expect((await form())?.answers.experience).toBe(12);
  expect(program.lettersTo(email).filter(({ mail }) => mail.subject === told)).toHaveLength(2);
  expect(fresh).toBeDefined();
});

test('a page that is sent all day is refused in the end, and nothing of that goes untold', async () => {
  const { letter, form, receipts } = await somebody();

  const statuses: number[] = [];
  for (let years = 1; years <= 25; years += 1)
    statuses.push((await program.visit(letter, { experience: `${years}` })).status);
  const stored = (await form())?.answers.experience;
  await later();

  expect(statuses.filter((status) => status === 429)).toHaveLength(6);
  expect(words(receipts().at(-1)?.mail.text)).toContain(`Years in the field ${stored} `);
});
