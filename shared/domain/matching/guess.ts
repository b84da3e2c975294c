import { Planner } from './assignment.ts';
import { type Graph, rightOf } from './graph.ts';
import { type Scope, Shortlists } from './shortlist.ts';

/** One left in this many is in the sample, and one right. */
const sparsity = 4;
/** Problems up to this size are solved without a guess. */
const small = 150;

/** No price on any right that has places, and this one on nowhere. */
export function plainPrices(places: Int32Array, nowhere: number): Float64Array {
  const price = new Float64Array(places.length + 1);
  for (let j = 0; j < places.length; j++) if (places[j] === 0) price[j] = Number.NEGATIVE_INFINITY;
  price[places.length] = nowhere;
  return price;
}

/**
 * Prices of the rights to start from, near those that will prove the plan: those of a sample of lefts and rights, solved
 * on its own (from a guess of its own), carried over to every right by what the sampled lefts would pay for it. A guess:
 * whatever it says, the plan is the best in the end, but where all want the same few rights it saves most of the work.
 */
export function guessPrices({ graph, contested, units, supply, least }: Scope, places: Int32Array): Float64Array {
  const { rights } = graph;
  const price = plainPrices(places, contested ? -units.range : Number.NEGATIVE_INFINITY);
  if (graph.lefts <= small || rights <= small) return price;
  const rows = sampled(graph.lefts).filter((i) => supply[i] === 1);
  const columns = sampled(rights).filter((j) => (places[j] as number) > 0);
  const sample = sampleOf(graph, rows, columns, least);
  const scope: Scope = {
    graph: sample,
    least: Number.NEGATIVE_INFINITY,
    units,
    supply: new Int32Array(rows.length).fill(1),
  };
  // Anyone in the sample may go nowhere, at a loss: it need not have a complete plan.
  const nowhere = columns.length;
  scope.contested = { lefts: new Uint8Array(rows.length).fill(1), rights: new Uint8Array(columns.length).fill(1) };
  const room = Int32Array.from(columns, (j) => places[j] as number);
  const start = guessPrices(scope, room);
  start[nowhere] = 0;
  const planner = new Planner({
    lists: new Shortlists(scope, start, units.range),
    supply: scope.supply,
    places: Int32Array.from([...room, rows.length]),
    maySpare: new Uint8Array(nowhere + 1).fill(1),
    price: start,
  });
  const { leftPrice, rightPrice } = planner.place();
  // What may be left over is never dearer than what is left over.
  const cap = -(leftPrice[rows.length] as number);
  carry(graph, rows, leftPrice, units, price);
  for (let j = 0; j < rights; j++) if (places[j]) price[j] = Math.min(cap, price[j] as number);
  if (contested) price[rights] = (rightPrice[nowhere] as number) - units.range;
  return price;
}

/** Every few numbers below `count`, each a little off, so that no pattern in the order of people shows. */
function sampled(count: number): number[] {
  const chosen: number[] = [];
  for (let n = 0, seed = 1; n < count; n += sparsity) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    chosen.push(Math.min(count - 1, n + ((seed >> 16) % sparsity)));
  }
  return chosen;
}

function sampleOf(graph: Graph, rows: number[], columns: number[], least: number): Graph {
  const at = new Int32Array(graph.rights).fill(-1);
  columns.forEach((j, n) => {
    at[j] = n;
  });
  const score = new Float64Array(rows.length * columns.length).fill(Number.NaN);
  rows.forEach((i, row) => {
    for (let k = graph.start[i] as number; k < (graph.start[i + 1] as number); k++) {
      const column = at[rightOf(graph, i, k)] as number;
      const one = graph.score[k] as number;
      if (column >= 0 && one >= least) score[row * columns.length + column] = one;
    }
  });
  const start = Int32Array.from({ length: rows.length + 1 }, (_, row) => row * columns.length);
  return { lefts: rows.length, rights: columns.length, start, right: undefined, score, closed: undefined };
}

/** What the sampled lefts would pay at most for each right. */
function carry(
  graph: Graph,
  rows: number[],
  leftPrice: Float64Array,
  { top, unit }: Scope['units'],
  price: Float64Array,
) {
  const { start, right, score } = graph;
  const pays = new Float64Array(graph.rights).fill(Number.POSITIVE_INFINITY);
  rows.forEach((i, row) => {
    const own = leftPrice[row] as number;
    const from = start[i] as number;
    for (let k = from; k < (start[i + 1] as number); k++) {
      const j = right === undefined ? k - from : (right[k] as number);
      const one = top - (score[k] as number) * unit - own;
      if (one < (pays[j] as number)) pays[j] = one;
    }
  });
  for (let j = 0; j < graph.rights; j++) {
    if ((price[j] as number) > Number.NEGATIVE_INFINITY) price[j] = Math.round(pays[j] as number);
  }
}
