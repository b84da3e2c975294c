import { wordsOf } from '#shared/words/index.ts';
import type { noFacts, Writer } from '../kind.ts';
import { greeting, namedIn, paragraph, signature, writeToCoordinator } from '../parts/phrases.ts';

/** The last email to somebody who wants no more, with the way back: somebody else may have had the link to stop. */
export const stopped: Writer<typeof noFacts> = (_facts, context) => {
  const { again } = context;
  const { language, stoppingEmails } = wordsOf(context.cohort.language);
  const words = stoppingEmails.stopped;
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.last(namedIn(context))),
      ...(again ? [paragraph(...words.undo({ page: again }))] : []),
      paragraph(...writeToCoordinator(again ? words.later : words.mistake, context)),
      { kind: 'signature', of: signature(context) },
    ],
  };
};
