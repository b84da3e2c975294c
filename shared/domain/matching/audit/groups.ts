import type { Answer } from '../../form.ts';
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

/** Which members a figure counts. */
export type Counts = (member: Member) => boolean;

/** A row of the audit's tables: a group, or several that are too small to be shown. */
export interface Row {
  group: string;
  members: readonly Member[];
  /** How many of it were invited, where that is known. */
  invited?: number;
  /** Whether it is compared with others: not those who did not say, or of whom nothing is known. */
  isGroup: boolean;
}

const others = 'others, or not said';
const several = 'more than one';

/**
 * The group that an answer puts somebody in; undefined when they did not say. Whoever chose several is in a group of such
 * people, as in a census: then every person is in one group, and no overlap of two can be computed.
 */
export function groupOf(answer: Answer | undefined): string | undefined {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  const chosen = choicesIn(answer);
  return chosen && (chosen.length > 1 ? several : (chosen[0] as string).trim());
}

export function counted(members: readonly Member[], counts: Counts): number {
  return members.filter(counts).length;
}

/** Members by group, in the order in which the groups are first seen after those in `order`. */
export function byGroup(
  members: readonly Member[],
  group: (member: Member) => string | undefined,
  order: readonly string[] = [],
): Answered {
  const groups = new Map(order.map((one): [string, Member[]] => [one, []]));
  const unknown: Member[] = [];
  for (const member of members) {
    const name = group(member);
    const own = name === undefined ? unknown : groups.get(name);
    if (own) own.push(member);
    else if (name !== undefined) groups.set(name, [member]);
  }
  return { groups, unknown };
}

export interface Answered {
  groups: ReadonlyMap<string, readonly Member[]>;
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
  among: ReadonlySet<string> = new Set(groups.keys()),
): Set<string> {
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
export function rowsOf({ groups, unknown }: Answered, large: ReadonlySet<string>, smallest: number): Row[] {
  const said = [...groups].flatMap(([group, members]) => (large.has(group) ? [] : members));
  const rest = [...said, ...unknown];
  const rows = [
    ...[...groups].flatMap(([group, members]) => (large.has(group) ? [{ group, members, isGroup: true }] : [])),
    // Compared with as a group where enough of it are known to be in one.
    ...(rest.length > 0 ? [{ group: others, members: rest, isGroup: said.length >= smallest }] : []),
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
