import * as z from 'zod';
import type { Person } from './person.ts';

type Worker = Pick<Person, 'name' | 'department' | 'location'>;

const Workplace = z.object({ department: z.string().optional(), location: z.string().optional() });
export type Workplace = z.infer<typeof Workplace>;

/** Where the two of a pair work, as far as the coordinator's list says. */
export const Workplaces = z.object({ mentee: Workplace.optional(), mentor: Workplace.optional() });
export type Workplaces = z.infer<typeof Workplaces>;

/**
 * Where the two of a pair work, for those who decide on it: whether they share a team is what no answer says. Undefined
 * where the list has nothing of either.
 */
export function workplacesOf(people: { mentee: Worker; mentor: Worker }): Workplaces | undefined {
  const [mentee, mentor] = [placeOf(people.mentee), placeOf(people.mentor)];
  return mentee || mentor ? { ...(mentee && { mentee }), ...(mentor && { mentor }) } : undefined;
}

function placeOf({ department, location }: Workplace): Workplace | undefined {
  return department || location ? { ...(department && { department }), ...(location && { location }) } : undefined;
}
