import type { AskedForm, Purpose } from './asked.ts';
import { openKeys } from './follow-up.ts';
import type { Answer, Answers, FormDefinition, Question, Unclear } from './form.ts';
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
}

/** Answers that act at once and were read without certainty become questions, each with the answer that we propose. */
export function withoutGuesses<T extends Said>(
  purpose: Purpose,
  definition: FormDefinition,
  given: T,
): T & { proposed: Answers } {
  const proposed: Answers = {};
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
  return `We read that as a ${answer === true ? 'yes' : 'no'} and would like to be sure, because it counts at once.`;
}

/** The one question that is open, when we have proposed an answer to it: then a plain yes or no is about that answer. */
export function awaitsWord(
  form: Pick<AskedForm, 'answers' | 'unclear' | 'proposed'>,
  definition: FormDefinition,
): { key: string; answer: Answer; said: string } | undefined {
  const [key, ...more] = openKeys(definition, form);
  const answer = key === undefined ? undefined : form.proposed?.[key];
  if (key === undefined || answer === undefined || more.length > 0) return undefined;
  return { key, answer, said: form.unclear.find((one) => one.key === key)?.said ?? '' };
}

/** What a word about a proposed answer makes of it. */
export function settledBy(
  word: 'yes' | 'no' | 'unclear',
  { key, answer, said }: NonNullable<ReturnType<typeof awaitsWord>>,
  words: string,
): { answers: Answers; unclear: Unclear[]; worded?: Record<string, Worded> } {
  if (word === 'yes') return { answers: { [key]: answer }, unclear: [], worded: { [key]: { said, sure: true } } };
  const why = word === 'no' ? 'Then we read you wrongly.' : 'We could not tell whether we read you rightly.';
  return { answers: {}, unclear: [{ key, said: words, why: `${why} Please answer the question itself, yes or no.` }] };
}
