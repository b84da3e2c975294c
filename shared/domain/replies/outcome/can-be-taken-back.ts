import { lateCounts, takesAnswers } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { takenBackWhile } from '#domain/forms/purposes.ts';
import type { PageChange } from '#domain/page-change.ts';
import type { Pair } from '#domain/pair.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';

/** Longer than this what acts on others is not taken back by itself: they have begun to rely on it. */
const day = 24 * 3600 * 1000;

/** Whether what was sent from a page can be taken back as if it had not been: nobody was told anything on the strength of it. */
export function canBeTakenBack(
  { acts, at }: Pick<PageChange, 'acts' | 'at'>,
  { cohort, form, pairs, now }: { cohort: Cohort; form: AskedForm; pairs: readonly Pair[]; now: Instant },
): boolean {
  if (!acts) return takesAnswers(cohort, form, now) || lateCounts(cohort, form, now);
  if (Date.parse(now) - Date.parse(at) > day) return false;
  const own = pairs.find(({ id }) => id === form.pair);
  switch (takenBackWhile(form.purpose)) {
    case 'never':
      return false;
    case 'answers are taken':
      return takesAnswers(cohort, form, now);
    case 'its pair is proposed':
      return takesAnswers(cohort, form, now) && own?.status === 'proposed';
    case 'neither has a new partner':
      return own !== undefined && !pairs.some((pair) => isNewPartner(pair, own, at));
  }
}

/** Whether one of a pair was introduced to somebody else since. */
function isNewPartner({ id, mentor, mentee, announcedAt }: Pair, own: Pair, since: Instant): boolean {
  const two = [own.mentor, own.mentee];
  return (
    id !== own.id && announcedAt !== undefined && announcedAt > since && (two.includes(mentor) || two.includes(mentee))
  );
}
