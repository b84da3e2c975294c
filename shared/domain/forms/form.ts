import * as z from 'zod';
import { coded, type DocumentFault } from '../document-faults.ts';
import { inheritedName, isInherited } from '../own-name.ts';
import { questionTypeNames, questionTypes } from './questions/question-types.ts';
import { UnclearReason } from './unclear-reason.ts';

/**
 * A form is what we ask in an email (and on the page behind its link). Its questions are data, written in a program's
 * definition; what is asked of one person is a `Form` record (see `asked.ts`) that refers to them.
 */

const key = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_-]{0,39}$/, coded({ code: 'key-format' }))
  .refine((name) => !isInherited(name), inheritedName);

export const Question = z
  .strictObject({
    key,
    /** The question as people read it. */
    ask: z.string().min(1).max(500),
    /** One more line under the question: how much to write, what it is for. */
    hint: z.string().max(300).optional(),
    /** A few words for the acknowledgement ("A year on"); the key in words when absent. */
    label: z.string().max(40).optional(),
    type: z.enum(questionTypeNames),
    /** The option texts of a `choice` or `choices`; the option text is the answer's value. */
    options: z.array(z.string().min(1).max(120)).min(2).max(26).optional(),
    /** Smallest and largest value of a `scale` (1 and 5 when absent) or `number`. */
    min: z.number().optional(),
    max: z.number().optional(),
    /** What the ends of a scale mean, e.g. `['not at all', 'completely']`. */
    ends: z.tuple([z.string().max(60), z.string().max(60)]).optional(),
    /** Absent means required. */
    required: z.boolean().optional(),
    /** Asked of one side of a pair alone (agreement and surveys). */
    side: z.enum(['mentor', 'mentee']).optional(),
    /** Asked only when another (earlier) question has one of these answers. At most one level deep. */
    when: z.strictObject({ key, is: z.array(z.union([z.string(), z.boolean()])).min(1) }).optional(),
  })
  .superRefine((question, context) => {
    const { type } = question;
    const found = (path: 'options' | 'max', fault: DocumentFault) =>
      context.addIssue({ code: 'custom', path: [path], message: coded(fault) });
    const { hasOptions = false, range } = questionTypes[type];
    if (hasOptions !== (question.options !== undefined)) {
      found('options', { code: hasOptions ? 'needs-options' : 'has-no-options', type });
    }
    if (new Set(question.options).size < (question.options?.length ?? 0)) found('options', { code: 'option-twice' });
    const { min = range?.min, max = range?.max } = question;
    if (min !== undefined && max !== undefined && min >= max) found('max', { code: 'not-more', max, min });
  });
export type Question = z.infer<typeof Question> & {
  /** A vote: `abstained` is an answer to it, too. No program asks for votes, so that none can set this. */
  mayAbstain?: true;
};

/** A question with the number people see beside it. Numbers stay the same when only part of a form is asked again. */
export type NumberedQuestion = Question & { number: number };

/** As much of a question as is compared with the others. */
const Comparable = z.object({
  key: z.string(),
  type: z.string().optional().catch(undefined),
  options: z.array(z.string()).optional().catch(undefined),
  when: z
    .object({ key: z.string(), is: z.array(z.unknown()) })
    .optional()
    .catch(undefined),
});

/** Keys that are used twice, and conditions on what is not there or can't be answered so. */
function inOneForm(form: unknown, context: z.RefinementCtx): void {
  const { data } = z.object({ questions: z.array(z.unknown()) }).safeParse(form);
  const seen = new Map<string, z.infer<typeof Comparable>>();
  // A question that can't be read may be the one that a later one names.
  let isWhole = true;
  for (const [index, given] of (data?.questions ?? []).entries()) {
    const found = (path: (string | number)[], fault: DocumentFault) =>
      context.addIssue({ code: 'custom', path: ['questions', index, ...path], message: coded(fault) });
    const { data: question } = Comparable.safeParse(given);
    if (!question) {
      isWhole = false;
      continue;
    }
    const { key, when } = question;
    if (seen.has(key)) found(['key'], { code: 'key-twice', key });
    const condition = when && seen.get(when.key);
    const possible: readonly unknown[] | undefined = condition?.type === 'yesno' ? [true, false] : condition?.options;
    when?.is.forEach((answer, place) => {
      if (!condition || !possible || possible.includes(answer)) return;
      found(['when', 'is', place], { code: 'no-answer-to', answer: `${answer}`, question: condition.key });
    });
    if (when && !condition && isWhole) found(['when'], { code: 'no-earlier-question' });
    if (condition?.when) found(['when'], { code: 'conditional-itself' });
    seen.set(key, question);
  }
}

export const FormDefinition = z
  .strictObject({
    id: z.string().min(1).max(80),
    title: z.string().min(1).max(120),
    questions: z.array(Question).min(1).max(60),
  })
  // Also when something is wrong in one of the questions: all faults are reported at once.
  .superRefine(inOneForm, { when: () => true });
export type FormDefinition = Omit<z.infer<typeof FormDefinition>, 'questions'> & { questions: Question[] };

/** text and choice: a string; choices: strings; scale and number: a number; yesno: a boolean; date: `YYYY-MM-DD`. */
export const Answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type Answer = z.infer<typeof Answer>;
export const Answers = z.record(z.string(), Answer);
export type Answers = z.infer<typeof Answers>;

/**
 * Something a person wrote that we could not take as an answer, in their words, and why. `awaits`: it was
 * understood, and counts once this has come.
 */
export const Unclear = z.object({
  key: z.string(),
  said: z.string(),
  why: UnclearReason,
  awaits: z.literal('reason').optional(),
});
export type Unclear = z.infer<typeof Unclear>;

/** The questions in the order and with the numbers in which they are shown. */
export function numbered(form: FormDefinition): NumberedQuestion[] {
  return form.questions.map((question, index) => ({ ...question, number: index + 1 }));
}

/** Whether `question` is asked of someone who has given `answers` so far. Open until its condition is answered. */
export function applies(question: Question, answers: Answers): boolean {
  if (!question.when) return true;
  const given = answers[question.when.key];
  if (given === undefined) return true;
  const wanted = question.when.is;
  return Array.isArray(given) ? given.some((one) => wanted.includes(one)) : wanted.some((one) => one === given);
}

/**
 * Required questions that apply and have no answer, in the form's order. A conditional question is not missing before
 * the question that it hangs on is answered.
 */
export function missing(form: FormDefinition, answers: Answers): NumberedQuestion[] {
  return numbered(form).filter(
    (question) =>
      question.required !== false &&
      answers[question.key] === undefined &&
      (question.when === undefined || answers[question.when.key] !== undefined) &&
      applies(question, answers),
  );
}

/** The few words that name a question in an acknowledgement. */
export function labelOf(question: Question): string {
  if (question.label) return question.label;
  const words = question.key.replace(/[-_]+/g, ' ').replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
