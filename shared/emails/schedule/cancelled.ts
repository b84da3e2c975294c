import type { noFacts, Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, language, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** To everyone who was written to, when the coordinator ends a cohort before its time. */
export const cancelled: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort, person } = context;
  return {
    subject: `${cohort.name} ends early`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${isCoordinator(context) ? 'You have' : `${cohort.coordinator.name} has`} ended ${cohort.name}, the mentoring at ${cohort.organisation}, before its time. Thank you for your part in it.`,
      ),
      paragraph(
        'There is nothing to do, and there will be no more email about this round. If you have a partner, nothing keeps you from going on together.',
        ...writeToCoordinator(' For questions,', context),
      ),
      ...closing(context, `You get this because we wrote to you about ${cohort.name} before.`),
    ],
  };
};
