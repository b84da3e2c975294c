import type { AskedForm } from '#domain/forms/form-record.ts';
import { shownName } from '#domain/names/called.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';
import { owedOn } from '#domain/votes.ts';
import { workplacesOf } from '#domain/workplace.ts';
import { tellsOf, withNames } from '../explain/what-if.ts';
import { findingsFor } from '../scoring/reason.ts';

/** How many pairs an email shows. Of more, it shows the weakest; the others are on the page, and in "approve all". */
const mostShown = 40;

/** The occasion of the ballot that everybody on the committee gets; later ones are of the pairs that changed. */
export const firstBallot = 'round-1';

/** What the proposal is when the committee is asked. */
export interface ProposalState {
  /** Pairs that are proposed, and those that no longer are. */
  standing: readonly Pair[];
  superseded: readonly Pair[];
  /** Everyone of the cohort. */
  everyone: readonly Person[];
  /** People without a partner, and people who are held back. */
  unmatched: readonly string[];
  held: readonly string[];
  /** The pairs are new because of other weights. */
  isReweighed: boolean;
}

/** The pairs that a reviewer has yet to be asked about, with `own` asked already. Nobody votes on a pair of their own. */
export function pairsToAskAbout(reviewer: string, own: readonly AskedForm[], standing: readonly Pair[]): Pair[] {
  const asked = new Set(own.flatMap(coveredBy));
  return standing.filter(({ id, mentor, mentee }) => !asked.has(id) && mentor !== reviewer && mentee !== reviewer);
}

/** Pairs that need not be asked about again. One that was taken back and has returned is, unless there is a vote on it. */
function coveredBy({ questions = [], answers }: AskedForm): string[] {
  return questions.flatMap(({ key, required }) => (required !== false || answers[key] !== undefined ? [key] : []));
}

/** What the email of a ballot says, of all ballots that its reviewer has (`own`). What is about the reviewer is left out. */
export function ballotFacts(form: AskedForm, own: readonly AskedForm[], state: ProposalState) {
  const { person: reviewer } = form;
  const { superseded, unmatched, held, isReweighed } = state;
  const nameOf = namesIn(state.everyone);
  const isChange = form.occasion !== firstBallot;
  const asked = new Set(own.flatMap(({ questions = [] }) => questions.map(({ key }) => key)));
  return {
    ...pairsShown(form, state),
    isChange,
    isReweighed: isChange && isReweighed,
    stillOpen: own.filter((other) => other !== form).reduce((sum, other) => sum + owedOn(other), 0),
    gone: isChange ? superseded.filter(({ id }) => asked.has(id)).map((pair) => namesOf(pair, nameOf)) : [],
    unmatched: unmatched.filter((person) => person !== reviewer).length,
    held: held.filter((person) => person !== reviewer).length,
  };
}

/** The pairs of a ballot that its email shows, with their numbers, and how many more there are. */
function pairsShown({ questions = [], person: reviewer }: AskedForm, { standing, everyone }: ProposalState) {
  const personOf = new Map(everyone.map((person) => [person.id, person]));
  const nameOf = namesIn(everyone);
  const pairOf = new Map(standing.map((pair) => [pair.id, pair]));
  const listed = questions.flatMap(({ key }, index) => {
    const pair = pairOf.get(key);
    return pair ? [{ pair, number: index + 1 }] : [];
  });
  const weakest = [...listed].sort((a, b) => a.pair.score - b.pair.score).slice(0, mostShown);
  return {
    pairs: weakest
      .sort((a, b) => a.number - b.number)
      .map(({ pair, number }) => ({
        number,
        ...pairNamed(pair, personOf),
        score: pair.score,
        reasons: findingsFor(pair),
        // A reviewer who has applied hears of their own match when everybody does.
        ...(pair.alternative &&
          !tellsOf(pair.alternative, reviewer) && { alternative: withNames(pair.alternative, nameOf) }),
      })),
    others: listed.length - weakest.length,
  };
}

/** The two by name, and where they work. */
function pairNamed(pair: Pair, personOf: ReadonlyMap<string, Person>) {
  const [mentor, mentee] = [personOf.get(pair.mentor), personOf.get(pair.mentee)];
  const work = mentor && mentee && workplacesOf({ mentor, mentee });
  return { ...namesOf(pair, (id) => personOf.get(id)?.name ?? id), ...(work && { work }) };
}

type NameOf = (id: string) => string;

/** Names as they are shown, by the ids of people. */
export function namesIn(everyone: readonly Person[]): NameOf {
  const names = new Map(everyone.map(({ id, name }) => [id, shownName(name)]));
  return (id) => names.get(id) ?? id;
}

/** The two of a pair by name. */
export function namesOf({ mentor, mentee }: Pair, nameOf: NameOf) {
  return { mentor: nameOf(mentor), mentee: nameOf(mentee) };
}
