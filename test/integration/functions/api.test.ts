import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees, newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const pointers = ({ body }: { body: { errors: { pointer: string }[] } }) => body.errors.map(({ pointer }) => pointer);

test('an invalid cohort is refused with every problem at once, and nothing is created', async () => {
  const before = (await program.call('GET', '/v1/cohorts')).body;

  const refused = await program.call('POST', '/v1/cohorts', {
    ...newCohort('invalid'),
    organisation: '',
    timeZone: 'Europe/Atlantis',
    coordinator: { name: 'Maria', email: 'maria' },
    committee: [],
    invitees: [
      { name: 'Ada', email: 'ada@example.org' },
      { name: 'Ada Park', email: 'ADA@example.org' },
    ],
    scedule: {},
  });

  expect(refused).toMatchObject({ status: 422, body: { type: 'about:blank', status: 422 } });
  expect(pointers(refused).sort()).toEqual([
    '/committee',
    '/coordinator/email',
    '/invitees/1/email',
    '/organisation',
    '/scedule',
    '/timeZone',
  ]);
  expect((await program.call('GET', '/v1/cohorts')).body).toEqual(before);
});

test.each([
  ['a language that nothing is written in', { language: 'tlh' }, '/language'],
  ['a start that has passed', { start: '2020-01-01' }, '/start'],
  ['a milestone that does not exist', { schedule: { 'apply.end': '2027-02-01' } }, '/schedule/apply.end'],
  ['a date that is none', { schedule: { 'apply.close': 'soon' } }, '/schedule/apply.close'],
  [
    'a stage that ends before it begins',
    { start: '2027-03-01', schedule: { 'apply.close': '2027-02-01' } },
    '/schedule/apply.close',
  ],
])('%s is refused, and says where it stands', async (_, changes, pointer) => {
  const refused = await program.call('POST', '/v1/cohorts', newCohort('dates', changes));

  expect(refused.status).toBe(422);
  expect(pointers(refused)).toContain(pointer);
});

test.each([
  ['no body', undefined, 400],
  ['something that is not JSON', '{"name":', 400],
  ['a list', [], 422],
  ['a text', '"cohort"', 422],
])('a cohort that is %s is a problem of the caller', async (_, body, status) => {
  const refused = await program.call('POST', '/v1/cohorts', body);

  expect(refused).toMatchObject({ status, body: { status, title: expect.any(String), detail: expect.any(String) } });
});

test('a cohort shows the language that it was started in', async () => {
  const started = await program.call('POST', '/v1/cohorts', newCohort('marked', { language: 'en-XA' }));

  expect(started).toMatchObject({ status: 201, body: { language: 'en-XA' } });
  expect(await program.cohort(started.body.id)).toMatchObject({ language: 'en-XA' });
});

test('a body beyond 10 MB is refused', async () => {
  const refused = await program.call('POST', '/v1/cohorts', {
    ...newCohort('big'),
    name: 'x'.repeat(11 * 1024 * 1024),
  });

  expect(refused.status).toBe(413);
});

test('the same Idempotency-Key gives the same cohort, also for two requests at the same moment', async () => {
  const create = () => program.call('POST', '/v1/cohorts', newCohort('once'), { 'idempotency-key': 'spring' });
  const before = (await program.call('GET', '/v1/cohorts')).body.cohorts.length;

  const together = await Promise.all([create(), create()]);
  const again = await create();
  await program.settled();

  const ids = [...together, again].map(({ body }) => body.id);
  expect(new Set(ids).size).toBe(1);
  expect(again.status).toBe(200);
  expect((await program.call('GET', '/v1/cohorts')).body.cohorts).toHaveLength(before + 1);
  expect(await program.kinds(ids[0])).toEqual({ invitation: 2 });
});

test('another Idempotency-Key gives another cohort', async () => {
  const create = (key: string) => program.call('POST', '/v1/cohorts', newCohort('many'), { 'idempotency-key': key });

  const [one, other] = [await create('one'), await create('other')];

  expect(one.body.id).not.toBe(other.body.id);
});

test('who has no token, a forged one or one without the scope is turned away', async () => {
  const reader = await program.system.token(['telemachy/cohorts.read']);
  const forged = await new SignJWT({ scope: 'telemachy/cohorts.read' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://local.telemachy.invalid')
    .sign(new TextEncoder().encode('guessed'));
  const as = (authorization: string, method = 'GET') =>
    program.call(method, '/v1/cohorts', method === 'POST' ? newCohort('nobody') : undefined, { authorization });

  expect(await as('')).toMatchObject({ status: 401, body: { type: 'about:blank', status: 401 } });
  expect((await as('Bearer nonsense')).status).toBe(401);
  expect((await as(`Bearer ${forged}`)).status).toBe(401);
  expect((await as(`Bearer ${reader}`)).status).toBe(200);
  expect(await as(`Bearer ${reader}`, 'POST')).toMatchObject({ status: 403, body: { status: 403 } });
});

test('what does not exist is not found', async () => {
  const unknown = '/v1/cohorts/coh_nobody';
  const { id } = await program.createCohort('reportless');

  for (const path of ['', '/people', '/emails', '/replies', '/events', '/report']) {
    expect(await program.call('GET', `${unknown}${path}`)).toMatchObject({ status: 404, body: { status: 404 } });
  }
  expect((await program.call('POST', `${unknown}/cancel`)).status).toBe(404);
  expect((await program.call('PATCH', `${unknown}/milestones`, { 'apply.close': '2027-03-01' })).status).toBe(404);
  expect((await program.call('GET', `/v1/cohorts/${id}/report`)).status).toBe(404);
  expect(await program.call('GET', '/v1/programs')).toMatchObject({ status: 404, body: { type: 'about:blank' } });
  expect((await program.call('DELETE', '/v1/cohorts')).body.detail).toContain('It takes GET, POST.');
  expect((await program.call('GET', '/v1/cohorts/%E0%A4%A')).status).toBe(400);
});

test('the address alone says what this is: a page to a browser, text to a terminal, and neither needs a token', async () => {
  const [page, text] = await Promise.all(
    ['text/html,*/*', '*/*'].map((accept) => fetch(program.system.url, { headers: { accept } })),
  );

  expect(page?.headers.get('content-type')).toContain('text/html');
  expect(await page?.text()).toContain('This is Telemachy.');
  expect(text?.headers.get('content-type')).toContain('text/plain');
  expect(await text?.text()).toContain('/v1/cohorts');
});

test('a move that can not be made says which milestone is to blame and changes nothing', async () => {
  const { id, schedule } = await program.createCohort('immovable');
  await program.milestone(id, 'apply.open');
  const before = await program.cohort(id);

  const refused = await program.call('PATCH', `/v1/cohorts/${id}/milestones`, {
    'apply.open': '2027-03-01',
    'apply.end': '2027-03-01',
    'match.close': 'soon',
  });
  const empty = await program.call('PATCH', `/v1/cohorts/${id}/milestones`, {});

  expect(refused.status).toBe(422);
  expect(pointers(refused)).toEqual(expect.arrayContaining(['/apply.open', '/apply.end']));
  expect(empty.status).toBe(422);
  expect(await program.cohort(id)).toEqual(before);
  expect(schedule).toHaveLength(5);
});

test('a cohort that has been cancelled can neither be moved nor resumed', async () => {
  const { id } = await program.createCohort('over');
  await program.cancel(id);

  const moved = await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2028-01-01' });
  const resumed = await program.call('POST', `/v1/cohorts/${id}/resume`);

  expect(moved).toMatchObject({ status: 409, body: { status: 409 } });
  expect(resumed).toMatchObject({ status: 409, body: { status: 409 } });
});

test('lists come in pages, each thing once and in the end all of them', async () => {
  const people = invitees(23, 'pages');
  const { id } = await program.createCohort('pages', { invitees: people, start: '2027-02-01' });
  const pages: { people: { email: string }[]; next?: string }[] = [];

  for (let after = ''; pages.length === 0 || pages.at(-1)?.next; after = pages.at(-1)?.next ?? '') {
    pages.push((await program.call('GET', `/v1/cohorts/${id}/people?limit=10${after && `&after=${after}`}`)).body);
  }

  expect(pages.map((page) => page.people.length)).toEqual([10, 10, 7]);
  const emails = pages.flatMap((page) => page.people.map(({ email }) => email));
  expect(emails.filter((email) => email.startsWith('invitee')).sort()).toEqual(people.map(({ email }) => email).sort());
});

test('the list of cohorts comes newest first, page by page', async () => {
  const all = (await program.call('GET', '/v1/cohorts?limit=200')).body.cohorts.map(({ id }: { id: string }) => id);
  const ids: string[] = [];

  for (let after = '', more = true; more; ) {
    const { body } = await program.call('GET', `/v1/cohorts?limit=3${after && `&after=${after}`}`);
    ids.push(...body.cohorts.map(({ id }: { id: string }) => id));
    after = body.next ?? '';
    more = after !== '';
  }

  expect(ids).toEqual(all);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([['limit=0'], ['limit=201'], ['limit=many'], ['after=!'], ['after=bm90IGEga2V5'], ['after=eyJwayI6MX0']])(
  'a page asked for with %s is a problem of the caller',
  async (query) => {
    const { id } = await program.createCohort('queries', { start: '2027-02-01' });

    for (const path of [
      '/v1/cohorts',
      `/v1/cohorts/${id}/people`,
      `/v1/cohorts/${id}/emails`,
      `/v1/cohorts/${id}/events`,
    ]) {
      const { status } = await program.call('GET', `${path}?${query}`);
      expect(status, `${path}?${query}`).toBe(422);
    }
  },
);
