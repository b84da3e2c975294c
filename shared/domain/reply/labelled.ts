import { type FormDefinition, labelOf } from '#domain/form.ts';
import { optionText } from './values/options.ts';
import { understand } from './values/understand.ts';

/** The beginning of an answer that says which question it is for. */
export interface Label {
  /** The line it stands on. */
  line: number;
  /** The index of the question. */
  question: number;
  /** What follows it on its line. */
  rest: string;
  /** "3 yes" or "3 - yes": a label only in the company of others. */
  weak: boolean;
}

/** Answers by their labels, and the lines that belong to none. */
interface Segments {
  said: { question: number; lines: string[] }[];
  rest: string[];
}

const numbered =
  /^[\s*_]{0,6}(q|question|answer|frage|antwort|réponse|pregunta|respuesta|pergunta|resposta|domanda|risposta|vraag|antwoord|fråga|svar|pytanie|odpowiedź|no|nr|ad|re|pair|질문|问题|問題|質問)?\.?\s?([#(]?)\s?(\d{1,2})(?!\d)(?:([.)\]:：=])[*_]{0,2}(?!\d{2})|(\s?[-–—>]{1,2}\s|\s[:=]\s?|\s))?\s?(.*)$/iu;

/** Every line of `lines` that begins with the number, the letter-and-number or the name of a question. */
export function labelsOf(lines: readonly string[], form: FormDefinition): Label[] {
  const names = namesOf(form);
  const labels: Label[] = [];
  for (const [line, text] of lines.entries()) {
    const found = numberLabel(text, form) ?? nameLabel(text, names);
    if (found) labels.push({ line, ...found });
  }
  return withCompany(
    labels.filter((_, index) => hasWords(labels, index, lines)),
    lines,
  );
}

function numberLabel(text: string, form: FormDefinition): Omit<Label, 'line'> | undefined {
  if (text.trimStart().startsWith('-')) return undefined;
  const match = numbered.exec(text.slice(0, 2_000));
  if (!match) return undefined;
  const [, name, sign, number, strong, weakly, start = ''] = match;
  const prefix = name ?? (sign === '#' ? sign : undefined);
  const question = Number(number) - 1;
  const asked = form.questions[question];
  if (!asked) return undefined;
  const rest = start + text.slice(2_000);
  // "1c" and "3.5": a letter of the options right behind the number is an answer, a figure is a fraction.
  if (strong === undefined && weakly === undefined) {
    const isLetter = asked.options !== undefined && /^[a-z][).]?(?:\s|$)/i.test(start);
    return isLetter || (prefix !== undefined && start === '') ? { question, rest, weak: false } : undefined;
  }
  if (strong === '.' && /^\d/.test(start) && !/[.]\s/.test(text.slice(0, 6))) return undefined;
  return { question, rest, weak: prefix === undefined && strong === undefined && !/^\s[:=]/.test(weakly ?? '') };
}

/** What the questions are called, each name for the one question that has it. A label, which people see, goes before a key. */
function namesOf(form: FormDefinition): Map<string, number> {
  const names = new Map<string, number>();
  // As they are spelled, first: "learned" may be the key of one question and "Learned" the label of another.
  for (const [index, question] of form.questions.entries()) {
    names.set(`=${question.key}`, index);
    names.set(`=${labelOf(question)}`, index);
  }
  const kinds: ((question: FormDefinition['questions'][number]) => string)[] = [
    labelOf,
    ({ key }) => key,
    (question) => labelOf({ ...question, label: undefined }),
    ({ ask }) => ask,
  ];
  for (const nameOf of kinds) {
    const own = form.questions.map((question) => optionText(nameOf(question)));
    for (const [index, name] of own.entries()) {
      if (name !== '' && own.indexOf(name) === own.lastIndexOf(name) && !names.has(name)) names.set(name, index);
    }
  }
  return names;
}

function nameLabel(text: string, names: ReadonlyMap<string, number>): Omit<Label, 'line'> | undefined {
  const cut = /[:：=?]|\s[-–—]{1,2}\s/u.exec(text.slice(0, 200));
  if (!cut || cut.index === 0) return undefined;
  const name = text.slice(0, cut.index);
  const question = names.get(`=${name.trim()}`) ?? names.get(optionText(name));
  if (question === undefined) return undefined;
  return { question, rest: text.slice(cut.index + cut[0].length).replace(/^[\s*_]{1,4}/, ''), weak: false };
}

/** "5." with nothing behind or under it is no label but an answer. */
function hasWords(labels: readonly Label[], index: number, lines: readonly string[]): boolean {
  const [label, next] = [labels[index], labels[index + 1]];
  if (!label) return false;
  if (label.rest.trim() !== '') return true;
  return lines.slice(label.line + 1, next?.line ?? lines.length).some((line) => line.trim() !== '');
}

/** Weak labels count when every line that is not blank has one, in rising order. */
function withCompany(labels: readonly Label[], lines: readonly string[]): Label[] {
  if (!labels.some(({ weak }) => weak)) return [...labels];
  const filled = lines.filter((line) => line.trim() !== '').length;
  const rising = labels.every(({ question }, index) => index === 0 || question > (labels[index - 1]?.question ?? 0));
  return labels.length > 1 && rising && labels.length === filled ? [...labels] : labels.filter(({ weak }) => !weak);
}

/** Cuts `lines` at `labels`: what stands behind and under each is said of its question. */
export function segmentsAt(labels: readonly Label[], lines: readonly string[], form: FormDefinition): Segments {
  const segments: Segments = { said: [], rest: lines.slice(0, labels[0]?.line ?? lines.length) };
  for (const [index, { line, question, rest }] of labels.entries()) {
    const under = lines.slice(line + 1, labels[index + 1]?.line ?? lines.length);
    const pieces = onOneLine(question, rest, form) ?? [
      { question, said: behind(question, rest, lines[line] ?? '', form) },
    ];
    for (const { question: one, said } of pieces.slice(0, -1)) segments.said.push({ question: one, lines: [said] });
    const last = pieces.at(-1);
    if (!last) continue;
    const isText = form.questions[last.question]?.type === 'text';
    // Under a short answer, a new paragraph is a remark to us; under a text it is more of the text.
    const end = isText || last.said.trim() === '' ? under.length : under.findIndex((one) => one.trim() === '');
    const own = end === -1 ? under.length : end;
    segments.said.push({ question: last.question, lines: [last.said, ...under.slice(0, own)] });
    segments.rest.push(...under.slice(own));
  }
  return segments;
}

/** What stands behind a label. The "7." of "7. Juli 2027" is no label but the day, also under the seventh question. */
export function behind(question: number, rest: string, line: string, form: FormDefinition): string {
  const asked = form.questions[question];
  if (asked?.type !== 'date' || understand(asked, rest).kind === 'answer') return rest;
  return understand(asked, line).kind === 'answer' ? line : rest;
}

/** "1. c 2. b 3. yes" or "1c, 2b" on one line, as people answer on a phone. Only between short answers. */
function onOneLine(
  question: number,
  rest: string,
  form: FormDefinition,
): { question: number; said: string }[] | undefined {
  if (rest.length > 200 || form.questions[question]?.type === 'text') return undefined;
  const pieces = [{ question, said: '' }];
  let from = 0;
  for (const match of rest.matchAll(/(?:^|[\s,;|])(\d{1,2})(?:[.):=](?=\s|[a-z])|(?=[a-z](?:[\s,;|.)]|$)))\s?/gi)) {
    const next = Number(match[1]) - 1;
    const before = pieces.at(-1);
    if (!before || next <= before.question || !form.questions[next]) return undefined;
    before.said = rest.slice(from, match.index).replace(/[\s,;|]{1,5}$/, '');
    pieces.push({ question: next, said: '' });
    from = match.index + match[0].length;
    if (form.questions[next]?.type === 'text') break;
  }
  const last = pieces.at(-1);
  if (last) last.said = rest.slice(from).replace(/[\s,;|]{1,5}$/, '');
  return pieces.length > 1 ? pieces : undefined;
}
