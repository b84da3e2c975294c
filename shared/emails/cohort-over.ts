import * as z from 'zod';
import { kind } from './context.ts';
import { closing, dayOf, greeting, language, listed, paragraph, runningWhy } from './phrases.ts';

/** To the coordinator at the very end. */
export const cohortOver = kind(z.object({}), (_facts, context) => {
  const { cohort, person } = context;
  const readers = cohort.leadership.map(({ name }) => name);
  const report = readers.length > 0 ? `The report has gone to ${listed(readers)}. ` : '';
  const kept = dayOf(new Date(cohort.expiresAt * 1000).toISOString(), context);
  return {
    subject: `${cohort.name} is over`,
    language,
    blocks: [
      greeting(person),
      paragraph(`${cohort.name} is over: everyone has been thanked. ${report}There is nothing to do.`),
      paragraph(`The records are kept until ${kept} and then deleted. Thank you for running it.`),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
});
