import { type Plan, Planner } from './assignment.ts';
import { guessPrices, plainPrices } from './guess.ts';
import { type Scope, Shortlists } from './shortlist.ts';

/**
 * The plan with the highest total that has as many pairs as `partner`, a largest matching. Contested lefts may go nowhere
 * instead, as many as have to: that is one more right, with a place for each of them. `near` is a plan of much the same
 * problem to go on from.
 */
export function bestPlan(scope: Scope, places: Int32Array, partner: Int32Array, near?: Plan): Plan {
  const { graph, supply, contested } = scope;
  const nowhere = graph.rights;
  const unplaced = partner.reduce((count, right, left) => count + (supply[left] === 1 && right < 0 ? 1 : 0), 0);
  const maySpare = Uint8Array.from({ length: nowhere + 1 }, (_, j) => (j === nowhere || contested?.rights[j] ? 0 : 1));
  const room = Int32Array.from([...places, unplaced]);
  const from = (price: Float64Array) =>
    new Planner({ lists: new Shortlists(scope, price), supply, places: room, maySpare, price });
  let planner = from(
    near ? near.rightPrice.slice() : plainPrices(places, contested ? -scope.units.range : Number.NEGATIVE_INFINITY),
  );
  // Where most want the same few rights, better prices to start from are worth their while.
  if (!near && planner.bid() > partner.length / 2) planner = from(guessPrices(scope, places));
  const plan = planner.place(near?.partner);
  return { ...plan, partner: plan.partner.map((right) => (right === nowhere ? -1 : right)) };
}
