import { propose } from '#domain/matching/propose.ts';
import { speaksFor } from '#domain/relationship.ts';
import { post } from '#shared/mail/post.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { asPair, pool } from '#shared/store/pool.ts';
import { ask } from './ask.ts';
import { forEach } from './each.ts';
import { done, type Moment, type Progress } from './work.ts';

/**
 * Makes the stored pairs be the proposal: the ones that are missing are added, and what an interrupted earlier run left
 * behind goes. After this the ballots are sent, and from then on the proposal stands.
 */
export async function proposeAndAsk({ cohort, program, now }: Moment): Promise<Progress> {
  const { everyone, applicants } = await pool(cohort, program);
  const proposal = propose({ applicants, program });
  const wanted = proposal.pairs.map((proposed) => asPair(cohort, 1, proposed));
  const ids = new Set(wanted.map(({ id }) => id));
  const stored = await pairs.pairs(cohort.id);
  await Promise.all(stored.filter(({ id }) => !ids.has(id)).map((pair) => pairs.withdraw(pair)));
  await forEach({ items: wanted }, async (pair) => {
    await pairs.propose(pair);
  });

  if (wanted.length === 0) return done;
  const names = new Map(everyone.map((person) => [person.id, person.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const questions = wanted.map((pair) => ({
    key: pair.id,
    ask: `${nameOf(pair.mentor)} as mentor of ${nameOf(pair.mentee)}`,
    label: `${nameOf(pair.mentor)} and ${nameOf(pair.mentee)}`.slice(0, 40),
    hint: shortened([`Score ${Math.round(pair.score * 100)} of 100.`, ...speaksFor(pair)]),
    type: 'yesno' as const,
  }));
  const facts = {
    pairs: wanted.map((pair, index) => ({
      number: index + 1,
      mentor: nameOf(pair.mentor),
      mentee: nameOf(pair.mentee),
      score: pair.score,
      reasons: speaksFor(pair),
    })),
    unmatched: proposal.unmatched.length,
  };
  for (const reviewer of cohort.committee) {
    const person = people.personId(cohort.id, reviewer.email);
    const form = await ask(cohort, { person, purpose: 'ballot', occasion: 'round-1', questions }, now);
    await post(cohort, { person, kind: 'ballot', occasion: 'round-1', form, facts }, now);
  }
  return done;
}

/** As many sentences as a question's hint may hold (300 characters). The email of the ballot has them all. */
function shortened(sentences: readonly string[]): string {
  let hint = '';
  for (const sentence of sentences) {
    if (hint.length + sentence.length + 1 > 300) break;
    hint = hint === '' ? sentence : `${hint} ${sentence}`;
  }
  return hint;
}
