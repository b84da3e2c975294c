import type { noFacts, Writer } from '../kind.ts';
import { greeting, language, paragraph, signature, writeToCoordinator } from '../parts/phrases.ts';

/** The last email to somebody who wants no more, with the way back: somebody else may have had the link to stop. */
export const stopped: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort, person, again } = context;
  return {
    subject: 'We will not write to you again',
    language,
    blocks: [
      greeting(person),
      paragraph(
        `As you asked, this is the last email to you from this program. You hear no more about ${cohort.name}, and we leave you out of later rounds. There is nothing to do.`,
      ),
      ...(again
        ? [
            paragraph('If it was a mistake, or was not you, this page undoes it for 30 days: ', {
              words: 'Write to me again',
              href: again,
            }),
          ]
        : []),
      paragraph(
        ...writeToCoordinator(
          again
            ? 'If you want to come back later than that,'
            : 'If that was a mistake, or you want to come back later,',
          context,
        ),
      ),
      { kind: 'signature', of: signature(context) },
    ],
  };
};
