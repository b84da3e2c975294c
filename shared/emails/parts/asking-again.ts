import { isOfVotes, proposedIn } from '#domain/forms/confirming.ts';
import type { NumberedQuestion } from '#domain/forms/form.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { isThisMeant, proposalsOf, votesProposed } from '../replies/understood/understood-proposals.ts';
import { paragraph } from './phrases.ts';
import { formOf, howToAnswer, questionsBlock } from './question-blocks.ts';

/**
 * What a reminder asks: whether we have read rightly what we could not be sure of, since a "yes" to it confirms that, and then
 * those of `questions` that are open besides.
 */
export function askedAgain(
  context: EmailContext,
  questions: readonly NumberedQuestion[],
  howTo: typeof howToAnswer = howToAnswer,
): Block[] {
  const { asked, definition } = formOf(context);
  const words = wordsOf(context.cohort.language);
  const proposed = proposedIn(asked, definition);
  const others = questions.filter(({ key }) => proposed[key] === undefined);
  const rest = others.length > 0 ? [howTo(context, others), questionsBlock(others)] : [];
  if (Object.keys(proposed).length === 0) return rest;
  const likely = isOfVotes(definition)
    ? votesProposed(proposed, questions, asked.unclear, context)
    : [paragraph(isThisMeant(proposed, words)), ...proposalsOf(proposed, asked.unclear, definition, words)];
  return [...likely, ...rest];
}
