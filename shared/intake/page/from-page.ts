import type { AskedForm } from '#domain/forms/form-record.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { decidePage, givenBy, type PageOutcome } from '#domain/replies/outcome/decide-page.ts';
import { randomId } from '#shared/ids.ts';
import { recordPageOrApiAnswers } from '#shared/intake/record-page-or-api-answers.ts';
import { queueEmail, replaceFacts } from '#shared/mail/queue-email.ts';
import { Problem } from '#shared/problem.ts';
import * as pageChanges from '#shared/store/page-changes.ts';
import { wordsOf } from '#shared/words/index.ts';
import { receiptFor, receiptNamed } from './page-receipt.ts';

/**
 * Takes what was sent from a form's page. Its person gets a receipt, whatever it was; what acts on others counts only once
 * that was sent (`let-count.ts`), the rest at once. What changes nothing is neither told nor kept. Returns whether it waits.
 * Throws a Problem when the page has been sent too often today.
 */
export async function takeFromPage(
  { cohort, program, person, now }: { cohort: Cohort; program: ProgramDefinition; person: Person; now: Instant },
  form: AskedForm,
  given: PageChange['given'],
): Promise<{ waits: boolean }> {
  const id = randomId('web');
  const earlier = await pageChanges.changesOf(form);
  const outcome = decidePage({ cohort, program, form, earlier, id, receipt: receiptNamed(id), given, now });
  switch (outcome.became) {
    case 'same':
      // What waits may have been stored by a call that crashed before its receipt was queued.
      for (const change of outcome.waiting)
        await queueEmail(cohort, await receiptFor(cohort, program, outcome.after, change), now);
      return { waits: outcome.waiting.length > 0 };
    case 'too often':
      throw tooMany(cohort);
    case 'changed': {
      await tell(cohort, program, outcome, now);
      const { change } = outcome;
      if (!change.acts) await recordPageOrApiAnswers({ cohort, program, person, now }, form, givenBy(change));
      return { waits: change.acts };
    }
  }
}

/** Notes a change and writes its receipt, in this order, so that nothing waits without a receipt that can end the wait. */
async function tell(
  cohort: Cohort,
  program: ProgramDefinition,
  { change, joined, after }: Extract<PageOutcome, { became: 'changed' }>,
  now: Instant,
): Promise<void> {
  if (joined && (await replaceFacts(cohort, await receiptFor(cohort, program, after, joined)))) {
    await pageChanges.add(joined);
    return;
  }
  await pageChanges.add(change);
  const { due } = change;
  await queueEmail(cohort, { ...(await receiptFor(cohort, program, after, change)), ...(due && { due }) }, now);
}

function tooMany({ coordinator, language }: Cohort): Problem {
  const { title, detail } = wordsOf(language).pages.tooOften;
  return new Problem(429, title, detail({ coordinator: coordinator.name }));
}
