import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { scoredPool } from '#domain/matching/scoring/scored-pool.ts';
import { solve } from '#domain/matching/solver/solve.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { population } from './population.ts';

/** How good the pairs are that a way of matching makes: scores 0..100, shares in percent. */
export interface Quality {
  way: string;
  mean: number;
  worst: number;
  unmatched: number;
}

/**
 * What people do today beside the optimum, on one made-up pool of 600 mentees and 360 mentors with the built-in program:
 *
 * - greedy: the best pair of all is made first, then the best of what is left, and so on;
 * - first come: each mentee in turn, in the order of applications, gets the best mentor who still has a place;
 * - three rounds: the best total with one mentee for each mentor, three times over, each round for the mentees who still
 *   have nobody and the mentors who still have a place. So works the open-source `mentor-match`, in our words; it would
 *   also give a mentee a second mentor, which is left out here.
 */
export function benchQuality(): Quality[] {
  const applicants = population(600, 360, 5);
  const { problem } = scoredPool({ applicants, program: defaultProgram });
  const { rows, columns, capacity } = problem;
  const score = (row: number, column: number) => (problem.scores as Float64Array)[row * columns + column] as number;
  const all: [row: number, column: number][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) if (score(row, column) >= 0) all.push([row, column]);
  }
  const best = [...all].sort((a, b) => score(...b) - score(...a));

  const inOrder = (order: [number, number][]) => {
    const room = Array.from(capacity);
    const partner = new Map<number, number>();
    for (const [row, column] of order) {
      if (partner.has(row) || (room[column] as number) === 0) continue;
      partner.set(row, column);
      room[column] = (room[column] as number) - 1;
    }
    return [...partner];
  };
  const firstCome = [...all].sort((a, b) => a[0] - b[0] || score(...b) - score(...a));
  const inRounds = () => {
    const room = Array.from(capacity);
    const partner = new Map<number, number>();
    for (let round = 0; round < 3; round++) {
      const left = Float64Array.from(problem.scores as Float64Array, (one, at) =>
        partner.has(Math.floor(at / columns)) ? Number.NaN : one,
      );
      const places = room.map((one) => Math.min(one, 1));
      for (const [row, column] of solve({ rows, columns, capacity: places, scores: left }, 'total').pairs) {
        partner.set(row, column);
        room[column] = (room[column] as number) - 1;
      }
    }
    return [...partner];
  };

  const measured = (way: string, scores: number[]): Quality => ({
    way,
    mean: (100 * scores.reduce((sum, one) => sum + one, 0)) / scores.length,
    worst: 100 * scores.reduce((worst, one) => Math.min(worst, one), 1),
    unmatched: (100 * (rows - scores.length)) / rows,
  });
  const optimal = (objective: 'fair' | 'total') =>
    proposePairs({ applicants, program: defaultProgram, objective }).pairs.map((pair) => pair.score);
  return [
    measured('optimal', optimal('fair')),
    measured('optimal, --objective total', optimal('total')),
    measured(
      'greedy',
      inOrder(best).map((pair) => score(...pair)),
    ),
    measured(
      'first come',
      inOrder(firstCome).map((pair) => score(...pair)),
    ),
    measured(
      'three rounds',
      inRounds().map((pair) => score(...pair)),
    ),
  ];
}
