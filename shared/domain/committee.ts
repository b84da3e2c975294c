import { shownName } from './names/called.ts';
import type { Colleague } from './program/cohort.ts';

/** What is known about somebody on the committee. */
type Member = Pick<Colleague, 'name' | 'email' | 'department' | 'location'>;

/**
 * What a coordinator should know of a committee before it votes, as sentences: fewer than three see less and can't outvote
 * one another, and people from one place overlook the same things. It is pointed out, not forbidden. Of whose department or
 * location nothing is known, nothing is said. `invited`: the addresses of all who may apply.
 */
export function concernsAbout(committee: readonly Member[], quorum: number, invited: ReadonlySet<string>): string[] {
  const concerns: string[] = [];
  if (committee.length < 3) {
    const only = committee.length === 1 ? 'only one member' : 'only two members';
    concerns.push(`The committee has ${only}. Three to five see more, and can outvote a single view.`);
  }
  if (committee.length < quorum) {
    concerns.push(`The program wants ${quorum} votes, more than the committee has members: all of them have to vote.`);
  }
  for (const { name, email } of committee) {
    if (!invited.has(email)) continue;
    concerns.push(
      `${shownName(name)} is on the committee and invited too. They are not asked about a pair of their own.`,
    );
  }
  if (committee.length < 2) return concerns;
  for (const [of, words] of [
    ['department', 'work in the same department'],
    ['location', 'work in the same place'],
  ] as const) {
    const [first, ...others] = committee.map((member) => member[of]?.trim().toLowerCase());
    if (first === undefined || others.some((one) => one !== first)) continue;
    const who = committee.length === 2 ? 'Both members' : `All ${committee.length} members`;
    concerns.push(
      `${who} of the committee ${words} (${committee[0]?.[of]}). Somebody from elsewhere would notice other things.`,
    );
  }
  return concerns;
}
