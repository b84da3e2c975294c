import type { AskedForm } from '#domain/forms/form-record.ts';
import { isVote } from '#domain/forms/purposes.ts';
import { shownName } from '#domain/names/called.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { wordsOf } from '#shared/words/index.ts';

/** How the others on the committee have voted, by pair. Nothing before it has decided: whoever sees them could still change theirs. */
export async function othersVotes(cohort: Cohort, own: AskedForm): Promise<Record<string, string[]> | undefined> {
  if (!isVote(own.purpose) || own.status !== 'complete' || !doneAt(cohort, 'match', 'decide')) return undefined;
  const votes = await votesOf(cohort, (ballot) => ballot.person !== own.person);
  return Object.fromEntries(Object.entries(votes).map(([pair, cast]) => [pair, cast.map(({ words }) => words)]));
}

interface Vote {
  isAgainst: boolean;
  /** Who, what, and why not. */
  words: string;
}

/** How the committee has voted, by pair. */
export async function votesOf(
  cohort: Cohort,
  isShown: (ballot: AskedForm) => boolean = () => true,
): Promise<Record<string, Vote[]>> {
  const [ballots, everyone] = await Promise.all([forms.list(cohort.id, 'ballot'), people.list(cohort.id)]);
  const { cast } = wordsOf(cohort.language).committeePage.votes;
  const names = new Map(everyone.map(({ id, name }) => [id, shownName(name)]));
  const votes: Record<string, Vote[]> = {};
  for (const { person, answers, comments } of ballots.filter(isShown)) {
    for (const [pair, vote] of Object.entries(answers)) {
      // A vote that was changed may have left the reason of the one before.
      const reason = vote === false ? (comments[pair] ?? '') : '';
      const said = vote === true ? 'yes' : vote !== false ? 'abstained' : reason === '' ? 'no' : 'because';
      const words = cast({ who: names.get(person) ?? person, vote: said, reason });
      votes[pair] = [...(votes[pair] ?? []), { isAgainst: vote === false, words }];
    }
  }
  return votes;
}
