import {
  type Answers,
  type FormDefinition,
  labelOf,
  type NumberedQuestion,
  numbered,
  type Unclear,
} from '#domain/forms/form.ts';
import { isVote } from '#domain/forms/purposes.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import { answerWords, quoted, quotedAtEnd, understoodAnswers } from '../../parts/answer-words.ts';
import { paragraph } from '../../parts/phrases.ts';
import { formOf } from '../../parts/question-blocks.ts';

/** How the answers begin that we would like to be sure of. */
export function isThisMeant(proposed: Answers, { understood }: Words): string {
  return understood.proposal.isThisMeant({ n: Object.keys(proposed).length });
}

/** The answers that we take somebody's words for, each with these words, and how to confirm and to change them. */
export function proposalsOf(
  proposed: Answers,
  unclear: readonly Unclear[],
  definition: FormDefinition,
  words: Words,
): Block[] {
  const { proposal } = words.understood;
  const said = new Map(unclear.map((one) => [one.key, one.said]));
  // A paragraph each: in two columns their words and ours are a handful of letters wide on a phone.
  const each = numbered(definition).flatMap((question) => {
    const given = proposed[question.key];
    if (given === undefined) return [];
    const own = said.get(question.key) ?? '';
    const of = { question: `${question.number}. ${labelOf(question)}`, answer: answerWords(question, given, words) };
    return question.type === 'text' || own === ''
      ? [paragraph(...proposal.answer(of))]
      : [paragraph(...proposal.takenFor({ ...of, quote: quotedAtEnd(own, words) }))];
  });
  const asked = numbered(definition).filter(({ key }) => proposed[key] !== undefined);
  const [first] = asked;
  if (!first) return each;
  const example = questionTypes[first.type].example(first);
  return [...each, paragraph(proposal.confirm({ n: asked.length, first: String(first.number), example }))];
}

/** Votes that we have read without being sure, to be confirmed by one word. */
export function votesProposed(
  proposed: Answers,
  open: readonly NumberedQuestion[],
  unclear: readonly Unclear[],
  context: EmailContext,
): Block[] {
  const { asked, definition } = formOf(context);
  const words = wordsOf(context.cohort.language);
  const { proposal } = words.understood;
  const likely = open.filter(({ key }) => proposed[key] !== undefined);
  const others = open.filter(({ key }) => proposed[key] === undefined);
  const [only, ...more] = likely;
  if (!only || (more.length === 0 && others.length === 0)) return oneProposal(only, definition, words);
  const sayings = unclear.filter(({ key }) => proposed[key] !== undefined).map(({ said }) => quoted(said, words));
  const quotes = words.list([...new Set(sayings)].slice(0, mostSayings));
  const [also] = others;
  const besides = isVote(asked.purpose) ? proposal.votesOpen : proposal.answersOpen;
  const questions = words.list(others.map(({ number }) => String(number)));
  return [
    paragraph(proposal.youWrote({ quotes })),
    { kind: 'facts', of: understoodAnswers(definition, proposed, words) },
    paragraph(
      proposal.confirmVotes({ n: likely.length, first: String(only.number) }),
      ...(also ? [besides({ n: others.length, questions, first: String(also.number) })] : []),
    ),
  ];
}

/** Sentences of theirs that are quoted in one of ours. */
const mostSayings = 3;

/** Asks about our reading alone: with the question repeated below it, nobody could tell what a yes is to. */
function oneProposal(
  only: NumberedQuestion | undefined,
  definition: FormDefinition,
  { understood: { proposal } }: Words,
): Block[] {
  const isOneOfMany = only !== undefined && definition.questions.length > 1;
  return [
    paragraph(proposal.confirmOne, ...(isOneOfMany ? [proposal.orByNumber({ question: String(only.number) })] : [])),
  ];
}
