import type { Question } from '#domain/forms/form.ts';
import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import type { AskedFor } from '#domain/forms/purposes.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import * as forms from '#shared/store/forms.ts';

interface Wanted extends AskedFor {
  person: string;
  occasion: string;
  pair?: string;
  side?: 'mentor' | 'mentee';
  partner?: NonNullable<AskedForm['partner']>;
  questions?: Question[];
}

/** Opens a form for somebody, or finds the one that was opened before for the same occasion. */
export async function openForm(cohort: Cohort, asking: Wanted, now: Instant): Promise<AskedForm> {
  const id = forms.formId(cohort.id, asking.person, asking, asking.occasion);
  const form = newForm({ id, cohort: cohort.id, ...asking, openedAt: now, expiresAt: cohort.expiresAt });
  if (await forms.open(form)) return form;
  const earlier = await forms.get(cohort.id, form);
  if (!earlier) throw new Error(`The form ${id} has gone.`);
  return earlier;
}

/** Whether a reminder is due to somebody: they have neither finished nor declined. */
export function owesAnswer(form: AskedForm): boolean {
  return form.status === 'open' || form.status === 'partial';
}
