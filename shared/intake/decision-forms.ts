import { type AskedForm, newForm, type Strike } from '#domain/forms/form-record.ts';
import { shownName } from '#domain/names/called.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { askedWordsOf } from '#shared/words/asked-words.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';

/** The form on which this person decides, as it is when it is asked. */
export function decisionForm(cohort: Cohort, person: string, now: Instant): AskedForm {
  return newForm({
    id: decisionId(cohort, person),
    cohort: cohort.id,
    person,
    purpose: 'decision',
    occasion: 'publish',
    questions: [ownQuestion('decision', askedWordsOf(cohort.language))],
    openedAt: now,
    expiresAt: cohort.expiresAt,
  });
}

function decisionId(cohort: Cohort, person: string): string {
  return forms.formId(cohort.id, person, { purpose: 'decision' }, 'publish');
}

/** Who may publish: the chair and the coordinator, who is asked too when the chair does not do it. */
export function publishers(cohort: Cohort): string[] {
  const addresses = new Set([...(cohort.chair ? [cohort.chair] : []), cohort.coordinator.email]);
  return [...addresses].map((email) => people.personId(cohort.id, email));
}

export function decisionOf(cohort: Cohort, person: string): Promise<AskedForm | undefined> {
  return forms.get(cohort.id, { purpose: 'decision', id: decisionId(cohort, person) });
}

/** The decisions that have been asked for. */
export async function decisionsOn(cohort: Cohort): Promise<AskedForm[]> {
  const asked = await Promise.all(publishers(cohort).map((person) => decisionOf(cohort, person)));
  return asked.filter((form) => form !== undefined);
}

/** A pair that waits to be published. */
export interface Waiting extends Omit<Strike, 'reason'> {
  isNew: boolean;
}

/** The pairs that are to be published, without that of whoever decides: they hear of it when everybody does. */
export async function pairsToPublish(cohort: Cohort, reader: string): Promise<Waiting[]> {
  const [stored, everyone] = await Promise.all([pairs.list(cohort.id), people.list(cohort.id)]);
  const names = new Map(everyone.map(({ id, name }) => [id, shownName(name)]));
  return stored
    .filter(({ status, mentor, mentee }) => status === 'proposed' && mentor !== reader && mentee !== reader)
    .map(({ id, mentor, mentee, round }) => ({
      pair: id,
      mentor: names.get(mentor) ?? mentor,
      mentee: names.get(mentee) ?? mentee,
      isNew: round > 1,
    }));
}
