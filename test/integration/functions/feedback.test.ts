import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

const program = new TestSystem();
let id: string;
let table: Table;
let byHand: DirectInvoker;
beforeAll(async () => {
  await program.start();
  ({ id } = await program.createCohort('feedback', { invitees: invitees(10, 'feedback') }));
  await program.milestone(id, 'apply.open');
  table = new Table(program.system);
  byHand = new DirectInvoker(program.system);
});
afterAll(async () => {
  await byHand.stop();
  await program.stop();
});

let met = 0;
/** An email that SES has said nothing of yet. */
async function sent() {
  const { outcome: _, ...email } = (await table.items(id, 'EMAIL#'))[met] as Item;
  met += 1;
  await table.put(email);
  const report = (eventType: string, more: object = {}, tags: object = { email: [email.id], cohort: [id] }) => {
    const mail = { messageId: email.messageId ?? 'unknown', timestamp: '2027-01-11T09:00:00.000Z', tags };
    const Message = JSON.stringify({ eventType, mail, ...more });
    return byHand.invoke('feedback', { Records: [{ Sns: { Message } }] });
  };
  return {
    item: email,
    report,
    record: async () => (await table.items(id, email.sk))[0],
    person: async () => (await program.people(id)).find((one) => one.id === email.person),
  };
}

const permanently = { bounce: { bounceType: 'Permanent' } };

test('a delivery that is reported after a bounce does not hide the bounce', async () => {
  const { report, record, person } = await sent();

  await report('Bounce', permanently);
  await report('Delivery');

  expect((await record())?.outcome).toBe('bounced');
  expect((await person())?.unreachable).toBe('bounced');
});

test('a complaint that follows a delivery ends all mail', async () => {
  const { report, record, person } = await sent();

  await report('Delivery');
  await report('Complaint');

  expect((await record())?.outcome).toBe('complained');
  expect((await person())?.unreachable).toBe('complained');
  const email = (await person())?.email;
  const next = await program.createCohort('next', { invitees: [...invitees(1, 'next'), { name: 'Them', email }] });
  await program.milestone(next.id, 'apply.open');
  expect((await program.people(next.id)).find((one) => one.email === email)?.leftOut).toBe('stopped');
});

test('a mailbox that is full for a day is written to again', async () => {
  const { report, person } = await sent();

  await report('Bounce', { bounce: { bounceType: 'Transient' } });

  expect((await person())?.unreachable).toBeUndefined();
});

const policy = {
  bounce: {
    bounceType: 'Permanent',
    timestamp: '2027-01-11T09:00:05.000Z',
    bouncedRecipients: [{ status: '5.7.1', diagnosticCode: 'smtp; 550 5.7.1 blocked by policy' }],
  },
};

test('a mail server that does not want an email ends nothing, and three in a row end it until we hear of them', async () => {
  const { report, item, record, person } = await sent();
  const others = ['two', 'three'].map((more) => ({ ...item, id: `${item.id}-${more}`, sk: `${item.sk}-${more}` }));
  for (const other of others) await table.put(other);
  const reportOf = ({ id: email }: Item) => report('Bounce', policy, { email: [email], cohort: [id] });

  await report('Bounce', policy);
  await report('Bounce', policy);
  await reportOf(others[0] as Item);
  const after = { one: (await record())?.outcome, two: (await person())?.unreachable };
  await reportOf(others[1] as Item);
  for (const other of others) await table.remove(other);

  expect(after).toEqual({ one: 'bounced', two: undefined });
  expect((await person())?.unreachable).toBe('bounced');
});

test('what is reported twice, and in the wrong order, is noted once', async () => {
  const { report, record, item } = await sent();

  for (const event of ['Bounce', 'Delivery', 'Send', 'Bounce', 'Send', 'Delivery']) await report(event, permanently);

  const { body } = await program.call('GET', `/v1/cohorts/${id}/events?limit=200`);
  expect(body.events.filter(({ of }: { of?: string }) => of === item.id)).toHaveLength(1);
  expect(await record()).toMatchObject({ status: 'sent', outcome: 'bounced', messageId: item.messageId });
});

test('a report that an email was taken settles it when its sender has died', async () => {
  const { report, record, item } = await sent();
  const { messageId: _, sentAt: __, ...claimed } = item;
  await table.put({ ...claimed, status: 'sending', lease: '2027-01-11T08:05:00.000Z' });

  await report('Send');

  expect(await record()).toMatchObject({ status: 'sent', sentAt: '2027-01-11T09:00:00.000Z' });
});

test('an email that was given up, and had been taken after all, is recorded as sent', async () => {
  const { report, record, item } = await sent();
  const { messageId: _, sentAt: __, ...claimed } = item;
  await table.put({ ...claimed, status: 'failed', why: 'claimed twice, and twice the sender died' });

  await report('Send');

  expect(await record()).toMatchObject({ status: 'sent' });
  expect((await record())?.why).toBeUndefined();
});

test('a report about a message that is not ours is let go', async () => {
  const { report } = await sent();

  const outcomes = [
    await report('Bounce', permanently, {}),
    await report('Bounce', permanently, { email: ['eml_nobody'], cohort: [id] }),
    await report('Bounce', permanently, { email: ['eml_nobody'], cohort: ['coh_nobody'] }),
    await report('Open'),
  ];

  expect(outcomes).toEqual(outcomes.map(() => ({ payload: null })));
});

test('what is no event is counted and let go, and what comes with it is recorded', async () => {
  const { item, record } = await sent();
  const mail = { messageId: 'any', timestamp: '2027-01-11T09:00:00.000Z', tags: { email: [item.id], cohort: [id] } };
  const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';
  const messages = [greeting, '', 'null', '"Delivery"', '{"notificationType":"Bounce"}'];
  byHand.logged.length = 0;

  const outcome = await byHand.invoke('feedback', {
    Records: [...messages, JSON.stringify({ eventType: 'Delivery', mail })].map((Message) => ({
      Sns: { MessageId: 'one', Message },
    })),
  });

  expect(outcome).toEqual({ payload: null });
  expect((await record())?.outcome).toBe('delivered');
  const lines = byHand.logged.filter((line) => line.includes('"counted":"FeedbackIgnored"'));
  expect(lines).toHaveLength(messages.length);
  expect(lines.join()).not.toContain('Successfully');
});

test('an event that is not as we know them is not let go', async () => {
  const outcome = await byHand.invoke('feedback', {
    Records: [{ Sns: { MessageId: 'one', Message: '{"eventType":"Bounce"}' } }],
  });

  expect(outcome).toHaveProperty('errorType');
});

test('a bounce for somebody who has been erased is let go', async () => {
  const { report, item } = await sent();
  await table.remove({ pk: item.pk, sk: `PERSON#${item.person}` });

  expect(await report('Bounce', permanently)).toEqual({ payload: null });
});
