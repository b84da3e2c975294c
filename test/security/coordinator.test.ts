import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { invitees, newCohort, staff } from '#test/harness/cohorts/new-cohort.ts';
import { proposedIn } from '#test/harness/cohorts/proposed.ts';
import { Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

/** What a coordinator must not learn by running a cohort, or do to it by a slip. */
const program = new TestSystem();
beforeAll(() => program.start());
afterAll(() => program.stop());

const words = (to: string) => program.lettersTo(to).map(({ mail }) => mail.text ?? '');

test('a coordinator who is the partner hears nothing of what is written about them', async () => {
  const domain = 'own-partner';
  const maria = staff(domain).coordinator;
  const [other = maria] = invitees(1, domain);
  const id = await proposedIn(program, domain, 1, { invitees: [maria, other] });
  for (const { email } of staff(domain).committee) await program.reply(program.asked(email), 'approve');
  await program.settled();
  await program.milestone(id, 'match.publish');
  const asked = program.lettersTo(other.email).findLast(({ mail }) => mail.text?.includes('rather not'));
  if (!asked) throw new Error('They are asked whether the partner suits them.');

  await program.reply(asked, 'No. Maria has bullied me for years. Does she hear of this?');
  await program.settled();

  expect(words(maria.email).join('\n')).not.toContain('bullied');
  expect(words(other.email).at(-1)).toContain('nobody else has it');
});

test('a coordinator who votes reads no words on votes before the votes have ended', async () => {
  const domain = 'own-vote';
  const { coordinator: maria, committee } = staff(domain);
  const [ines = maria] = committee;
  await proposedIn(program, domain, 1, { committee: [maria, ...committee] });

  await program.reply(program.asked(ines.email), 'I am against this pair because they quarrelled. Who made this list?');
  await program.settled();

  expect(words(maria.email).join('\n')).not.toContain('quarrelled');
});

test('an Idempotency-Key is for the first request that has it, also when that one came to nothing', async () => {
  const key = { 'idempotency-key': 'list' };
  const alike = Array.from({ length: 20 }, (_, nth) => [`a${nth}`, `b${nth}`]);
  const [first, ...factors] = defaultProgram.matching.factors;
  const large = {
    ...defaultProgram,
    matching: { ...defaultProgram.matching, factors: [{ ...first, alike }, ...factors] },
    objectives: Array.from({ length: 6 }, () => 'x'.repeat(300)),
  };
  const wrong = newCohort('wrong-list', { invitees: invitees(5, 'wrong-list'), program: large });
  const right = newCohort('right-list', { invitees: invitees(3, 'right-list') });

  const both = await Promise.all([
    program.call('POST', '/v1/cohorts', wrong, key),
    program.call('POST', '/v1/cohorts', right, key),
  ]);
  const again = await program.call('POST', '/v1/cohorts', right, key);
  await program.settled();

  const made = both.find(({ status }) => status === 201);
  const refused = both.find(({ status }) => status === 422);
  expect([made?.status, refused?.status]).toEqual([201, 422]);
  const list = made === both[0] ? 'wrong-list' : 'right-list';
  expect(again.status).toBe(made === both[0] ? 422 : 200);
  const people = (await program.people(made?.body.id)).filter(({ email }) => email.startsWith('invitee'));
  expect(new Set(people.map(({ email }) => email.split('@')[1]))).toEqual(new Set([`${list}.example.org`]));
});

test('a definition that no record can hold, and a group that is like a name of every object, are refused', async () => {
  const [question, ...questions] = defaultProgram.forms.application.questions;
  const hint = 'x'.repeat(300);
  const options = Array.from({ length: 26 }, (_, nth) => `${nth}${'y'.repeat(110)}`);
  const many = Array.from({ length: 60 - questions.length - 1 }, (_, nth) => ({
    ...{ key: `more${nth}`, ask: 'z'.repeat(500), hint, type: 'choices', options, required: false },
  }));
  const forms = Object.fromEntries(
    Object.entries(defaultProgram.forms).map(([name, form]) => [
      name,
      {
        ...form,
        questions:
          name === 'application' ? [question, ...questions, ...many] : [...form.questions, ...many.slice(0, 45)],
      },
    ]),
  );
  const tooLarge = await program.call(
    'POST',
    '/v1/cohorts',
    newCohort('large', { program: { ...defaultProgram, forms } }),
  );
  expect(tooLarge).toMatchObject({ status: 422, body: { errors: [{ pointer: '/program' }] } });

  const groups = newCohort('groups', { invitedGroups: { gender: { constructor: 1 } } });
  expect((await program.call('POST', '/v1/cohorts', groups)).status).toBe(422);
});

test('three changes at the same moment are three events, and a cancelled cohort sends nothing again', async () => {
  const { id } = await program.createCohort('events');
  await program.settled();
  for (const day of ['20', '21', '22'])
    await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': `2027-03-${day}` });
  const { body } = await program.call('GET', `/v1/cohorts/${id}/events`);
  expect(body.events.filter(({ what }: { what: string }) => what === 'milestones.moved')).toHaveLength(3);

  await program.cancel(id);
  const table = new Table(program.system);
  const [email] = await table.items(id, 'EMAIL#');
  await table.put({ ...email, status: 'failed' });
  const again = await program.call('POST', `/v1/cohorts/${id}/emails/${email?.id}/resend`);
  expect(again.status).toBe(409);
});
