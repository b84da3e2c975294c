import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Queue } from '#test/harness/system/queue.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let table: Table;
/** A cohort that nothing changes, for all that changes nothing. */
let looked: { id: string; page: string };
beforeAll(async () => {
  await program.start();
  table = new Table(program.system);
  looked = await voting('looked');
});
afterAll(() => program.stop());

const own = Object.fromEntries(defaultProgram.matching.factors.map(({ id, weight }) => [id, weight]));
const experienceOnly = { ...Object.fromEntries(Object.keys(own).map((id) => [id, 0])), experience: 100 };

/** What they want and offer pairs 3 with 2 and 4 with 1; their years of experience would pair them the other way round. */
const applications = [
  { ...answers.mentorAnswers, helps: ['speaking and writing'], experience: 12 },
  { ...answers.mentorAnswers, helps: ['leading people'], experience: 22 },
  { ...answers.menteeAnswers, topics: ['leading people'], experience: 2 },
  { ...answers.menteeAnswers, topics: ['speaking and writing'], experience: 12 },
];

/** A cohort of two mentors and two mentees whose committee has just been asked, and its page of weights. */
async function voting(domain: string) {
  const id = await proposedIn(program, domain, applications, { invitees: invitees(4, domain) });
  const letter = program.lettersTo(`maria@${domain}.example.org`).find(({ mail }) => mail.text?.includes('/w/'));
  if (!letter) throw new Error('The coordinator has no link to the page of weights.');
  return { id, page: program.pageIn(letter, 'w') };
}

async function send(page: string, weights: Record<string, number | string>, button: 'show' | 'use') {
  const fields = Object.entries({ ...own, ...weights }).map(([id, weight]): [string, string] => [
    `weight.${id}`,
    String(weight),
  ]);
  const body = new URLSearchParams([...fields, ['do', button]]);
  const response = await fetch(page, { method: 'POST', body });
  const answer = { status: response.status, html: await response.text() };
  await program.settled();
  return answer;
}

const put = (id: string, weights: unknown) => program.call('PUT', `/v1/cohorts/${id}/matches/weights`, { weights });

async function setsOf(id: string) {
  const events = await table.items(id, 'EVENT#');
  return events.filter(({ what }) => what === 'weights.set').map(({ who, details }) => ({ who, details }));
}

test('the page shows what would change and saves nothing, however often somebody looks', async () => {
  const { id, page } = looked;
  const before = await table.items(id);

  const shown = await fetch(page);
  const tried = await send(page, experienceOnly, 'show');
  const wrong = await send(page, { topics: 'a lot' }, 'use');

  expect(shown.status).toBe(200);
  expect(await shown.text()).toContain('What the mentee wants to work on');
  expect(tried.status).toBe(200);
  expect(tried.html).toContain('2 pairs would be new, 2 would go, and none would stay.');
  expect(tried.html).toMatch(/Pairs that would be new.*Invitee 1 as mentor of Invitee 3.*Pairs that would go/);
  expect(wrong).toMatchObject({ status: 422, html: expect.stringContaining('value="a lot"') });
  expect(await table.items(id)).toEqual(before);
});

test('weights that are used are kept and written down once, whoever presses twice', async () => {
  const { id, page } = await voting('uses');
  const [before] = await table.items(id, 'META');

  const first = await send(page, { topics: 50 }, 'use');
  const [kept] = await table.items(id, 'META');
  const again = await send(page, { topics: 50 }, 'use');
  const [keptStill] = await table.items(id, 'META');

  expect([first.status, again.status]).toEqual([200, 200]);
  expect(first.html).toContain('These weights are in use now.');
  expect(again.html).toContain('These weights are in use now.');
  expect(kept?.weights).toEqual({ topics: 50 });
  expect(kept?.revision).toBeGreaterThan(before?.revision);
  // The workflow has looked at it: the hold that was there has ended, and another one is stored.
  expect(kept?.wakeToken).not.toBe(before?.wakeToken);
  expect([keptStill?.weights, keptStill?.revision]).toEqual([kept?.weights, kept?.revision]);
  const maria = (await program.people(id)).find(({ email }) => email === 'maria@uses.example.org');
  expect(await setsOf(id)).toEqual([{ who: maria?.id, details: { ...own, topics: 50 } }]);
  expect((await program.call('GET', `/v1/cohorts/${id}`)).body.weights).toEqual({ ...own, topics: 50 });
  await program.cancel(id);
});

test('the API sets weights too: those that are not named stay, and the preview compares with what is in use', async () => {
  const { id } = await program.createCohort('calls', { invitees: invitees(2, 'calls') });

  const one = await put(id, { topics: 50 });
  const two = await put(id, { times: 0 });
  const same = await program.call('POST', `/v1/cohorts/${id}/matches/preview`, { weights: {} });
  const back = await put(id, { topics: own.topics, times: own.times });
  const refused = await put(id, { charm: 5, topics: 101 });
  const nothing = await put(id, Object.fromEntries(Object.keys(own).map((factor) => [factor, 0])));

  expect(one).toMatchObject({ status: 200, body: { id, weights: { ...own, topics: 50 } } });
  expect(two.body.weights).toEqual({ ...own, topics: 50, times: 0 });
  expect(same).toMatchObject({ status: 200, body: { applied: 0, weights: { ...own, topics: 50, times: 0 } } });
  expect(back.body.weights).toEqual(own);
  expect((await table.items(id, 'META'))[0]).not.toHaveProperty('weights');
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/weights/topics' }] } });
  expect(nothing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/weights' }] } });
  expect(await setsOf(id)).toHaveLength(3);
  await program.cancel(id);
  expect((await put(id, { topics: 1 })).status).toBe(409);
});

test('who may only read may not set weights', async () => {
  const { id } = await program.createCohort('reads');
  const authorization = `Bearer ${await program.system.token(['telemachy/cohorts.read'])}`;

  const refused = await program.call(
    'PUT',
    `/v1/cohorts/${id}/matches/weights`,
    { weights: { topics: 1 } },
    { authorization },
  );

  expect(refused.status).toBe(403);
  await program.cancel(id);
});

test('once the votes have ended the weights stay what they are, on the page and in the API', async () => {
  const { id, page } = await voting('late');
  await send(page, { topics: 50 }, 'use');
  await program.milestone(id, 'match.decide');
  const [before] = await table.items(id, 'META');

  const shown = await fetch(page);
  const [tried, used] = [await send(page, {}, 'show'), await send(page, {}, 'use')];
  const called = await put(id, { topics: 1 });

  expect(shown.status).toBe(200);
  const html = await shown.text();
  expect(html).toContain('be changed any more');
  expect(html).toMatch(/<dd>50 \(\d+% of the score\)/);
  expect(html).not.toContain('<form');
  expect([tried.status, used.status, called.status]).toEqual([409, 409, 409]);
  expect(called.body.detail).toContain('The votes on the pairs have ended');
  expect((await table.items(id, 'META'))[0]).toEqual(before);
  await program.cancel(id);
});

test("the link is in one letter to the coordinator and in nobody else's, nor in the API", async () => {
  const { id } = await voting('links');
  await program.milestone(id, 'match.close');

  const withLink = program.letters
    .filter(({ to }) => to.endsWith('@links.example.org'))
    .filter(({ mail }) => `${mail.text}${mail.html}`.includes('/w/'));
  const told = await Promise.all(
    ['', '/people', '/emails', '/events'].map((path) => program.call('GET', `/v1/cohorts/${id}${path}`)),
  );

  expect(withLink.map(({ to }) => to)).toEqual(['maria@links.example.org']);
  expect(withLink[0]?.mail.subject).toContain('applications are closed');
  expect(JSON.stringify(told)).not.toContain('/w/');
  await program.cancel(id);
});

test('the very email that has the link has none when it goes to anybody else', async () => {
  const { id } = await voting('astray');
  const byHand = new DirectInvoker(program.system);
  const email: Item = (await table.items(id, 'EMAIL#')).find(({ kind }) => kind === 'readiness') ?? {};
  const people = await program.people(id);
  const others = people.filter((one) => one.email !== 'maria@astray.example.org');

  for (const { id: person } of others) {
    const { messageId: _, sentAt: __, outcome: ___, lease: ____, ...facts } = email;
    const astray = { ...facts, id: `eml_${person}`, sk: `EMAIL#eml_${person}`, person, status: 'queued', attempts: 0 };
    await table.put(astray);
    await byHand.invoke('outbox', await new Queue(program.system).eventOf({ cohort: id, email: astray.id }));
  }
  await program.settled();
  await byHand.stop();

  const letters = others.map((one) => program.newest(one.email).mail);
  expect(letters.map(({ subject }) => subject)).toEqual(
    others.map(() => expect.stringContaining('applications are closed')),
  );
  expect(letters.filter(({ text, html }) => `${text}${html}`.includes('/w/'))).toEqual([]);
  await program.cancel(id);
});

test('a link that is forged, altered or for something else opens no weights', async () => {
  const { id, page } = looked;
  const invitation = program.lettersTo('invitee-1@looked.example.org')[0];
  if (!invitation) throw new Error('Nobody was invited.');
  const before = await table.items(id);

  for (const url of [
    page.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    page.replace(/\.[a-z2-7]+$/, ''),
    page.replace(/\.[a-z2-7]+$/, `.${'a'.repeat(26)}`),
    page.replace('/w/', '/f/'),
    page.replace('/w/', '/u/'),
    program.pageIn(invitation).replace('/f/', '/w/'),
    program.pageIn(invitation, 'u').replace('/u/', '/w/'),
    page.replace(/\/w\/.*/, '/w/%00'),
  ]) {
    expect((await fetch(url)).status, url).toBe(404);
    expect((await send(url, { topics: 1 }, 'use')).status, url).toBe(404);
  }
  expect(await table.items(id)).toEqual(before);
});
