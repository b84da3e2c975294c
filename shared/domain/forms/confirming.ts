import type { Worded } from '../replies/read/reply-reading.ts';
import { abstained } from './abstained.ts';
import { openKeys } from './follow-up.ts';
import { type Answer, type Answers, applies, type FormDefinition, type Question, type Unclear } from './form.ts';
import type { AskedForm } from './form-record.ts';
import { isAllCourtesy } from './participant-questions.ts';
import { isActing, isActingByNo, type Purpose, provesSender, publishesPairs } from './purposes.ts';
import type { UnclearReason } from './unclear-reason.ts';

/** Whether an answer acts at once, on others too: a vote, a decision, a yes or no to a partner, a refusal. */
function isConsequential(purpose: Purpose, question: Question | undefined, answer: Answer): boolean {
  if (question?.type !== 'yesno') return false;
  return answer === false ? isActingByNo(purpose) : isActing(purpose);
}

/**
 * A yes to publishing with more beside it than courtesy may be a yes to some of the pairs: "Yes. Ada and Paul had better wait."
 * It is asked about. `remarks` are all words of the reply beside the yes.
 */
export function withoutReservations<T extends Said & { note: string; comments: Readonly<Record<string, string>> }>(
  purpose: Purpose,
  given: T,
  names: readonly string[],
): T {
  const { answers, unclear, note, comments } = given;
  const remarks = [comments.publish ?? '', note].filter((words) => words !== '').join('\n');
  if (!publishesPairs(purpose) || answers.publish !== true || isAllCourtesy(remarks, names)) return given;
  const { publish: _, ...others } = answers;
  const { publish: __, ...otherComments } = comments;
  const asked: Unclear = { key: 'publish', said: `yes: ${remarks}`, why: { kind: 'reservations' } };
  return { ...given, answers: others, comments: otherComments, note: '', unclear: [...unclear, asked] };
}

interface Said {
  answers: Answers;
  unclear: readonly Unclear[];
  worded?: Readonly<Record<string, Worded>> | undefined;
  proposed?: Answers | undefined;
}

/**
 * Answers that act at once and were read without certainty become questions, each with the answer that we propose; so do those
 * that are likely. Whether a reply was theirs is asked as it is: nothing is likely of that.
 */
export function withoutGuesses<T extends Said>(
  purpose: Purpose,
  definition: FormDefinition,
  given: T,
): T & { proposed: Answers } {
  const proposed: Answers = provesSender(purpose) ? {} : { ...given.proposed };
  const answers = { ...given.answers };
  const unclear = [...given.unclear];
  for (const question of definition.questions) {
    const { key } = question;
    const [answer, worded] = [answers[key], given.worded?.[key]];
    if (answer === undefined || worded?.sure !== false || !isConsequential(purpose, question, answer)) continue;
    delete answers[key];
    proposed[key] = answer;
    unclear.push({ key, said: worded.said, why: proposal(answer) });
  }
  return { ...given, answers, unclear: unclear.map((one) => asProposed(one, proposed)), proposed };
}

/** Of a yes or no the reason is how we read it. */
function asProposed(one: Unclear, proposed: Answers): Unclear {
  const answer = proposed[one.key];
  return typeof answer === 'boolean' ? { ...one, why: proposal(answer) } : one;
}

function proposal(answer: Answer): UnclearReason {
  return { kind: 'proposed', vote: answer === abstained ? 'abstained' : answer === true ? 'yes' : 'no' };
}

/** Answers that we have proposed, with what each was read from. */
export interface Proposal {
  answers: Answers;
  said: Readonly<Record<string, string>>;
}

/** What we have proposed and nobody has confirmed: a plain yes or no is about that, whatever else is open. */
export function awaitsWord(form: Proposing, definition: FormDefinition): Proposal | undefined {
  const answers = proposedIn(form, definition);
  const keys = Object.keys(answers);
  if (keys.length === 0) return undefined;
  const said = keys.map((key): [string, string] => [key, form.unclear.find((one) => one.key === key)?.said ?? '']);
  return { answers, said: Object.fromEntries(said) };
}

/** Whether all that is asked is yes or no. */
export function isOfVotes({ questions }: FormDefinition): boolean {
  return questions.every(({ type }) => type === 'yesno');
}

type Proposing = Pick<AskedForm, 'answers' | 'unclear' | 'proposed'>;

/**
 * The proposed answers that a yes makes count, in the form's order: of questions that are open and are asked of somebody with
 * these answers. A no of theirs among other things that are open is none of them: nobody refuses a partner by a "yes" that may be to those.
 */
export function proposedIn(form: Proposing, definition: FormDefinition): Answers {
  const { proposed = {} } = form;
  const open = openKeys(definition, form);
  const answers: Answers = {};
  for (const question of definition.questions) {
    const answer = proposed[question.key];
    const isAsked = open.includes(question.key) && applies(question, { ...form.answers, ...answers });
    if (answer !== undefined && isAsked) answers[question.key] = answer;
  }
  const isAll = open.every((key) => answers[key] !== undefined);
  if (isOfVotes(definition) || isAll) return answers;
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== false));
}

/** What a word about a proposal makes of it. */
export function settledBy(
  word: 'yes' | 'no' | 'unclear',
  { answers, said }: Proposal,
  words: string,
): { answers: Answers; unclear: Unclear[]; comments?: Record<string, string>; worded?: Record<string, Worded> } {
  const keys = Object.keys(answers);
  // A no has its reason in the words that it was read from.
  const refused = keys.filter((key) => answers[key] === false);
  const comments = Object.fromEntries(refused.map((key): [string, string] => [key, said[key] ?? '']));
  // Of several it is shown what each is; one sentence of theirs explains none of them.
  if (word === 'yes' && keys.length > 1) return { answers, unclear: [], comments };
  if (word === 'yes') {
    const worded = keys.map((key): [string, Worded] => [key, { said: said[key] ?? '', sure: true }]);
    return { answers, unclear: [], worded: Object.fromEntries(worded) };
  }
  const why = { kind: word === 'no' ? ('read-wrongly' as const) : ('unsure-of-word' as const) };
  return { answers: {}, unclear: keys.map((key) => ({ key, said: words, why })) };
}
