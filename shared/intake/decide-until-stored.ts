import type { AskedForm } from '#domain/forms/form-record.ts';
import * as forms from '#shared/store/forms.ts';
import type { Decided } from './carry-out-recording.ts';

/**
 * Decides on what there is to know, and does that. Where the form or a place for words was taken at the same moment, it is
 * decided anew. `load`: what there is to know, with the form as it is by now once another has changed it. `carryOut`: false
 * when it was decided on what is no longer so.
 */
export async function decideUntilStored<Known extends Decided, Decision>(
  decide: (known: Known) => Decision,
  load: (latest?: AskedForm) => Promise<Known>,
  carryOut: (decision: Decision, known: Known) => Promise<boolean>,
): Promise<Decision> {
  let known = await load();
  for (;;) {
    const decision = decide(known);
    if (await carryOut(decision, known)) return decision;
    const { id, cohort } = known.form;
    const latest = await forms.get(cohort, known.form);
    if (!latest) throw new Error(`The form ${id} has gone.`);
    known = await load(latest);
  }
}
