import { callNames } from './names/called.ts';
import type { Person } from './person.ts';

type Worker = Pick<Person, 'name' | 'department' | 'location'>;

/**
 * Where the two of a pair work, as a sentence for those who decide on it: whether they share a team is what no answer says.
 * Undefined where the coordinator's list has nothing of either.
 */
export function workplaceWords(mentor: Worker, mentee: Worker): string | undefined {
  const [mentorAt, menteeAt] = [placeOf(mentor), placeOf(mentee)];
  const [menteeName, mentorName] = callNames(mentee.name, mentor.name);
  if (mentorAt && mentorAt.toLowerCase() === menteeAt?.toLowerCase()) return `Both work in ${mentorAt}.`;
  const known = [
    ...(mentorAt ? [`${mentorName} works in ${mentorAt}`] : []),
    ...(menteeAt ? [`${menteeName} ${mentorAt ? '' : 'works '}in ${menteeAt}`] : []),
  ];
  return known.length > 0 ? `${known.join(', ')}.` : undefined;
}

function placeOf({ department, location }: Worker): string | undefined {
  if (department && location) return `${department} (${location})`;
  return department ?? location;
}
