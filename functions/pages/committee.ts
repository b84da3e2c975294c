import { applicantsOf } from '#domain/applicants.ts';
import type { AskedForm } from '#domain/asked.ts';
import type { Cohort } from '#domain/cohort.ts';
import { auditsOf } from '#domain/matching/audit.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { type Pair, speaksFor } from '#domain/relationship.ts';
import type { CommitteeContent, ShownPair } from '#shared/pages/committee-parts.tsx';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import * as proposals from '#shared/store/proposals.ts';

/**
 * What a member of the committee sees beside their ballot, put together from what is stored: nothing is matched on a view
 * of a page. A member who has applied is left out of it, and whatever names them: they hear of their match, or that there
 * is none, when everybody does.
 */
export async function committeeContent(
  cohort: Cohort,
  program: ProgramDefinition,
  ballot: AskedForm,
): Promise<CommitteeContent> {
  const [everyone, applications, stored, proposal] = await Promise.all([
    people.people(cohort.id),
    forms.forms(cohort.id, 'application'),
    pairs.pairs(cohort.id),
    proposals.proposal(cohort.id),
  ]);
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  const applicants = applicantsOf(everyone, applications, program);
  const participants = everyone.filter(({ parts }) => parts.includes('participant'));
  const held = new Set(everyone.flatMap(({ id, heldAt }) => (heldAt ? [id] : [])));
  const proposed = stored.filter(({ status }) => status === 'proposed');
  const own = applicants.find(({ id }) => id === ballot.person);
  const isTheirs = (words: string | undefined) => own !== undefined && (words?.includes(own.name) ?? false);

  const questions = new Map((ballot.questions ?? []).map((question) => [question.key, question]));
  return {
    pairs: Object.fromEntries(
      stored
        .filter(({ id, mentor, mentee }) => questions.has(id) && mentor !== own?.id && mentee !== own?.id)
        .map((pair) => [pair.id, shown(isTheirs(pair.alternative) ? { ...pair, alternative: undefined } : pair)]),
    ),
    gone: [...questions.values()].flatMap(({ key, required }) => (required === false ? [key] : [])),
    ...(proposal && {
      unmatched: proposal.unmatched
        .filter(({ person }) => person !== own?.id)
        .map(({ person, role, why, change }) => ({
          name: names.get(person) ?? person,
          role,
          why,
          ...(change && !isTheirs(change) && { change }),
        })),
    }),
    held: applicants.filter(({ id }) => held.has(id) && id !== own?.id).map(({ name }) => name),
    audits: auditsOf({
      program,
      cohort,
      participants,
      applicants,
      held,
      pairs: proposed,
      ...(own && { without: own.id }),
    }),
    isApplicant: own !== undefined,
    hasVoted: ballot.status === 'complete',
  };
}

function shown(pair: Pair): ShownPair {
  const weights = pair.reasons.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score: points(pair.score),
    speaks: speaksFor(pair),
    factors: [...pair.reasons]
      .sort((a, b) => b.weight - a.weight)
      .map(({ title, score, weight, words }) => ({
        title,
        share: weights > 0 ? Math.round((100 * weight) / weights) : 0,
        points: points(score),
        words,
      })),
    ...(pair.alternative && { alternative: pair.alternative }),
  };
}

function points(score: number): number {
  return Math.round(100 * score);
}
