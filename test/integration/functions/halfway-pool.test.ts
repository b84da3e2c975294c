import { afterAll, expect, test } from 'vitest';
import * as answers from '#test/harness/cohorts/answers.ts';
import { invitees } from '#test/harness/cohorts/new-cohort.ts';
import { startCutOff } from '#test/harness/system/cut-off.ts';
import { Table } from '#test/harness/system/table.ts';

/*
 * People leave while the committee votes, and after the pairs were published. The step that notices is cut off from AWS
 * after some of its requests, and then called again: what is there afterwards is what one undisturbed call leaves.
 */

const { program, wire, byHand, clock, stop } = await startCutOff();
afterAll(stop);

/** One step of a cohort; says whether it was cut off. */
async function step(id: string, count = Number.POSITIVE_INFINITY): Promise<boolean> {
  const [meta] = await new Table(program.system).items(id, 'META');
  const task = { version: 1, cohort: id, stage: meta?.stage, generation: meta?.generation, rounds: 0 };
  wire.cutAfter(count);
  await byHand.invoke('stages', { ...task, startedAt: new Date(clock.now()).toISOString() });
  const { isCut } = wire;
  wire.mend();
  return isCut;
}

/** Two mentors and three mentees, brought to where the milestone `until` has been carried out. */
async function broughtTo(until: string, domain: string): Promise<string> {
  clock.jump(Date.parse('2027-01-13T10:00:00Z'));
  const { id, schedule } = await program.createCohort(domain, { start: '2027-01-13', invitees: invitees(5, domain) });
  const table = new Table(program.system);
  for (const { id: milestone, at } of schedule.flatMap(({ milestones }) => milestones)) {
    clock.jump(Date.parse(at));
    for (let left = 6; left > 0; left -= 1) {
      await step(id);
      const [meta] = await table.items(id, 'META');
      if (meta?.done[milestone]) break;
    }
    if (milestone === 'apply.open') {
      for (const [index, form] of (await table.items(id, 'FORM#application#')).entries()) {
        const said = index < 2 ? answers.mentorAnswers : answers.menteeAnswers;
        await table.put({ ...form, status: 'complete', answers: said });
      }
    }
    if (milestone === until) return id;
  }
  throw new Error(`There is no milestone ${until}.`);
}

async function leaves(id: string): Promise<void> {
  const table = new Table(program.system);
  const [pair] = await table.items(id, 'PAIR#');
  const person = (await table.items(id, 'PERSON#')).find((one) => one.id === pair?.mentee);
  if (person) await table.put({ ...person, unreachable: 'stopped' });
}

async function left(id: string) {
  const table = new Table(program.system);
  const ballots = await table.items(id, 'FORM#ballot#');
  const [meta] = await table.items(id, 'META');
  // Time goes on from cohort to cohort, so that the later ones are past their reminders.
  const { 'ballot-reminder': _, ...kinds } = await program.kinds(id);
  return {
    kinds,
    pairs: (await table.items(id, 'PAIR#')).map(({ status, round }) => `${status} ${round}`).sort(),
    asked: ballots
      .map(({ questions }) => questions.map(({ required }: { required?: boolean }) => required ?? true))
      .map((required) => required.sort().join(' '))
      .sort(),
    isSettled: meta?.proposedFrom !== undefined,
  };
}

test.each([
  ['match.open', ['proposed 1', 'proposed 1', 'superseded 1'], { ballot: 4 }],
  ['match.publish', ['proposed 1', 'proposed 3', 'withdrawn 1'], { 'partner-proposed': 6, 'pair-not-agreed': 1 }],
])('somebody leaves after %s, and the step that notices is cut off anywhere', async (milestone, pairs, kinds) => {
  const name = milestone.replace('.', '-');
  const undisturbed = await broughtTo(milestone, `${name}-whole`);
  await leaves(undisturbed);
  await step(undisturbed);
  const expected = await left(undisturbed);

  let attempts = 0;
  // Every twelfth request, because each attempt takes a cohort of its own.
  for (let isCut = true; isCut; attempts += 1) {
    const id = await broughtTo(milestone, `${name}-${attempts}`);
    await leaves(id);
    isCut = await step(id, 1 + 12 * attempts);
    await step(id);
    expect(await left(id), `cut after ${1 + 12 * attempts} requests`).toEqual(expected);
  }

  expect(expected).toMatchObject({ pairs, kinds, isSettled: true });
  expect(attempts).toBeGreaterThan(2);
});
