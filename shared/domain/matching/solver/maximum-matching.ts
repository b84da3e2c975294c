import { edgeAt, type Graph, type Open } from './graph.ts';

/**
 * Who has whom: `partner[left]` is a right or -1. The lefts that have a place of right `j` are `occupant[slot]` for the
 * first `used[j]` slots from `first[j]`.
 */
export interface Matching {
  size: number;
  partner: Int32Array;
  first: Int32Array;
  used: Int32Array;
  occupant: Int32Array;
}

export function emptyMatching(graph: Graph, places: Int32Array): Matching {
  const first = new Int32Array(graph.rights + 1);
  for (let j = 0; j < graph.rights; j++) first[j + 1] = (first[j] as number) + (places[j] as number);
  return {
    size: 0,
    partner: new Int32Array(graph.lefts).fill(-1),
    first,
    used: new Int32Array(graph.rights),
    occupant: new Int32Array(first[graph.rights] as number).fill(-1),
  };
}

/**
 * As many pairs as possible with scores of at least `least`, or `enough`, starting from what `from` holds of them. Depth-first search
 * in phases with lookahead (Pothen & Fan 1990): a right is looked at once a phase, and the search for a free place reads
 * each edge once over all phases.
 */
export function maximumMatching(
  graph: Graph,
  { supply, places }: Pick<Open, 'supply' | 'places'>,
  least = Number.NEGATIVE_INFINITY,
  from?: Matching,
  enough = Number.POSITIVE_INFINITY,
): Matching {
  const { lefts, rights, start, right, score, closed } = graph;
  const found = from ? restricted(graph, from, least) : emptyMatching(graph, places);
  const { partner, first, used, occupant } = found;
  const ahead = start.slice(0, lefts);
  const cursor = new Int32Array(lefts);
  const slotCursor = new Int32Array(rights);
  const seen = new Int32Array(rights).fill(-1);
  const path = new Int32Array(lefts);
  // Through which slot each left on the path was reached, so that it can hand the slot on when it moves.
  const reachedBy = new Int32Array(lefts);

  const freeRight = (i: number): number => {
    const end = start[i + 1] as number;
    const from = start[i] as number;
    for (let k = ahead[i] as number; k < end; k++) {
      const j = right === undefined ? k - from : (right[k] as number);
      if ((used[j] as number) < (places[j] as number) && (score[k] as number) >= least && !closed?.has(k)) {
        ahead[i] = k;
        return j;
      }
    }
    ahead[i] = end;
    return -1;
  };

  const augmentFrom = (root: number, phase: number): boolean => {
    let depth = 0;
    path[0] = root;
    cursor[root] = start[root] as number;
    let fresh = true;
    while (depth >= 0) {
      const i = path[depth] as number;
      const free = fresh ? freeRight(i) : -1;
      if (free >= 0) {
        let slot = (first[free] as number) + (used[free] as number);
        let to = free;
        used[free] = (used[free] as number) + 1;
        for (let step = depth; step >= 0; step--) {
          const mover = path[step] as number;
          const left = partner[mover] as number;
          occupant[slot] = mover;
          partner[mover] = to;
          to = left;
          slot = reachedBy[mover] as number;
        }
        return true;
      }
      fresh = false;
      let next = -1;
      const end = start[i + 1] as number;
      let k = cursor[i] as number;
      for (; k < end && next < 0; ) {
        const j = right === undefined ? k - (start[i] as number) : (right[k] as number);
        const at = seen[j] === phase ? (slotCursor[j] as number) : 0;
        // The comparison is also false for NaN, which stands for a pair that is not allowed.
        if (at >= (used[j] as number) || !((score[k] as number) >= least) || closed?.has(k)) {
          k++;
          continue;
        }
        seen[j] = phase;
        slotCursor[j] = at + 1;
        const slot = (first[j] as number) + at;
        next = occupant[slot] as number;
        reachedBy[next] = slot;
      }
      cursor[i] = k;
      if (next < 0) {
        depth--;
        continue;
      }
      // A left is reached through its own slot only, and each slot is handed out once a phase, so no left is on the
      // path twice; except the root, which has no slot.
      path[++depth] = next;
      cursor[next] = start[next] as number;
      fresh = true;
    }
    return false;
  };

  let phase = 0;
  for (let grew = true; grew; phase++) {
    grew = false;
    for (let i = 0; i < lefts && found.size < enough; i++) {
      if (partner[i] !== -1 || supply[i] === 0) continue;
      if (augmentFrom(i, phase)) {
        found.size++;
        grew = true;
      }
    }
  }
  return found;
}

/** What can be kept of these pairs (`partner[left]` is a right or -1), as a matching. */
export function matchingOf(
  graph: Graph,
  { supply, places }: Pick<Open, 'supply' | 'places'>,
  partner: Int32Array,
): Matching {
  const found = emptyMatching(graph, places);
  for (let i = 0; i < graph.lefts; i++) {
    const j = partner[i] as number;
    if (j < 0 || supply[i] === 0 || (found.used[j] as number) >= (places[j] as number) || edgeAt(graph, i, j) < 0)
      continue;
    found.occupant[(found.first[j] as number) + (found.used[j] as number)] = i;
    found.used[j] = (found.used[j] as number) + 1;
    found.partner[i] = j;
    found.size++;
  }
  return found;
}

/** The pairs of `matching` that the graph allows with scores of at least `least`, as a matching of its own. */
function restricted(graph: Graph, matching: Matching, least: number): Matching {
  const { lefts, rights, score } = graph;
  const { first } = matching;
  const kept: Matching = {
    size: 0,
    partner: new Int32Array(lefts).fill(-1),
    first,
    used: new Int32Array(rights),
    occupant: new Int32Array(matching.occupant.length).fill(-1),
  };
  for (let i = 0; i < lefts; i++) {
    const j = matching.partner[i] as number;
    const edge = j < 0 ? -1 : edgeAt(graph, i, j);
    if (edge < 0 || (score[edge] as number) < least) continue;
    const used = kept.used[j] as number;
    kept.partner[i] = j;
    kept.occupant[(first[j] as number) + used] = i;
    kept.used[j] = used + 1;
    kept.size++;
  }
  return kept;
}

/** The lowest score in a matching; Infinity when it is empty. */
export function worstOf(graph: Graph, matching: Matching): number {
  let worst = Number.POSITIVE_INFINITY;
  matching.partner.forEach((right, left) => {
    if (right >= 0) worst = Math.min(worst, graph.score[edgeAt(graph, left, right)] as number);
  });
  return worst;
}

/**
 * What can be reached from unmatched lefts by going to any allowed right and on to the lefts that have its places (the
 * decomposition of Dulmage & Mendelsohn 1958). In every largest matching, exactly the reached rights are full with
 * reached lefts, and every left that is not reached has a right that is not reached. Undefined when nobody is unmatched.
 */
export function reachable(
  graph: Graph,
  supply: Int32Array,
  matching: Matching,
  least: number,
): { lefts: Uint8Array; rights: Uint8Array } | undefined {
  const { start, right, score, closed } = graph;
  const lefts = new Uint8Array(graph.lefts);
  const rights = new Uint8Array(graph.rights);
  const queue: number[] = [];
  for (let i = 0; i < graph.lefts; i++) {
    if (matching.partner[i] !== -1 || supply[i] === 0) continue;
    lefts[i] = 1;
    queue.push(i);
  }
  if (queue.length === 0) return undefined;
  for (let at = 0; at < queue.length; at++) {
    const i = queue[at] as number;
    const from = start[i] as number;
    for (let k = from; k < (start[i + 1] as number); k++) {
      const j = right === undefined ? k - from : (right[k] as number);
      if (rights[j] || !((score[k] as number) >= least) || closed?.has(k)) continue;
      rights[j] = 1;
      const first = matching.first[j] as number;
      for (let slot = first; slot < first + (matching.used[j] as number); slot++) {
        const occupant = matching.occupant[slot] as number;
        if (lefts[occupant]) continue;
        lefts[occupant] = 1;
        queue.push(occupant);
      }
    }
  }
  return { lefts, rights };
}
