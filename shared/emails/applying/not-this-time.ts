import type { noFacts, Writer } from '../kind.ts';
import { closing, greeting, language, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** To an applicant whom the coordinator holds back. It says nothing about why, to them or to whoever reads over a shoulder. */
export const notThisTime: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort, person } = context;
  return {
    subject: `About your place in ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `Thank you for applying to ${cohort.name}. We can't offer you a place in this round. You took the time to tell us what you hoped for, and we would be glad to hear from you again.`,
      ),
      paragraph(
        'There is nothing to do. You are welcome to apply to the next round.',
        ...writeToCoordinator(
          ' If you would like to talk about it, or about other ways to find a mentor or to be one,',
          context,
        ),
      ),
      ...closing(context, `You get this because you applied to ${cohort.name}.`),
    ],
  };
};
