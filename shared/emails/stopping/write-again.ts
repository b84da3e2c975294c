import * as z from 'zod';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, language, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** `by`: the page in their last email, or the coordinator, to whom they have said so. */
export const WriteAgainFacts = z.object({ by: z.enum(['coordinator', 'page']) });

/** The first email after all had been stopped. */
export const writeAgain: Writer<typeof WriteAgainFacts> = ({ by }, context) => {
  const { cohort, person } = context;
  const who =
    by === 'page' || isCoordinator(context)
      ? 'As you asked,'
      : `${cohort.coordinator.name} says that you would like it:`;
  return {
    subject: 'We write to you again',
    language,
    blocks: [
      greeting(person),
      paragraph(`${who} you get email about ${cohort.name} again, and may be invited to later rounds.`),
      paragraph(
        'What we did not send you in the meantime we do not send now. There is nothing to do.',
        ...writeToCoordinator(' If you were to have a partner, or want to know what you have missed,', context),
      ),
      ...closing(context, 'You get this because all email to you had been stopped, and is no longer.'),
    ],
  };
};
