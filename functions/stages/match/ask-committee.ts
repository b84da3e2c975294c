import type { Question } from '#domain/forms/form.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Audit, NamedFlag } from '#domain/matching/audit/audit-tables.ts';
import { flagsIn } from '#domain/matching/audit/group-audit.ts';
import { tellsOf, withNames } from '#domain/matching/explain/what-if.ts';
import { findingsFor } from '#domain/matching/scoring/reason.ts';
import { shownName } from '#domain/names/called.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';
import { owedOn, settledBallot } from '#domain/votes.ts';
import { workplacesOf } from '#domain/workplace.ts';
import { derivedId } from '#shared/ids.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import type { CurrentPool } from '#shared/store/pool.ts';
import { proposal } from '#shared/store/proposals.ts';
import { openForm } from '../open-form.ts';
import { auditOf } from '../pairs/resolve-pairs.ts';
import type { StageContext } from '../stage-contract.ts';

/** How many pairs an email shows. Of more, it shows the weakest; the others are on the page, and in "approve all". */
const mostShown = 40;

/**
 * Sees to it that every member of the committee is asked for a vote on every pair that stands, once: a first ballot, and one
 * for each change since. No vote is owed any more on a pair that no longer stands. Nobody votes on a pair of their own.
 */
export async function askCommittee(
  { cohort, now }: Pick<StageContext, 'cohort' | 'now'>,
  current: CurrentPool,
  standing: readonly Pair[],
  isReweighed: boolean,
): Promise<void> {
  const stands = new Set(standing.map(({ id }) => id));
  const ballots = await forms.forms(cohort.id, 'ballot');
  const names = new Map(current.everyone.map((person) => [person.id, shownName(person.name)]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const gone = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'superseded');
  const record = await proposal(cohort.id);
  const unmatched = record?.unmatched ?? [];

  for (const reviewer of cohort.committee) {
    const person = people.personId(cohort.id, reviewer.email);
    const own: AskedForm[] = [];
    for (const ballot of ballots) if (ballot.person === person) own.push(await settle(ballot, stands));
    const asked = new Set(own.flatMap(coveredBy));
    const open = standing.filter(({ id, mentor, mentee }) => !asked.has(id) && mentor !== person && mentee !== person);
    if (open.length > 0) {
      // Numbered, because a pair that comes, goes and comes back is asked about each time.
      const occasion =
        own.length > 0 ? `changed-${own.length}-${derivedId('', ...open.map(({ id }) => id))}` : firstBallot;
      const questions = open.map((pair) => questionAbout(pair, nameOf));
      own.push(await openForm(cohort, { person, purpose: 'ballot', occasion, questions }, now));
    }
    const before = new Set(own.flatMap(({ questions = [] }) => questions.map(({ key }) => key)));
    // All of them: a ballot may have been opened by a run that was cut off before it wrote to anybody.
    for (const form of own) {
      const isChange = form.occasion !== firstBallot;
      const facts = {
        ...shownOn(form, standing, current, person),
        isChange,
        isReweighed: isChange && isReweighed,
        stillOpen: own.filter((other) => other !== form).reduce((sum, other) => sum + owedOn(other), 0),
        gone: isChange ? gone.filter(({ id }) => before.has(id)).map((pair) => namesOf(pair, nameOf)) : [],
        ...flagsFor(
          auditOf(cohort, current, standing, {
            kept: record?.audits,
            ...(isApplicant(current, person) && { without: person }),
          }),
        ),
        unmatched: unmatched.filter((one) => one.person !== person).length,
        held: [...current.held].filter((id) => id !== person).length,
      };
      await queueEmail(cohort, { person, kind: 'ballot', occasion: form.occasion, form, facts }, now);
    }
  }
}

/** What the audit of a proposal has to say by email; nothing where there is nothing to compare. */
function flagsFor(audits: readonly Audit[]): { flags?: NamedFlag[] } {
  const flags = flagsIn(audits);
  return flags ? { flags } : {};
}

function isApplicant({ applicants }: CurrentPool, person: string): boolean {
  return applicants.some(({ id }) => id === person);
}

/** The occasion of the ballot that everybody on the committee gets; later ones are of the pairs that changed. */
export const firstBallot = 'round-1';

/** Pairs that need not be asked about again. One that was taken back and has returned is, unless there is a vote on it. */
function coveredBy({ questions = [], answers }: AskedForm): string[] {
  return questions.flatMap(({ key, required }) => (required !== false || answers[key] !== undefined ? [key] : []));
}

type NameOf = (id: string) => string;

function namesOf({ mentor, mentee }: Pair, nameOf: NameOf) {
  return { mentor: nameOf(mentor), mentee: nameOf(mentee) };
}

/** The pairs of a ballot that its email shows, with their numbers, and how many more there are. */
function shownOn({ questions = [] }: AskedForm, standing: readonly Pair[], { everyone }: CurrentPool, reader: string) {
  const personOf = new Map(everyone.map((person) => [person.id, person]));
  const nameOf = (id: string) => shownName(personOf.get(id)?.name ?? id);
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
        ...named(pair, personOf),
        score: pair.score,
        reasons: findingsFor(pair),
        // A reviewer who has applied hears of their own match when everybody does.
        ...(pair.alternative &&
          !tellsOf(pair.alternative, reader) && { alternative: withNames(pair.alternative, nameOf) }),
      })),
    others: listed.length - weakest.length,
  };
}

/** The two by name, and where they work. */
function named(pair: Pair, personOf: ReadonlyMap<string, Person>) {
  const [mentor, mentee] = [personOf.get(pair.mentor), personOf.get(pair.mentee)];
  const work = mentor && mentee && workplacesOf({ mentor, mentee });
  return { ...namesOf(pair, (id) => personOf.get(id)?.name ?? id), ...(work && { work }) };
}

function questionAbout(pair: Pair, nameOf: NameOf): Question {
  const { mentor, mentee } = namesOf(pair, nameOf);
  return {
    key: pair.id,
    ask: `${mentor} as mentor of ${mentee}`,
    label: `${mentor} and ${mentee}`.slice(0, 40),
    type: 'yesno',
  };
}

/** Stores a ballot as it is once only the pairs of `stands` are asked about; votes that come in meanwhile are kept. */
async function settle(ballot: AskedForm, stands: ReadonlySet<string>): Promise<AskedForm> {
  let seen = ballot;
  let settled = settledBallot(seen, stands);
  while (settled !== seen && !(await forms.replace(seen, settled))) {
    const current = await forms.form(seen.cohort, seen);
    if (!current) throw new Error(`The form ${seen.id} has gone.`);
    seen = current;
    settled = settledBallot(seen, stands);
  }
  return settled;
}
