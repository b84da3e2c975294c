import { weightsInUse } from '#domain/matching/scoring/factor-weights.ts';
import { outcomesCsv } from '#domain/outcomes/outcome-table.ts';
import { outcomesByStage } from '#domain/outcomes/outcomes-by-stage.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { EmailRecord } from '#shared/emails/email-record.ts';
import { log } from '#shared/logging.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import type { ReportRecord } from '#shared/store/reports.ts';
import { UnreadableRecord } from '#shared/store/table.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { notSentWords } from '#shared/words/not-sent-words.ts';
import { headlineWords } from '#shared/words/report/headline-words.ts';
import { weakPointWords } from '#shared/words/report/weak-point-words.ts';

/** What callers see of a cohort. Without the wake token and the table's keys, which are internal. */
export function cohortView(cohort: Cohort) {
  const {
    id,
    name,
    organisation,
    timeZone,
    language,
    program,
    stage,
    status,
    stuck,
    coordinator,
    committee,
    leadership,
    createdAt,
  } = cohort;
  return {
    id,
    name,
    organisation,
    status,
    stage,
    ...(stuck && status === 'stuck' && { stuck }),
    timeZone,
    language,
    program,
    schedule: cohort.schedule.map((one) => ({
      stage: one.name,
      kind: one.kind,
      title: one.title,
      milestones: one.milestones.map(({ id: milestone, at, fixed }) => ({
        id: milestone,
        at,
        ...(fixed && { fixed }),
        ...(cohort.done[milestone] && { doneAt: cohort.done[milestone] }),
      })),
    })),
    coordinator,
    committee,
    leadership,
    createdAt,
    links: {
      self: `/v1/cohorts/${id}`,
      people: `/v1/cohorts/${id}/people`,
      emails: `/v1/cohorts/${id}/emails`,
      events: `/v1/cohorts/${id}/events`,
      report: `/v1/cohorts/${id}/report`,
    },
  };
}

/**
 * A cohort by itself: with the weights in use, for which its program has to be read. A list does without, and so does a
 * cohort that is stuck because its program can't be read: what it is stuck on is what somebody looks for here.
 */
export async function wholeView(cohort: Cohort) {
  try {
    return { ...cohortView(cohort), weights: weightsInUse(cohort, await cohorts.program(cohort.id)) };
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    log.error('the program of a cohort can not be read', { error });
    return cohortView(cohort);
  }
}

/** A line of the email log. Not the facts: they may hold what somebody wrote. */
export function emailView(email: EmailRecord) {
  const { id, person, kind, occasion, status, why, outcome, attempts, createdAt, sentAt } = email;
  const said = why && { why: notSentWords(why, wordsOf()) };
  return { id, person, kind, occasion, status, ...said, outcome, attempts, createdAt, sentAt };
}

/** The report as it was sent, its figures under the names of the stages that they are of. */
export function reportView({ at, outcomes }: ReportRecord, words: Words) {
  return {
    at,
    headline: headlineWords(outcomes, words),
    outcomes: {
      ...outcomesByStage(outcomes),
      weakPoints: outcomes.weakPoints.map((point) => weakPointWords(point, words)),
    },
    csv: outcomesCsv(outcomes),
  };
}
