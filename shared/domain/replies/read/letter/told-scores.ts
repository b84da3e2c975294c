import type { FormDefinition, Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { figuresIn } from '../values/numbers/figures-in.ts';
import type { Sentence } from './letter-sentences.ts';

/** Words of an ask that are too common to tell questions apart. */
const weak =
  /^(?:what|when|which|would|could|about|have|much|well|does|your|with|from|this|that|they|them|their|wanted|likely|other|both|come|know|many|times|compared|towards|moment|partner|mentee|mentor|people|outside|time|were|been)$/;

const cueTables = new WeakMap<FormDefinition, ReadonlyMap<string, number>>();

/** Words that one question with a scale has and no other question, by their stems. */
function cuesOf(form: FormDefinition): ReadonlyMap<string, number> {
  const made = cueTables.get(form);
  if (made) return made;
  const owners = new Map<string, number>();
  for (const [question, { ask, label = '', type }] of form.questions.entries()) {
    const words = tokensOf(`${ask} ${label}`).flatMap(({ word }) =>
      word.length >= 4 && !weak.test(word) ? [stem(word)] : [],
    );
    for (const one of new Set(words)) owners.set(one, owners.has(one) || type !== 'scale' ? -1 : question);
  }
  cueTables.set(form, owners);
  return owners;
}

function stem(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word.replace(/s$/, '');
}

/** A figure as people give one: "that's a five", "put 4 as well", "(5)", "so minus two". */
const scoreBefore =
  /(?:(?<!\p{L})(?:an?|another|give (?:it|that|this|us|those)|say|so|put|down|call it|it's|that's|is|uma?|une?|eine?|diria|dou|donc|portanto|also)\s+|[,:(=]\s*|\s[-–]\s*)(?:plus |minus |menos |moins )?$/iu;

const scoreBehind =
  /^\s?(?:(?:\/|out of|von|sur|de)\s?\w+\s*)?(?:$|[.,;!?)]|\s*(?:as well|too|at the moment|for now|because|and|auch|também)(?!\p{L}))/iu;

/** Figures behind words that one question with a scale has alone: "we keep what we arrange, so put a four". Undefined: in doubt. */
export function scoresIn(form: FormDefinition, { text, isOpen }: Sentence): Map<number, string | undefined> {
  const found = new Map<number, string | undefined>();
  const { figures } = figuresIn(text);
  const cues = figures.length === 0 ? [] : tokensOf(text);
  const pending = new Set<number>();
  let last: number | undefined;
  for (const { value, from, to } of figures) {
    while (cues[0] && cues[0].start < from) {
      const question = cuesOf(form).get(stem(cues.shift()?.word ?? '')) ?? -1;
      if (question >= 0) pending.add(question);
    }
    const head = text.slice(0, from);
    if (!scoreBefore.test(head) || !scoreBehind.test(text.slice(to))) continue;
    const [question, ...others] = pending;
    if (question === undefined) {
      if (last !== undefined) found.set(last, undefined);
      continue;
    }
    const { min, max } = scaleOf(form.questions[question] as Question);
    const isNot = /(?<!\p{L})(?:not|\p{L}+n't|nicht|pas|não|instead of|between|or)(?!\p{L})/iu.test(head.slice(-20));
    const isScore = others.length === 0 && !isNot && !isOpen && Number.isInteger(value) && value >= min && value <= max;
    for (const one of pending) found.set(one, isScore && !found.has(one) ? String(value) : undefined);
    [last] = pending;
    pending.clear();
  }
  return found;
}
