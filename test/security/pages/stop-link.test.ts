import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import type { Letter } from '#test/harness/mail/mail-client.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let id: string;
const everybody = invitees(6, 'stop');
beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('stop', { invitees: everybody }));
  await program.milestone(id, 'apply.open');
});
afterAll(() => program.stop());

let met = 0;
function somebody() {
  const { email } = everybody[met] ?? { email: '' };
  met += 1;
  return { email, letter: program.asked(email), person: () => personAt(email) };
}

async function personAt(email: string) {
  return (await program.people(id)).find((one) => one.email === email);
}

async function post(url: string, body: Record<string, string> | string) {
  const { status, text } = await fetch(url, {
    method: 'POST',
    body: typeof body === 'string' ? body : new URLSearchParams(body),
  }).then(async (response) => ({ status: response.status, text: await response.text() }));
  await program.settled();
  return { status, text };
}

const undoIn = (letter: Letter) => /http:\/\/[^\s<>]+\/u\/[a-z0-9~_.-]+/.exec(letter.mail.text ?? '')?.[0] ?? '';

test('a POST to the stop link without the one field that asks for it stops nothing', async () => {
  const { letter, person } = somebody();
  const url = program.pageIn(letter, 'u');

  const statuses = [];
  for (const body of ['', 'a=b', '{"stop":"yes"}', 'List-Unsubscribe=Twice', 'stop=', 'stop=undo', 'stop=hand-over'])
    statuses.push((await post(url, body)).status);

  expect(new Set(statuses)).toEqual(new Set([400]));
  expect((await person())?.unreachable).toBeUndefined();
});

test('one click stops, and the last email undoes it for 30 days, by a button and not by looking', async () => {
  const { letter, person, email } = somebody();

  await post(program.pageIn(letter, 'u'), { 'List-Unsubscribe': 'One-Click' });
  const stopped = (await person())?.unreachable;
  const last = program.newest(email);
  const looked = await fetch(undoIn(last)).then((response) => response.text());
  const still = (await person())?.unreachable;
  const undone = await post(undoIn(last), { stop: 'undo' });
  const again = await post(undoIn(last), { stop: 'undo' });

  expect([stopped, still]).toEqual(['stopped', 'stopped']);
  expect(last.mail.subject).toBe('We will not write to you again');
  expect(looked).toContain('Shall we write to you again?');
  expect((await person())?.unreachable).toBeUndefined();
  expect([undone.status, again.status]).toEqual([200, 200]);
  expect(program.lettersTo(email).filter(({ mail }) => mail.subject === 'We write to you again')).toHaveLength(1);
});

test('the link that stops does not undo, an old one undoes no later stop, and a page takes nothing from who has stopped', async () => {
  const { letter, person, email } = somebody();
  const url = program.pageIn(letter, 'u');
  await post(url, { stop: 'yes' });
  const first = undoIn(program.newest(email));
  const form = await program.visit(letter, { decline: 'yes' });

  await post(url, { stop: 'undo' });
  const withStop = (await person())?.unreachable;
  await post(first, { stop: 'undo' });
  await program.passTo(program.now + 60_000);
  await post(url, { stop: 'yes' });
  await post(first, { stop: 'undo' });

  expect(form.status).toBe(410);
  expect(withStop).toBe('stopped');
  expect((await person())?.unreachable).toBe('stopped');
});

test('the coordinator undoes a stop for somebody who has asked them', async () => {
  const { letter, person, email } = somebody();
  await post(program.pageIn(letter, 'u'), { stop: 'yes' });
  const path = `/v1/cohorts/${id}/people/${(await person())?.id}/stop`;

  const { status } = await program.call('DELETE', path);
  const again = await program.call('DELETE', path);
  await program.settled();

  expect([status, again.status]).toEqual([204, 204]);
  expect((await person())?.unreachable).toBeUndefined();
  expect(program.newest(email).mail.text).toContain('Maria Ortiz says that you would like it');
  const { events } = (await program.call('GET', `/v1/cohorts/${id}/events?limit=200`)).body;
  expect(events).toContainEqual(expect.objectContaining({ what: 'person.came-back', details: { channel: 'api' } }));
});

test('a coordinator’s own stop explains what would be lost, offers a hand-over, and is told to others when meant', async () => {
  const maria = 'maria@stop.example.org';
  const lena = 'lena@stop.example.org';
  await program.until(() => program.lettersTo(maria).length > 0);
  const url = program.pageIn(program.newest(maria), 'u');

  const looked = await fetch(url).then((response) => response.text());
  await post(url, { 'List-Unsubscribe': 'One-Click' });
  const asked = program.newest(maria).mail.subject;
  const afterClick = (await personAt(maria))?.unreachable;
  const handedOver = await post(url, { stop: 'hand-over' });
  const wish = program.newest(lena).mail.subject;
  await post(url, { stop: 'yes' });

  expect(looked).toContain('nobody hears of it');
  expect(asked).toBe('Should we stop all email, or will you hand over?');
  expect(afterClick).toBeUndefined();
  expect(handedOver.text).toContain('We have asked for somebody else');
  expect(wish).toBe('Maria Ortiz would like to hand over');
  expect((await personAt(maria))?.unreachable).toBe('stopped');
  expect(program.newest(lena).mail.subject).toBe('Maria Ortiz gets no more email from us');
});

test('the last email undoes nothing after 30 days', async () => {
  const { letter, person, email } = somebody();
  await post(program.pageIn(letter, 'u'), { stop: 'yes' });
  const undo = undoIn(program.newest(email));

  program.system.clock.jump(program.now + 30.5 * 24 * 3600 * 1000);
  const { status, text } = await post(undo, { stop: 'undo' });

  expect(status).toBe(200);
  expect(text).toContain('This link is too old');
  expect((await person())?.unreachable).toBe('stopped');
});
