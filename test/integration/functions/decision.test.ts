import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposedIn, toPublish } from '#test/harness/cohorts/proposed.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/*
 * Whether pairs are published, and which are left out, said by the API.
 */

const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const path = (id: string) => `/v1/cohorts/${id}/matches/decision`;
async function decide(id: string, body: unknown) {
  const answer = await program.call('POST', path(id), body);
  await program.settled();
  return answer;
}
const events = async (id: string) => (await program.call('GET', `/v1/cohorts/${id}/events?limit=200`)).body.events;

test('a pair that is left out by the API is rejected, the others are published, and saying so again changes nothing', async () => {
  const cohort = await toPublish(program, 'api-strike');
  const word = { publish: true, without: [{ pair: cohort.struck, reason: 'They share a desk' }] };

  const open = (await program.call('GET', path(cohort.id))).body;
  const first = await decide(cohort.id, word);
  const kinds = await program.kinds(cohort.id);
  const trail = await events(cohort.id);
  const second = await decide(cohort.id, word);

  expect(open).toMatchObject({ open: true, without: [] });
  expect(open.pairs.map(({ pair }: { pair: string }) => pair).sort()).toEqual([cohort.struck, cohort.other].sort());
  expect(open.pairs[0]).toMatchObject({ mentor: expect.any(String), inFavour: 2, against: 0, isNew: false });
  expect(first).toMatchObject({ status: 200, body: { publish: true, without: word.without } });
  expect(await cohort.statusOf(cohort.struck)).toBe('vetoed');
  expect(await cohort.published()).toContain(cohort.other);
  expect(await cohort.published()).not.toContain(cohort.struck);
  expect(trail).toContainEqual(
    expect.objectContaining({ what: 'pairs.decided', details: { publish: true, without: 1 } }),
  );
  expect(second).toMatchObject({ status: 200, body: { open: false, without: word.without } });
  expect(await program.kinds(cohort.id)).toEqual(kinds);
  expect(await events(cohort.id)).toEqual(trail);
  expect((await decide(cohort.id, { publish: false })).status).toBe(409);
  await program.cancel(cohort.id);
});

test('a no by the API holds the pairs back, and a yes after it publishes them', async () => {
  const cohort = await toPublish(program, 'api-no');

  const no = await decide(cohort.id, { publish: false });
  const before = await cohort.published();
  const yes = await decide(cohort.id, { publish: true });

  expect(no).toMatchObject({ status: 200, body: { open: true, publish: false } });
  expect(before).toEqual([]);
  expect(yes.status).toBe(200);
  expect(await cohort.published()).toEqual(expect.arrayContaining([cohort.struck, cohort.other]));
  await program.cancel(cohort.id);
});

test('the coordinator may decide while only the chair was asked', async () => {
  const cohort = await toPublish(program, 'api-chair', { chair: 'ines@api-chair.example.org' });

  const { status } = await decide(cohort.id, {
    publish: true,
    without: [{ pair: cohort.struck, reason: 'same team' }],
  });

  expect(status).toBe(200);
  expect(await cohort.published()).toContain(cohort.other);
  expect(await cohort.statusOf(cohort.struck)).toBe('vetoed');
  await program.cancel(cohort.id);
});

test('what is wrong with a decision is said with where it stands, and nothing is published', async () => {
  const cohort = await toPublish(program, 'api-wrong');
  const struck = { pair: cohort.struck, reason: 'same team' };
  const pointers = async (body: unknown) => {
    const { status, body: problem } = await decide(cohort.id, body);
    return [status, ...(problem.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)];
  };

  expect(await pointers({})).toEqual([422, '/publish']);
  expect(await pointers({ publish: true, without: [{ pair: cohort.struck, reason: ' ' }] })).toEqual([
    422,
    '/without/0/reason',
  ]);
  expect(await pointers({ publish: true, without: [{ pair: 'pair_0', reason: 'away' }, struck, struck] })).toEqual([
    422,
    '/without/0/pair',
    '/without/2/pair',
  ]);
  expect(await pointers({ publish: false, without: [struck] })).toEqual([422, '/without']);
  expect(await pointers({ publish: true, pairs: [] })).toEqual([422, '/pairs']);
  expect(await cohort.published()).toEqual([]);
  await program.cancel(cohort.id);
});

test('without an open decision it is refused, and the pairs stay out of sight while the committee votes', async () => {
  const id = await proposedIn(program, 'api-early', 1);

  const seen = await program.call('GET', path(id));
  const refused = await decide(id, { publish: true });
  await program.cancel(id);
  const cancelled = await decide(id, { publish: true });

  expect(seen).toMatchObject({ status: 200, body: { open: false, pairs: [] } });
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('not finished voting') } });
  expect(cancelled).toMatchObject({ status: 409, body: { detail: 'The cohort is cancelled.' } });
});
