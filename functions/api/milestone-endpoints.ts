import { broughtForward } from '#domain/program/brought-forward.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { type Move, move } from '#domain/program/move-milestones.ts';
import { restDays } from '#domain/program/rehearsal.ts';
import { expiryOf } from '#domain/program/schedule.ts';
import type { Moves } from '#shared/http/api-bodies.ts';
import { api } from '#shared/http/api-routes.ts';
import { pointer } from '#shared/problem.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { scheduleWarningWords } from '#shared/words/schedule-warning-words.ts';
import { wakeExecution } from '#shared/workflow/wake.ts';
import { type ApiRequest, bodyOf, cohortOf } from './api-request.ts';
import { conflict, problem } from './problem-words.ts';
import { json } from './responses.ts';
import { wholeView } from './views.ts';

/** How often a change is tried again that lost against another: a vote that comes in raises the revision, too. */
const mostTries = 5;

/**
 * Moves milestones: extends a stage, or closes it early. The answer says what has moved from when to when, and which of that
 * is on a day on which nobody works. The workflow looks at it at once.
 */
export async function moveMilestones(request: ApiRequest) {
  const moves = bodyOf(api.routes.moveMilestones, request);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const cohort = await cohortOf(request);
    const { schedule, moved } = moveOf(cohort, moves, request.now);
    const before = await stored(cohort, schedule, request.now);
    if (!before) continue;
    await wakeExecution(before);
    await events.note(cohort, { at: request.now, what: 'milestones.moved', who: request.caller.who, details: moves });
    const still = new Set(moved.map(({ milestone }) => milestone));
    const warnings = restDays(schedule, cohort.timeZone, still).map((one) =>
      scheduleWarningWords(one, wordsOf(cohort.language)),
    );
    return json(200, { ...(await wholeView(await cohortOf(request))), moved, warnings });
  }
  throw conflict();
}

function moveOf(cohort: Cohort, moves: Moves, now: Instant): Move {
  if (cohort.status === 'cancelled' || cohort.status === 'finished') {
    throw problem(409, ({ over }) => [over.title({ status: cohort.status }), over.milestonesFixed]);
  }
  const result = move(cohort, moves, now);
  if (!('faults' in result)) return result;
  const errors = result.faults.map(({ milestone, fault }) => ({
    pointer: pointer([milestone]),
    detail: faultWords(fault, wordsOf()),
  }));
  throw problem(422, ({ datesDoNotFit: said }) => [said.title, said.detail], errors);
}

/**
 * The cohort as it was before its schedule was replaced; undefined when somebody else changed it at the same moment. The same
 * write notes the deadlines that come sooner than people were told: its workflow writes to them.
 */
async function stored(cohort: Cohort, schedule: Cohort['schedule'], now: Instant): Promise<Cohort | undefined> {
  const program = await cohorts.program(cohort.id);
  const sooner = broughtForward(cohort, schedule, now);
  const changes = {
    schedule,
    expiresAt: expiryOf(schedule, program.privacy.keep, cohort.timeZone),
    broughtForward: sooner.length > 0 ? sooner : undefined,
  };
  return cohorts.change(cohort, changes, { raise: true });
}
