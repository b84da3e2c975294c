import { Planner } from './assignment.ts';
import type { Plan } from './plan.ts';
import { type Scope, Shortlists } from './shortlist.ts';

/** Prices to start from, the short lists at these prices, and, if there is one, a plan that may be near. */
export interface Start {
  price: Float64Array;
  lists: Shortlists;
  near?: Int32Array;
}

/** No price on any right that has places, nor on nowhere. */
export function plainStart(scope: Scope, places: Int32Array): Start {
  const price = new Float64Array(places.length + 1);
  for (let j = 0; j < places.length; j++) if (places[j] === 0) price[j] = Number.NEGATIVE_INFINITY;
  return { price, lists: new Shortlists(scope, price) };
}

/** The prices and the pairs of a plan of much the same problem. */
export function startFrom(scope: Scope, places: Int32Array, { partner, rightPrice }: Plan): Start {
  // A right that had no places had no price either; and there may be a nowhere only now.
  const price = rightPrice.map((one) => (one === Number.NEGATIVE_INFINITY ? 0 : one));
  for (let j = 0; j < places.length; j++) if (places[j] === 0) price[j] = Number.NEGATIVE_INFINITY;
  return { price, lists: new Shortlists(scope, price), near: partner };
}

/**
 * The plan with the highest total that has as many pairs as `partner`, a largest matching. Contested lefts may go nowhere
 * instead, as many as have to: that is one more right, with a place for each of them.
 */
export function bestPlan(scope: Scope, places: Int32Array, partner: Int32Array, { price, lists, near }: Start): Plan {
  const { graph, supply, contested } = scope;
  const nowhere = graph.rights;
  const unplaced = partner.reduce((count, right, left) => count + (supply[left] === 1 && right < 0 ? 1 : 0), 0);
  if (!near && unplaced > 0) price[nowhere] = -priceOfNowhere(lists, supply, unplaced);
  const planner = new Planner({
    lists,
    supply,
    places: Int32Array.from([...places, unplaced]),
    maySpare: Uint8Array.from({ length: nowhere + 1 }, (_, j) => (j === nowhere || contested?.rights[j] ? 0 : 1)),
    price,
  });
  const plan = planner.place(near);
  return { ...plan, partner: plan.partner.map((right) => (right === nowhere ? -1 : right)) };
}

/** A price at which about as many lefts would go nowhere as have to: those whose cheapest right costs most. */
function priceOfNowhere({ from, to, cost }: Shortlists, supply: Int32Array, unplaced: number): number {
  const cheapest: number[] = [];
  supply.forEach((units, left) => {
    // The first of a list is nowhere itself; whoever has nothing else goes there whatever the price.
    const [first, end] = [(from[left] as number) + 1, to[left] as number];
    if (units > 0 && first < end) cheapest.push(cost.subarray(first, end).reduce((a, b) => Math.min(a, b)));
  });
  cheapest.sort((a, b) => b - a);
  return cheapest[Math.min(unplaced, cheapest.length - 1)] ?? 0;
}
