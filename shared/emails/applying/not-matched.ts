import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { noFacts, Writer } from '../kind.ts';
import { closing, dayOf, greeting, namedIn, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** To an applicant without a partner. It explains nobody's situation, least of all theirs. */
export const notMatched: Writer<typeof noFacts> = (_facts, context) => {
  const { applyingEmails, language } = wordsOf(context.cohort.language);
  const words = applyingEmails.notMatched;
  const names = namedIn(context);
  const { at } = milestoneOf(stageOfKind(context.cohort, 'kickoff'), 'close');
  return {
    subject: applyingEmails.aboutYourPlace(names),
    language,
    blocks: [
      greeting(context),
      paragraph(words.sorry(names)),
      paragraph(words.next({ day: dayOf(at, context) }), ...writeToCoordinator(words.talk, context)),
      ...closing(context, applyingEmails.applied(names)),
    ],
  };
};
