import { isRefusal } from '#domain/agreement.ts';
import { lateCounts } from '#domain/forms/answer-period.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { decideLateAnswers, givenLate } from '#domain/replies/outcome/decide-late-answers.ts';
import { mergeReply } from '#domain/replies/outcome/merge-reply.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';
import { carryOutRecording } from './carry-out-recording.ts';
import { decideUntilStored } from './decide-until-stored.ts';
import { namesFor } from './load-named-people.ts';
import { membersOf } from './record-page-or-api-answers.ts';

/** The id of the question to the coordinator about late replies to `form`: one for all of them, however many come. */
export function lateQuestionId({ id, coordinator }: Cohort, form: Pick<AskedForm, 'id'>): string {
  return forms.formId(id, people.personId(id, coordinator.email), { purpose: 'late' }, form.id);
}

/** The question about late replies to a form that has closed, if it was asked and its answer can change something. */
export async function lateQuestionOf(cohort: Cohort, form: AskedForm, now: Instant): Promise<AskedForm | undefined> {
  if (!lateCounts(cohort, form, now)) return undefined;
  return forms.get(cohort.id, { purpose: 'late', id: lateQuestionId(cohort, form) });
}

/** Does what the coordinator has said about late replies, if anything. Doing it again changes nothing. */
export async function settleLateAnswers(cohort: Cohort, question: AskedForm, now: Instant): Promise<void> {
  const { about } = question;
  if (!about || question.answers.take === undefined || !lateCounts(cohort, about, now)) return;
  const [form, everyReply, program] = await Promise.all([
    forms.get(cohort.id, { ...about, id: about.form }),
    question.answers.take === true ? replies.repliesTo(cohort.id, about.form) : [],
    cohorts.program(cohort.id),
  ]);
  const person = form && (await people.get(cohort.id, form.person));
  if (!form || !person) return;
  const waiting = everyReply
    .flatMap((one) => (one.became === 'late' && one.given ? [{ ...one, given: one.given }] : []))
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  const ids = { coordinator: people.personId(cohort.id, cohort.coordinator.email) };
  await decideUntilStored(
    (known) => decideLateAnswers(question, waiting, known),
    async (latest?: AskedForm) => {
      const after = givenLate(waiting).reduce((seen, given) => mergeReply(seen, given, program, now), latest ?? form);
      const members = isRefusal(after, program) ? await membersOf(form, person) : undefined;
      const names = await namesFor(program, after, waiting.at(-1)?.id);
      return { now, cohort, program, person, form, latest, ids, members, ...names };
    },
    carryOutRecording,
  );
}
