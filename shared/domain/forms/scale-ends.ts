import type { Question } from './form.ts';

/** The ends of a scale whose question names none. */
export const usualEnds = { min: 1, max: 5 };

/** Both ends of a scale. */
export function scaleOf({ min = usualEnds.min, max = usualEnds.max }: Question): { min: number; max: number } {
  return { min, max };
}
