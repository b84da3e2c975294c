import type { Count, Range, Share, Withheld } from './outcome-report.ts';

export const withheld: Withheld = { withheld: true };

export function isWithheld(figure: unknown): figure is Withheld {
  return typeof figure === 'object' && figure !== null && 'withheld' in figure;
}

/** A group of people whose size a report would like to say. */
export interface Group<Name extends string> {
  name: Name;
  members: ReadonlySet<string>;
}

/**
 * The sizes that can be shown together, the first groups first: a size is withheld when it is below `smallest` (but not
 * 0), or when adding and subtracting it and the sizes already shown would give the size of such a group. So 40 invited
 * and 38 applied are not shown side by side: the two others could be counted.
 */
export function shownTogether<Name extends string>(
  groups: readonly Group<Name>[],
  smallest: number,
): Record<Name, Count> {
  const kinds = kindsOf(groups);
  const shown: Int8Array[] = [];
  const counts: Partial<Record<Name, Count>> = {};
  for (const { name, members } of groups) {
    const vector = Int8Array.from(kinds, ({ example }) => (members.has(example) ? 1 : 0));
    const isSafe = !reveals(vector, shown, kinds, smallest);
    counts[name] = isSafe ? members.size : withheld;
    if (isSafe && !shown.some((other) => other.every((entry, n) => entry === vector[n]))) shown.push(vector);
  }
  return counts as Record<Name, Count>;
}

interface Kind {
  example: string;
  size: number;
}

/** People who are in exactly the same groups cannot be told apart by any sum: one entry for all of them. */
function kindsOf(groups: readonly Group<string>[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const person of new Set(groups.flatMap(({ members }) => [...members]))) {
    const signature = groups.map(({ members }) => (members.has(person) ? '1' : '0')).join('');
    const kind = kinds.get(signature);
    if (kind) kind.size++;
    else kinds.set(signature, { example: person, size: 1 });
  }
  return [...kinds.values()];
}

/**
 * Whether `added`, plus or minus any of `shown`, is the size of a group below the minimum. A dozen sizes have half a
 * million such sums: all are tried.
 */
function reveals(added: Int8Array, shown: readonly Int8Array[], kinds: readonly Kind[], smallest: number): boolean {
  const sum = Int8Array.from(added);
  const add = (other: Int8Array, times: number) => {
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + times * (other[k] as number);
  };
  const visit = (from: number): boolean => {
    if (isSmallGroup(sum, kinds, smallest)) return true;
    for (let n = from; n < shown.length; n++) {
      for (const sign of [-1, 1]) {
        add(shown[n] as Int8Array, sign);
        const found = visit(n + 1);
        add(shown[n] as Int8Array, -sign);
        if (found) return true;
      }
    }
    return false;
  };
  return visit(0);
}

function isSmallGroup(sum: Int8Array, kinds: readonly Kind[], smallest: number): boolean {
  let sign = 0;
  let size = 0;
  for (let k = 0; k < sum.length; k++) {
    const entry = sum[k] as number;
    if (entry === 0) continue;
    if (sign === 0) sign = entry;
    if (entry !== sign || (entry !== 1 && entry !== -1)) return false;
    size += (kinds[k] as Kind).size;
  }
  return size > 0 && size < smallest;
}

/**
 * The share that `part` is of `whole`, where the sizes in `shown` stand beside it. Exact when both do. Otherwise an exact
 * share would give away the size that is missing: it is given as the narrowest range, of a tenth to a half, that at least
 * three sizes would fit, and withheld when there is none.
 */
export function shareOf(part: number, whole: number, shown: { part: boolean; whole: boolean }): Share {
  if (whole === 0) return withheld;
  if (shown.part && shown.whole) return { from: part / whole, to: part / whole };
  for (const steps of [10, 5, 4, 2]) {
    const step = Math.min(steps - 1, Math.floor((part * steps) / whole));
    const range = { from: step / steps, to: (step + 1) / steps };
    if (shown.whole && sizesOfPart(range, whole) < 3) continue;
    if (shown.part && sizesOfWhole(range, part) < 3) continue;
    return range;
  }
  return withheld;
}

function sizesOfPart(range: Range, whole: number): number {
  let sizes = 0;
  for (let part = 0; part <= whole; part++) if (isWithin(range, part, whole)) sizes++;
  return sizes;
}

function sizesOfWhole(range: Range, part: number): number {
  let sizes = 0;
  // Nobody is no share of anything: any whole fits. Else the whole is at most `part / from`, or has no end.
  const most =
    range.from > 0 ? Math.ceil(part / range.from) : Math.max(part, 1) + 3 * Math.ceil(1 / range.to) * Math.max(part, 1);
  for (let whole = Math.max(part, 1); whole <= most; whole++) if (isWithin(range, part, whole)) sizes++;
  return sizes;
}

/** Below the upper end, which belongs to the next range; everybody belongs to the last one. */
function isWithin({ from, to }: Range, part: number, whole: number): boolean {
  return part >= from * whole && (part < to * whole || to === 1);
}

/** Whether some people are there, but fewer than may be shown. */
export function isFew(people: number, smallest: number): boolean {
  return people > 0 && people < smallest;
}
