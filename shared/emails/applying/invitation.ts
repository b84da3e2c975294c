import { numbered } from '#domain/forms/form.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { noFacts, Writer } from '../kind.ts';
import {
  closing,
  deadline,
  greeting,
  invitedWhy,
  isCoordinator,
  language,
  listed,
  paragraph,
} from '../parts/phrases.ts';
import { formOf, howToAnswer, questionsBlock } from '../parts/question-blocks.ts';

/** Asks somebody whether they would like to take part; the application is in the email. */
export const invitation: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort, program, person } = context;
  const questions = numbered(formOf(context).definition);
  return {
    subject: 'Would you like a mentor, or to be one?',
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${cohort.organisation} is starting a round of mentoring, ${cohort.name}. Would you like to take part, as a mentor, a mentee or both?`,
      ),
      howToAnswer(context, questions),
      paragraph('What the program is for:'),
      { kind: 'list', of: program.objectives },
      questionsBlock(questions),
      paragraph(
        `If it's not for you, reply "no thanks" and we won't ask again this year. If we don't hear from you by ${deadline({ purpose: 'application' }, context)}, we'll leave you out this time.`,
      ),
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
  const { coordinator, committee } = context.cohort;
  const names = committee.map(({ name, email }) => (email === context.person.email ? 'you' : name));
  const runs = isCoordinator(context) ? 'you, who coordinate it' : coordinator.name;
  const seen = names.length > 0 ? `the matching committee (${listed(names)}) and ${runs}` : runs;
  return `What you write is read by a program first and seen by ${seen}, unless a question says otherwise. If you are matched, your partner is told why we thought of you two. That may name what you chose, a number that you gave, and words that both of you used.`;
}
