import type { AskedForm } from '#domain/forms/form-record.ts';
import { isOfProposedPair } from '#domain/forms/purposes.ts';
import * as pairs from '#shared/store/pairs.ts';

/**
 * Whether what a form asks about is still so. A pair that one of the two has refused is promised to neither any more, also
 * to whoever changes their mind; one that the coordinator was asked about may have been made, or have lost one of its two. A
 * reply that is stored already is answered as it was understood then.
 */
export async function stillStands(form: AskedForm, reply?: string): Promise<boolean> {
  if (!isOfProposedPair(form.purpose) || form.pair === undefined) return true;
  if (form.replies.some(({ id }) => id === reply)) return true;
  if (form.answers.with === false) return false;
  const refusable = await pairs.pair(form.cohort, form.pair);
  return refusable?.status === 'proposed';
}
