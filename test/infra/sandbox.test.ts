import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MovableClock } from '#infra/local/clock.ts';
import { localNames, synthesised } from '#infra/local/template/synthesis.ts';
import { Access } from '#test/harness/system/access.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Queue } from '#test/harness/system/queue.ts';
import { Sandbox } from '#test/harness/system/sandbox.ts';
import { type Item, Table } from '#test/harness/system/table.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

// The guide's walkthrough from "The first cohort" on, in an account that is still in SES's sandbox.
const guide = readFileSync(new URL('../../docs/deploying.md', import.meta.url), 'utf8');
const [, cohortFile = ''] = /^cat > cohort\.json <<'JSON'\n(.*?)^JSON$/ms.exec(guide) ?? [];
const { invitees } = JSON.parse(cohortFile) as { invitees: { name: string; email: string }[] };

const program = new TestSystem();
let folder: string;
let id: string;
let sandbox: Sandbox;
let byHand: DirectInvoker;
let invitations: Item[];
beforeAll(async () => {
  folder = await synthesised();
  await program.start();
  ({ id } = (await program.call('POST', '/v1/cohorts', cohortFile, { 'idempotency-key': 'spring-2027' })).body);
  await program.milestone(id, 'apply.open');
  const emails = await new Table(program.system).items(id, 'EMAIL#');
  invitations = emails.filter(({ kind }) => kind === 'invitation');
  sandbox = await Sandbox.start(Access.of(folder));
  byHand = new DirectInvoker(program.system, {
    clock: new MovableClock({ start: program.now + 3600_000 }),
    endpoints: { AWS_ENDPOINT_URL_SES: sandbox.url, OUTBOX_QUEUE_URL: new Queue(program.system).url },
  });
});
afterAll(async () => {
  await byHand.stop();
  await sandbox.stop();
  await program.stop();
});

/** Has the outbox send the invitations once more, with SES in its sandbox. Says what became of each, and who got it. */
async function sending({ access = Access.of(folder), verified = invitees.map(({ email }) => email) } = {}) {
  Object.assign(sandbox, { access, verified: [localNames.domain, ...verified] });
  for (const list of [sandbox.sent, sandbox.refused, byHand.logged]) list.length = 0;
  const table = new Table(program.system);
  const queue = new Queue(program.system);
  const became = [];
  for (const { messageId: _, sentAt: __, outcome: ___, lease: ____, ...email } of invitations) {
    await table.put({ ...email, status: 'queued', attempts: 0 });
    await byHand.invoke('outbox', await queue.eventOf({ cohort: id, email: email.id }));
    became.push((await table.items(id, email.sk))[0]?.status);
  }
  const counted = byHand.logged.filter((line) => line.includes('"counted":"EmailsFailed"')).length;
  return { became, sent: sandbox.sent.toSorted(), refused: [...sandbox.refused], counted };
}

test('the first cohort of the guide goes out in the sandbox, to addresses that were verified', async () => {
  const { became, sent, refused } = await sending();

  expect(refused).toEqual([]);
  expect(sent).toEqual(invitees.map(({ email }) => email).sort());
  expect(became).toEqual(['sent', 'sent']);
});

test('an email to an address that was not verified is refused for good, and counted', async () => {
  const { became, refused, counted } = await sending({ verified: [] });

  expect(became).toEqual(['failed', 'failed']);
  expect(counted).toBe(2);
  expect(refused).toEqual(
    invitees.map(() => expect.stringContaining('MessageRejected: Email address is not verified')),
  );
});

test('a policy that names the identity of the sender alone would send nothing', async () => {
  const access = Access.of(folder, (text) => text.replaceAll(':identity/*"', `:identity/${localNames.domain}"`));

  const { sent, refused } = await sending({ access });

  expect(sent).toEqual([]);
  expect(refused).toEqual(
    invitees.map(() => expect.stringContaining('on resource `arn:aws:ses:eu-west-1:000000000000:identity/')),
  );
});

test('mail goes from the sender and for the reply domain, and from no other address of the domain', () => {
  const access = Access.of(folder);
  const identity = `arn:aws:ses:eu-west-1:000000000000:identity/${localNames.domain}`;
  const allows = (from: string) =>
    access.allows(access.roleOf('outbox'), 'ses:SendRawEmail', identity, { 'ses:FromAddress': from });

  expect(allows(`mentoring@${localNames.domain}`)).toBe(true);
  expect(allows(`a+token@${localNames.replyDomain}`)).toBe(true);
  expect(allows(`payroll@${localNames.domain}`)).toBe(false);
});
