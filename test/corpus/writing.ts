import { type FormDefinition, labelOf, type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import type { Draft } from './draft.ts';
import type { Language } from './languages.ts';
import type { Letter, Piece } from './letter.ts';
import type { Random } from './random.ts';
import { fullWidth, type Saying } from './sayings.ts';

export interface Scene {
  form: FormDefinition;
  language: Language;
  random: Random;
}

export type Sayings = Map<number, Saying>;

export type Writing = (sayings: Sayings, scene: Scene, letter: Letter) => Draft;

export function draftOf({ language }: Scene, letter: Letter): Draft {
  return {
    letter,
    language,
    above: [],
    below: [],
    under: new Map(),
    onLine: new Map(),
    before: new Map(),
    after: new Map(),
    isDeleted: () => false,
    inside: false,
    bold: false,
    listed: false,
    tight: false,
    withoutQuote: false,
    appended: [],
    footer: true,
    depth: 1,
    forwards: false,
  };
}

export function under(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const { form, random } = scene;
  const start = random.chance(0.15) ? random.pick(['-> ', '=> ', 'A: ', 'Answer: ', '[Ada] ', '--> ', '- ']) : '';
  // Before words of one's own it would be part of them.
  const isPlain = (index: number) =>
    form.questions[index]?.type === 'text' || (start === 'A: ' && form.questions[index]?.options !== undefined);
  const lines = (index: number, said: string) => (isPlain(index) ? said : start + said).split('\n');
  return {
    ...draftOf(scene, letter),
    under: new Map([...sayings].map(([index, { said }]) => [index, lines(index, said)])),
    bold: random.chance(0.08),
  };
}

export function onLine(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const gap = scene.random.pick([' ', '  ', ' - ', ' -> ', ' : ']);
  return { ...draftOf(scene, letter), onLine: new Map([...sayings].map(([index, { said }]) => [index, gap + said])) };
}

function picked({ label }: Saying, question: NumberedQuestion | undefined): number[] | undefined {
  if (!question?.options || !('is' in label)) return undefined;
  const chosen = Array.isArray(label.is) ? label.is : [String(label.is)];
  return chosen.length > 0 ? chosen.map((one) => question.options?.indexOf(one) ?? -1) : undefined;
}

export function afterOption(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  return atOptions(
    sayings,
    scene,
    letter,
    'after',
    scene.random.pick([' <--', ' <- this one', ' x', ' yes', ' ✓', ' X', ' ←', '  (x)', ' YES']),
  );
}

export function marked(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  return atOptions(
    sayings,
    scene,
    letter,
    'before',
    scene.random.pick(['x ', '[x] ', 'X ', '(x) ', '✓ ', '-> ', '✔ ', 'x  ', '* ']),
  );
}

function atOptions(sayings: Sayings, scene: Scene, letter: Letter, where: 'before' | 'after', mark: string): Draft {
  const draft = draftOf(scene, letter);
  const isUnder = scene.random.chance(0.5);
  for (const [index, saying] of sayings) {
    const chosen = picked(saying, numbered(scene.form)[index]);
    if (chosen) for (const option of chosen) draft[where].set(`${index}:${option}`, mark);
    else if (isUnder || saying.said.includes('\n')) draft.under.set(index, saying.said.split('\n'));
    else draft.onLine.set(index, ` ${saying.said}`);
  }
  return draft;
}

/** They delete the options that they don't want. A machine may ask whether it was meant. */
export function keptOptions(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const gone = new Set<string>();
  const draft = draftOf(scene, letter);
  for (const [index, saying] of sayings) {
    const question = numbered(scene.form)[index];
    const chosen = picked(saying, question);
    if (!chosen || chosen.length === question?.options?.length) draft.under.set(index, saying.said.split('\n'));
    else {
      question?.options?.forEach((_, option) => {
        if (!chosen.includes(option)) gone.add(`${index}:${option}`);
      });
      if ('is' in saying.label) saying.label = { may: saying.label.is };
    }
  }
  return { ...draft, isDeleted: ({ question, option }) => gone.has(`${question}:${option}`) };
}

function numberedLines(sayings: Sayings, { random, language }: Scene): string[] {
  const isSpaced = random.chance(0.3);
  const isShort = [...sayings.values()].every(({ said }) => !said.includes('\n'));
  const isReversed = isShort && random.chance(0.08);
  const order = isReversed ? [...sayings].reverse() : [...sayings];
  const start = random.pick<(number: number) => string>([
    (number) => `${number}. `,
    (number) => `${number}. `,
    (number) => `${number}) `,
    (number) => `${number}: `,
    (number) => `${number}.  `,
    (number) => `Q${number}: `,
    (number) => `#${number} `,
    (number) => `(${number}) `,
    ...(language.code === 'ja' || language.code === 'zh' ? [(number: number) => `${fullWidth(`${number}`)}．`] : []),
    ...(isShort && !isReversed && sayings.size > 1
      ? [(number: number) => `${number} - `, (number: number) => `${number} `]
      : []),
  ]);
  return order.flatMap(([index, { said }], position) => [
    ...(isSpaced && position > 0 ? [''] : []),
    ...`${start(index + 1)}${said}`.split('\n'),
  ]);
}

export function numberedAbove(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const { random } = scene;
  const draft = draftOf(scene, letter);
  const lines = numberedLines(sayings, scene);
  if (random.chance(0.1)) return { ...draft, above: lines, withoutQuote: true };
  return { ...draft, above: lines, listed: isRising(lines) && random.chance(0.3) };
}

function isRising(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []).map(Number);
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

/** "1b, 2. 4, 3. yes" on one line, as on a phone, when nothing but short answers is asked. */
export function runOn(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const isShort = [...sayings].every(
    ([index]) => !['text', 'choices', 'date'].includes(scene.form.questions[index]?.type ?? ''),
  );
  if (!isShort || sayings.size < 2) return numberedAbove(sayings, scene, letter);
  const join = scene.random.pick([', ', '  ', ' ; ']);
  return {
    ...draftOf(scene, letter),
    above: [[...sayings].map(([index, { said }]) => `${index + 1}. ${said}`).join(join)],
  };
}

export function labelled(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const { form, random } = scene;
  const isWhole = random.chance(0.4);
  const colon = random.pick([': ', ' : ', ':', ' = ']);
  const name = (index: number) => {
    const question = form.questions[index];
    if (!question) return '';
    return isWhole ? `${question.ask}${/[?.]$/.test(question.ask) ? ' ' : ': '}` : `${labelOf(question)}${colon}`;
  };
  // A colleague of two words may be a key; nobody knows it who has not seen it, so asking again is all right.
  for (const [index, saying] of sayings)
    if (!isWhole && !form.questions[index]?.label && 'is' in saying.label) saying.label = { may: saying.label.is };
  return { ...draftOf(scene, letter), above: [...sayings].map(([index, { said }]) => `${name(index)}${said}`) };
}

/** They keep the questions that they answer, and little else. */
export function trimmed(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  const keepsHints = scene.random.chance(0.3);
  const isKept = ({ kind, question }: Piece) =>
    question !== undefined &&
    sayings.has(question) &&
    (kind === 'ask' || kind === 'space' || (keepsHints && kind === 'hint'));
  return { ...under(sayings, scene, letter), isDeleted: (piece) => !isKept(piece) };
}

/** One answer a line in the order of the questions, without saying which. A person might understand; a machine may ask. */
export function unnumbered(sayings: Sayings, scene: Scene, letter: Letter): Draft {
  if (scene.form.questions.length === 1) return under(sayings, scene, letter);
  for (const saying of sayings.values()) if ('is' in saying.label) saying.label = { may: saying.label.is };
  return { ...draftOf(scene, letter), above: [...sayings.values()].map(({ said }) => said) };
}
