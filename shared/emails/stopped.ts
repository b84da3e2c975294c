import * as z from 'zod';
import { kind } from './context.ts';
import { greeting, language, paragraph, signature, writeToCoordinator } from './phrases.ts';

/** The last email to somebody who wants no more. */
export const stopped = kind(z.object({}), (_facts, context) => {
  const { cohort, person } = context;
  return {
    subject: 'We will not write to you again',
    language,
    blocks: [
      greeting(person),
      paragraph(
        `As you asked, this is the last email to you from this program. You hear no more about ${cohort.name}, and we leave you out of later rounds. There is nothing to do.`,
      ),
      paragraph(...writeToCoordinator('If that was a mistake, or you want to come back later,', context)),
      { kind: 'signature', of: signature(context) },
    ],
  };
});
