import * as z from 'zod';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, namedIn, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** `by`: the page in their last email, or the coordinator, to whom they have said so. */
export const WriteAgainFacts = z.object({ by: z.enum(['coordinator', 'page']) });

/** The first email after all had been stopped. */
export const writeAgain: Writer<typeof WriteAgainFacts> = ({ by }, context) => {
  const { language, stoppingEmails } = wordsOf(context.cohort.language);
  const words = stoppingEmails.writeAgain;
  const isOwnWish = by === 'page' || isCoordinator(context);
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.effect({ ...namedIn(context), by: isOwnWish ? 'reader' : 'coordinator' })),
      paragraph(words.missed, ...writeToCoordinator(words.ifPartner, context)),
      ...closing(context, words.why),
    ],
  };
};
