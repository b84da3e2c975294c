import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { isReadByCoordinator, publishesPairs } from '#domain/forms/purposes.ts';
import type { Block } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import { byDeadline, capital, count, isCoordinator, listed, paragraph } from '../../parts/phrases.ts';
import { formOf, missingOf, orPage, owedNow, questionsBlock } from '../../parts/question-blocks.ts';
import type { AskedOf, UnderstoodFacts } from './understood-facts.ts';

/** Asks for what is open: with its questions, by their numbers alone, or on a page. */
export function openWords(open: readonly NumberedQuestion[], facts: UnderstoodFacts, context: EmailContext): Block[] {
  const form = formOf(context);
  if (publishesPairs(form.asked.purpose)) return [...toPublish(form), questionsBlock(open)];
  const by = byDeadline(form.asked, context);
  const { asks } = facts;
  const numbers = `${open.length === 1 ? 'question' : 'questions'} ${listed(open.map(({ number }) => String(number)))}`;
  if (asks === 'page') {
    const { name } = context.cohort.coordinator;
    return [
      paragraph(`We don't want to keep asking by email. Please answer ${numbers} on a page instead${by}. `, {
        words: 'Open the page',
        href: form.page,
      }),
      ...(facts.complete
        ? []
        : [
            paragraph(
              `${isCoordinator(context) ? '' : `${name} knows that ${open.length === 1 ? 'it is' : 'they are'} open and can help. `}${whatIsKept(form)}`,
            ),
          ]),
    ];
  }
  if (asks === 'numbers') {
    const still = `Still open: ${numbers}. Reply with the answers${by}, each after its number. `;
    return [paragraph(still, ...orPage(form))];
  }
  if (facts.complete) {
    const [what, it] =
      open.length === 1 ? ['One answer was', 'it'] : [`${capital(count(open.length, 'answer'))} were`, 'them'];
    const how = `${what} not clear to us. We have all that we need; if you would like ${it} to count, reply and type below${by}. `;
    return [paragraph(how, ...orPage(form)), questionsBlock(open)];
  }
  const how =
    open.length === 1
      ? `One thing is still open. Reply with the answer to it${by} and you're done. `
      : `${capital(count(owedNow(open), 'thing is', 'things are'))} still open${maybeMore(open)}. Reply and type under them${by}. `;
  return [paragraph(how, ...orPage(form)), questionsBlock(open)];
}

/** Below "seven things are still open" stand perhaps 16 questions, most of which are for others. */
function maybeMore(open: readonly NumberedQuestion[]): string {
  const more = open.length - owedNow(open);
  if (more === 0) return '';
  return `, and ${count(more, 'question below depends', 'questions below depend')} on your other answers`;
}

/** The three things that somebody may want who did not say a plain yes or no to publishing. */
function toPublish({ page }: AskedOf): Block[] {
  return [
    paragraph(
      'Nothing is published yet. Reply "yes" to publish all of the pairs as they are, or "no" to keep them waiting. To leave some of them out and publish the others, reply with "all but", their names and why, or strike those on the page. ',
      { words: 'Open the page', href: page },
    ),
  ];
}

/** An application's questions may be named to the coordinator; of other forms they hear only that something is open. */
function whatIsKept({ asked }: AskedOf): string {
  return isReadByCoordinator(asked.purpose)
    ? 'What you wrote is kept.'
    : 'What you wrote is kept, and stays between us.';
}

/** What is missing, what may follow from it, and what was unclear: in the form's order, with the numbers of the form. */
export function openQuestions({ answers, unclear }: UnderstoodFacts, { definition }: AskedOf): NumberedQuestion[] {
  const open = new Set([...missingOf(definition, answers), ...unclear].map(({ key }) => key));
  return numbered(definition).filter(({ key }) => open.has(key));
}
