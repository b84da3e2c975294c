import type { AskedForm, Purpose } from './asked.ts';
import { openKeys } from './follow-up.ts';
import { type Answer, type Answers, abstained, type FormDefinition, type Question, type Unclear } from './form.ts';
import { isAllCourtesy } from './questions-back.ts';
import type { Worded } from './reply/reading.ts';

/** Forms of which every yes and no sets something going, or ends it. */
const acting: ReadonlySet<Purpose> = new Set(['ballot', 'decision', 'consent', 'opening', 'late', 'confirm']);

/** Whether answers to this form act at once: one that is in doubt does not stand, not even as it was before. */
export function isActing(purpose: Purpose): boolean {
  return acting.has(purpose);
}

/** Whether an answer acts at once, on others too: a vote, a decision, a yes or no to a partner, a refusal. */
function isConsequential(purpose: Purpose, question: Question | undefined, answer: Answer): boolean {
  if (question?.type !== 'yesno') return false;
  return acting.has(purpose) || (purpose === 'agreement' && answer === false);
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
  if (purpose !== 'decision' || answers.publish !== true || isAllCourtesy(remarks, names)) return given;
  const { publish: _, ...others } = answers;
  const { publish: __, ...otherComments } = comments;
  const asked = { key: 'publish', said: `yes: ${remarks}`, why: 'We are not sure that this is a yes to all of them.' };
  return { ...given, answers: others, comments: otherComments, note: '', unclear: [...unclear, asked] };
}

interface Said {
  answers: Answers;
  unclear: readonly Unclear[];
  worded?: Readonly<Record<string, Worded>> | undefined;
  proposed?: Answers | undefined;
}

/** Answers that act at once and were read without certainty become questions, each with the answer that we propose. */
export function withoutGuesses<T extends Said>(
  purpose: Purpose,
  definition: FormDefinition,
  given: T,
): T & { proposed: Answers } {
  const proposed: Answers = { ...given.proposed };
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
  return { ...given, answers, unclear, proposed };
}

function proposal(answer: Answer): string {
  const vote = answer === abstained ? 'an abstention' : `a ${answer === true ? 'yes' : 'no'}`;
  return `We read that as ${vote} and would like to be sure, because it counts at once.`;
}

/** Answers that we have proposed, with what each was read from. */
export interface Proposal {
  answers: Answers;
  said: Readonly<Record<string, string>>;
}

/**
 * What we have proposed: a plain yes or no is about that. Where all questions are of yes or no, the others may still be open;
 * elsewhere a yes could be to one of those, so it is what is proposed alone.
 */
export function awaitsWord(
  form: Pick<AskedForm, 'answers' | 'unclear' | 'proposed'>,
  definition: FormDefinition,
): Proposal | undefined {
  const { proposed = {}, unclear } = form;
  const open = openKeys(definition, form);
  const answers = Object.fromEntries(
    open.flatMap((key) => (proposed[key] === undefined ? [] : [[key, proposed[key]]])),
  );
  if (Object.keys(answers).length === 0 || !mayBeConfirmed(definition, open, proposed)) return undefined;
  const said = Object.keys(answers).map((key): [string, string] => [
    key,
    unclear.find((one) => one.key === key)?.said ?? '',
  ]);
  return { answers, said: Object.fromEntries(said) };
}

/** Whether a yes can be to what is proposed of the questions that are open, and to nothing else. */
export function mayBeConfirmed(definition: FormDefinition, open: readonly string[], proposed: Answers): boolean {
  const isOfVotes = definition.questions.every(({ type }) => type === 'yesno');
  return (
    open.some((key) => proposed[key] !== undefined) && (isOfVotes || open.every((key) => proposed[key] !== undefined))
  );
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
  const what = word === 'no' ? 'Then we read you wrongly.' : 'We could not tell whether we read you rightly.';
  const how =
    keys.length === 1 ? 'Please answer the question itself, yes or no.' : 'Please answer the questions themselves.';
  return { answers: {}, unclear: keys.map((key) => ({ key, said: words, why: `${what} ${how}` })) };
}
