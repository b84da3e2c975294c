import * as z from 'zod';
import { formOf, questionsBlock, stillAsked } from './asking.ts';
import { confidential, howToVote } from './ballot.ts';
import { kind } from './context.ts';
import { capital, closing, count, deadline, greeting, language, paragraph, runningWhy } from './phrases.ts';

/** To a member of the committee whose votes are not all in. */
export const ballotReminder = kind(z.object({}), (_facts, context) => {
  const { cohort, person } = context;
  const form = formOf(context);
  const questions = stillAsked(form);
  const many = count(questions.length, 'vote of yours is', 'votes of yours are');
  return {
    subject: `${cohort.name}: your votes by ${deadline('ballot', context)}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${capital(many)} still open for the pairs of ${cohort.name}. We need them by ${deadline('ballot', context)}; scores and reasons are in our first email.`,
      ),
      howToVote(context, questions),
      questionsBlock(questions),
      paragraph("If you don't vote, the others' votes decide."),
      confidential(context),
      ...closing(context, runningWhy(context, 'committee')),
    ],
  };
});
