import { Temporal } from 'temporal-polyfill';
import type { Cohort, Instant, Milestone } from '#domain/program/cohort.ts';
import { due, nextAfter, stageAfter, stageOf } from '#domain/program/milestones.ts';
import { morningAfter } from '#domain/program/moments.ts';
import type { StageOutcome, StageTask } from '#domain/program/workflow-messages.ts';
import { postponed } from '#domain/reminder-timing.ts';
import { tellUnheard } from '#shared/intake/tell-unheard.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import { executionName } from '#shared/workflow/start-execution.ts';
import { stageKinds } from './stage-kinds.ts';
import { tellBroughtForward } from './tell-brought-forward.ts';

/** A hold is at most this long, so that an execution looks up in time to be continued by another. */
const longestHold = 30 * 24 * 3600;

/**
 * When an execution hands over to a fresh one: Step Functions ends it after a year and after 25,000 events. A round is at
 * most about 12 events (task, choice and hold with a retry in between), so 1,000 rounds stay below half of the limit.
 */
const mostRounds = 1000;
const longestExecution = Temporal.Duration.from({ days: 200 });

/**
 * Brings `task.cohort` to where it should be at `now`, as far as time allows: it stops and asks to be called again when
 * `isTimeShort`. Throws when the cohort does not exist.
 */
export async function reconcile(task: StageTask, now: Instant, isTimeShort: () => boolean): Promise<StageOutcome> {
  const cohort = await cohorts.get(task.cohort);
  if (!cohort) throw new Error(`There is no cohort ${task.cohort}.`);
  const base = { over: false, again: false, holdSeconds: 1, revision: cohort.revision };
  const again: StageOutcome = { ...base, again: true };

  if (cohort.status !== 'running') {
    // No morning will come to it any more.
    await tellUnheard(cohort, now);
    return { ...base, over: true };
  }
  if (cohort.stage !== task.stage || cohort.generation !== task.generation)
    return { ...base, over: true, next: nextOf(cohort) };

  if (cohort.broughtForward) {
    await tellBroughtForward(cohort, now);
    return again;
  }
  const stage = stageOf(cohort, cohort.stage);
  const [milestone] = await dueIn(cohort, now);
  const acted = milestone ? await carryOut(milestone, cohort, now, isTimeShort) : 'nothing to do';
  if (acted === 'again') return again;
  if (acted !== 'nothing to do' && acted !== 'waits') {
    if (acted.status !== 'running') await tellUnheard(acted, now);
    return { ...base, over: true, ...(acted.status === 'running' && { next: nextOf(acted) }) };
  }

  if (cohort.done[`${stage.name}.open`]) {
    await stageKinds[stage.kind].betweenMilestones?.({ cohort, program: await cohorts.program(cohort.id), now });
  }
  const unheardAt = cohort.unheard && morningAfter(cohort.unheard, cohort.timeZone);
  if (unheardAt !== undefined && unheardAt <= now) {
    await tellUnheard(cohort, now);
    return again;
  }
  const age = Temporal.Instant.from(task.startedAt).until(Temporal.Instant.from(now), { largestUnit: 'hour' });
  if (task.rounds >= mostRounds || age.hours >= longestExecution.total({ unit: 'hour' })) {
    await cohorts.change(cohort, { generation: cohort.generation + 1 });
    return again;
  }
  if (acted === 'waits') return { ...base, holdSeconds: holdUntil(unheardAt, now) };
  const next = [nextAfter(stage, now), await sendPostponedReminders(cohort, now, isTimeShort), unheardAt].filter(
    (moment) => moment !== undefined,
  );
  return { ...base, holdSeconds: holdUntil(next.sort()[0], now) };
}

/**
 * Sends reminders to those who were away when the others got them, as far as their time has come; says when the next one is
 * due. It may run at every step: a reminder is one email, however often it is sent.
 */
async function sendPostponedReminders(
  cohort: Cohort,
  now: Instant,
  isTimeShort: () => boolean,
): Promise<Instant | undefined> {
  const stage = stageOf(cohort, cohort.stage);
  if (!stage.milestones.some(({ id, kind }) => kind === 'remind' && cohort.done[id])) return undefined;
  const late = postponed(stage, cohort.done, await people.away(cohort.id), now);
  if (!late) return undefined;
  if (late.due.size > 0) {
    const program = await cohorts.program(cohort.id);
    let after: string | undefined;
    do {
      const { milestone, due: only } = late;
      // A few reminders that were put off: their place is not worth keeping.
      const around = { cohort, program, now, isTimeShort, keepPlace: async () => {} };
      const progress = await stageKinds[stage.kind].remind({ ...around, milestone, after, only });
      after = 'after' in progress ? progress.after : undefined;
    } while (after !== undefined);
  }
  return late.next;
}

/** Does what a milestone is for, or a slice of it. Returns the cohort as it has moved on when that closed its stage. */
async function carryOut(
  milestone: Milestone,
  cohort: Cohort,
  now: Instant,
  isTimeShort: () => boolean,
): Promise<'again' | 'waits' | Cohort> {
  const program = await cohorts.program(cohort.id);
  const after = cohort.cursor?.milestone === milestone.id ? cohort.cursor.after : undefined;
  const step = stageKinds[stageOf(cohort, cohort.stage).kind][milestone.kind];
  if (!step) throw new Error(`The stage ${cohort.stage} has nothing to do at ${milestone.id}.`);
  const keepPlace = (place: string) => cohorts.change(cohort, { cursor: { milestone: milestone.id, after: place } });
  const progress = await step({ cohort, program, milestone, now, after, keepPlace, isTimeShort });
  if ('waits' in progress) return 'waits';
  if ('after' in progress) {
    await keepPlace(progress.after);
    return 'again';
  }
  const isFinal = milestone.kind === 'close';
  const changes = {
    done: { ...cohort.done, [milestone.id]: now },
    cursor: undefined,
    ...(isFinal && advanced(cohort)),
  };
  // Losing this write means that the coordinator changed something meanwhile: look again before going on.
  if (!(await cohorts.change(cohort, changes))) return 'again';
  await events.note(cohort, { at: now, what: `milestone.${milestone.id}`, who: 'telemachy' });
  return isFinal ? { ...cohort, ...advanced(cohort) } : 'again';
}

/** Milestones to act on now: those whose time has come, or one that nothing is left to wait for. */
async function dueIn(cohort: Cohort, now: Instant): Promise<Milestone[]> {
  const stage = stageOf(cohort, cohort.stage);
  const reached = due(stage, cohort.done, now);
  if (reached.length > 0 || cohort.done[`${stage.name}.open`] === undefined) return reached;
  const early = await stageKinds[stage.kind].earlyMilestone?.(cohort);
  return stage.milestones.filter(({ kind }) => kind === early);
}

/** What closing a stage changes in the record: the next stage begins, or the cohort is finished. */
function advanced(cohort: Cohort): Pick<Cohort, 'stage' | 'status' | 'generation'> {
  const next = stageAfter(cohort, cohort.stage);
  return next
    ? { stage: next.name, status: 'running', generation: 0 }
    : { stage: cohort.stage, status: 'finished', generation: cohort.generation };
}

function nextOf(cohort: Cohort): NonNullable<StageOutcome['next']> {
  const { stage, generation } = cohort;
  return { stage, kind: stageOf(cohort, stage).kind, generation, name: executionName(cohort) };
}

/** Whole seconds until `moment`, rounded up: a hold that ends a little early would only hold again. */
function holdUntil(moment: Instant | undefined, now: Instant): number {
  if (moment === undefined) return longestHold;
  const seconds = Math.ceil((Date.parse(moment) - Date.parse(now)) / 1000);
  return Math.min(Math.max(1, seconds), longestHold);
}
