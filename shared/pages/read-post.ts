import { Temporal } from 'temporal-polyfill';
import {
  type Answer,
  type Answers,
  abstained,
  applies,
  type FormDefinition,
  type Question,
  scaleOf,
} from '#domain/forms/form.ts';

export interface PostError {
  key: string;
  message: string;
}

export interface FormPost {
  answers: Answers;
  /** What someone wrote beside a yes or no, by question: the reason of a vote. */
  comments: Record<string, string>;
  errors: PostError[];
  /** Of these, what stood before and was left as it is. */
  kept: readonly string[];
  /** They pressed "no thanks" instead. Nothing else of what was sent counts then. */
  declines: boolean;
}

const nothing = { answers: {}, comments: {} };

/** Longer texts are refused with a message, not cut: nobody writes this much into a form by hand. */
const longestText = 5000;

/** The name of the field that takes the reason for the answer to `key`. A key has no dot, so it can't be mistaken. */
export function reasonField(key: string): string {
  return `${key}.reason`;
}

/** The name of the field that takes an answer back which was given before. */
export function clearField(key: string): string {
  return `${key}.clear`;
}

/** The name of the button that ends all links of a person. */
export const endLinksField = 'end-links';

/** The name of the fields that strike a pair from what is published; their value is the pair. */
export const strikeField = 'strike';

/** The pairs that a decision leaves out, with the reasons. Only pairs of `shown` can be struck; each needs a reason. */
export function readStrikes(
  body: URLSearchParams,
  shown: readonly { id: string; mentor: string; mentee: string; struck?: string }[],
): { struck: Record<string, string>; errors: PostError[] } {
  const struck: Record<string, string> = {};
  const errors: PostError[] = [];
  const chosen = new Set(body.getAll(strikeField));
  for (const { id, mentor, mentee, struck: earlier = '' } of shown) {
    if (!chosen.has(id)) continue;
    // The reason that was given before is not shown, and stays unless there is a new one.
    const reason = plain(body.get(reasonField(id)) ?? '').slice(0, 500) || earlier;
    struck[id] = reason;
    if (reason === '') errors.push({ key: 'publish', message: `Please say why ${mentor} and ${mentee} are left out.` });
  }
  return { struck, errors };
}

/**
 * What a form that was sent from its page says, and what is wrong with it, in the form's order. A question that does not
 * apply, going by the answers before it, is ignored whatever its fields hold: on the page they are only out of sight.
 * With `needsReasons` a no needs one, as in a ballot. What was answered `before` is not on the page: a field that is left as
 * it was leaves its answer, unless the box to take it back is ticked.
 */
export function readFormPost(
  definition: FormDefinition,
  body: URLSearchParams,
  {
    needsReasons = false,
    before = nothing,
  }: { needsReasons?: boolean; before?: Pick<FormPost, 'answers' | 'comments'> } = {},
): FormPost {
  if (body.get('decline') !== null) return { ...nothing, errors: [], kept: [], declines: true };
  const kept: string[] = [];
  const answers: Answers = {};
  const comments: Record<string, string> = {};
  const errors: PostError[] = [];
  for (const question of definition.questions) {
    const isOpen = question.when !== undefined && answers[question.when.key] === undefined;
    if (isOpen || !applies(question, answers)) continue;
    const reason = plain(body.get(reasonField(question.key)) ?? '');
    if (reason !== '') comments[question.key] = reason.slice(0, longestText);
    const given = body
      .getAll(question.key)
      .map(plain)
      .filter((words) => words !== '');
    const earlier = body.get(clearField(question.key)) === null ? before.answers[question.key] : undefined;
    if (given.length === 0 && earlier !== undefined) {
      answers[question.key] = earlier;
      const words = before.comments[question.key];
      if (reason === '' && words !== undefined) comments[question.key] = words;
      kept.push(question.key);
      continue;
    }
    if (given.length === 0) {
      if (question.required !== false) errors.push({ key: question.key, message: whatIsMissing(question) });
      continue;
    }
    const read = readAnswer(question, given);
    if ('wrong' in read) errors.push({ key: question.key, message: read.wrong });
    else if (needsReasons && read.answer === false && reason === '')
      errors.push({ key: question.key, message: 'Please say in a few words why not.' });
    else answers[question.key] = read.answer;
  }
  return { answers, comments, errors, kept, declines: false };
}

/** Browsers send line breaks as CR LF; we keep LF alone, and nothing at the ends. */
function plain(words: string): string {
  return words.toWellFormed().replace(/\r\n?/g, '\n').trim();
}

function readAnswer(question: Question, given: string[]): { answer: Answer } | { wrong: string } {
  const [first = ''] = given;
  switch (question.type) {
    case 'text':
      return first.length <= longestText
        ? { answer: first }
        : { wrong: `This is ${first.length} characters long; please keep it to ${longestText}.` };
    case 'choice':
      return question.options?.includes(first) ? { answer: first } : { wrong: 'Please choose one of the options.' };
    case 'choices': {
      const chosen = question.options?.filter((option) => given.includes(option)) ?? [];
      return chosen.length > 0 ? { answer: chosen } : { wrong: 'Please choose from the options.' };
    }
    case 'yesno':
      if (first === 'yes' || first === 'no') return { answer: first === 'yes' };
      if (first === abstained && question.mayAbstain) return { answer: abstained };
      return { wrong: 'Please choose yes or no.' };
    case 'scale': {
      const { min, max } = scaleOf(question);
      const number = Number(first);
      return Number.isInteger(number) && number >= min && number <= max
        ? { answer: number }
        : { wrong: `Please choose a number from ${min} to ${max}.` };
    }
    case 'number':
      return readNumber(question, first);
    case 'date':
      return readDate(first);
  }
}

function readNumber({ min, max }: Question, words: string): { answer: number } | { wrong: string } {
  if (!/^[-+]?\d{1,12}([.,]\d{1,6})?$/.test(words)) {
    const example = Math.min(Math.max(3, min ?? 3), max ?? Number.MAX_SAFE_INTEGER);
    return { wrong: `Please write a number in digits, such as ${example}.` };
  }
  const number = Number(words.replace(',', '.'));
  if (min !== undefined && number < min) return { wrong: `Please write a number that is at least ${min}.` };
  if (max !== undefined && number > max) return { wrong: `Please write a number that is at most ${max}.` };
  return { answer: number };
}

function readDate(words: string): { answer: string } | { wrong: string } {
  const wrong = { wrong: 'Please give a date as year-month-day, such as 2027-03-12.' };
  if (!/^\d{4}-\d\d-\d\d$/.test(words)) return wrong;
  try {
    return { answer: Temporal.PlainDate.from(words, { overflow: 'reject' }).toString() };
  } catch {
    return wrong;
  }
}

function whatIsMissing({ type }: Question): string {
  switch (type) {
    case 'text':
      return 'Please write an answer.';
    case 'choice':
      return 'Please choose one.';
    case 'choices':
      return 'Please choose one or more.';
    case 'yesno':
      return 'Please choose yes or no.';
    case 'scale':
      return 'Please choose a number.';
    case 'number':
      return 'Please give a number.';
    case 'date':
      return 'Please give a date.';
  }
}
