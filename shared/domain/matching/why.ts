import type { Applicant } from '../applicants.ts';
import { called } from '../names/called.ts';
import type { Bar } from './rules.ts';

/** Why a mentee has nobody, for the coordinator; `barred` says of each mentor what keeps the two apart, if anything. */
export function whyNoMentor(
  mentee: Applicant,
  barred: readonly (Bar | undefined)[],
  supply: { mentees: number; places: number },
): string {
  const name = called(mentee.name);
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
  const name = called(mentor.name);
  const others = barred.filter((bar) => bar !== 'self');
  if (places === 0) return `${name} has no place for a mentee this time.`;
  if (others.length === 0) return `There is no mentee in this round${barred.length ? ` other than ${name}` : ''}.`;
  return ruledOut(name, others, 'mentee') ?? `Every mentee ${name} could have had has a mentor.`;
}

/** A sentence when the rules leave nobody at all. What was said in confidence is not told apart from a veto. */
function ruledOut(name: string, barred: readonly (Bar | undefined)[], other: 'mentor' | 'mentee'): string | undefined {
  if (barred.some((bar) => bar === undefined)) return undefined;
  const count = (...which: Bar[]) => barred.filter((bar) => bar !== undefined && which.includes(bar)).length;
  const reasons = [
    { many: count('shared'), words: 'has no answer in common with', all: 'any' },
    { many: count('earlier'), words: 'has been paired before with', all: 'every' },
    { many: count('low'), words: 'scores less than the program asks for with', all: 'every' },
    { many: count('apart', 'vetoed'), words: 'is kept apart by the rules from', all: 'every' },
  ].filter(({ many }) => many > 0);
  if (reasons.length === 1) return `${name} ${reasons[0]?.words} ${reasons[0]?.all} ${other}.`;
  return `The rules leave no ${other} for ${name}, who ${reasons.map(({ many, words }) => `${words} ${many}`).join(', ')}.`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
