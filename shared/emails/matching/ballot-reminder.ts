import type { noFacts, Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { capital, closing, count, deadline, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';
import { formOf, stillAsked } from '../parts/question-blocks.ts';
import { confidential, howToVote, needed } from './ballot.ts';

/** A reminder with more pairs than this would be put off again. */
const most = 20;

/** To a member of the committee whose votes are not all in. */
export const ballotReminder: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort, person } = context;
  const form = formOf(context);
  const open = needed(stillAsked(form));
  const questions = open.slice(0, most);
  const many = count(open.length, 'vote of yours is', 'votes of yours are');
  const others = open.length - questions.length;
  return {
    subject: `${cohort.name}: your votes by ${deadline({ purpose: 'ballot' }, context)}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${capital(many)} still open for the pairs of ${cohort.name}. We need them by ${deadline({ purpose: 'ballot' }, context)}; scores and reasons are in our first email and on the page.${others > 0 ? ` The first ${questions.length} are below; the other ${others} are on the page alone, and "approve" counts for them too.` : ''}`,
      ),
      ...askedAgain(context, questions, howToVote),
      paragraph("If you don't vote, the others' votes decide."),
      confidential(context),
      ...closing(context, runningWhy(context, 'committee')),
    ],
  };
};
