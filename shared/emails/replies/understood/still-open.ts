import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { isReadByCoordinator, publishesPairs } from '#domain/forms/purposes.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import { byDeadline, isCoordinator, namedIn, paragraph } from '../../parts/phrases.ts';
import { formOf, missingOf, orPage, owedNow, questionsBlock } from '../../parts/question-blocks.ts';
import type { AskedOf, UnderstoodFacts } from './understood-facts.ts';

/** Asks for what is open: with its questions, by their numbers alone, or on a page. */
export function openWords(
  open: readonly NumberedQuestion[],
  { asks, complete }: UnderstoodFacts,
  context: EmailContext,
): Block[] {
  const { asked, page } = formOf(context);
  const { list, understood } = wordsOf(context.cohort.language);
  const words = understood.open;
  if (publishesPairs(asked.purpose)) return [paragraph(...words.publish({ page })), questionsBlock(open)];
  const questions = list(open.map(({ number }) => String(number)));
  const said = { n: open.length, questions, by: byDeadline(asked, context), page };
  if (asks === 'page') {
    // An application's questions may be named to the coordinator; of other forms they hear only that something is open.
    const isConfidential = isReadByCoordinator(asked.purpose) ? 'no' : 'yes';
    const known = isCoordinator(context) ? [] : [words.isKnown({ ...namedIn(context), n: open.length })];
    const kept = paragraph(...known, words.kept({ isConfidential }));
    return [paragraph(...words.onPage(said)), ...(complete ? [] : [kept])];
  }
  if (asks === 'numbers') return [paragraph(words.byNumber(said), ...orPage(context))];
  const owed = owedNow(open);
  const how = complete ? words.unclear(said) : words.owed({ ...said, n: owed, more: open.length - owed });
  return [paragraph(how, ...orPage(context)), questionsBlock(open)];
}

/** What is missing, what may follow from it, and what was unclear: in the form's order, with the numbers of the form. */
export function openQuestions({ answers, unclear }: UnderstoodFacts, { definition }: AskedOf): NumberedQuestion[] {
  const open = new Set([...missingOf(definition, answers), ...unclear].map(({ key }) => key));
  return numbered(definition).filter(({ key }) => open.has(key));
}
