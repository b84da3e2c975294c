import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import type { Purpose } from '#domain/forms/purposes.ts';
import type { Pair } from '#domain/pair.ts';

/** A pair whose id says who it is: `grace-ada`. */
export function pair(id: string, changes: Partial<Pair> = {}): Pair {
  const [mentor = '', mentee = ''] = id.split('-');
  const score = { score: 0.7, reasons: [] };
  return { id, cohort: 'coh_1', mentor, mentee, ...score, round: 1, status: 'proposed', expiresAt: 0, ...changes };
}

export function form(purpose: Purpose, person: string, changes: Partial<AskedForm> = {}): AskedForm {
  const id = `${purpose}-${person}-${changes.pair ?? ''}`;
  const asked = newForm({ id, cohort: 'coh_1', person, purpose, occasion: 'x', openedAt: '', expiresAt: 0 });
  return { ...asked, status: 'complete', ...changes };
}

/** A reviewer's whole ballot: true for a pair, false against it. */
export const ballot = (person: string, answers: AskedForm['answers']): AskedForm => form('ballot', person, { answers });

/** What one of a published pair has said to it. */
export const consent = (person: string, of: string, answer?: boolean): AskedForm =>
  form('consent', person, {
    pair: of,
    ...(answer === undefined ? { status: 'open' } : { answers: { with: answer } }),
  });

export const idsOf = (pairs: readonly Pair[]): string[] => pairs.map(({ id }) => id);
