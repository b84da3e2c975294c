import type { AskedForm } from '#domain/asked.ts';
import type { Cohort } from '#domain/cohort.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';

/** How the others on the committee have voted, by pair. Nothing before all of one's own votes are in: until then they are blind. */
export async function othersVotes(cohort: Cohort, own: AskedForm): Promise<Record<string, string[]> | undefined> {
  if (own.purpose !== 'ballot' || own.status !== 'complete') return undefined;
  const [ballots, everyone] = await Promise.all([forms.forms(cohort.id, 'ballot'), people.people(cohort.id)]);
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  const votes: Record<string, string[]> = {};
  for (const { person, answers, comments } of ballots.filter(({ id }) => id !== own.id)) {
    for (const [pair, vote] of Object.entries(answers)) {
      // A vote that was changed may have left the reason of the one before.
      const reason = vote === false && comments[pair];
      const words = `${names.get(person) ?? person}: ${vote === true ? 'yes' : 'no'}${reason ? `, ${reason}` : ''}`;
      votes[pair] = [...(votes[pair] ?? []), words];
    }
  }
  return votes;
}
