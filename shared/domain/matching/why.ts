import type { Applicant } from '../applicants.ts';
import { firstNameOrFull } from '../names/called.ts';
import type { Bar } from './rules.ts';

/** Why a mentee has nobody, for the coordinator; `barred` says of each mentor what keeps the two apart, if anything. */
export function whyNoMentor(
  mentee: Applicant,
  barred: readonly (Bar | undefined)[],
  supply: { mentees: number; places: number },
): string {
  const name = firstNameOrFull(mentee.name);
  const others = barred.filter((bar) => bar !== 'self');
  if (others.length === 0) return `There is no mentor in this round${barred.length ? ` other than ${name}` : ''}.`;
  const ruled = ruledOut(name, others, 'mentor');
  if (ruled) return ruled;
  if (supply.places === 0) return 'No mentor has a place.';
  if (supply.mentees > supply.places) {
    return `There are ${supply.mentees} mentees and only ${counted(supply.places, 'place')} with mentors; every mentor ${name} could have had is taken.`;
  }
  return `Every mentor ${name} could have had was needed by someone else.`;
}

/** Why a mentor has nobody; `barred` says of each mentee what keeps the two apart, if anything. */
export function whyNoMentee(mentor: Applicant, barred: readonly (Bar | undefined)[], places: number): string {
  const name = firstNameOrFull(mentor.name);
  const others = barred.filter((bar) => bar !== 'self');
  if (places === 0) return `${name} has no place for a mentee this time.`;
  if (others.length === 0) return `There is no mentee in this round${barred.length ? ` other than ${name}` : ''}.`;
  return ruledOut(name, others, 'mentee') ?? `Every mentee ${name} could have had has a mentor.`;
}

/**
 * A sentence when the rules leave nobody at all, the same for all of them: a word for each would say who named somebody
 * in confidence, or was named, also by being none of the others.
 */
function ruledOut(name: string, barred: readonly (Bar | undefined)[], other: 'mentor' | 'mentee'): string | undefined {
  if (barred.some((bar) => bar === undefined)) return undefined;
  return `The rules leave no ${other} for ${name}. Which of them is not said, as some answers are confidential.`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
