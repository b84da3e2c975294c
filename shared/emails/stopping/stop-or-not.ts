import * as z from 'zod';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { closing, greeting, namedIn, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** `hasAnswers`: there were answers beside the wish, which were taken. */
export const StopOrNotFacts = z.object({ said: z.string(), hasAnswers: z.boolean() });

/** To somebody whose message has the wish to stop in it, and more: what they want to stop may be something else. */
export const stopOrNot: Writer<typeof StopOrNotFacts> = ({ said, hasAnswers }, context) => {
  const all = wordsOf(context.cohort.language);
  const words = all.stoppingEmails.stopOrNot;
  const names = namedIn(context);
  return {
    subject: words.subject,
    language: all.language,
    blocks: [
      greeting(context),
      paragraph(
        words.asked({ ...names, said: quotedAtEnd(said, all), hasAnswers: hasAnswers ? 'yes' : 'no' }),
        ...writeToCoordinator(all.common.forAnythingElse, context),
      ),
      ...closing(context, all.common.why.replied(names)),
    ],
  };
};
