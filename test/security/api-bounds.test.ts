import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { newCohort } from '#test/harness/cohorts/new-cohort.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let id: string;
beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('bounds'));
});
afterAll(() => program.stop());

/** What no answer of the API is longer than, whatever it was asked: a request may have 10 MB. */
const longest = 100_000;

async function refused(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await program.call(method, path, body, headers);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(JSON.stringify(answer.body).length).toBeLessThan(longest);
  return answer;
}

const withQuestion = (changes: Record<string, unknown>) => {
  const { application } = defaultProgram.forms;
  const questions = [
    ...application.questions,
    { key: 'more', ask: 'More?', type: 'text', required: false, ...changes },
  ];
  return { ...defaultProgram, forms: { ...defaultProgram.forms, application: { ...application, questions } } };
};

describe('names that every object has', () => {
  const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

  test.each(names)('%s is refused as the key of a question', async (key) => {
    const { body } = await refused('POST', '/v1/cohorts', newCohort('keys', { program: withQuestion({ key }) }));

    expect([...new Set(body.errors.map((one: { pointer: string }) => one.pointer))]).toEqual([
      `/program/forms/application/questions/${defaultProgram.forms.application.questions.length}/key`,
    ]);
  });

  test('constructor is refused as the id of a factor', async () => {
    const [factor, ...others] = defaultProgram.matching.factors;
    const matching = { ...defaultProgram.matching, factors: [{ ...factor, id: 'constructor' }, ...others] };

    const { body } = await refused(
      'POST',
      '/v1/cohorts',
      newCohort('factors', { program: { ...defaultProgram, matching } }),
    );

    expect(body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['/program/matching/factors/0/id']);
  });

  test.each([...names.map((name) => [name, name]), ['a long name', 'x'.repeat(5000)]])(
    '%s is nothing that there is',
    async (_, name = '') => {
      const own = JSON.stringify(name);
      for (const [method, path, body] of [
        ['POST', '/v1/cohorts', `{${own}: 1}`],
        ['POST', '/v1/cohorts', JSON.stringify(newCohort('x', { program: name }))],
        ['POST', '/v1/cohorts', JSON.stringify(newCohort('x')).replace(/}$/, `,"schedule":{${own}:"2027-03-01"}}`)],
        ['POST', '/v1/cohorts', JSON.stringify(newCohort('x')).replace(/}$/, `,"invitedGroups":{${own}:{${own}:1}}}`)],
        ['PATCH', `/v1/cohorts/${id}/milestones`, `{${own}: "2027-03-01"}`],
        ['PUT', `/v1/cohorts/${id}/matches/weights`, `{"weights": {${own}: 1}}`],
        ['POST', `/v1/cohorts/${id}/matches/preview`, `{"weights": {${own}: 1}}`],
        [
          'POST',
          `/v1/cohorts/${id}/matches/decision`,
          `{"publish": true, "without": [{"pair": ${own}, "reason": "x"}]}`,
        ],
        ['GET', `/v1/cohorts/${name}`, undefined],
        ['GET', `/v1/cohorts/${name}/events`, undefined],
        ['PUT', `/v1/cohorts/${id}/people/${name}/hold`, undefined],
        ['POST', `/v1/cohorts/${id}/emails/${name}/resend`, undefined],
        ['GET', `/v1/cohorts/${id}/people?after=${name}`, undefined],
      ] as const) {
        // What is asked for by this one alone is as if it had not been said.
        if (name !== '__proto__') await refused(method, path, body);
        else expect((await program.call(method, path, body)).status).toBeLessThan(500);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});

test.each(['P99999999999999999999Y', 'P9999Y', 'P900Y900M', 'P4000D', 'P1000000W'])(
  'a stage that lasts %s is refused',
  async (lasts) => {
    const schedule = defaultProgram.schedule.map((stage) => (stage.name === 'midpoint' ? { ...stage, lasts } : stage));

    const { body } = await refused(
      'POST',
      '/v1/cohorts',
      newCohort('years', { program: { ...defaultProgram, schedule } }),
    );

    expect(body.errors).toEqual([
      { pointer: '/program/schedule/3/lasts', detail: expect.stringContaining('ten years') },
    ]);
  },
);

test.each([
  ['fields', Object.fromEntries(Array.from({ length: 100_000 }, (_, nth) => [`field-${nth}`, 1]))],
  [
    'fields of long names',
    Object.fromEntries(Array.from({ length: 100 }, (_, nth) => [`${'x'.repeat(50_000)}${nth}`, 1])),
  ],
  ['invitees that are none', { invitees: Array.from({ length: 2000 }, () => ({})) }],
  ['milestones', { schedule: Object.fromEntries(Array.from({ length: 50_000 }, (_, nth) => [`m${nth}`, 'soon'])) }],
  ['long dates', { schedule: { 'apply.close': 'x'.repeat(1_000_000) } }],
  ['groups', { invitedGroups: Object.fromEntries(Array.from({ length: 50_000 }, (_, nth) => [`g${nth}`, { a: 1 }])) }],
  ['a long start', { start: '2'.repeat(1_000_000) }],
])('an answer to a request with many faults is short: %s', async (_, changes) => {
  const { body } = await refused('POST', '/v1/cohorts', newCohort('many', changes));

  expect(body.errors.length).toBeGreaterThan(0);
  expect(body.errors.length).toBeLessThanOrEqual(100);
});

test('a decision that leaves out more pairs than there can be is refused', async () => {
  const without = Array.from({ length: 60_000 }, (_, nth) => ({ pair: `p${nth}`, reason: 'x' }));

  await refused('POST', `/v1/cohorts/${id}/matches/decision`, { publish: true, without });
});

test.each(['events', 'people', 'emails', 'replies'])('a cursor that is none of ours is refused: %s', async (list) => {
  const cursors = ['x', '%00', 'EVENT#', Buffer.from('EVENT#').toString('base64url')];
  const own = { events: 'EVENT#', people: 'PERSON#', emails: 'EMAIL#', replies: 'REPLY#' }[list];
  const long = Buffer.from(`${own}${'x'.repeat(1100)}`).toString('base64url');
  for (const cursor of [...cursors, long]) {
    const { status, body } = await program.call('GET', `/v1/cohorts/${id}/${list}?after=${cursor}`);
    expect([cursor, status]).toEqual([cursor, cursor === cursors[3] && list === 'events' ? 200 : 422]);
    expect(JSON.stringify(body).length).toBeLessThan(longest);
  }
  await refused('GET', `/v1/cohorts/${id}/${list}?limit=1e999`);
});
