import { wordsOf } from '#shared/words/index.ts';
import type { noFacts, Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { closing, deadline, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
import { formOf, stillAsked } from '../parts/question-blocks.ts';
import { confidential, howToVote, needed } from './ballot.ts';

/** A reminder with more pairs than this would be put off again. */
const most = 20;

/** To a member of the committee whose votes are not all in. */
export const ballotReminder: Writer<typeof noFacts> = (_facts, context) => {
  const { cohort } = context;
  const { ballot, language } = wordsOf(cohort.language);
  const words = ballot.reminder;
  const open = needed(stillAsked(formOf(context)));
  const questions = open.slice(0, most);
  const others = open.length - questions.length;
  const said = { cohort: cohort.name, day: deadline({ purpose: 'ballot' }, context) };
  return {
    subject: words.subject(said),
    language,
    blocks: [
      greeting(context),
      paragraph(
        words.open({ ...said, votes: open.length }),
        ...(others > 0 ? [words.others({ shown: questions.length, others })] : []),
      ),
      ...askedAgain(context, questions, howToVote),
      paragraph(ballot.silence),
      confidential(context),
      ...closing(context, runningWhy(context, 'committee')),
    ],
  };
};
