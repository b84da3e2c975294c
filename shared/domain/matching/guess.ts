import { Planner } from './assignment.ts';
import { rightOf } from './graph.ts';
import type { Scope } from './shortlist.ts';

/** For now: zero. */
export function guessPrices({ graph, contested, units }: Scope, places: Int32Array): Float64Array {
  const price = new Float64Array(graph.rights + 1);
  for (let j = 0; j < graph.rights; j++) price[j] = places[j] === 0 ? Number.NEGATIVE_INFINITY : 0;
  price[graph.rights] = contested ? -units.range : Number.NEGATIVE_INFINITY;
  void Planner;
  void rightOf;
  return price;
}
