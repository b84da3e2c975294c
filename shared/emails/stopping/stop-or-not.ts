import * as z from 'zod';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { closing, greeting, language, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** `hasAnswers`: there were answers beside the wish, which were taken. */
export const StopOrNotFacts = z.object({ said: z.string(), hasAnswers: z.boolean() });

/** To somebody whose message has the wish to stop in it, and more: what they want to stop may be something else. */
export const stopOrNot: Writer<typeof StopOrNotFacts> = ({ said, hasAnswers }, context) => {
  const { cohort, person } = context;
  return {
    subject: 'Should we stop all email to you?',
    language,
    blocks: [
      greeting(person),
      paragraph(
        `You wrote ${quotedAtEnd(said)} Did you want us to stop all email from this program, about ${cohort.name} and later rounds? Please reply "stop", and we do. If you meant something else, there is nothing to do; ${hasAnswers ? 'we have your answers' : 'nothing has changed'}.`,
        ...writeToCoordinator(' For anything else,', context),
      ),
      ...closing(context, `You get this because you replied to an email about ${cohort.name}.`),
    ],
  };
};
