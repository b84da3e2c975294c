import { type Answers, applies, missing, type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { hasPage } from '#domain/forms/purposes.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import type { Block, Inline } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { commonOf, deadline, paragraph } from './phrases.ts';

type AskedOf = NonNullable<EmailContext['form']>;

/** The form that this email asks. Throws when its sender gave none: such an email could not be answered. */
export function formOf({ form, person }: EmailContext): AskedOf {
  if (!form) throw new Error(`This email to ${person.id} asks a form, but none was given.`);
  return form;
}

/**
 * What someone who has given `answers` is still asked: everything at first; later only what is required and missing,
 * with what may follow from it, and with the numbers it had at first.
 */
export function stillAsked({ definition, asked }: AskedOf): NumberedQuestion[] {
  return asked.status === 'partial' ? missingOf(definition, asked.answers) : numbered(definition);
}

/** Required questions without an answer, and those that hang on one of them. */
export function missingOf(definition: AskedOf['definition'], answers: Answers): NumberedQuestion[] {
  const owed = new Set(missing(definition, answers).map(({ key }) => key));
  return numbered(definition).filter(
    (question) =>
      owed.has(question.key) ||
      (question.when !== undefined &&
        owed.has(question.when.key) &&
        answers[question.key] === undefined &&
        applies(question, answers)),
  );
}

/** How many of these are owed for certain: one that hangs on another of them may turn out not to apply. */
export function owedNow(of: readonly NumberedQuestion[]): number {
  const asked = new Set(of.map(({ key }) => key));
  return of.filter(({ when }) => when === undefined || !asked.has(when.key)).length;
}

export function questionsBlock(of: readonly NumberedQuestion[]): Block {
  return { kind: 'questions', of };
}

/** How to answer, in one sentence, with how long it takes and by when it is needed; the page comes second. */
export function howToAnswer(context: EmailContext, of: readonly NumberedQuestion[]): Block {
  const { asked, page } = formOf(context);
  const words = commonOf(context).howToAnswer;
  const [first] = of;
  const said = { minutes: minutesFor(of), day: deadline(asked, context), page };
  return paragraph(...(of.length === 1 && first ? words.one({ ...said, question: first.number }) : words.many(said)));
}

/**
 * Minutes that answering takes, from one up. Of questions with a condition half are counted, because most people are asked half of them.
 */
export function minutesFor(of: readonly NumberedQuestion[]): number {
  const asked = new Set(of.map(({ key }) => key));
  const seconds = of
    .map((question) => {
      const taken = questionTypes[question.type].seconds;
      return question.when && asked.has(question.when.key) ? taken / 2 : taken;
    })
    .reduce((sum, taken) => sum + taken, 0);
  return Math.max(1, Math.ceil(seconds / 60));
}

/** The page, as the second way to answer. A confirmation has none: only its mailbox can tell whose it is. */
export function orPage(context: EmailContext): Inline[] {
  const { asked, page } = formOf(context);
  return hasPage(asked.purpose) ? commonOf(context).orPage({ page }) : [];
}
