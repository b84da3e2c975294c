import type { Open } from './graph.ts';
import { emptyMatching, type Matching } from './maximum-matching.ts';
import type { Survey } from './units.ts';

/**
 * A largest matching in which every row that is to be placed has a column that scores best of all it could have; or, with
 * fewer places than rows, one that fills them all with pairs of the highest score of all. By any aim there is none better.
 * Undefined where there is no such matching, or none is found soon. Many ties make it likely; where scores differ, two rows
 * want the same column before much has been read.
 *
 * One row after the other comes in, by a shortest path of rows that move on to what is as good for them (Kuhn 1955). A row
 * that finds no such path never will.
 */
export function greedyOptimum({ graph, supply, places }: Open, { best, highest }: Survey): Matching | undefined {
  const { lefts, rights, start, right, score, closed } = graph;
  const found = emptyMatching(graph, places);
  const { partner, first, used, occupant } = found;
  const rows = supply.reduce((sum, units) => sum + units, 0);
  const wanted = Math.min(rows, occupant.length);
  const mayComeIn = (i: number) => supply[i] === 1 && (rows === wanted || best[i] === highest);
  // How many of those that may come in can stay out.
  let spare = -wanted;
  for (let i = 0; i < lefts; i++) if (mayComeIn(i)) spare++;
  const seenBy = new Int32Array(rights).fill(-1);
  const cameFrom = new Int32Array(rights);
  const queue = new Int32Array(lefts);
  let queued = 0;
  // How many rows may be read to their end: one look at all scores. With enough ties it takes some sixty rows, of any number.
  let reads = lefts;

  /** The first right with room at its best for left `i` among these edges; whoever has the others is queued. */
  const freeAmong = (i: number, from: number, to: number, root: number): number => {
    const most = best[i] as number;
    for (let k = from; k < to; k++) {
      if (score[k] !== most) continue;
      const j = right === undefined ? k - (start[i] as number) : (right[k] as number);
      if (seenBy[j] === root || closed?.has(k)) continue;
      seenBy[j] = root;
      cameFrom[j] = i;
      if ((used[j] as number) < (places[j] as number)) return j;
      for (let slot = first[j] as number; slot < (first[j + 1] as number); slot++) {
        queue[queued++] = occupant[slot] as number;
      }
    }
    return -1;
  };

  const freeFor = (root: number): number => {
    queue[0] = root;
    queued = 1;
    for (let at = 0; at < queued && reads > 0; at++, reads--) {
      const i = queue[at] as number;
      const [from, to] = [start[i] as number, start[i + 1] as number];
      // Each looks elsewhere first: else all would come upon the same columns, and find them taken.
      const pivot = (i * 7919) % Math.max(1, rights);
      let middle = right === undefined ? from + pivot : from;
      if (right !== undefined) while (middle < to && (right[middle] as number) < pivot) middle++;
      let free = freeAmong(i, middle, to, root);
      if (free < 0) free = freeAmong(i, from, middle, root);
      if (free >= 0) return free;
    }
    return -1;
  };

  for (let root = 0; root < lefts && spare >= 0 && found.size < wanted; root++) {
    if (!mayComeIn(root)) continue;
    let to = freeFor(root);
    if (to < 0) {
      spare--;
      continue;
    }
    let slot = (first[to] as number) + (used[to] as number);
    used[to] = (used[to] as number) + 1;
    found.size++;
    for (let mover = -1; mover !== root; ) {
      mover = cameFrom[to] as number;
      const left = partner[mover] as number;
      occupant[slot] = mover;
      partner[mover] = to;
      to = left;
      if (mover !== root) slot = occupant.indexOf(mover, first[left]);
    }
  }
  return found.size === wanted ? found : undefined;
}
