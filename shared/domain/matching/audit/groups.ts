import * as z from 'zod';
import type { Answer } from '#domain/forms/form.ts';
import { choicesIn } from '../scoring/answer-values.ts';

/** Somebody who applied, as the audit sees them. */
export interface Member {
  id: string;
  isHeld: boolean;
  roles: ReadonlySet<Role>;
  /** The scores of their pairs, 0..1, by the role that they have in them. */
  scores: Readonly<Record<Role, readonly number[]>>;
}

export type Role = 'mentee' | 'mentor';

/**
 * A group: an answer or a place as it is written, or one that has no name of its own. `several`: who chose more than one
 * answer; `others`: all who are in no row of their own, and those who did not say.
 */
export const Group = z.union([z.string(), z.object({ is: z.enum(['yes', 'no', 'several', 'others', 'unknown']) })]);
export type Group = z.infer<typeof Group>;

/** The groups of a question that is answered with yes or no. */
export const yesAndNo = [{ is: 'yes' }, { is: 'no' }] as const satisfies Group[];
const several = { is: 'several' } as const satisfies Group;

/** Which members a figure counts. */
export type Counts = (member: Member) => boolean;

/** A row of the audit's tables: a group, or several that are too small to be shown. */
export interface Row {
  group: Group;
  members: readonly Member[];
  /** How many of it were invited, where that is known. */
  invited?: number;
  /** Whether it is compared with others: not those who did not say, or of whom nothing is known. */
  isGroup: boolean;
}

/**
 * The group that an answer puts somebody in; undefined when they did not say. Whoever chose several is in a group of such
 * people, as in a census: then every person is in one group, and no overlap of two can be computed.
 */
export function groupOf(answer: Answer | undefined): Group | undefined {
  if (typeof answer === 'boolean') return yesAndNo[answer ? 0 : 1];
  const chosen = choicesIn(answer);
  return chosen && (chosen.length > 1 ? several : (chosen[0] as string).trim());
}

export function counted(members: readonly Member[], counts: Counts): number {
  return members.filter(counts).length;
}

/** Members by group, in the order in which the groups are first seen after those in `order`. */
export function byGroup<G extends Group>(
  members: readonly Member[],
  group: (member: Member) => G | undefined,
  order: readonly G[] = [],
): Answered<G> {
  const groups = new Map(order.map((one): [G, Member[]] => [one, []]));
  const unknown: Member[] = [];
  for (const member of members) {
    const name = group(member);
    const own = name === undefined ? unknown : groups.get(name);
    if (own) own.push(member);
    else if (name !== undefined) groups.set(name, [member]);
  }
  return { groups, unknown };
}

export interface Answered<G extends Group = Group> {
  groups: ReadonlyMap<G, readonly Member[]>;
  unknown: readonly Member[];
}

/**
 * The groups that have rows of their own, so that no figure is of fewer than `smallest` people, but of nobody perhaps:
 * groups under that, by any of `bases`, share a row with those who did not say, which takes the next smallest group until
 * it is large enough itself. It then hides them for good, also from whoever knows how many people there are in all.
 * `among`: the only ones that may have rows, when there is another table.
 */
export function largeGroups(
  { groups, unknown }: Answered,
  bases: readonly Counts[],
  smallest: number,
  among: ReadonlySet<Group> = new Set(groups.keys()),
): Set<Group> {
  const isSmall = (members: readonly Member[]) =>
    [() => true, ...bases].some((counts) => {
      const people = counted(members, counts);
      return people > 0 && people < smallest;
    });
  const large = [...groups].filter(([group, members]) => among.has(group) && members.length > 0 && !isSmall(members));
  const names = new Set(large.map(([group]) => group));
  const rest = [...[...groups].flatMap(([group, members]) => (names.has(group) ? [] : members)), ...unknown];
  for (const [group, members] of large.sort((a, b) => a[1].length - b[1].length)) {
    if (!isSmall(rest)) break;
    names.delete(group);
    rest.push(...members);
  }
  return names;
}

/** A row for each of the large groups and one for everybody else. None where that is a single row. */
export function rowsOf({ groups, unknown }: Answered, large: ReadonlySet<Group>, smallest: number): Row[] {
  const said = [...groups].flatMap(([group, members]) => (large.has(group) ? [] : members));
  const rest = [...said, ...unknown];
  const rows = [
    ...[...groups].flatMap(([group, members]) => (large.has(group) ? [{ group, members, isGroup: true }] : [])),
    // Compared with as a group where enough of it are known to be in one.
    ...(rest.length > 0 ? [{ group: { is: 'others' } as const, members: rest, isGroup: said.length >= smallest }] : []),
  ];
  return rows.length < 2 ? [] : rows;
}

/**
 * Names that are the same but for case and spaces are one; the first spelling is the one to show. Says of each person
 * which it is.
 */
export function spelledAlike(names: readonly (readonly [string, string | undefined])[]): Map<string, string> {
  const first = new Map<string, string>();
  const found = new Map<string, string>();
  for (const [person, name] of names) {
    const tidy = name?.normalize('NFKC').trim().replace(/\s+/g, ' ') ?? '';
    if (tidy === '') continue;
    const key = tidy.toLowerCase();
    if (!first.has(key)) first.set(key, tidy);
    found.set(person, first.get(key) as string);
  }
  return found;
}
