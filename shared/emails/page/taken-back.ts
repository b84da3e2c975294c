import * as z from 'zod';
import { takesAnswers } from '#domain/forms/answer-period.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { closing, isCoordinator, language, paragraph, thankYou } from '../parts/phrases.ts';
import { formOf } from '../parts/question-blocks.ts';

export const TakenBackFacts = z.object({
  /** Something of it has been acted on, and is for the coordinator to mend. */
  isTooLate: z.boolean(),
  /** They had said so before. */
  again: z.boolean(),
});

/** To somebody who says that it was not they who answered on a page of theirs. */
export const takenBack: Writer<typeof TakenBackFacts> = ({ isTooLate, again }, context) => ({
  subject: isTooLate ? 'We could not put everything back' : 'We have put your answers back',
  language,
  blocks: [
    paragraph(`${thankYou(context.person)} ${done(isTooLate, again, context)}`),
    paragraph(
      `The page opens from our emails, so whoever has one of them can open it. The link in those that we sent you before${again ? '' : ' this one'} no longer works. Please don't pass them on.`,
    ),
    ...howToAnswer(context),
    ...closing(
      context,
      `You get this because you wrote that it was not you who answered on a page of ${context.cohort.name}.`,
    ),
  ],
});

function done(isTooLate: boolean, again: boolean, context: EmailContext): string {
  if (!isTooLate)
    return again
      ? 'We had put back already what somebody else sent from your page. There is nothing more to do.'
      : 'We have put back what was there before somebody else answered on your page. There is nothing more to do.';
  const who = isCoordinator(context)
    ? `GET /v1/cohorts/${context.cohort.id}/events says what has followed from it. There is nothing more to do here.`
    : `${context.cohort.coordinator.name} knows of it and will help, so there is nothing more to do now.`;
  return `Some of what was sent from your page had been acted on by the time that you wrote, so we could not undo it ourselves. ${who}`;
}

function howToAnswer(context: EmailContext): Block[] {
  const { asked, page } = formOf(context);
  if (!takesAnswers(context.cohort, asked, context.now)) return [];
  return [
    paragraph(
      'If you want to change an answer yourself, reply to the email that asked for it, or use this new link: ',
      {
        words: 'Open the page',
        href: page,
      },
    ),
  ];
}
