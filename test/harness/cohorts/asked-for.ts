import { type AskedFor, Purpose } from '#domain/forms/purposes.ts';

/** What a form is asked for, by its purpose or, of a survey, by the name of its stage. */
export function askedFor(name: string): AskedFor {
  const { data: purpose } = Purpose.safeParse(name);
  return purpose ? { purpose } : { purpose: 'survey', stage: name };
}
