import type { Answers } from '#domain/forms/form.ts';

/** The fields that a browser sends for these answers. */
export function fields(given: Answers): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(given).map(([key, answer]) => {
      if (typeof answer === 'boolean') return [key, answer ? 'yes' : 'no'];
      return [key, Array.isArray(answer) ? answer : String(answer)];
    }),
  );
}
