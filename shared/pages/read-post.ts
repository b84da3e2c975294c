import { type Answers, applies, type FormDefinition } from '#domain/forms/form.ts';
import { questionTypes } from '#domain/forms/questions/question-types.ts';
import { longestText } from '#domain/forms/questions/text.ts';
import type { Words } from '#shared/words/index.ts';
import { faultWords } from '#shared/words/question-words.ts';

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
  { committeePage }: Words,
): { struck: Record<string, string>; errors: PostError[] } {
  const struck: Record<string, string> = {};
  const errors: PostError[] = [];
  const chosen = new Set(body.getAll(strikeField));
  for (const { id, mentor, mentee, struck: earlier = '' } of shown) {
    if (!chosen.has(id)) continue;
    // The reason that was given before is not shown, and stays unless there is a new one.
    const reason = plain(body.get(reasonField(id)) ?? '').slice(0, 500) || earlier;
    struck[id] = reason;
    if (reason !== '') continue;
    errors.push({ key: 'publish', message: committeePage.struckWithoutReason({ mentor, mentee }) });
  }
  return { struck, errors };
}

/**
 * What a form that was sent from its page says, and what is wrong with it, in the form's order. A question that does not
 * apply, going by the answers before it, is ignored whatever its fields hold: on the page they are only out of sight.
 * With `needsReasons` a no needs one, as in a ballot; "no thanks" is heard where the page offers it (`canDecline`). What was answered `before` is not on the page: a field that is left as
 * it was leaves its answer, unless the box to take it back is ticked.
 */
export function readFormPost(
  definition: FormDefinition,
  body: URLSearchParams,
  {
    needsReasons = false,
    canDecline = false,
    before = nothing,
    words,
  }: {
    needsReasons?: boolean;
    canDecline?: boolean;
    before?: Pick<FormPost, 'answers' | 'comments'>;
    words: Words;
  },
): FormPost {
  if (canDecline && body.get('decline') !== null) return { ...nothing, errors: [], kept: [], declines: true };
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
      .filter((one) => one !== '');
    const earlier = body.get(clearField(question.key)) === null ? before.answers[question.key] : undefined;
    if (given.length === 0 && earlier !== undefined) {
      answers[question.key] = earlier;
      const said = before.comments[question.key];
      if (reason === '' && said !== undefined) comments[question.key] = said;
      kept.push(question.key);
      continue;
    }
    if (given.length === 0) {
      if (question.required !== false)
        errors.push({ key: question.key, message: faultWords('missing', question, words) });
      continue;
    }
    const read = questionTypes[question.type].fromField(question, given);
    if ('wrong' in read)
      errors.push({ key: question.key, message: faultWords(read.wrong, question, words, read.length) });
    else if (needsReasons && read.answer === false && reason === '')
      errors.push({ key: question.key, message: words.committeePage.againstWithoutReason });
    else answers[question.key] = read.answer;
  }
  return { answers, comments, errors, kept, declines: false };
}

/** Browsers send line breaks as CR LF; we keep LF alone, and nothing at the ends. */
function plain(words: string): string {
  return words.toWellFormed().replace(/\r\n?/g, '\n').trim();
}
