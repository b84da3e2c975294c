import { type Answers, applies, type FormDefinition, numbered } from '#domain/forms/form.ts';
import type { Intent } from '#domain/replies/read/reply-reading.ts';
import type { Draft } from './draft.ts';
import { firstLetter, secondLetter } from './letter.ts';
import { type Label, sayingOf, type Wish } from './sayings.ts';
import {
  afterOption,
  draftOf,
  keptOptions,
  labelled,
  marked,
  numberedAbove,
  onLine,
  runOn,
  type Sayings,
  type Scene,
  trimmed,
  under,
  unnumbered,
  type Writing,
} from './writing.ts';

/** What somebody sends, one draft a message, and what must be made of all of it together. */
export interface Told {
  drafts: Draft[];
  /** By the question's key; a question that they left alone has none. */
  labels: Record<string, Label>;
  intent: Intent;
  /** Words that must reach the coordinator. */
  note?: string;
}

export type Manner = (scene: Scene) => Promise<Told>;

/** The manners of answering, by what the bench calls them. */
export const manners: Record<string, Manner> = {
  'under the question': simple(under),
  'under it, inside the marks': simple((...args) => ({ ...under(...args), inside: true })),
  'under it, in colour': simple((...args) => ({
    ...under(...args),
    colour: args[1].random.pick(['#0070C0', 'red', '#1F497D']),
  })),
  'on its line': simple(onLine, { oneLine: true }),
  'after the option': simple(afterOption, { oneLine: true }),
  'marked with x': simple(marked),
  'other options deleted': simple(keptOptions),
  'numbered above': simple(numberedAbove),
  'numbered, one after another': simple(runOn, { oneLine: true, clear: true }),
  'label: answer': simple(labelled, { oneLine: true }),
  'form partly deleted': simple(trimmed),
  'lines without numbers': simple(unnumbered, { oneLine: true }),
  'prose, one question open': prose,
  'several replies': several,
  'a correction': correction,
  'a question back': questionBack,
  'no thanks': refusal('decline'),
  'remove me': refusal('stop'),
  forwarded,
};

/** One reply to the first message. */
function simple(write: Writing, wish: Wish = {}): Manner {
  return async (scene) => {
    const sayings = sayingsFor(scene, wish);
    const letter = await firstLetter(scene.form, scene.random.chance(0.4));
    return {
      drafts: [polite(write(sayings, scene, letter), scene)],
      labels: labelsOf(sayings, scene),
      intent: 'answer',
    };
  };
}

/** Answers to what applies. Some leave out what is optional; few what is not. */
function sayingsFor({ form, language, random }: Scene, wish: Wish): Sayings {
  const sayings: Sayings = new Map();
  const known: Answers = {};
  for (const [index, question] of numbered(form).entries()) {
    if (question.when && (known[question.when.key] === undefined || !applies(question, known))) continue;
    if (random.chance(question.required === false ? 0.4 : form.questions.length > 2 ? 0.04 : 0)) continue;
    const isCondition = form.questions.some(({ when }) => when?.key === question.key);
    const saying = sayingOf(question, language, random, { ...wish, ...(isCondition && { clear: true }) });
    sayings.set(index, saying);
    if ('is' in saying.label) known[question.key] = saying.label.is;
  }
  const first = numbered(form).find(({ required }) => required !== false);
  if (sayings.size === 0 && first) sayings.set(first.number - 1, sayingOf(first, language, random, wish));
  return sayings;
}

function labelsOf(sayings: Sayings, { form }: Scene): Record<string, Label> {
  return Object.fromEntries([...sayings].map(([index, { label }]) => [keyOf(form, index), label]));
}

function keyOf(form: FormDefinition, index: number): string {
  return form.questions[index]?.key ?? '';
}

/** With a greeting or a farewell, as most people write them. */
function polite(draft: Draft, { language, random }: Scene): Draft {
  const hello = random.chance(0.4) ? [random.pick(language.hello), ''] : [];
  const bye = random.chance(0.4) ? ['', ...random.pick(language.bye).split('\n')] : [];
  const isAbove = draft.above.length > 0;
  const remark = !isAbove && draft.below.length === 0 && random.chance(0.2) ? ['See my answers below.'] : [];
  if (draft.below.length > 0) return { ...draft, above: [...hello, ...draft.above], below: [...draft.below, ...bye] };
  const above = [...hello, ...draft.above, ...remark, ...(isAbove || remark.length > 0 ? bye : [])];
  return { ...draft, above };
}

async function prose(scene: Scene): Promise<Told> {
  const { form, random } = scene;
  const sayings = sayingsFor(scene, {});
  if (form.questions.length > 1 && form.questions.every(({ type }) => type === 'yesno') && random.chance(0.5))
    return forAll(scene);
  const last = [...sayings.keys()]
    .filter((index) => form.questions[index]?.required !== false && !form.questions[index]?.when)
    .at(-1);
  const rest = new Map([...sayings].filter(([index]) => index !== last));
  const isComplete = form.questions.every(
    ({ required, key, when }, index) => required === false || when || key === '' || sayings.has(index),
  );
  const saying = last === undefined ? undefined : sayings.get(last);
  const isClear = [...rest.values()].every(({ label }) => 'is' in label);
  if (!saying || last === undefined || !isComplete || !isClear || form.questions.some(({ when }) => when))
    return simple(under)(scene);
  const first = await firstLetter(form, true);
  const before = rest.size > 0 ? [polite(under(rest, scene, first), scene)] : [];
  const letter = rest.size > 0 ? await secondLetter(form, answersOf(rest, form)) : first;
  const answer = polite(
    { ...draftOf(scene, letter), above: saying.said.split('\n'), withoutQuote: random.chance(0.1) },
    scene,
  );
  return { drafts: [...before, answer], labels: labelsOf(sayings, scene), intent: 'answer' };
}

/** A word for a whole ballot, perhaps with an exception. */
async function forAll(scene: Scene): Promise<Told> {
  const { form, random } = scene;
  const value = random.chance(0.7);
  const but = random.chance(0.4) ? random.int(1, form.questions.length) : 0;
  const words = value
    ? random.pick(['approve all', 'Yes to all', 'all fine', 'yes to all of them'])
    : random.pick(['no to all', 'reject all']);
  const letter = await firstLetter(form, random.chance(0.4));
  const above = [but > 0 ? `${words} except ${but}` : words];
  const labels = Object.fromEntries(
    form.questions.map(({ key }, index) => [key, { is: index + 1 === but ? !value : value }]),
  );
  return { drafts: [polite({ ...draftOf(scene, letter), above }, scene)], labels, intent: 'answer' };
}

function answersOf(sayings: Sayings, form: FormDefinition): Answers {
  return Object.fromEntries(
    [...sayings].flatMap(([index, { label }]) => ('is' in label ? [[keyOf(form, index), label.is]] : [])),
  );
}

async function several(scene: Scene): Promise<Told> {
  const { form, random } = scene;
  const sayings = sayingsFor(scene, {});
  const cut = random.int(1, Math.max(1, sayings.size - 1));
  const [head, tail] = [[...sayings].slice(0, cut), [...sayings].slice(cut)].map((some) => new Map(some));
  if (!head || !tail || tail.size === 0) return simple(numberedAbove)(scene);
  const write = () => random.pick([under, numberedAbove, trimmed, numberedAbove]);
  const first = await firstLetter(form, random.chance(0.4));
  const second = await secondLetter(form, answersOf(head, form));
  const isAsked = [...tail.keys()].every((index) => second.asked.includes(index));
  const letter = isAsked && random.chance(0.6) ? second : first;
  return {
    drafts: [polite(write()(head, scene, first), scene), polite(write()(tail, scene, letter), scene)],
    labels: labelsOf(sayings, scene),
    intent: 'answer',
  };
}

async function correction(scene: Scene): Promise<Told> {
  const { form, language, random } = scene;
  const sayings = sayingsFor(scene, { clear: true });
  const conditions = new Set(form.questions.map(({ when }) => when?.key));
  const index = random.pick([...sayings.keys()]);
  const question = numbered(form)[index];
  if (!question || conditions.has(question.key)) return simple(numberedAbove)(scene);
  const letter = await firstLetter(form, random.chance(0.4));
  const first = polite(random.pick([under, numberedAbove])(sayings, scene, letter), scene);
  let better = sayingOf(question, language, random, { oneLine: true, clear: true });
  // What can't be understood corrects nothing.
  while (!('is' in better.label)) better = sayingOf(question, language, random, { oneLine: true, clear: true });
  const intro = random.pick(['Correction:', 'Sorry, I meant:', 'Oops, one of my answers was wrong.', '']);
  const second = {
    ...draftOf(scene, letter),
    above: [...(intro ? [intro] : []), `${question.number}. ${better.said}`],
  };
  return {
    drafts: [first, polite(second, scene)],
    labels: { ...labelsOf(sayings, scene), [question.key]: better.label },
    intent: 'answer',
  };
}

async function questionBack(scene: Scene): Promise<Told> {
  const { form, language, random } = scene;
  const write = random.pick([under, numberedAbove, trimmed]);
  const told = await simple(write)(scene);
  const [draft] = told.drafts;
  // Right under the last answer, with nothing of ours in between, it could be part of that answer.
  const isTrimmed = write === trimmed;
  if (form.questions.length === 1 || !draft) return told;
  const note = language.asks;
  if (draft.under.size > 0 && !isTrimmed && random.chance(0.3))
    return { ...told, drafts: [{ ...draft, below: ['', note] }], note };
  const isGreeted = language.hello.includes(draft.above[0] ?? '');
  const greeting = draft.above.slice(0, isGreeted ? 2 : 0);
  const above = [...greeting, note, '', ...draft.above.slice(greeting.length)];
  return { ...told, drafts: [{ ...draft, above }], note };
}

function refusal(intent: 'decline' | 'stop'): Manner {
  return async (scene) => {
    const { form, language, random } = scene;
    // To a form of votes or of one question, "no" is an answer.
    if (form.questions.length === 1 || form.questions.every(({ type }) => type === 'yesno'))
      return simple(under)(scene);
    const letter = await firstLetter(form, random.chance(0.4));
    const words = random.pick(intent === 'stop' ? language.stop : language.noThanks);
    return { drafts: [polite({ ...draftOf(scene, letter), above: [words] }, scene)], labels: {}, intent };
  };
}

/** Either handed on with a word to a colleague, or answered by that colleague two quotations deep. */
async function forwarded(scene: Scene): Promise<Told> {
  const { form, random } = scene;
  if (random.chance(0.5) && form.questions.length > 1) {
    const letter = await firstLetter(form, random.chance(0.4));
    const words = 'Paul, could you take this one? I am away until summer.';
    return {
      drafts: [{ ...draftOf(scene, letter), above: [words], forwards: true }],
      labels: {},
      intent: 'answer',
      note: words,
    };
  }
  const told = await simple(random.pick([under, numberedAbove]))(scene);
  return { ...told, drafts: told.drafts.map((draft) => ({ ...draft, depth: 2 })) };
}
