import { Temporal } from 'temporal-polyfill';
import type { Concern } from '../committee.ts';
import type { Instant, Milestone, Stage } from './cohort.ts';
import { milestoneOf } from './milestones.ts';
import { lastDay } from './moments.ts';
import { concernsOf, type NewCohort } from './new-cohort.ts';
import type { ProgramDefinition } from './program-definition.ts';
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
  concerns: Concern[];
  warnings: string[];
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
export function rehearse(request: NewCohort, program: ProgramDefinition, stages: readonly Stage[]): Rehearsal {
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
  return { sendings: sent, concerns: concernsOf(request, program), warnings: warningsOf(stages, request.timeZone) };
}

function warningsOf(stages: readonly Stage[], timeZone: string): string[] {
  const warnings: string[] = [];
  for (const stage of stages) {
    const close = milestoneOf(stage, 'close');
    const open = Temporal.Instant.from(milestoneOf(stage, 'open').at);
    const days = open.until(Temporal.Instant.from(close.at), { largestUnit: 'hour' }).hours / 24;
    if (days < 5) warnings.push(`${stage.name} lasts ${Math.floor(days)} days; people on leave would miss all of it.`);
  }
  const match = stages.find(({ kind }) => kind === 'match');
  if (match && milestoneOf(match, 'publish').at >= milestoneOf(match, 'close').at) {
    warnings.push(
      `The pairs are published when ${match.name} closes: nobody has time to say that they would rather not.`,
    );
  }
  return [...warnings, ...restDays(stages, timeZone)];
}

/** Days of December and January on which offices are empty in most countries; a calendar of each country is not kept. */
const holidays: Readonly<Record<string, string>> = {
  '12-24': 'Christmas Eve',
  '12-25': 'Christmas Day',
  '12-26': 'Boxing Day',
  '12-31': "New Year's Eve",
  '01-01': "New Year's Day",
};

/**
 * Warnings of milestones, or of those in `only`, on days on which hardly anybody works: mail of such a day is read with all
 * the rest, and a last day is a day less.
 */
export function restDays(stages: readonly Stage[], timeZone: string, only?: ReadonlySet<string>): string[] {
  const weekends: string[] = [];
  const feasts: string[] = [];
  for (const stage of stages) {
    for (const { id, kind, at } of stage.milestones) {
      if (only && !only.has(id)) continue;
      const isClose = kind === 'close' || kind === 'decide';
      const day = isClose
        ? lastDay(at, timeZone)
        : Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
      const what = lastDayOf(kind, stage.name) ?? meaningOf(stage.kind, id, kind);
      const feast = holidays[day.toString().slice(5)];
      if (feast) feasts.push(`${what} (${day}, ${feast})`);
      else if (day.dayOfWeek > 5) weekends.push(`${what} (${day})`);
    }
  }
  return [
    ...(weekends.length > 0 ? [`On a Saturday or Sunday: ${weekends.join(', ')}.`] : []),
    ...(feasts.length > 0 ? [`When many are away: ${feasts.join(', ')}.`] : []),
  ];
}

/** A milestone by its id, with what people meet at it, where its id does not say it. */
function meaningOf(stage: StageKind, id: string, kind: Milestone['kind']): string {
  const met = meanings[stage]?.[kind];
  return met ? `${id}, ${met}` : id;
}

const meanings: Partial<Record<StageKind, Partial<Record<Milestone['kind'], string>>>> = {
  match: { open: 'when the committee is asked', publish: 'when pairs hear of each other' },
  kickoff: { open: 'the introductions' },
};

/** What the date of a milestone is the last day of, if it is one. */
function lastDayOf(kind: Milestone['kind'], stage: string): string | undefined {
  if (kind === 'decide') return 'last day of the votes';
  return kind === 'close' ? `last day of ${stage}` : undefined;
}
