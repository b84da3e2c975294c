import type { AskedForm } from '#domain/forms/form-record.ts';
import { isConfidential, isSecretUntilDecided } from '#domain/forms/purposes.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { doneAt } from '#domain/program/milestones.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import type { ForwardedWords, Letter } from './letters.ts';
import type { Place, Situation } from './situation.ts';

/**
 * Where somebody's words have gone. not forwarded: the coordinator has had enough words of theirs today, or is the one whom they
 * are about. nothing: there are no words, or they are the coordinator's, who would get them back.
 */
export type Forwarding = ForwardedWords | 'not forwarded' | 'nothing';

type ForwardingSituation = Pick<Situation, 'cohort' | 'person' | 'form' | 'pair' | 'places' | 'ids'>;

/** Gives the coordinator words that somebody wrote to us and only a person can answer. `isAgreed`: they are confidential, and their writer has asked us to. */
export function forwardQuestion(
  { words, reply, isAgreed }: { words: string; reply: string; isAgreed?: true },
  { cohort, person, form, pair, places, ids }: ForwardingSituation,
): Forwarding {
  if (words === '' || person.email === cohort.coordinator.email) return 'nothing';
  const key = isAgreed ? `${reply}.agreed` : reply;
  const place = placeFor(key, places);
  if (!place || concernsCoordinator(cohort, form, { pair, ids })) return 'not forwarded';
  const about = { from: person.name, email: person.email, text: words, purpose: form.purpose };
  return {
    person: ids.coordinator,
    kind: 'question-from',
    occasion: place.occasion,
    facts: { ...about, ...(isAgreed && { isAgreed }), key },
  };
}

/** How many words of a message may go to the coordinator, each in an email of its own. */
export function wordsToForward(understood: Understood): number {
  const isBeside = 'beside' in understood && understood.beside.passOn !== '';
  const isAgreed = understood.is === 'answers' && understood.back?.about === 'offer' && understood.back.agrees;
  return (isBeside ? 1 : 0) + (isAgreed ? 1 : 0);
}

/** The place that words have already, or else the first of today that is free. */
export function placeFor(key: string, places: readonly Place[]): Place | undefined {
  const own = places.find(({ keys }) => keys.includes(key));
  return own ?? places.find(({ isToday, keys }) => isToday && keys.length === 0);
}

/** The places once these words have theirs. */
export function placesBeside(forwarding: Forwarding, places: readonly Place[]): Place[] {
  return places.map((place) =>
    typeof forwarding === 'object' && place.occasion === forwarding.occasion
      ? { ...place, keys: [...place.keys, forwarding.facts.key] }
      : place,
  );
}

/**
 * Whether words on a form may be about its coordinator, who is the partner of who wrote them, or votes on the committee: they were
 * promised that a partner hears no reason, and that nobody sees a vote before the votes have ended.
 */
function concernsCoordinator(
  cohort: Cohort,
  { purpose }: AskedForm,
  { pair, ids }: Pick<Situation, 'pair' | 'ids'>,
): boolean {
  const { coordinator, committee } = cohort;
  if (isSecretUntilDecided(purpose))
    return (
      doneAt(cohort, 'match', 'decide') === undefined && committee.some(({ email }) => email === coordinator.email)
    );
  return pair?.mentor === ids.coordinator || pair?.mentee === ids.coordinator;
}

/**
 * Tells the coordinator, once a form, that somebody has written more than answers on a form that is confidential. Not a word of
 * it: those wait for their writer (`AskedForm.offer`).
 */
export function wroteMore({
  cohort,
  person,
  form,
  ids,
}: Pick<Situation, 'cohort' | 'person' | 'form' | 'ids'>): Letter[] {
  const { purpose, stage } = form;
  if (person.email === cohort.coordinator.email || !isConfidential(purpose)) return [];
  const facts = { who: person.name, email: person.email, purpose, ...(stage !== undefined && { stage }) };
  return [{ person: ids.coordinator, kind: 'wrote-more', occasion: form.id, facts }];
}
