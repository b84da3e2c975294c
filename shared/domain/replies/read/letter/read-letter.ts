import type { Answers, FormDefinition, Question } from '#domain/forms/form.ts';
import type { AnswerCollector } from '../answer-collector.ts';
import { countedOut } from '../answers/counted-out.ts';
import { answersInOrder } from '../answers/in-order.ts';
import { segmentsAt } from '../answers/label-segments.ts';
import { labelsOf } from '../answers/labels.ts';
import { spelledOut } from '../answers/spelled-labels.ts';
import { collectVotes } from '../ballot/collect-votes.ts';
import { isOneByOne } from '../ballot/one-by-one.ts';
import { readBallot } from '../ballot/read-ballot.ts';
import { trimBlank } from '../clean/signature-and-greeting.ts';
import { isCorrectionsOnly, readCorrections } from '../corrections/read-corrections.ts';
import { isOpeningCourtesy } from '../courtesy/opening-courtesy.ts';
import { understand } from '../values/understand-answer.ts';
import { answersInProse } from './answers-in-prose.ts';
import { asidesIn } from './told-of-people.ts';

interface Asking {
  open: number;
  known: Answers;
  proposed: Answers;
}

/** What a letter says of people is taken out of it first: it answers questions whatever the rest is about. */
export function readLetter(letter: string, collector: AnswerCollector, form: FormDefinition, asking: Asking): void {
  const { told, rest } = asidesIn(form, letter, (question) => {
    const asked = form.questions[question];
    return asked !== undefined && asking.known[asked.key] === undefined && !collector.has(question);
  });
  readProse(rest, collector, form, asking);
  for (const { question, said, isSure } of told) {
    if (isSure) collector.say(question, said, 'words');
    else collector.propose(question, said, said);
  }
}

/** Prose is a word for all of a ballot, the answer to the one question that is open, or a note to us. */
function readProse(
  prose: string,
  collector: AnswerCollector,
  form: FormDefinition,
  { open, known, proposed }: Asking,
): void {
  if (prose === '' || isOpeningCourtesy(prose)) return;
  const ballot = isOneByOne(form, prose) ? undefined : readBallot(form, prose, known, proposed);
  // "Sorry, 4 is no" below a list of votes changes one of them.
  const isCorrection = ballot && ballot.votes.size > 0 && [...ballot.votes.keys()].every((pair) => collector.has(pair));
  if (ballot && !isCorrection) {
    collectVotes(ballot, collector);
    return;
  }
  if (readRunning(prose, collector, form, known)) return;
  const isOpen = open !== -1 && collector.isEmpty;
  // What is an answer to the one open question is that, unless all of it says that it changes others.
  const isAnswer = isOpen && understand(form.questions[open] as Question, prose).kind === 'answer';
  // Where nothing has been answered there is nothing to correct.
  const isSaid = Object.keys(known).length > 0 || !collector.isEmpty;
  const corrections =
    form.questions.length > 1 && isSaid ? readCorrections(form, prose, collector.withKnown(known)) : undefined;
  if (corrections && (!isAnswer || isCorrectionsOnly(corrections)) && corrections.found.length > 0) {
    for (const one of corrections.found) collector.correct(one);
    collector.keep(corrections.rest);
    return;
  }
  if (!isOpen || isQuestionOnly(form, open, prose) || isRemark(form, open, prose) || isLeftAlone(form, open, prose)) {
    const letter = answersInProse(form, prose, known, (question) => collector.has(question));
    for (const { question, said } of letter.found) collector.say(question, said, 'words');
    collector.keep(letter.rest);
  } else collector.say(open, prose);
}

/** A whole form answered without our quotation: by numbers in running words, or one answer below the other in our order. */
function readRunning(prose: string, collector: AnswerCollector, form: FormDefinition, known: Answers): boolean {
  if (!collector.isEmpty || form.questions.length < 2) return false;
  const lines = countedOut(prose, form) ?? spelledOut(prose, form);
  if (lines) {
    const { said, rest } = segmentsAt(labelsOf(lines, form), lines, form);
    if (said.length > 0) {
      for (const { question, lines: own } of said) collector.say(question, own.join('\n'), 'words');
      collector.keep(trimBlank(rest).join('\n'));
      return true;
    }
  }
  const inOrder = Object.keys(known).length === 0 ? answersInOrder(form, prose) : undefined;
  // That an order is meant is ours to say: a vote or a decision that follows from it is confirmed before it acts.
  for (const { question, said } of inOrder ?? []) collector.say(question, said, 'guessed');
  return inOrder !== undefined;
}

/** "Who will read this?" is a question back to us, and no answer to a question about words. */
function isQuestionOnly(form: FormDefinition, open: number, prose: string): boolean {
  return form.questions[open]?.type === 'text' && prose.length < 300 && /^[^.!?\n]*[?？]$/u.test(prose.trim());
}

/** "Paul, could you take this?" is no answer to a question that takes a word, and must reach somebody. */
function isRemark(form: FormDefinition, open: number, prose: string): boolean {
  const asked = form.questions[open];
  if (!asked || asked.type === 'text' || !/\p{L}{2}.{8,}[?？]/su.test(prose)) return false;
  return understand(asked, prose).kind === 'unclear';
}

/** "Thank you very much, Maria!" is no answer to a choice that is left open: nobody is asked again what they need not say. */
function isLeftAlone(form: FormDefinition, open: number, prose: string): boolean {
  const asked = form.questions[open];
  return asked?.required === false && understand(asked, prose).kind !== 'answer';
}
