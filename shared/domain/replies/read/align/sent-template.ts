import { type FormDefinition, labelOf, type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { letterOf } from '#domain/forms/option-letter.ts';
import type { Sent } from '../reply-reading.ts';
import { linesOfHtml } from '../text/html-lines.ts';
import { isBlank, type Line, linesOfText } from '../text/lines.ts';
import { foldedWords } from '../text/words.ts';

/** What we sent, as words, with what each word belongs to. */
export interface Template {
  words: string[];
  /** Where each word stands. */
  places: ReadonlyMap<string, readonly number[]>;
  /** Whether a line, or the text of a question, begins at the word. */
  begins: boolean[];
  /** Whether a line ends with the word. */
  ends: boolean[];
  /** The index of the question that a word belongs to; -1 before the first and after the last. */
  question: number[];
  /** The option (of that question) that a word belongs to; -1 for none. */
  option: number[];
  /** Option lines by their words, to find the ones that were marked. */
  optionLines: Map<string, { from: number; to: number }[]>;
  /** Where the words of each question begin that was found, by index. */
  asked: Map<number, number>;
  /** Questions that stand there only with the answer we had understood, as in an acknowledgement. */
  facts: Set<number>;
  /** Web addresses that we wrote. */
  addresses: string[];
  /** Built from the form because what was sent is not at hand: the words around the questions are not known. */
  derived: boolean;
}

/** What we wrote ourselves is compared whole: a ballot on 600 pairs has 20,000 words. */
const most = { words: 60_000 };

/** Every form in which the person may have our words in front of them: each message as text and as HTML. */
export function templatesOf(form: FormDefinition, sent: readonly Sent[], asked = bareText(form)): Template[] {
  const known: Template[] = [];
  for (const { text, html } of sent) {
    if (text.trim() !== '') known.push(templateOf(form, linesOfText(text), addressesIn(text)));
    if (html) known.push(templateOf(form, linesOfHtml(html), addressesIn(html)));
  }
  const derived = templateOf(form, linesOfText(asked), []);
  return [...known, { ...derived, derived: true }];
}

/**
 * The `most` templates that share most with a reply, by groups of three words; in the order given where that is equal. A
 * group counts as often as the reply has it, or a long message that repeats its options would win over the one quoted.
 */
export function likeliest(templates: readonly Template[], lines: readonly Line[], most: number): Template[] {
  if (templates.length <= most) return [...templates];
  const groups = new Map<string, number>();
  for (const { words } of lines.slice(0, 1_000)) {
    for (let at = 2; at < words.length; at += 1) {
      const three = group(words[at - 2]?.word, words[at - 1]?.word, words[at]?.word);
      groups.set(three, (groups.get(three) ?? 0) + 1);
    }
  }
  const shared = templates.map(({ words }) => {
    const left = new Map(groups);
    let count = 0;
    for (let at = 2; at < words.length; at += 1) {
      const three = group(words[at - 2], words[at - 1], words[at]);
      const times = left.get(three) ?? 0;
      if (times === 0) continue;
      left.set(three, times - 1);
      count += 1;
    }
    return count;
  });
  const order = templates.map((_, index) => index).sort((one, other) => (shared[other] ?? 0) - (shared[one] ?? 0));
  return order.slice(0, most).flatMap((index) => templates[index] ?? []);
}

function group(...words: (string | undefined)[]): string {
  return words.join(' ');
}

/** The questions and their options, without what we say of them. */
function bareText(form: FormDefinition): string {
  const ofOne = ({ number, ask, hint, options = [] }: NumberedQuestion) =>
    [`${number}. ${ask}`, ...(hint ? [hint] : []), ...options.map((text, index) => `${letterOf(index)}) ${text}`)].join(
      '\n',
    );
  return numbered(form).map(ofOne).join('\n\n');
}

function templateOf(form: FormDefinition, lines: readonly Line[], addresses: string[]): Template {
  const words: string[] = [];
  const begins: boolean[] = [];
  const ends: boolean[] = [];
  /** The paragraph of each word: lines with no blank line between them. */
  const paragraphs: number[] = [];
  let paragraph = 0;
  for (const line of lines) {
    if (isBlank(line)) paragraph += 1;
    const own = line.words.filter((word) => !word.address);
    for (const [index, { word }] of own.entries()) {
      if (words.length >= most.words) break;
      words.push(word);
      begins.push(index === 0);
      ends.push(index === own.length - 1);
      paragraphs.push(paragraph);
    }
  }
  const template: Template = {
    words,
    places: placesOf(words),
    begins,
    ends,
    question: words.map(() => -1),
    option: words.map(() => -1),
    optionLines: new Map(),
    asked: new Map(),
    facts: new Set(),
    addresses,
    derived: false,
  };
  markQuestions(template, form, paragraphs);
  return template;
}

function placesOf(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    const list = places.get(word);
    if (list) list.push(at);
    else places.set(word, [at]);
  }
  return places;
}

function markQuestions(template: Template, form: FormDefinition, paragraphs: readonly number[]): void {
  const found: { index: number; start: number; ask: number }[] = [];
  for (const question of numbered(form)) {
    const place = findQuestion(template, question);
    if (place) found.push({ index: question.number - 1, ...place });
  }
  found.sort((one, other) => one.start - other.start);
  for (const [at, { index, start, ask }] of found.entries()) {
    const question = form.questions[index];
    const next = found[at + 1]?.start;
    if (!question) continue;
    const known = Math.max(ask + foldedWords(question.ask).length, markOptions(template, question, ask, next));
    const end = next ?? endOfParagraph(paragraphs, known - 1);
    template.asked.set(index, start);
    template.begins[ask] = true;
    template.question.fill(index, start, end);
  }
  markFacts(template, form, paragraphs);
}

/** "11. Room for 1" in an acknowledgement: what is typed behind or under it is about that answer. */
function markFacts(template: Template, form: FormDefinition, paragraphs: readonly number[]): void {
  const { places, begins, words, question, asked, facts } = template;
  const found: { index: number; start: number; end: number }[] = [];
  for (const one of numbered(form)) {
    if (asked.has(one.number - 1)) continue;
    const label = foldedWords(labelOf(one));
    const start = places
      .get(`${one.number})`)
      ?.find((at) => begins[at] && label.every((word, index) => words[at + 1 + index] === word));
    if (start !== undefined) found.push({ index: one.number - 1, start, end: start + label.length });
  }
  found.sort((one, other) => one.start - other.start);
  for (const [at, { index, start, end }] of found.entries()) {
    // The answer stands behind its label, or on the lines below it.
    const next = found[at + 1]?.start ?? words.length;
    question.fill(index, start, Math.min(next, endOfParagraph(paragraphs, end)));
    facts.add(index);
  }
}

/** Words between the number of a question and its ask, where a condition stands. */
const mostBefore = 60;

/** Where a question stands: its own words, and the number before them (which may have a condition in between). */
function findQuestion(template: Template, question: NumberedQuestion): { start: number; ask: number } | undefined {
  const ask = foldedWords(question.ask);
  const { words, begins, places } = template;
  const isAsk = (at: number) => ask.every((word, index) => words[at + index] === word);
  // By the number, which stands there once or twice, rather than by words that may be those of hundreds of questions.
  for (const start of places.get(`${question.number})`) ?? []) {
    if (!begins[start]) continue;
    for (let at = start; at <= start + mostBefore; at += 1) if (isAsk(at)) return { start, ask: at };
  }
  for (const at of places.get(ask[0] ?? '') ?? []) if (begins[at] && isAsk(at)) return { start: at, ask: at };
  return undefined;
}

/** Finds the option lines after `from` and before `to`; returns where the last of them ends. */
function markOptions(template: Template, question: FormDefinition['questions'][number], from: number, to?: number) {
  const { words, begins, option, optionLines } = template;
  let at = from;
  for (const [index, text] of (question.options ?? []).entries()) {
    const wanted = [`${letterOf(index)})`, ...foldedWords(text)];
    const until = Math.min(to ?? words.length, at + 400) - wanted.length;
    for (let start = at; start <= until; start += 1) {
      if (!begins[start] || !wanted.every((word, offset) => words[start + offset] === word)) continue;
      at = start + wanted.length;
      option.fill(index, start, at);
      const line = wanted.join(' ');
      optionLines.set(line, [...(optionLines.get(line) ?? []), { from: start, to: at }]);
      break;
    }
  }
  return at;
}

function endOfParagraph(paragraphs: readonly number[], from: number): number {
  let end = from + 1;
  while (end < paragraphs.length && paragraphs[end] === paragraphs[from]) end += 1;
  return end;
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"')]+/gi)].map(([address]) =>
    address.replaceAll('&amp;', '&').replace(/[.,;:]$/, ''),
  );
}
