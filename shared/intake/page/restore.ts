import { definitionOf } from '#domain/forms/form-record.ts';
import { isInvitation, nameOfAsked } from '#domain/forms/purposes.ts';
import { type PageChange, withoutChange } from '#domain/page-change.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as promises from '#shared/store/promises.ts';
import { wakeMatching } from '#shared/workflow/wake.ts';

/** Puts back what a change on a page made of its form. Doing it again changes nothing. */
export async function restore(
  cohort: Cohort,
  program: ProgramDefinition,
  change: PageChange,
  now: Instant,
): Promise<void> {
  for (;;) {
    const seen = await forms.get(cohort.id, change.form);
    if (!seen) return;
    if (await forms.replace(seen, withoutChange(seen, change, definitionOf(seen, program)))) break;
  }
  if (change.given.declines && isInvitation(change.form.purpose)) {
    const person = await people.get(cohort.id, change.person);
    if (person) await promises.undecline(person);
  }
  const details = { channel: 'reply' };
  await events.note(cohort, {
    at: now,
    what: `${nameOfAsked(change.form)}.restored`,
    who: change.person,
    of: change.form.id,
    details,
  });
  await wakeMatching(cohort);
}
