import * as z from 'zod';
import { takesAnswers } from '#domain/forms/answer-period.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { closing, namedIn, paragraph, thankYou } from '../parts/phrases.ts';
import { formOf } from '../parts/question-blocks.ts';

export const TakenBackFacts = z.object({
  /** Something of it has been acted on, and is for the coordinator to mend. */
  isTooLate: z.boolean(),
  /** They had said so before. */
  again: z.boolean(),
});

/** To somebody who says that it was not they who answered on a page of theirs. */
export const takenBack: Writer<typeof TakenBackFacts> = ({ isTooLate, again }, context) => {
  const { language, pageEmails } = wordsOf(context.cohort.language);
  const words = pageEmails.takenBack;
  const names = { ...namedIn(context), id: context.cohort.id, thanks: thankYou(context) };
  const putBack = again ? words.again(names) : words.putBack(names);
  return {
    subject: isTooLate ? words.subjectTooLate : words.subject,
    language,
    blocks: [
      paragraph(isTooLate ? words.tooLate(names) : putBack),
      paragraph(words.links({ again: again ? 'yes' : 'no' })),
      ...howToAnswer(context, words),
      ...closing(context, words.why(names)),
    ],
  };
};

function howToAnswer(context: EmailContext, words: Words['pageEmails']['takenBack']): Block[] {
  const { asked, page } = formOf(context);
  if (!takesAnswers(context.cohort, asked, context.now)) return [];
  return [paragraph(...words.newLink({ page }))];
}
