import { afterAll, expect, test } from 'vitest';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { startCutOff } from '#test/harness/system/cut-off.ts';
import { DirectInvoker } from '#test/harness/system/direct-invoker.ts';
import { Table } from '#test/harness/system/table.ts';

const { program, wire, byHand, clock, stop } = await startCutOff();
afterAll(stop);

const task = (cohort: string) => ({
  version: 1,
  cohort,
  stage: 'apply',
  generation: 0,
  rounds: 0,
  startedAt: '2027-01-11T08:00:00Z',
});

const cursorOf = async (id: string) => (await new Table(program.system).items(id, 'META'))[0]?.cursor?.after;

test('a call whose time runs short stops after a page, the first after a small one, and the next goes on from there', async () => {
  const { id } = await program.createCohort('short', { start: '2027-01-12', invitees: invitees(130, 'short') });
  const hurried = new DirectInvoker(program.system, { clock, timeoutSeconds: 100 });

  const counts: number[] = [];
  for (let call = 0; call < 3; call += 1) {
    await hurried.invoke('stages', task(id));
    counts.push((await program.kinds(id)).invitation ?? 0);
  }
  await hurried.stop();

  expect(counts[0]).toBeLessThanOrEqual(10);
  expect(counts[1]).toBeLessThanOrEqual(110);
  expect(counts[2]).toBe(130);
  expect((await program.cohort(id)).schedule[0]?.milestones[0]?.doneAt).toBeDefined();
});

test('of requests that fail by chance, one in twenty, a cohort of 130 is not stopped', async () => {
  const { id } = await program.createCohort('chance', { start: '2027-01-12', invitees: invitees(130, 'chance') });
  wire.loseOneIn(20);

  let calls = 0;
  for (let isDone = false; !isDone && calls < 6; calls += 1) {
    await byHand.invoke('stages', task(id));
    isDone = (await program.cohort(id)).schedule[0]?.milestones[0]?.doneAt !== undefined;
  }
  wire.mend();

  expect(calls).toBeLessThan(6);
  expect(await program.kinds(id)).toEqual({ invitation: 130 });
});

test('when the line goes dead in the middle, the next call goes on from the page that was reached', async () => {
  const { id } = await program.createCohort('dead', { start: '2027-01-12', invitees: invitees(130, 'dead') });
  await byHand.invoke('stages', task(id));
  const begun = await cursorOf(id);
  wire.cutAfter(480);
  const cut = await byHand.invoke('stages', task(id));
  const place = await cursorOf(id);
  wire.mend();

  const outcome = await byHand.invoke('stages', task(id));

  expect(cut).toHaveProperty('errorType');
  expect(place > begun).toBe(true);
  expect(outcome).not.toHaveProperty('errorType');
  expect(await program.kinds(id)).toEqual({ invitation: 130 });
});

test('a person whose record can not be read keeps nobody else from being invited, and is told of at the end', async () => {
  const { id } = await program.createCohort('unread', { start: '2027-01-12', invitees: invitees(130, 'unread') });
  const table = new Table(program.system);
  const [first] = await table.items(id, 'PERSON#');
  await table.put({ ...first, parts: 'none that we know' });

  const outcome = await byHand.invoke('stages', task(id));
  const invited = (await program.kinds(id)).invitation;
  await table.put(first ?? {});
  await byHand.invoke('stages', task(id));

  expect(outcome).toMatchObject({
    errorType: 'UnreadableRecord',
    errorMessage: `Can't be read: ${first?.pk} ${first?.sk}.`,
  });
  expect(invited).toBe(first?.parts.includes('participant') ? 129 : 130);
  expect(await program.kinds(id)).toEqual({ invitation: 130 });
});
