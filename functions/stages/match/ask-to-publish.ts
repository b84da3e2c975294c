import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';
import { isDecided, tally, type Unfinished, unfinishedVotes } from '#domain/votes.ts';
import type { GivenFacts } from '#shared/emails/kinds.ts';
import { decisionOf, publishers } from '#shared/intake/decision-forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { wordsOf } from '#shared/words/index.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';
import { openForm } from '../open-form.ts';
import { queueLongEmail } from '../queue-long-email.ts';
import type { StageContext } from '../stage-contract.ts';

/** Shows whoever publishes what the votes say, and asks for their word. */
export async function askToPublish(context: StageContext, ballots: readonly AskedForm[]): Promise<void> {
  const [first, coordinator] = publishers(context.cohort);
  if (first === undefined) return;
  // A chair is not shown their own pair; with nothing left to see it is for the coordinator to say.
  const sees = (await pairs.list(context.cohort.id)).some(
    ({ status, mentor, mentee }) => status === 'proposed' && mentor !== first && mentee !== first,
  );
  await putToPublisher(context, ballots, sees ? first : (coordinator ?? first));
}

/** Nothing is published, for want of a word or by a no: the coordinator, who can give it too, is told and asked. */
export async function askCoordinatorToPublish(context: StageContext, ballots: readonly AskedForm[]): Promise<void> {
  const { cohort } = context;
  const [first, coordinator] = publishers(cohort);
  if (first === undefined || coordinator === undefined) return;
  const chair = cohort.committee.find(({ email }) => email === cohort.chair);
  const form = await decisionOf(cohort, first);
  const instead: Instead = {
    chair: chair?.name ?? '',
    said: form?.answers.publish === false ? 'no' : form?.unclear.length ? 'unclear' : 'nothing',
    without: [...(form?.strikes ?? [])],
  };
  await putToPublisher(context, ballots, coordinator, instead);
}

type Instead = NonNullable<GivenFacts<'publish-decision'>['instead']>;

async function putToPublisher(
  { cohort, program, now }: StageContext,
  ballots: readonly AskedForm[],
  person: string,
  instead?: Instead,
): Promise<void> {
  const stored = await pairs.list(cohort.id);
  if (!stored.some(({ status }) => status === 'proposed')) return;
  // A chair who has applied hears of their own pair when everybody does.
  const all = stored.filter(({ mentor, mentee }) => mentor !== person && mentee !== person);
  const standing = all.filter(({ status }) => status === 'proposed');
  const votes = tally(ballots);
  const names = new Map((await people.list(cohort.id)).map(({ id, name }) => [id, name]));
  const named = ({ mentor, mentee }: Pair) => ({
    mentor: names.get(mentor) ?? mentor,
    mentee: names.get(mentee) ?? mentee,
  });
  const form = await openForm(
    cohort,
    {
      person,
      purpose: 'decision',
      occasion: 'publish',
      questions: [ownQuestion('decision', wordsOf(cohort.language))],
    },
    now,
  );
  // What needs a look comes first: pairs that nobody has voted on, then those that somebody was against.
  const listed = [...standing].sort(
    (a, b) =>
      Number(b.round > 1) - Number(a.round > 1) || (votes.against.get(b.id) ?? 0) - (votes.against.get(a.id) ?? 0),
  );
  const numberOf = new Map(listed.map(({ id }, index) => [id, index + 1]));
  const facts = {
    voters: votes.voters,
    members: votes.members,
    isDecided: isDecided(votes, cohort, program),
    waits: program.matching.committee.withoutQuorum === 'wait',
    ...(instead && { instead }),
    pairs: listed.map((pair) => ({
      ...named(pair),
      inFavour: votes.for.get(pair.id) ?? 0,
      against: votes.against.get(pair.id) ?? 0,
      abstained: votes.abstained.get(pair.id) ?? 0,
      isNew: pair.round > 1,
    })),
    unfinished: byMember(unfinishedVotes(ballots, new Set(numberOf.keys()))).map(({ person: who, ...pairsOf }) => ({
      who: names.get(who) ?? who,
      withoutReason: pairsOf.withoutReason.map((pair) => numberOf.get(pair) ?? 0),
      undecided: pairsOf.undecided.map((pair) => numberOf.get(pair) ?? 0),
    })),
    fallen: all
      .filter(({ status }) => status === 'vetoed')
      .map((pair) => ({
        ...named(pair),
        reasons: [...new Set(ballots.flatMap((ballot) => reasonAgainst(ballot, pair)))],
      })),
  };
  await queueLongEmail(cohort, { person, kind: 'publish-decision', occasion: 'publish', form, facts }, now);
}

function byMember(unfinished: readonly Unfinished[]) {
  const of = (person: string, is: Unfinished['is']) =>
    unfinished.filter((one) => one.person === person && one.is === is).map(({ pair }) => pair);
  return [...new Set(unfinished.map(({ person }) => person))].map((person) => ({
    person,
    withoutReason: of(person, 'no without a reason'),
    undecided: of(person, 'undecided'),
  }));
}

function reasonAgainst({ answers, comments }: AskedForm, { id }: Pair): string[] {
  const reason = comments[id];
  return answers[id] === false && reason !== undefined ? [reason] : [];
}
