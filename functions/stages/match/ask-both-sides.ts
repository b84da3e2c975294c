import type { AskedForm } from '#domain/forms/form-record.ts';
import { isRefused } from '#domain/matching/round/after-refusals.ts';
import { findingsFor } from '#domain/matching/scoring/reason.ts';
import { shownName } from '#domain/names/called.ts';
import type { Pair } from '#domain/pair.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { wordsOf } from '#shared/words/index.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';
import { forEach } from '../for-each-page.ts';
import { openForm } from '../open-form.ts';
import { bothSides } from '../pairs/pair-members.ts';

export function consentsOf(cohort: Cohort): Promise<AskedForm[]> {
  return forms.list(cohort.id, 'consent');
}

/**
 * Shows both sides of each pair who they would be with, and why. Each may say no, once in a cohort and without a reason;
 * whoever has done so before is only told. `lost` are pairs that their people had been told of, never those that the
 * committee alone has seen.
 */
export async function askBothSides(cohort: Cohort, of: readonly Pair[], now: Instant, lost: readonly Pair[] = []) {
  const names = new Map((await people.list(cohort.id)).map(({ id, name }) => [id, shownName(name)]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const haveRefused = new Set((await consentsOf(cohort)).filter(isRefused).map(({ person }) => person));
  await forEach(
    of.flatMap((pair) => bothSides(pair).map((side) => ({ pair, ...side }))),
    async (one) => {
      const { pair, person, side } = one;
      const partner = nameOf(side === 'mentor' ? pair.mentee : pair.mentor);
      const formerOnes = lost.flatMap((former) =>
        former[side] === person ? [nameOf(side === 'mentor' ? former.mentee : former.mentor)] : [],
      );
      const facts = { partner, role: side, reasons: findingsFor(pair), instead: formerOnes };
      const draft = { person, kind: 'partner-proposed' as const, occasion: pair.id, facts };
      if (haveRefused.has(person)) return queueEmail(cohort, draft, now);
      const questions = [ownQuestion('consent', wordsOf(cohort.language), { partner })];
      const form = await openForm(
        cohort,
        { person, purpose: 'consent', occasion: pair.id, pair: pair.id, side, questions },
        now,
      );
      return queueEmail(cohort, { ...draft, form }, now);
    },
  );
}
