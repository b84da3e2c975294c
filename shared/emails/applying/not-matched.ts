import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { noFacts, Writer } from '../kind.ts';
import { closing, dayOf, greeting, language, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** To an applicant without a partner. It explains nobody's situation, least of all theirs. */
export const notMatched: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort, person } = context;
  return {
    subject: `About your place in ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `We have no partner for you in ${cohort.name}, and we are sorry. You took the time to tell us what you hoped for, and we looked for someone it would suit.`,
      ),
      paragraph(
        `There is nothing to do. If a place opens by ${dayOf(milestoneOf(stageOfKind(cohort, 'kickoff'), 'close').at, context)}, we think of you and write again, and you are welcome in the next round.`,
        ...writeToCoordinator(' If you would like to talk about other ways to find a mentor, or to be one,', context),
      ),
      ...closing(context, `You get this because you applied to ${cohort.name}.`),
    ],
  };
};
