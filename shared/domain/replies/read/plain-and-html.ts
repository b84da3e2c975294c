import { type Answer, type Answers, type FormDefinition, missing } from '#domain/forms/form.ts';
import type { Reading } from './reply-reading.ts';
import type { Line } from './text/lines.ts';
import { foldedWords } from './text/words.ts';

/** The plain and the HTML part of a message, as lines and as read. */
export interface Part {
  lines: readonly Line[];
  reading: Reading;
}

/** Words of a line that are no addresses: mail programs write those into one part alone. */
function* wordsIn(lines: readonly Line[]): Generator<string> {
  for (const { words } of lines) for (const { word, address } of words) if (!address) yield word;
}

/** Whether there are words in `lines` that are not in `others`, or oftener. */
export function saysMore(lines: readonly Line[], others: readonly Line[]): boolean {
  const left = new Map<string, number>();
  for (const word of wordsIn(others)) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of wordsIn(lines)) {
    const times = left.get(word) ?? 0;
    if (times === 0) return true;
    left.set(word, times - 1);
  }
  return false;
}

/**
 * What a message says of which both parts have something. The one with more answers counts, and the other one adds what it
 * alone has; a question to which the two say different things is asked.
 */
export function mergeParts(form: FormDefinition, plain: Part, html: Part, known: Answers): Reading {
  const [first, second] = standing(html.reading) > standing(plain.reading) ? [html, plain] : [plain, html];
  const { reading } = first;
  const other = second.reading;
  if (reading.intent !== 'answer' && Object.keys(other.answers).length === 0) return reading;
  const answers = { ...reading.answers };
  const comments = { ...reading.comments };
  const worded = { ...other.worded, ...reading.worded };
  const unclear = [...reading.unclear];
  const open = new Set(unclear.map(({ key }) => key));
  for (const { key, type } of form.questions) {
    const [own, its] = [answers[key], other.answers[key]];
    if (its === undefined || open.has(key)) continue;
    if (own === undefined) {
      answers[key] = its;
      const comment = other.comments[key];
      if (comment !== undefined) comments[key] = comment;
    } else if (isOther(own, its, type === 'text')) {
      delete answers[key];
      delete comments[key];
      unclear.push({ key, said: `${shown(own)}\n${shown(its)}`, why: { kind: 'several-answers' } });
    }
  }
  const notes = [reading.note, saysMore(linesOf(other.note), first.lines) ? withoutProgramsWords(other.note) : ''];
  const used = Object.entries(worded).filter(([key]) => answers[key] !== undefined || open.has(key));
  const { worded: _, ...rest } = reading;
  return {
    ...rest,
    answers,
    comments,
    unclear,
    ...(used.length > 0 && { worded: Object.fromEntries(used) }),
    note: notes.filter((note) => note !== '').join('\n\n'),
    missing: missing(form, { ...known, ...answers }).map(({ key }) => key),
    ...((reading.cut || other.cut) && { cut: true as const }),
  };
}

/** How much a reading says, and how well it agrees with itself. A wish to be left alone is as good as an answer. */
function standing({ answers, unclear, intent }: Reading): number {
  const wish = intent === 'decline' || intent === 'stop' ? 1 : 0;
  return 2 * (Object.keys(answers).length + wish) + (unclear.length > 0 ? -0.5 : 0);
}

function isOther(one: Answer, other: Answer, isText: boolean): boolean {
  if (!isText) return JSON.stringify(one) !== JSON.stringify(other);
  // Lines are broken elsewhere, and bold print has stars in one of the two; the words are the same, or go on.
  const [own, its] = [foldedWords(String(one)), foldedWords(String(other))];
  const [short, long] = own.length <= its.length ? [own, its] : [its, own];
  const words = new Set(long);
  return short.filter((word) => !words.has(word)).length * 2 > short.length;
}

function shown(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return Array.isArray(answer) ? answer.join(', ') : String(answer);
}

function linesOf(note: string): Line[] {
  return [{ text: note, depth: 0, words: foldedWords(note).map((word) => ({ word, start: 0, end: 0 })) }];
}

/** What a program writes into the plain part when it has nothing else to say there. */
const insteadOfText =
  /^[^\n]{0,200}(?:(?:need|require|support|enable|view|read)[^\n]{0,60}html|html[^\n]{0,60}(?:need|require|support|enable|view|read|capable))[^\n]{0,200}$|^\[(?:image|cid)[^\]\n]{0,200}\]$/gimu;

function withoutProgramsWords(note: string): string {
  return note.replace(insteadOfText, '').trim();
}
