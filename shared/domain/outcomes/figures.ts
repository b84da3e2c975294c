import type { Range } from './disclosure.ts';

/** One decimal, as people say it: 4.3, 4. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const fractions: [number, string][] = [
  [0.1, 'one in ten'],
  [0.2, 'one in five'],
  [0.25, 'one in four'],
  [1 / 3, 'one in three'],
  [0.4, 'two in five'],
  [0.5, 'half'],
  [0.6, 'three in five'],
  [2 / 3, 'two in three'],
  [0.75, 'three in four'],
  [0.8, 'four in five'],
  [0.9, 'nine in ten'],
];

/** A share of people in words: "all", "about three in four", "more than nine in ten". */
export function shareInWords({ from, to }: Range): string {
  if (from === to) {
    if (from === 1) return 'all';
    if (from === 0) return 'none';
    if (from > 0.94) return 'nearly all';
    if (from < 0.06) return 'hardly any';
    const [near, words] = nearest(from);
    return Math.abs(near - from) < 0.005 ? words : `about ${words}`;
  }
  if (to === 1) return `${nearest(from)[1]} or more`;
  if (from === 0) return `${nearest(to)[1]} or fewer`;
  return `${nearest(from)[1]} to ${nearest(to)[1]}`;
}

function nearest(share: number): [number, string] {
  return fractions.reduce((best, one) => (Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best));
}
