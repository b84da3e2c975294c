import { scoredPool } from '#domain/matching/pool.ts';
import { propose } from '#domain/matching/propose.ts';
import { essentials } from '#shared/programs/essentials.ts';
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
 * - three rounds: first the mentees for whom few mentors are good enough, then the others, each round with a lower bar
 *   (70, 50, 0) and the best pair of the round first. So works the open-source `mentor-match`, in our words.
 */
export function benchQuality(): Quality[] {
  const applicants = population(600, 360, 5);
  const { problem } = scoredPool({ applicants, program: essentials });
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
  const choices = (row: number, bar: number) =>
    best.filter(([one, column]) => one === row && score(one, column) >= bar);
  const threeRounds = [0.7, 0.5, 0].flatMap((bar) => {
    const picky = new Set(Array.from({ length: rows }, (_, row) => row).filter((row) => choices(row, bar).length < 20));
    const good = best.filter(([row, column]) => score(row, column) >= bar);
    return [...good.filter(([row]) => picky.has(row)), ...good.filter(([row]) => !picky.has(row))];
  });

  const measured = (way: string, scores: number[]): Quality => ({
    way,
    mean: (100 * scores.reduce((sum, one) => sum + one, 0)) / scores.length,
    worst: 100 * scores.reduce((worst, one) => Math.min(worst, one), 1),
    unmatched: (100 * (rows - scores.length)) / rows,
  });
  const optimal = (objective: 'fair' | 'total') =>
    propose({ applicants, program: essentials, objective }).pairs.map((pair) => pair.score);
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
      inOrder(threeRounds).map((pair) => score(...pair)),
    ),
  ];
}
