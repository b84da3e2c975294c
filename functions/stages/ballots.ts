import type { AskedForm } from '#domain/asked.ts';
import type { Question } from '#domain/form.ts';
import { type Pair, speaksFor } from '#domain/relationship.ts';
import { settledBallot } from '#domain/votes.ts';
import { derivedId } from '#shared/ids.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import type { CurrentPool } from '#shared/store/pool.ts';
import { proposal } from '#shared/store/proposals.ts';
import { ask } from './ask.ts';
import type { Meanwhile } from './work.ts';

/** How many pairs an email shows. Of more, it shows the weakest; the others are on the page, and in "approve all". */
const mostShown = 40;

/**
 * Sees to it that every member of the committee is asked for a vote on every pair that stands, once: a first ballot, and one
 * for each change since. No vote is owed any more on a pair that no longer stands. Nobody votes on a pair of their own.
 */
export async function askCommittee(
  { cohort, now }: Pick<Meanwhile, 'cohort' | 'now'>,
  current: CurrentPool,
  standing: readonly Pair[],
): Promise<void> {
  const stands = new Set(standing.map(({ id }) => id));
  const ballots = await forms.forms(cohort.id, 'ballot');
  const names = new Map(current.everyone.map((person) => [person.id, person.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const gone = (await pairs.pairs(cohort.id)).filter(({ status }) => status === 'superseded');
  const unmatched = (await proposal(cohort.id))?.unmatched ?? [];

  for (const reviewer of cohort.committee) {
    const person = people.personId(cohort.id, reviewer.email);
    const own = ballots.filter((ballot) => ballot.person === person);
    const asked = new Set<string>();
    for (const ballot of own) {
      const settled = await settle(ballot, stands);
      for (const { key, required } of settled.questions ?? []) {
        // A pair that was taken back and has returned is asked about again, unless they have voted on it.
        if (required !== false || settled.answers[key] !== undefined) asked.add(key);
      }
    }
    const open = standing.filter(({ id, mentor, mentee }) => !asked.has(id) && mentor !== person && mentee !== person);
    if (open.length === 0) continue;
    const isChange = own.length > 0;
    const occasion = isChange ? `changed-${derivedId('', ...open.map(({ id }) => id))}` : 'round-1';
    const questions = open.map((pair) => questionAbout(pair, nameOf));
    const form = await ask(cohort, { person, purpose: 'ballot', occasion, questions }, now);
    const shown = weakest(open);
    const facts = {
      pairs: shown.map((pair) => ({
        number: open.indexOf(pair) + 1,
        mentor: nameOf(pair.mentor),
        mentee: nameOf(pair.mentee),
        score: pair.score,
        reasons: speaksFor(pair),
        ...(pair.alternative && { alternative: pair.alternative }),
      })),
      others: open.length - shown.length,
      flags: [],
      isChange,
      gone: isChange
        ? gone
            .filter(({ id }) => own.some(({ questions: of = [] }) => of.some(({ key }) => key === id)))
            .map(({ mentor, mentee }) => ({ mentor: nameOf(mentor), mentee: nameOf(mentee) }))
        : [],
      unmatched: unmatched.filter((one) => one.person !== person).length,
      held: [...current.held].filter((id) => id !== person).length,
    };
    await post(cohort, { person, kind: 'ballot', occasion, form, facts }, now);
  }
}

function weakest(of: readonly Pair[]): Pair[] {
  if (of.length <= mostShown) return [...of];
  const shown = new Set([...of].sort((a, b) => a.score - b.score).slice(0, mostShown));
  return of.filter((pair) => shown.has(pair));
}

function questionAbout(pair: Pair, nameOf: (id: string) => string): Question {
  const [mentor, mentee] = [nameOf(pair.mentor), nameOf(pair.mentee)];
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
    const current = await forms.form(seen.cohort, seen.purpose, seen.id);
    if (!current) throw new Error(`The form ${seen.id} has gone.`);
    seen = current;
    settled = settledBallot(seen, stands);
  }
  return settled;
}
