import { wordsOf } from '#shared/words/index.ts';
import type { noFacts, Writer } from '../kind.ts';
import { closing, greeting, namedIn, paragraph, writeToCoordinator } from '../parts/phrases.ts';

/** To an applicant whom the coordinator holds back. It says nothing about why, to them or to whoever reads over a shoulder. */
export const notThisTime: Writer<typeof noFacts> = (_facts, context) => {
  const { applyingEmails, language } = wordsOf(context.cohort.language);
  const words = applyingEmails.notThisTime;
  const names = namedIn(context);
  return {
    subject: applyingEmails.aboutYourPlace(names),
    language,
    blocks: [
      greeting(context),
      paragraph(words.thanks(names)),
      paragraph(words.next, ...writeToCoordinator(words.talk, context)),
      ...closing(context, applyingEmails.applied(names)),
    ],
  };
};
