import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees, newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** A deployment that serves several organisations: their tokens name them in the claim `org`. */
const program = new TestSystem();
let api: DirectInvoker;
beforeAll(async () => {
  await program.start();
  api = new DirectInvoker(program.system, { environment: { OWNER_CLAIM: 'org' } });
});
afterAll(async () => {
  await api.stop();
  await program.stop();
});

const acme = { sub: 'u-1', email: 'maria@acme.example.org', org: 'acme' };
const globex = { sub: 'u-2', org: 'globex' };

interface Call {
  as: Record<string, unknown>;
  route: string;
  id?: string;
  body?: unknown;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** What the function that answers the API says to a caller whose token holds these claims. */
async function call({ as, route, id, body, query, headers = {} }: Call) {
  const outcome = await api.invoke('api', {
    version: '2.0',
    routeKey: route,
    headers,
    pathParameters: { ...(id && { id }), person: 'per_nobody', email: 'eml_nobody' },
    queryStringParameters: query,
    requestContext: { authorizer: { jwt: { claims: as, scopes: [] } }, http: {} },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if ('errorType' in outcome) throw new Error(JSON.stringify(outcome));
  const { statusCode, body: text } = outcome.payload as { statusCode: number; body: string };
  return { status: statusCode, body: text ? JSON.parse(text) : undefined };
}

async function created(as: Record<string, unknown>, domain: string, changes: Record<string, unknown> = {}) {
  const answer = await call({ as, route: 'POST /v1/cohorts', body: newCohort(domain, changes) });
  expect(answer.status).toBe(201);
  await program.settled();
  return answer.body.id as string;
}

const bodies: Record<string, unknown> = {
  'PATCH /v1/cohorts/{id}/milestones': { 'apply.close': '2027-03-01' },
  'POST /v1/cohorts/{id}/matches/preview': { weights: {} },
  'PUT /v1/cohorts/{id}/matches/weights': { weights: {} },
  'POST /v1/cohorts/{id}/matches/decision': { publish: true },
};

test('a cohort is to another organisation as one that does not exist, on every route', async () => {
  const id = await created(acme, 'acme-routes');
  const routes = program.system.template.routes
    .filter(({ path, scopes }) => scopes && path.includes('{id}'))
    .map(({ method, path }) => `${method} ${path}`);
  expect(routes.length).toBeGreaterThan(10);

  for (const route of routes) {
    const own = { as: globex, route, body: bodies[route] };
    const theirs = await call({ ...own, id });
    const nobodys = await call({ ...own, id: 'coh_nobody' });
    expect([route, theirs.status]).toEqual([route, nobodys.status]);
    expect(theirs.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(theirs.body)).toBe(JSON.stringify(nobodys.body).replaceAll('coh_nobody', id));
  }
  const seen = await call({ as: acme, route: 'GET /v1/cohorts/{id}', id });
  expect(seen).toMatchObject({ status: 200, body: { status: 'running', stage: 'apply' } });
});

test('each organisation lists its own cohorts alone, and the cursor of another is none', async () => {
  const ids = [await created(globex, 'globex-one'), await created(globex, 'globex-two')];
  const list = (as: Record<string, unknown>, query?: Record<string, string>) =>
    call({ as, route: 'GET /v1/cohorts', ...(query && { query }) });

  const first = await list(globex, { limit: '1' });
  const second = await list(globex, { limit: '1', after: first.body.next });
  const listed = [...first.body.cohorts, ...second.body.cohorts].map((one: { id: string }) => one.id);
  expect(listed.sort()).toEqual(ids.sort());

  const others = await list(acme);
  expect(others.body.cohorts.map((one: { id: string }) => one.id)).not.toContain(ids[0]);
  expect((await list(acme, { after: first.body.next })).status).toBe(422);
  expect((await list({ ...globex, org: 'initech' })).body.cohorts).toEqual([]);
});

test.each([
  ['no organisation', { sub: 'u-3' }],
  ['an empty one', { sub: 'u-3', org: '' }],
  ['several', { sub: 'u-3', org: '[acme globex]' }],
  ['nothing, as a gateway writes it', { sub: 'u-3', org: '<nil>' }],
  ['something that is no text', { sub: 'u-3', org: 7 }],
])('a token that names %s sees nothing', async (_, as) => {
  const refused = await call({ as, route: 'GET /v1/cohorts' });

  expect(refused).toMatchObject({ status: 403, body: { detail: expect.stringContaining('org') } });
});

test('the same Idempotency-Key in another organisation makes another cohort', async () => {
  const create = (as: Record<string, unknown>) =>
    call({ as, route: 'POST /v1/cohorts', body: newCohort('keys'), headers: { 'idempotency-key': 'spring' } });

  const [one, other, again] = [await create(acme), await create({ ...acme, org: 'globex' }), await create(acme)];

  expect(other.body.id).not.toBe(one.body.id);
  expect(again.body.id).toBe(one.body.id);
});

test('new mail of somebody in cohorts of two organisations is passed on to neither', async () => {
  const domain = 'acme-new-mail';
  await created(acme, domain);
  const later = {
    start: '2028-01-10',
    invitees: [...invitees(2, domain), { name: 'Grace Lee', email: `grace@${domain}.example.org` }],
  };
  await created(globex, 'globex-new-mail', later);
  const write = async (text: string) => {
    await program.mail('mentoring@mentoring.example.org', text, { from: `grace@${domain}.example.org` });
    await program.settled();
  };
  const got = (to: string, words: string) => program.lettersTo(to).some(({ mail }) => mail.text?.includes(words));

  // A list that somebody is on and has had no mail of is none of theirs.
  await write('Dear Maria, I am ill.');
  expect(got('maria@globex-new-mail.example.org', 'I am ill')).toBe(false);
  expect(got(`maria@${domain}.example.org`, 'I am ill')).toBe(true);

  await created(globex, 'globex-open-mail', { invitees: later.invitees });
  await write('Dear Maria, I am well again.');
  for (const to of [domain, 'globex-new-mail', 'globex-open-mail'])
    expect(got(`maria@${to}.example.org`, 'well again')).toBe(false);
});

test('the audit names the person behind the token, and not its client alone', async () => {
  const id = await created({ client_id: 'console', ...acme }, 'acme-audit');

  const { body } = await call({ as: acme, route: 'GET /v1/cohorts/{id}/events', id });

  expect(body.events).toContainEqual(
    expect.objectContaining({ what: 'cohort.created', who: 'maria@acme.example.org (u-1)' }),
  );
});

test('who has stopped the mail of one organisation is asked by the other, and stays in its cohort', async () => {
  const everybody = { invitees: invitees(2, 'both') };
  const stopped = await created(acme, 'acme-stop', everybody);
  const running = await created(globex, 'globex-stop', everybody);
  const letters = () =>
    program.lettersTo('invitee-1@both.example.org').filter(({ mail }) => mail.text?.includes('/f/'));
  const [letter] = letters();
  if (!letter || letters().length !== 2) throw new Error('Each of the cohorts invites them.');

  await fetch(program.pageIn(letter, 'u'), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  const people = async (as: Record<string, unknown>, id: string) => {
    const { body } = await call({ as, route: 'GET /v1/cohorts/{id}/people', id });
    return body.people.find((one: { email: string }) => one.email === 'invitee-1@both.example.org').unreachable;
  };
  expect(await people(acme, stopped)).toBe('stopped');
  expect(await people(globex, running)).toBeUndefined();

  await created(acme, 'acme-later', everybody);
  expect(letters()).toHaveLength(2);
  await created(globex, 'globex-later', everybody);
  expect(letters()).toHaveLength(3);
});
