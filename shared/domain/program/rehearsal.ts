import { Temporal } from 'temporal-polyfill';
import type { Instant, Milestone, Stage } from './cohort.ts';
import { milestoneOf } from './milestones.ts';
import { lastDay } from './moments.ts';
import type { NewCohort } from './new-cohort.ts';
import type { StageKind } from './stage-definition.ts';

/** An email that a milestone sends. `atMost` is the number of people when nothing is known yet of who answers. */
export interface Sending {
  at: Instant;
  milestone: string;
  kind: string;
  to: string;
  atMost: number;
}

export interface Rehearsal {
  sendings: Sending[];
  warnings: ScheduleWarning[];
}

/** What a coordinator may want to look at in the dates of a cohort. */
export type ScheduleWarning =
  | { code: 'short-stage'; stage: string; days: number }
  /** The pairs hear of each other when `stage` closes. */
  | { code: 'no-time-to-refuse'; stage: string }
  | { code: 'weekends' | 'holidays'; days: DayOff[] };

/** A day on which hardly anybody works, and what is on it: a milestone, or the last day of something. */
export interface DayOff {
  milestone: string;
  stage: string;
  is: 'last-day' | 'last-day-of-votes' | 'committee-asked' | 'pairs-told' | 'introductions' | 'milestone';
  /** As it is written in JSON. */
  day: string;
  holiday?: Holiday;
}

type Audience =
  | 'invitees'
  | 'applicants'
  | 'matched'
  | 'unmatched'
  | 'committee'
  | 'publisher'
  | 'coordinator'
  | 'leadership';

type Writing = readonly [kind: string, audience: Audience, words: string];

/** What each kind of stage writes at its milestones. Answers to replies are not among them: they come when somebody writes. */
const written: Record<StageKind, Partial<Record<Milestone['kind'], readonly Writing[]>>> = {
  apply: {
    open: [['invitation', 'invitees', 'everyone invited']],
    remind: [['application-reminder', 'invitees', 'those who have not answered']],
    close: [['readiness', 'coordinator', 'the coordinator']],
  },
  match: {
    open: [['ballot', 'committee', 'the committee']],
    remind: [['ballot-reminder', 'committee', 'reviewers who have not voted']],
    decide: [['publish-decision', 'publisher', 'the chair, or the coordinator']],
    publish: [['partner-proposed', 'matched', 'both sides of each pair']],
    close: [['matches-published', 'coordinator', 'the coordinator']],
  },
  kickoff: {
    open: [
      ['introduction', 'matched', 'everyone with a partner'],
      ['not-matched', 'unmatched', 'applicants without one'],
    ],
    remind: [['agreement-reminder', 'matched', 'those who have not agreed yet']],
    close: [],
  },
  survey: {
    open: [['survey', 'matched', 'everyone with a partner']],
    remind: [['survey-reminder', 'matched', 'those who have not answered']],
    close: [],
  },
  closeout: {
    open: [['survey', 'matched', 'everyone with a partner']],
    remind: [['survey-reminder', 'matched', 'those who have not answered']],
    close: [
      ['thanks', 'matched', 'everyone with a partner'],
      ['report', 'leadership', 'leadership'],
      ['cohort-over', 'coordinator', 'the coordinator'],
    ],
  },
};

/** What the close of a survey after the close-out sends besides. */
const reportAgain = [['report', 'leadership', 'leadership']] as const satisfies readonly Writing[];

/** Everything that a cohort would send by itself, in order, and what its coordinator may want to look at first. */
export function rehearse(request: NewCohort, stages: readonly Stage[]): Rehearsal {
  const sizes: Record<Audience, number> = {
    invitees: request.invitees.length,
    applicants: request.invitees.length,
    matched: request.invitees.length,
    unmatched: request.invitees.length,
    committee: request.committee.length,
    publisher: 1,
    coordinator: 1,
    leadership: request.leadership.length,
  };
  const closeout = stages.findIndex(({ kind }) => kind === 'closeout');
  const sendings = stages.flatMap((stage, index) =>
    stage.milestones.flatMap(({ id, kind, at }) =>
      [...(written[stage.kind][kind] ?? []), ...(index > closeout && kind === 'close' ? reportAgain : [])].map(
        ([email, audience, to]) => ({
          at,
          milestone: id,
          kind: email,
          to,
          atMost: sizes[audience],
        }),
      ),
    ),
  );
  const sent = sendings.filter(({ atMost }) => atMost > 0);
  return { sendings: sent, warnings: warningsOf(request, stages) };
}

function warningsOf({ timeZone }: NewCohort, stages: readonly Stage[]): ScheduleWarning[] {
  const warnings: ScheduleWarning[] = [];
  for (const stage of stages) {
    const close = milestoneOf(stage, 'close');
    const open = Temporal.Instant.from(milestoneOf(stage, 'open').at);
    const days = open.until(Temporal.Instant.from(close.at), { largestUnit: 'hour' }).hours / 24;
    if (days < 5) warnings.push({ code: 'short-stage', stage: stage.name, days: Math.floor(days) });
  }
  const match = stages.find(({ kind }) => kind === 'match');
  if (match && milestoneOf(match, 'publish').at >= milestoneOf(match, 'close').at) {
    warnings.push({ code: 'no-time-to-refuse', stage: match.name });
  }
  return [...warnings, ...restDays(stages, timeZone)];
}

/** Days of December and January on which offices are empty in most countries; a calendar of each country is not kept. */
const holidays = {
  '12-24': 'christmas-eve',
  '12-25': 'christmas-day',
  '12-26': 'boxing-day',
  '12-31': 'new-years-eve',
  '01-01': 'new-years-day',
} as const;
type Holiday = (typeof holidays)[keyof typeof holidays];

/**
 * Warnings of milestones, or of those in `only`, on days on which hardly anybody works: mail of such a day is read with all
 * the rest, and a last day is a day less.
 */
export function restDays(stages: readonly Stage[], timeZone: string, only?: ReadonlySet<string>): ScheduleWarning[] {
  const weekends: DayOff[] = [];
  const feasts: DayOff[] = [];
  for (const stage of stages) {
    for (const { id, kind, at } of stage.milestones) {
      if (only && !only.has(id)) continue;
      const isClose = kind === 'close' || kind === 'decide';
      const day = isClose
        ? lastDay(at, timeZone)
        : Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
      const off = { milestone: id, stage: stage.name, is: meaningOf(stage.kind, kind), day: day.toString() };
      const date = off.day.slice(5);
      if (Object.hasOwn(holidays, date)) feasts.push({ ...off, holiday: holidays[date as keyof typeof holidays] });
      else if (day.dayOfWeek > 5) weekends.push(off);
    }
  }
  return [
    ...(weekends.length > 0 ? [{ code: 'weekends' as const, days: weekends }] : []),
    ...(feasts.length > 0 ? [{ code: 'holidays' as const, days: feasts }] : []),
  ];
}

/** What people meet on the day of a milestone. */
function meaningOf(stage: StageKind, kind: Milestone['kind']): DayOff['is'] {
  if (kind === 'decide') return 'last-day-of-votes';
  if (kind === 'close') return 'last-day';
  return meanings[stage]?.[kind] ?? 'milestone';
}

const meanings: Partial<Record<StageKind, Partial<Record<Milestone['kind'], DayOff['is']>>>> = {
  match: { open: 'committee-asked', publish: 'pairs-told' },
  kickoff: { open: 'introductions' },
};
