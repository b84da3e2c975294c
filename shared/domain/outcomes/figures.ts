import type { Range } from './outcome-report.ts';

/** One decimal, as people say it: 4.3, 4. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Shares that people have words for. */
const fractions = {
  'one-in-ten': 0.1,
  'one-in-five': 0.2,
  'one-in-four': 0.25,
  'one-in-three': 1 / 3,
  'two-in-five': 0.4,
  half: 0.5,
  'three-in-five': 0.6,
  'two-in-three': 2 / 3,
  'three-in-four': 0.75,
  'four-in-five': 0.8,
  'nine-in-ten': 0.9,
};
export type Fraction = keyof typeof fractions;

/** A share of people as it is said: what it is near, and how that is meant. */
export type RoughShare =
  | { kind: 'all' | 'none' | 'nearly-all' | 'hardly-any' }
  | { kind: 'exactly' | 'about' | 'or-more' | 'or-fewer'; near: Fraction }
  | { kind: 'range'; near: Fraction; upTo: Fraction };

export function roughly({ from, to }: Range): RoughShare {
  if (from === to) {
    if (from === 1) return { kind: 'all' };
    if (from === 0) return { kind: 'none' };
    if (from > 0.94) return { kind: 'nearly-all' };
    if (from < 0.06) return { kind: 'hardly-any' };
    const near = nearest(from);
    return { kind: Math.abs(fractions[near] - from) < 0.005 ? 'exactly' : 'about', near };
  }
  if (to === 1) return { kind: 'or-more', near: nearest(from) };
  if (from === 0) return { kind: 'or-fewer', near: nearest(to) };
  return { kind: 'range', near: nearest(from), upTo: nearest(to) };
}

function nearest(share: number): Fraction {
  const names = Object.keys(fractions) as Fraction[];
  const distance = (name: Fraction) => Math.abs(fractions[name] - share);
  return names.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
