import { applicantsOf } from '#domain/applicants.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { auditsOf } from '#domain/matching/audit/group-audit.ts';
import { tellsOf } from '#domain/matching/explain/what-if.ts';
import { shownName } from '#domain/names/called.ts';
import type { Pair } from '#domain/pair.ts';
import { isInvited, type Person } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { workplacesOf } from '#domain/workplace.ts';
import type { CommitteeContent, DecisionContent } from '#shared/pages/committee-parts.tsx';
import type { ShownPair } from '#shared/pages/pair-parts.tsx';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import * as proposals from '#shared/store/proposals.ts';
import { alternativeWords } from '#shared/words/alternative-words.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords, positiveWords } from '#shared/words/reason-words.ts';
import { changeWords, unmatchedWords } from '#shared/words/unmatched-words.ts';
import { workplaceWords } from '#shared/words/workplace-words.ts';
import { votesOf } from './others-votes.ts';

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
  const { stored, shown, beside } = await matchingFor(cohort, program, ballot.person);
  const questions = new Map((ballot.questions ?? []).map((question) => [question.key, question]));
  const proposedIds = new Set(stored.filter(({ status }) => status === 'proposed').map(({ id }) => id));
  return {
    ...beside,
    pairs: Object.fromEntries(stored.filter(({ id }) => questions.has(id)).map((pair) => [pair.id, shown(pair)])),
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
  const [{ stored, shown, nameOf, beside }, votes] = await Promise.all([
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
        ...shown(pair),
        ...(struck.has(pair.id) && { struck: struck.get(pair.id) }),
      })),
    rejected: stored.filter(({ status }) => status === 'vetoed').map(voted),
  };
}

/** The matching as it is now, without whatever concerns the reader. */
async function matchingFor(cohort: Cohort, program: ProgramDefinition, reader: string) {
  const [everyone, applications, all, proposal] = await Promise.all([
    people.list(cohort.id),
    forms.list(cohort.id, 'application'),
    pairs.list(cohort.id),
    proposals.proposal(cohort.id),
  ]);
  const byId = new Map(everyone.map((person) => [person.id, person]));
  const nameOf = (id: string) => shownName(byId.get(id)?.name ?? id);
  const applicants = applicantsOf(everyone, applications, program);
  const participants = everyone.filter(isInvited);
  const held = new Set(everyone.flatMap(({ id, heldAt }) => (heldAt ? [id] : [])));
  const proposed = all.filter(({ status }) => status === 'proposed');
  const own = applicants.find(({ id }) => id === reader);
  const words = wordsOf(cohort.language);
  return {
    nameOf,
    shown: (pair: Pair) => shownPair(pair, { byId, nameOf, reader: own?.id, words }),
    stored: all.filter(({ mentor, mentee }) => mentor !== own?.id && mentee !== own?.id),
    beside: {
      ...(proposal && {
        unmatched: proposal.unmatched
          .filter(({ person }) => person !== own?.id)
          .map(({ person, role, why, change }) => {
            const unpaired = { name: byId.get(person)?.name ?? person, role };
            const isOfReader = change !== undefined && 'mentor' in change && change.mentor === own?.id;
            return {
              name: nameOf(person),
              role,
              why: unmatchedWords(why, unpaired, words),
              ...(change && !isOfReader && { change: changeWords(change, unpaired, nameOf, words) }),
            };
          }),
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
      words,
    },
  };
}

interface ShownTo {
  byId: ReadonlyMap<string, Person>;
  nameOf: (id: string) => string;
  /** The id of whoever reads it, if they have applied. */
  reader: string | undefined;
  words: Words;
}

function shownPair(pair: Pair, { byId, nameOf, reader, words }: ShownTo): ShownPair {
  const weights = pair.reasons.reduce((sum, { weight }) => sum + weight, 0);
  const [mentee, mentor] = [byId.get(pair.mentee), byId.get(pair.mentor)];
  const couple = coupleOf({ mentee: mentee?.name ?? pair.mentee, mentor: mentor?.name ?? pair.mentor });
  const places = mentee && mentor && workplacesOf({ mentee, mentor });
  const work = places && workplaceWords(places, couple, words);
  const { alternative, score } = pair;
  const isTold = alternative !== undefined && (reader === undefined || !tellsOf(alternative, reader));
  return {
    score: points(score),
    ...(work && { work }),
    speaks: positiveWords(pair, couple, words),
    factors: [...pair.reasons]
      .sort((a, b) => b.weight - a.weight)
      .map(({ title, score, weight, finding }) => ({
        title,
        share: weights > 0 ? Math.round((100 * weight) / weights) : 0,
        points: points(score),
        words: findingWords(finding, couple, words),
      })),
    ...(isTold && { alternative: alternativeWords(alternative, { ...couple, score }, nameOf, words) }),
  };
}

function points(score: number): number {
  return Math.round(100 * score);
}
