import * as z from 'zod';
import { expiryOf, move } from '#domain/schedule.ts';
import { conflict, Problem, pointer } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import { wakeExecution } from '#shared/workflow/wake.ts';
import { json } from './answers.ts';
import { type Ask, cohortOf, parsed } from './request.ts';
import { wholeView } from './views.ts';

const Moves = z
  .record(z.string(), z.string())
  .refine(
    (moves) => Object.keys(moves).length > 0,
    'name at least one milestone, such as {"apply.close": "2027-03-12"}',
  );

/** Moves milestones: extends a stage, or closes it early. What comes later moves along. The workflow looks at it at once. */
export async function moveMilestones(request: Ask) {
  const moves = parsed(Moves, request.body);
  const cohort = await cohortOf(request);
  if (cohort.status === 'cancelled' || cohort.status === 'finished') {
    throw new Problem(409, `The cohort is ${cohort.status}`, 'Its milestones can no longer be moved.');
  }
  const moved = move(cohort, moves, request.now);
  if ('faults' in moved) {
    const errors = moved.faults.map(({ milestone, detail }) => ({ pointer: pointer([milestone]), detail }));
    throw new Problem(422, 'The dates do not fit', 'See errors. Nothing was changed.', errors);
  }
  const program = await cohorts.program(cohort.id);
  const changes = {
    schedule: moved.schedule,
    expiresAt: expiryOf(moved.schedule, program.privacy.keep, cohort.timeZone),
  };
  const before = await cohorts.change(cohort, changes, { raise: true });
  if (!before) throw conflict();
  await wakeExecution(before);
  await events.note(cohort, { at: request.now, what: 'milestones.moved', who: request.caller, details: moves });
  return json(200, await wholeView(await cohortOf(request)));
}
