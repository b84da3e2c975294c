import {
  type Answer,
  type Answers,
  type FormDefinition,
  labelOf,
  type NumberedQuestion,
  numbered,
  type Unclear,
} from '#domain/forms/form.ts';
import { isVote } from '#domain/forms/purposes.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import type { Block } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import { answerWords, quoted, quotedAtEnd, understoodAnswers } from '../../parts/answer-words.ts';
import { listed, paragraph } from '../../parts/phrases.ts';

/** How the answers begin that we would like to be sure of. */
export function isThisMeant(proposed: Answers): string {
  const { length } = Object.keys(proposed);
  return length === 1
    ? 'We are not sure of one answer. Is this what you meant?'
    : 'We are not sure of these answers. Is this what you meant?';
}

export function subjectOfProposal(count: number): string {
  return `Did we read your ${count === 1 ? 'answer' : 'answers'} rightly?`;
}

/** The answers that we take somebody's words for, each with these words, and how to confirm and to change them. */
export function proposalsOf(proposed: Answers, unclear: readonly Unclear[], definition: FormDefinition): Block[] {
  const said = new Map(unclear.map((one) => [one.key, one.said]));
  // A paragraph each: in two columns their words and ours are a handful of letters wide on a phone.
  const each = numbered(definition).flatMap((question) => {
    const answer = proposed[question.key];
    if (answer === undefined) return [];
    const title = { strong: `${question.number}. ${labelOf(question)}:` };
    return [paragraph(title, ` ${takenFor(question, answer, said.get(question.key) ?? '')}`)];
  });
  const [first, ...more] = numbered(definition).filter(({ key }) => proposed[key] !== undefined);
  const it = more.length === 0 ? ['it does', 'it is'] : ['they do', 'one of them is'];
  const example = first ? `, for example "yes, but ${first.number}: ${questionTypes[first.type].example(first)}"` : '';
  const how =
    more.length === 0
      ? 'reply with its number and the right answer'
      : `reply with its number and the right answer${example}`;
  return [...each, paragraph(`If so, reply "yes". Until then ${it[0]} not count. If ${it[1]} different, ${how}.`)];
}

function takenFor(question: NumberedQuestion, answer: Answer, said: string): string {
  const words = answerWords(question, answer);
  return question.type === 'text' || said === '' ? words : `You wrote ${quotedAtEnd(said)} We take that for: ${words}`;
}

/** Votes that we have read without being sure, to be confirmed by one word. */
export function votesProposed(
  proposed: Answers,
  open: readonly NumberedQuestion[],
  unclear: readonly Unclear[],
  { definition, asked }: NonNullable<EmailContext['form']>,
): Block[] {
  const likely = open.filter(({ key }) => proposed[key] !== undefined);
  const others = open.filter(({ key }) => proposed[key] === undefined);
  const [only, ...more] = likely;
  if (!only || (more.length === 0 && others.length === 0)) return oneProposal(only, definition);
  const sayings = new Set(unclear.filter(({ key }) => proposed[key] !== undefined).map(({ said }) => quoted(said)));
  const what = isVote(asked.purpose) ? 'vote' : 'answer';
  const numbers = listed(others.map(({ number }) => String(number)));
  const also =
    others.length === 0
      ? ''
      : ` Your ${others.length === 1 ? what : `${what}s`} on ${numbers} ${others.length === 1 ? 'is' : 'are'} open besides: add ${others.length === 1 ? 'it' : 'them'}, for example "yes, and ${others[0]?.number} no".`;
  return [
    paragraph(
      `You wrote ${listed([...sayings].slice(0, mostSayings))}, and we would like to be sure that we read it rightly:`,
    ),
    { kind: 'facts', of: understoodAnswers(definition, proposed) },
    paragraph(
      `Is that right? Please reply "yes"; until then ${likely.length === 1 ? 'it does' : 'these do'} not count. If not, reply with what is different, for example "${only.number} no, the others right".${also}`,
    ),
  ];
}

/** Sentences of theirs that are quoted in one of ours. */
const mostSayings = 3;

/** Asks about our reading alone: with the question repeated below it, nobody could tell what a yes is to. */
function oneProposal(only: NumberedQuestion | undefined, definition: FormDefinition): Block[] {
  const byNumber = definition.questions.length > 1 && only ? `, for example "${only.number} yes"` : '';
  return [
    paragraph(
      `Is that right? Please reply "yes" or "no". Until then it does not count.${byNumber ? ` You can also reply with its number and your answer${byNumber}.` : ''}`,
    ),
  ];
}
