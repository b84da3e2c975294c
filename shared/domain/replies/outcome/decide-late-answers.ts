import type { Attachment } from '#domain/attachments.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { acknowledge } from './acknowledgement.ts';
import type { Letter } from './letters.ts';
import type { Given, Said } from './merge-reply.ts';
import { decideRecording, type RecordingSituation } from './recording.ts';
import type { Effects } from './reply-outcome.ts';
import type { Situation } from './situation.ts';

/** What there is to know of the form that the late replies are to. */
type LateSituation = RecordingSituation & Pick<Situation, 'cohort' | 'person' | 'everyone' | 'earlierNamed'>;

/** A reply that came late and waits for the coordinator's word. */
export interface LateReply {
  id: string;
  given: Said;
  attachments?: readonly Attachment[] | undefined;
}

/** What late replies give to their form. */
export function givenLate(waiting: readonly LateReply[]): Given[] {
  return waiting.map(({ id, given }) => ({ ...given, reply: id, declines: false }));
}

/**
 * What the coordinator's word on late replies makes of them, if there is one. Yes: what waits is stored in the order in which
 * it came, and its writer is told what was understood. No: the writer is told so, once.
 */
export function decideLateAnswers(
  question: Pick<AskedForm, 'answers'>,
  waiting: readonly LateReply[],
  situation: LateSituation,
): Pick<Effects, 'recorded' | 'letters'> {
  const { form } = situation;
  if (question.answers.take === false) {
    const no: Letter = {
      person: form.person,
      kind: 'too-late',
      occasion: `${form.id}.no`,
      form,
      facts: { decided: 'no' },
    };
    return { letters: [no] };
  }
  const last = waiting.at(-1);
  if (question.answers.take !== true || !last) return { letters: [] };
  const { recorded, letters } = decideRecording(givenLate(waiting), situation);
  const { id: reply, attachments = [] } = last;
  const answered = acknowledge(recorded.form, { reply, attachments, isLate: true }, situation);
  return { recorded, letters: [...letters, ...answered] };
}
