import * as z from 'zod';
import type { Cohort, Instant } from '#domain/cohort.ts';
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

/** How often a change is tried again that lost against another: a vote that comes in raises the revision, too. */
const mostTries = 5;

/** Moves milestones: extends a stage, or closes it early. What comes later moves along. The workflow looks at it at once. */
export async function moveMilestones(request: Ask) {
  const moves = parsed(Moves, request.body);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const cohort = await cohortOf(request);
    const before = await moved(cohort, moves, request.now);
    if (!before) continue;
    await wakeExecution(before);
    await events.note(cohort, { at: request.now, what: 'milestones.moved', who: request.caller, details: moves });
    return json(200, await wholeView(await cohortOf(request)));
  }
  throw conflict();
}

/** The cohort as it was before its milestones were moved; undefined when somebody else changed it at the same moment. */
async function moved(cohort: Cohort, moves: z.infer<typeof Moves>, now: Instant): Promise<Cohort | undefined> {
  if (cohort.status === 'cancelled' || cohort.status === 'finished') {
    throw new Problem(409, `The cohort is ${cohort.status}`, 'Its milestones can no longer be moved.');
  }
  const result = move(cohort, moves, now);
  if ('faults' in result) {
    const errors = result.faults.map(({ milestone, detail }) => ({ pointer: pointer([milestone]), detail }));
    throw new Problem(422, 'The dates do not fit', 'See errors. Nothing was changed.', errors);
  }
  const program = await cohorts.program(cohort.id);
  const changes = {
    schedule: result.schedule,
    expiresAt: expiryOf(result.schedule, program.privacy.keep, cohort.timeZone),
  };
  return cohorts.change(cohort, changes, { raise: true });
}
