import { type Answer, applies, type FormDefinition, type Question } from '#domain/form.ts';
import type { Vote } from './ballot/read-ballot.ts';
import type { Reading } from './reading.ts';
import { understand } from './values/understand.ts';
import { clipped, foldedWords, wordsOf } from './words.ts';

/** What a reading says of the questions. */
type Gist = Pick<Reading, 'answers' | 'unclear' | 'note' | 'comments' | 'worded'>;

/** What is said of the questions of a form, gathered from all places of a reply, before it becomes a reading. */
export class Gathered {
  private readonly said = new Map<number, string[]>();
  private readonly marked = new Map<number, ReadonlySet<number>>();
  private readonly votes = new Map<number, Vote | { why: string; said: string }>();
  private readonly doubted = new Map<number, string>();
  private readonly kept: string[] = [];

  private readonly form: FormDefinition;

  constructor(form: FormDefinition) {
    this.form = form;
  }

  /** Words that stand under a question or behind its number. */
  say(question: number, words: string): void {
    const said = this.withoutQuestion(question, words.trim());
    if (said !== '') this.said.set(question, [...(this.said.get(question) ?? []), said]);
  }

  mark(question: number, options: ReadonlySet<number>): void {
    this.marked.set(question, options);
  }

  /** What was read of a question in prose about several: a vote, or why it is none. */
  vote(question: number, vote: Vote | { why: string; said: string }): void {
    this.votes.set(question, vote);
  }

  /** Words between two questions of which we can't tell the one they answer. */
  doubt(above: number, below: number, words: string): void {
    const question = below >= 0 ? below : above;
    this.doubted.set(question, words.trim());
  }

  /** Words that answer nothing. */
  keep(words: string): void {
    if (words.trim() !== '') this.kept.push(words.trim());
  }

  has(question: number): boolean {
    return this.said.has(question) || this.marked.has(question);
  }

  get isEmpty(): boolean {
    return this.said.size === 0 && this.marked.size === 0 && this.votes.size === 0 && this.doubted.size === 0;
  }

  /** The answers, what is unclear, comments and note. */
  read(known: Readonly<Record<string, Answer>>): Gist {
    const reading: Gist = { answers: {}, unclear: [], note: '', comments: {} };
    for (const [index, question] of this.form.questions.entries()) {
      if (applies(question, { ...known, ...reading.answers })) this.readOne(index, question, reading);
      // What is said of a question that is not asked of them is no answer to it, but it is not lost either.
      else for (const words of this.said.get(index) ?? []) if (/\p{L}{4}/u.test(words)) this.keep(words);
    }
    reading.note = clipped(this.kept.join('\n\n'), longestNote);
    return reading;
  }

  /** Some people copy the question and answer behind it. */
  private withoutQuestion(index: number, words: string): string {
    const ask = foldedWords(this.form.questions[index]?.ask ?? '');
    const own = wordsOf(words.slice(0, 1_000)).slice(0, ask.length + 1);
    const last = own[ask.length - 1];
    if (!last || own.length <= ask.length || !ask.every((word, at) => own[at]?.word === word)) return words;
    return words.slice(last.end).replace(/^[\s?:.*_-]{1,10}/, '');
  }

  private readOne(index: number, question: Question, into: Gist): void {
    const said = this.said.get(index) ?? [];
    const doubted = this.doubted.get(index);
    if (doubted !== undefined) {
      into.unclear.push({ key: question.key, said: recognisable(doubted), why: whichQuestion });
      return;
    }
    const { value, comment, why, by, said: own } = this.understood(index, question, said);
    const words = recognisable(said.length > 0 ? said.join('\n') : (own ?? ''));
    if (why !== undefined) into.unclear.push({ key: question.key, said: words, why });
    else if (value !== undefined) into.answers[question.key] = value;
    if (value !== undefined && comment) into.comments[question.key] = comment;
    if (value !== undefined && by) {
      into.worded ??= {};
      into.worded[question.key] = { said: words, sure: by !== 'guessed' };
    }
  }

  private understood(index: number, question: Question, said: readonly string[]) {
    const found: Found[] = [];
    const marks = this.marked.get(index);
    if (marks) found.push(this.ofMarks(question, marks));
    if (question.type === 'text' && said.length > 1) found.push(...ofWords(question, [said.join('\n\n')]));
    else if (said.length > mostAnswers) return { why: severalAnswers };
    else found.push(...ofWords(question, said));
    const vote = this.votes.get(index);
    if (vote && found.length === 0) found.push(vote);
    return merged(found, marks !== undefined);
  }

  private ofMarks(question: Question, marks: ReadonlySet<number>): Found {
    const options = (question.options ?? []).filter((_, option) => marks.has(option));
    if (question.type === 'choices') return { value: options };
    if (options.length === 1) return { value: options[0] };
    return { why: 'We found more than one marked option. Please reply with one letter.', value: undefined };
  }
}

/** Answers to one question that are looked at one by one. Nobody gives as many; a list of thousands is not worth the time. */
const mostAnswers = 20;
const severalAnswers = 'We found more than one answer to this question. Please give the one you mean.';

/** Characters of a note: a few pages, which somebody has to read. Much more, and no record could hold it. */
const longestNote = 20_000;

const whichQuestion =
  'We could not tell whether your answers stand above or below their questions. Please reply with the number before each answer.';

interface Found {
  value?: Answer | undefined;
  comment?: string | undefined;
  why?: string;
  said?: string;
  by?: 'words' | 'guessed' | undefined;
}

function ofWords(question: Question, said: readonly string[]): Found[] {
  return said.flatMap((words): Found[] => {
    const understood = understand(question, words);
    if (understood.kind === 'skipped') return [];
    if (understood.kind === 'unclear') return [{ why: understood.why, said: words }];
    return [{ value: understood.value, comment: understood.comment, by: understood.by }];
  });
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
  if (values.size > 1 || unclear) return { why: severalAnswers };
  return {
    value: first.value,
    comment: found
      .map(({ comment }) => comment ?? '')
      .filter(Boolean)
      .join('\n'),
  };
}

/** Enough of what they said to recognise it. */
function recognisable(words: string): string {
  return words.length <= 300 ? words : `${clipped(words, 299)}…`;
}
