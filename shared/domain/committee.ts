import * as z from 'zod';
import { shownName } from './names/called.ts';
import type { Colleague } from './program/cohort.ts';

/** What is known about somebody on the committee. */
type Member = Pick<Colleague, 'name' | 'email' | 'department' | 'location'>;

const members = z.number().int();

/** What a coordinator may want to look at before a cohort starts, or its committee votes: pointed out, not forbidden. */
export const Concern = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('few-members'), members }),
  z.object({ kind: z.literal('fewer-than-quorum'), quorum: z.number().int() }),
  /** A member who may apply too. */
  z.object({ kind: z.literal('is-invited'), name: z.string() }),
  z.object({ kind: z.literal('same-department'), members, department: z.string() }),
  z.object({ kind: z.literal('same-location'), members, location: z.string() }),
  /** Nobody gets the report by email. */
  z.object({ kind: z.literal('report-unread') }),
]);
export type Concern = z.infer<typeof Concern>;

/**
 * What a coordinator should know of a committee before it votes: fewer than three see less and can't outvote one another,
 * and people from one place overlook the same things. Of whose department or location nothing is known, nothing is said.
 * `invited`: the addresses of all who may apply.
 */
export function concernsAbout(committee: readonly Member[], quorum: number, invited: ReadonlySet<string>): Concern[] {
  const many = committee.length;
  const concerns: Concern[] = [];
  if (many < 3) concerns.push({ kind: 'few-members', members: many });
  if (many < quorum) concerns.push({ kind: 'fewer-than-quorum', quorum });
  for (const { name, email } of committee) {
    if (invited.has(email)) concerns.push({ kind: 'is-invited', name: shownName(name) });
  }
  const [department, location] = [shared(committee, 'department'), shared(committee, 'location')];
  if (department !== undefined) concerns.push({ kind: 'same-department', members: many, department });
  if (location !== undefined) concerns.push({ kind: 'same-location', members: many, location });
  return concerns;
}

/** What two or more members all have, as the first of them writes it. */
function shared(committee: readonly Member[], of: 'department' | 'location'): string | undefined {
  const [first, ...others] = committee.map((member) => member[of]?.trim().toLowerCase());
  return first === undefined || others.length === 0 || others.some((one) => one !== first)
    ? undefined
    : committee[0]?.[of];
}
