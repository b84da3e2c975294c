import { wordsOf } from '#shared/words/index.ts';
import type { noFacts, Writer } from '../kind.ts';
import { closing, greeting, namedIn, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** To everyone who was written to, when the coordinator ends a cohort before its time. */
export const cancelled: Writer<typeof noFacts> = (_facts, context) => {
  const { language, scheduleEmails } = wordsOf(context.cohort.language);
  const words = scheduleEmails.cancelled;
  const names = namedIn(context);
  return {
    subject: words.subject(names),
    language,
    blocks: [
      greeting(context),
      paragraph(words.ended(names)),
      paragraph(words.effect, ...writeToCoordinator(words.questions, context)),
      ...closing(context, words.why(names)),
    ],
  };
};
