import { numbered } from '#domain/forms/form.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { noFacts, Writer } from '../kind.ts';
import { closing, deadline, greeting, invitedWhy, namedIn, paragraph } from '../parts/phrases.ts';
import { formOf, howToAnswer, questionsBlock } from '../parts/question-blocks.ts';

/** Asks somebody whether they would like to take part; the application is in the email. */
export const invitation: Writer<typeof noFacts> = (_facts, context) => {
  const { applyingEmails, language } = wordsOf(context.cohort.language);
  const words = applyingEmails.invitation;
  const questions = numbered(formOf(context).definition);
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.asked(namedIn(context))),
      howToAnswer(context, questions),
      paragraph(words.objectives),
      { kind: 'list', of: context.program.objectives },
      questionsBlock(questions),
      paragraph(applyingEmails.notForYou({ day: deadline({ purpose: 'application' }, context) })),
      whoSeesIt(context),
      ...closing(context, invitedWhy(context)),
    ],
  };
};

/** The promise that goes with every application, and that the rest of the system keeps. */
export function whoSeesIt(context: EmailContext): Block {
  return paragraph(whoSeesItWords(context));
}

/** The same where the application is a page. */
export function whoSeesItWords(context: Pick<EmailContext, 'cohort' | 'person'>): string {
  const { applyingEmails, list } = wordsOf(context.cohort.language);
  const names = context.cohort.committee.map(({ name, email }) =>
    email === context.person.email ? applyingEmails.you : name,
  );
  return applyingEmails.whoSeesIt({
    ...namedIn(context),
    hasCommittee: names.length > 0 ? 'yes' : 'no',
    committee: list(names),
  });
}
