import { applicantsOf } from '#domain/applicants.ts';
import type { Cohort } from '#domain/cohort.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { auditsOf } from '#domain/matching/audit.ts';
import { mentions, shownName } from '#domain/names/called.ts';
import { isInvited } from '#domain/person.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import { type Pair, speaksFor } from '#domain/relationship.ts';
import { workplaceWords } from '#domain/workplace.ts';
import type { CommitteeContent, DecisionContent, ShownPair } from '#shared/pages/committee-parts.tsx';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import * as proposals from '#shared/store/proposals.ts';
import { votesOf } from './votes.ts';

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
  const { stored, explained, workOf, beside } = await matchingFor(cohort, program, ballot.person);
  const questions = new Map((ballot.questions ?? []).map((question) => [question.key, question]));
  const proposedIds = new Set(stored.filter(({ status }) => status === 'proposed').map(({ id }) => id));
  return {
    ...beside,
    pairs: Object.fromEntries(
      stored.filter(({ id }) => questions.has(id)).map((pair) => [pair.id, shown(explained(pair), workOf(pair))]),
    ),
    closed: Object.fromEntries(
      [...questions.values()]
        .filter(({ required }) => required === false)
        .map(({ key }) => [key, proposedIds.has(key) ? ('asked anew' as const) : ('gone' as const)]),
    ),
    hasVoted: ballot.status === 'complete',
  };
}

/** What whoever publishes sees beside the question: the pairs that stand, those that fell, and all votes. */
export async function decisionContent(
  cohort: Cohort,
  program: ProgramDefinition,
  decision: AskedForm,
): Promise<DecisionContent> {
  const [{ stored, explained, nameOf, workOf, beside }, votes] = await Promise.all([
    matchingFor(cohort, program, decision.person),
    votesOf(cohort),
  ]);
  // What a reply would leave out, and waits for its writer's word, stands ready on the page; the reasons stay with us.
  const waiting = (decision.strikes ?? []).map(({ pair, reason }) => [pair, reason] as const);
  const struck = new Map([...waiting, ...Object.entries(decision.struck ?? {})]);
  const against = ({ id }: Pair) => (votes[id] ?? []).filter(({ isAgainst }) => isAgainst).length;
  const voted = (pair: Pair) => ({
    id: pair.id,
    mentor: nameOf(pair.mentor),
    mentee: nameOf(pair.mentee),
    votes: (votes[pair.id] ?? []).map(({ words }) => words),
  });
  return {
    ...beside,
    pairs: stored
      .filter(({ status }) => status === 'proposed')
      // As in the email: what nobody has voted on, and what somebody was against, comes first.
      .sort((a, b) => b.round - a.round || against(b) - against(a))
      .map((pair) => ({
        ...voted(pair),
        ...shown(explained(pair), workOf(pair)),
        ...(struck.has(pair.id) && { struck: struck.get(pair.id) }),
      })),
    rejected: stored.filter(({ status }) => status === 'vetoed').map(voted),
  };
}

/** The matching as it is now, without whatever concerns the reader. */
async function matchingFor(cohort: Cohort, program: ProgramDefinition, reader: string) {
  const [everyone, applications, all, proposal] = await Promise.all([
    people.people(cohort.id),
    forms.forms(cohort.id, 'application'),
    pairs.pairs(cohort.id),
    proposals.proposal(cohort.id),
  ]);
  const byId = new Map(everyone.map((person) => [person.id, person]));
  const nameOf = (id: string) => shownName(byId.get(id)?.name ?? id);
  const applicants = applicantsOf(everyone, applications, program);
  const participants = everyone.filter(isInvited);
  const held = new Set(everyone.flatMap(({ id, heldAt }) => (heldAt ? [id] : [])));
  const proposed = all.filter(({ status }) => status === 'proposed');
  const own = applicants.find(({ id }) => id === reader);
  const isTheirs = (words: string | undefined) => own !== undefined && words !== undefined && mentions(words, own.name);
  const workOf = ({ mentor, mentee }: Pair) => {
    const [one, other] = [byId.get(mentor), byId.get(mentee)];
    return one && other && workplaceWords(one, other);
  };
  return {
    nameOf,
    workOf,
    stored: all.filter(({ mentor, mentee }) => mentor !== own?.id && mentee !== own?.id),
    explained: (pair: Pair) => (isTheirs(pair.alternative) ? { ...pair, alternative: undefined } : pair),
    beside: {
      ...(proposal && {
        unmatched: proposal.unmatched
          .filter(({ person }) => person !== own?.id)
          .map(({ person, role, why, change }) => ({
            name: nameOf(person),
            role,
            why,
            ...(change && !isTheirs(change) && { change }),
          })),
      }),
      held: applicants.filter(({ id }) => held.has(id) && id !== own?.id).map(({ name }) => shownName(name)),
      audits: auditsOf({
        program,
        cohort,
        participants,
        applicants,
        held,
        pairs: proposed,
        ...(own && { without: own.id }),
        ...(proposal?.audits && { kept: proposal.audits }),
      }),
      isApplicant: own !== undefined,
    },
  };
}

function shown(pair: Pair, work: string | undefined): ShownPair {
  const weights = pair.reasons.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score: points(pair.score),
    ...(work && { work }),
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
