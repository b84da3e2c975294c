import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { fields } from '#test/harness/mail/browser.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let id: string;
let table: Table;
const everybody = invitees(13, 'pages');
beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('pages', { invitees: everybody }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
});
afterAll(() => program.stop());

let met = 0;
function somebody() {
  const { email } = everybody[met] ?? { email: '' };
  met += 1;
  const letter = program.asked(email);
  const form = async () => (await table.items(id, 'FORM#')).find((one) => letter.replyTo.includes(one.id));
  return { email, letter, form };
}

test('looking at a page changes nothing, whoever looks and how often', async () => {
  const { letter } = somebody();
  const before = await table.items(id);

  const form = await program.visit(letter);
  const stop = await fetch(program.pageIn(letter, 'u'));
  await program.visit(letter);

  expect(form.status).toBe(200);
  expect(stop.status).toBe(200);
  expect(await table.items(id)).toEqual(before);
});

test('who answers on the page has read our mail: a mailbox that had refused some may be written to again', async () => {
  const { letter, email } = somebody();
  const [person] = (await table.items(id, 'PERSON#')).filter((one) => one.email === email);
  await table.put({ ...person, unreachable: 'bounced', unreachableSince: '2027-01-11T08:00:00.000Z' });

  await program.visit(letter);
  const looked = (await program.people(id)).find((one) => one.email === email)?.unreachable;
  await program.visit(letter, fields(answers.menteeAnswers));

  expect(looked).toBe('bounced');
  expect((await program.people(id)).find((one) => one.email === email)?.unreachable).toBeUndefined();
});

test('a form that is sent from its page is stored, and sent again it stays what it is', async () => {
  const { letter, form, email } = somebody();
  const letters = program.lettersTo(email).length;

  const first = await program.visit(letter, fields(answers.menteeAnswers));
  const stored = await form();
  const again = await program.visit(letter, fields(answers.menteeAnswers));

  expect([first.status, again.status]).toEqual([200, 200]);
  expect(stored).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
  expect(await form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
  // One receipt: what is sent again unchanged has it already.
  expect(program.lettersTo(email)).toHaveLength(letters + 1);
  expect(program.newest(email).mail.text).toContain('You answered on the page.');
});

test('a form that is sent thousands of times over let its record grow for ever', async () => {
  const { letter, form } = somebody();
  await program.visit(letter, fields(answers.menteeAnswers));
  const item = await form();
  const replies = Array.from({ length: 3000 }, (_, nth) => ({ id: `web_${nth}`, at: '2027-01-11T09:00:00.000Z' }));
  await table.put({ ...item, replies });

  const { status } = await program.visit(letter, { experience: '9' });

  expect(status).toBe(200);
  expect((await form())?.replies.length).toBeLessThanOrEqual(100);
});

test('a page that is sent with mistakes is shown again with what was typed, and nothing is stored', async () => {
  const { letter, form } = somebody();

  const { status, html } = await program.visit(letter, {
    ...fields(answers.menteeAnswers),
    role: 'director',
    why: 'To <b>learn</b>',
  });

  expect(status).toBe(422);
  expect(html).toContain('To &lt;b&gt;learn&lt;/b&gt;');
  expect(html).not.toContain('<b>learn');
  expect(await form()).toMatchObject({ status: 'open', answers: {} });
});

test('a reply and the page put together make one application', async () => {
  const { letter, form } = somebody();
  const [first = ''] = answers.asMentee.split('\n');

  await program.reply(letter, first);
  const { html } = await program.visit(letter);
  await program.visit(letter, fields(answers.menteeAnswers));

  expect(html).toContain('checked');
  expect(await form()).toMatchObject({ status: 'complete', answers: answers.menteeAnswers });
});

test('a link that is forged, altered or for something else opens nothing', async () => {
  const { letter } = somebody();
  const page = program.pageIn(letter);
  const stop = program.pageIn(letter, 'u');
  const before = await table.items(id);
  const post = (url: string) => fetch(url, { method: 'POST', body: new URLSearchParams({ decline: 'yes' }) });

  for (const url of [
    page.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    page.replace(/(?<=\/f\/)./, (first) => (first === '7' ? 'a' : '7')),
    page.replace(/\.[a-z2-7]+$/, `.${'a'.repeat(26)}`),
    stop.replace('/u/', '/f/'),
    page.replace('/f/', '/u/'),
    `${page}.${page.split('.').at(-1)}`,
    page.replace(/\/f\/.*/, '/f/%00'),
  ]) {
    expect((await fetch(url)).status, url).toBe(404);
    expect((await post(url)).status, url).toBe(404);
  }
  expect(await table.items(id)).toEqual(before);
});

test('a form of many megabytes is refused', async () => {
  const { letter, form } = somebody();

  const long = await program.visit(letter, { ...fields(answers.menteeAnswers), why: 'x'.repeat(6000) });
  const huge = await fetch(program.pageIn(letter), {
    method: 'POST',
    body: 'why='.concat('x'.repeat(11 * 1024 * 1024)),
  });

  expect(long.status).toBe(422);
  expect(huge.status).toBe(413);
  expect(await form()).toMatchObject({ status: 'open' });
});

test("the button under the stop link ends all mail, and so does a mail client's own unsubscribe", async () => {
  const [byButton, byClient] = [somebody(), somebody()];

  const button = await fetch(program.pageIn(byButton.letter, 'u'), {
    method: 'POST',
    body: new URLSearchParams({ stop: 'yes' }),
  });
  const oneClick = await fetch(program.pageIn(byClient.letter, 'u'), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  await program.milestone(id, 'apply.remind-1');
  await program.settled();

  expect([button.status, oneClick.status]).toEqual([200, 200]);
  expect(byClient.letter.field('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  // The last one says that it is, and how to undo it.
  expect(program.lettersTo(byButton.email)).toHaveLength(2);
  expect(program.lettersTo(byClient.email)).toHaveLength(2);
  const people = await program.people(id);
  const unsent = (await program.emails(id)).filter(({ status }) => status === 'suppressed');
  expect(unsent.map(({ person }) => people.find((one) => one.id === person)?.email).sort()).toEqual(
    [byButton.email, byClient.email].sort(),
  );
});
