/** A goal's attainment, from -2 (much less than expected) over 0 (as expected) to +2, and how much the goal weighs. */
export interface RatedGoal {
  rating: number;
  weight: number;
}

/** How far ratings of several goals of one person are expected to move together (Kiresuk & Sherman 1968). */
const correlation = 0.3;

/**
 * The Goal Attainment Scaling score of one person's goals (Kiresuk & Sherman 1968): 50 is "as expected", 10 is one
 * standard deviation. For a single goal it is 50 + 10 * rating. Throws when there is no goal with a weight.
 */
export function goalAttainment(goals: readonly RatedGoal[]): number {
  let sum = 0;
  let weights = 0;
  let squares = 0;
  for (const { rating, weight } of goals) {
    sum += weight * rating;
    weights += weight;
    squares += weight * weight;
  }
  if (!(squares > 0)) throw new Error('Goal attainment needs at least one goal with a weight.');
  return 50 + (10 * sum) / Math.sqrt((1 - correlation) * squares + correlation * weights * weights);
}
