import { type Answer, type Answers, applies, type FormDefinition, type Question } from '#domain/forms/form.ts';
import type { UnclearReason } from '#domain/forms/unclear-reason.ts';
import type { Vote } from './ballot/ballot-reading.ts';
import { replacement, replacesOther, withChange } from './corrections/corrected-value.ts';
import type { Correction } from './corrections/correction.ts';
import type { Reading } from './reply-reading.ts';
import { clipped, foldedWords, wordsOf } from './text/words.ts';
import { likelyAnswer } from './values/likely/likely-answer.ts';
import { withCommas } from './values/picked/spaced-letters.ts';
import { understand } from './values/understand-answer.ts';

/** What a reading says of the questions. */
type Gist = Pick<Reading, 'answers' | 'unclear' | 'note' | 'comments' | 'worded' | 'proposed' | 'passed'>;

/** What is said of the questions of a form, gathered from all places of a reply, before it becomes a reading. */
export class AnswerCollector {
  private readonly said = new Map<number, string[]>();
  private readonly marked = new Map<number, ReadonlySet<number>>();
  private readonly votes = new Map<number, Vote | { why: UnclearReason; said: string }>();
  private readonly doubted = new Map<number, string>();
  private readonly corrected = new Map<number, Correction[]>();
  private readonly proposed = new Map<number, { answer: Answer; said: string }>();
  /** Questions that they have passed over. */
  private readonly passed = new Set<string>();
  private readonly kept: string[] = [];
  private readonly placed = new Map<number, 'words' | 'guessed'>();

  private readonly form: FormDefinition;

  private readonly today: string | undefined;

  /** `today`: the day of the reply, where it is known. */
  constructor(form: FormDefinition, today?: string) {
    this.form = form;
    this.today = today;
  }

  /** Words that stand under a question or behind its number; `by`, where it takes more than that to know the question. */
  say(question: number, words: string, by?: 'words' | 'guessed'): void {
    if (by) this.placed.set(question, by);
    const said = this.withoutQuestion(question, this.withoutNext(words).trim());
    if (said === '') return;
    const own = this.said.get(question);
    if (own) own.push(said);
    else this.said.set(question, [said]);
  }

  mark(question: number, options: ReadonlySet<number>): void {
    this.marked.set(question, options);
  }

  /** What was read of a question in prose about several: a vote, or why it is none. */
  vote(question: number, vote: Vote | { why: UnclearReason; said: string }): void {
    this.votes.set(question, vote);
  }

  /** An answer that is likely, but for `said`, of which we don't know what it changes: to be confirmed. */
  propose(question: number, answer: Answer, said: string): void {
    this.proposed.set(question, { answer, said });
  }

  /** Words between two questions of which we can't tell the one they answer. */
  doubt(above: number, below: number, words: string): void {
    const question = below >= 0 ? below : above;
    this.doubted.set(question, words.trim());
  }

  /** What prose says of a question, beside answers in the same message or to a form that has been answered. */
  correct(correction: Correction): void {
    const { question } = correction;
    this.corrected.set(question, [...(this.corrected.get(question) ?? []), correction]);
  }

  /** Words that answer nothing. */
  keep(words: string): void {
    if (words.trim() !== '') this.kept.push(words.trim());
  }

  has(question: number): boolean {
    return this.said.has(question) || this.marked.has(question);
  }

  get isEmpty(): boolean {
    const gathered = [this.said, this.marked, this.votes, this.doubted, this.corrected, this.proposed];
    return gathered.every(({ size }) => size === 0);
  }

  /** The answers so far, those of this message before those of earlier ones. */
  withKnown(known: Answers): Answers {
    return this.isEmpty ? known : { ...known, ...this.read(known).answers };
  }

  /** The answers, what is unclear, comments and note. */
  read(known: Answers): Gist {
    const reading: Gist = { answers: {}, unclear: [], note: '', comments: {} };
    for (const [index, question] of this.form.questions.entries()) {
      if (applies(question, { ...known, ...reading.answers })) this.readOne(index, question, known, reading);
      // What is said of a question that is not asked of them is no answer to it, but it is not lost either.
      else for (const words of this.said.get(index) ?? []) if (/\p{L}{4}/u.test(words)) this.keep(words);
    }
    const passed = [...this.passed].filter((key) => reading.answers[key] === undefined);
    if (passed.length > 0) reading.passed = passed;
    reading.note = clipped(this.kept.join('\n\n'), longestNote);
    return reading;
  }

  /** "no, same team > 5. Grace Lee as mentor of Ada": the quoted line below was glued to what was typed above it. */
  private withoutNext(words: string): string {
    return words.replace(/\s>+[ \t]*(\d{1,3})[.)][ \t]+([^\n]+)$/gmu, (glued, number: string, rest: string) => {
      const ask = foldedWords(this.form.questions[Number(number) - 1]?.ask ?? '');
      const own = foldedWords(rest.slice(0, 1_000));
      return ask.length > 0 && own.length === ask.length && ask.every((word, at) => own[at] === word) ? '' : glued;
    });
  }

  /** Some people copy the question and answer behind it. */
  private withoutQuestion(index: number, words: string): string {
    const ask = foldedWords(this.form.questions[index]?.ask ?? '');
    const own = wordsOf(words.slice(0, 1_000)).slice(0, ask.length + 1);
    const last = own[ask.length - 1];
    if (!last || own.length <= ask.length || !ask.every((word, at) => own[at]?.word === word)) return words;
    return words.slice(last.end).replace(/^[\s?:.*_-]{1,10}/, '');
  }

  private readOne(index: number, question: Question, known: Answers, into: Gist): void {
    const said = this.said.get(index) ?? [];
    const doubted = this.doubted.get(index);
    if (doubted !== undefined) {
      into.unclear.push({ key: question.key, said: recognisable(doubted), why: { kind: 'above-or-below' } });
      return;
    }
    const corrections = this.corrected.get(index) ?? [];
    const {
      value,
      comment,
      why,
      by,
      said: own,
    } = amended(this.understood(index, question, said, known[question.key]), corrections, known[question.key]);
    const pieces = [...said, ...corrections.map((one) => one.said)];
    const words = recognisable(pieces.length > 0 ? pieces.join('\n') : (own ?? ''));
    if (why !== undefined) into.unclear.push({ key: question.key, said: words, why });
    else if (value !== undefined) into.answers[question.key] = value;
    if (value !== undefined && comment) into.comments[question.key] = comment;
    const proposed = this.proposed.get(index);
    if (proposed && value === undefined && said.length === 0) {
      if (why === undefined)
        into.unclear.push({ key: question.key, said: recognisable(proposed.said), why: { kind: 'what-changes' } });
      into.proposed = { ...into.proposed, [question.key]: proposed.answer };
    }
    const likely = why === undefined ? undefined : this.likely(index, question, known[question.key]);
    if (likely !== undefined) into.proposed = { ...into.proposed, [question.key]: likely };
    const placed = this.placed.get(index);
    if (value !== undefined && (by || placed)) {
      into.worded ??= {};
      into.worded[question.key] = { said: words, sure: by !== 'guessed' && placed !== 'guessed' };
    }
  }

  /** What is likely meant by the one thing that was said of a question, where nothing stands that it could change. */
  private likely(index: number, question: Question, known: Answer | undefined): Answer | undefined {
    const [only, ...others] = this.said.get(index) ?? [];
    const corrections = this.corrected.get(index) ?? [];
    const isElsewhere = this.marked.has(index) || this.votes.has(index) || this.proposed.has(index);
    if (only === undefined || others.length > 0 || isElsewhere || known !== undefined) return undefined;
    // A request that names a question takes nothing away from the words that answer it.
    const isText = question.type === 'text' && corrections.every(({ why }) => why !== undefined);
    return corrections.length === 0 || isText ? likelyAnswer(question, only, this.today) : undefined;
  }

  private understood(index: number, question: Question, said: readonly string[], known: Answer | undefined): Found {
    const found: Found[] = [];
    const marks = this.marked.get(index);
    if (marks) found.push(this.ofMarks(question, marks));
    if (question.type === 'text' && said.length > 1) found.push(...this.ofWords(question, [said.join('\n\n')], known));
    else if (said.length > mostAnswers) return { why: { kind: 'several-answers' } };
    else found.push(...this.ofWords(question, said, known));
    const vote = this.votes.get(index);
    if (vote && (found.length === 0 || 'why' in vote)) found.push(vote);
    return merged(found, marks !== undefined);
  }

  private ofWords(question: Question, said: readonly string[], known: Answer | undefined): Found[] {
    return said.flatMap((words): Found[] => {
      const set = withChange(question, words, known);
      if (set) return [{ value: set, by: 'words' }];
      const listed = withCommas(question, words, this.allSaid);
      const letters = listed === undefined ? undefined : understand(question, listed, this.today);
      if (letters?.kind === 'answer') return [{ value: letters.value, by: 'words' }];
      const understood = understand(question, words, this.today);
      if (understood.kind === 'skipped') {
        this.passed.add(question.key);
        return [];
      }
      if (understood.kind === 'unclear') {
        const value = replacement(question, words, known);
        return value === undefined ? [{ why: understood.why, said: words }] : [{ value, by: 'words' }];
      }
      if (known !== undefined && replacesOther(question, words, known))
        return [{ why: { kind: 'other-before' }, said: words }];
      return [{ value: understood.value, comment: understood.comment, by: understood.by }];
    });
  }

  /** Their answers in words, one behind the other: what they write in. */
  private get allSaid(): string {
    return [...this.said.values()].flat().join('\n').slice(0, longestSample);
  }

  private ofMarks(question: Question, marks: ReadonlySet<number>): Found {
    const options = (question.options ?? []).filter((_, option) => marks.has(option));
    if (question.type === 'choices') return { value: options };
    if (options.length === 1) return { value: options[0] };
    return { why: { kind: 'several-marks' } };
  }
}

/** Answers to one question that are looked at one by one. Nobody gives as many; a list of thousands is not worth the time. */
const mostAnswers = 20;

/** Characters of a note: a few pages, which somebody has to read. Much more, and no record could hold it. */
const longestNote = 20_000;

/** Characters that tell in which language somebody writes. */
const longestSample = 2_000;

interface Found {
  value?: Answer | undefined;
  comment?: string | undefined;
  why?: UnclearReason;
  said?: string;
  by?: 'words' | 'guessed' | undefined;
}

/** Several answers to one question are one answer when they agree, and unclear when they don't. */
function merged(found: readonly Found[], hasMarks: boolean): Found {
  const [first, ...more] = found;
  if (!first) return {};
  if (more.length === 0) return first;
  const values = new Set(found.filter(({ value }) => value !== undefined).map(({ value }) => JSON.stringify(value)));
  // Words beside a marked option that are no answer themselves are a remark about it.
  if (hasMarks && first.value !== undefined && values.size === 1) {
    const remarks = more.map(({ comment, said }) => comment ?? said ?? '').filter((words) => words !== '');
    return { value: first.value, comment: remarks.join('\n') };
  }
  const unclear = found.find(({ why }) => why !== undefined);
  if (values.size === 0) return unclear ?? {};
  if (values.size > 1 || unclear) return { why: { kind: 'several-answers' } };
  return {
    value: first.value,
    comment: found
      .map(({ comment }) => comment ?? '')
      .filter(Boolean)
      .join('\n'),
  };
}

/** An answer of this message after what its prose says of the same question. */
function amended(found: Found, corrections: readonly Correction[], known: Answer | undefined): Found {
  let now = found;
  for (const { value, comment, why, corrects, isMistake } of corrections) {
    const isOther = now.value !== undefined && JSON.stringify(now.value) !== JSON.stringify(value);
    const isNew = now.value !== undefined && known !== undefined && JSON.stringify(now.value) !== JSON.stringify(known);
    // "Sorry, 14 was wrong." with the right answer behind its number.
    if (isMistake && isNew) continue;
    if (why !== undefined) now = { why };
    else if (now.why !== undefined && !corrects) return now;
    else if (isOther && !corrects) return { why: { kind: 'several-answers' } };
    else if (now.value !== undefined && !isOther) now = { ...now, comment: now.comment ?? comment };
    else now = { value, comment, by: 'words' };
  }
  return now;
}

/** Enough of what they said to recognise it. */
function recognisable(words: string): string {
  return words.length <= 300 ? words : `${clipped(words, 299)}…`;
}
