import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applies, FormDefinition, labelOf, missing, numbered, type Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { problemsOf } from '../samples.ts';

const role: Question = {
  key: 'role',
  ask: 'What would you like to be?',
  type: 'choice',
  options: ['mentor', 'mentee', 'both'],
};
const capacity: Question = {
  key: 'capacity',
  ask: 'How many?',
  type: 'number',
  when: { key: 'role', is: ['mentor', 'both'] },
};
const why: Question = { key: 'why', ask: 'Why?', type: 'text' };
const more: Question = { key: 'more', ask: 'Anything else?', type: 'text', required: false };
const form = (...questions: Question[]): FormDefinition => ({ id: 'f', title: 'A form', questions });
const keys = (questions: readonly Question[]) => questions.map(({ key }) => key);

describe('applies', () => {
  it('is true of a question without a condition', () => {
    expect(applies(why, {})).toBe(true);
  });

  it('follows the answer that the condition names', () => {
    expect(applies(capacity, { role: 'both' })).toBe(true);
    expect(applies(capacity, { role: 'mentee' })).toBe(false);
  });

  it('is open, and so true, until the condition is answered', () => {
    expect(applies(capacity, {})).toBe(true);
  });

  it('is true when one of several choices meets the condition', () => {
    const question: Question = { ...why, when: { key: 'topics', is: ['writing', 'speaking'] } };

    expect(applies(question, { topics: ['leading', 'speaking'] })).toBe(true);
    expect(applies(question, { topics: ['leading'] })).toBe(false);
    expect(applies(question, { topics: [] })).toBe(false);
  });

  it('tells a no from an answer that is not there, and a word from a yes', () => {
    const question: Question = { ...why, when: { key: 'agree', is: [false] } };

    expect(applies(question, { agree: false })).toBe(true);
    expect(applies(question, { agree: true })).toBe(false);
    expect(applies(question, { agree: 'false' })).toBe(false);
  });
});

describe('missing', () => {
  it('is what is required and has no answer, in the order and with the numbers of the form', () => {
    expect(
      missing(form(role, capacity, why, more), { role: 'mentor' }).map(({ key, number }) => [number, key]),
    ).toEqual([
      [2, 'capacity'],
      [3, 'why'],
    ]);
  });

  it('leaves out a conditional question until its condition is answered', () => {
    expect(keys(missing(form(role, capacity), {}))).toEqual(['role']);
  });

  it('leaves out a conditional question whose condition does not hold', () => {
    expect(missing(form(role, capacity), { role: 'mentee' })).toEqual([]);
  });

  it('takes a no, a nought, an empty list and an empty text for the answers that they are', () => {
    const questions = form(
      { ...why, key: 'agree', type: 'yesno' },
      { ...why, key: 'years', type: 'number' },
      { ...why, key: 'topics', type: 'choices', options: ['a', 'b'] },
      why,
    );

    expect(missing(questions, { agree: false, years: 0, topics: [], why: '' })).toEqual([]);
  });

  it('keeps the numbers when part of a form is asked again', () => {
    fc.assert(
      fc.property(fc.subarray(['role', 'why']), (answered) => {
        const whole = form(role, capacity, why, more);
        const numbers = new Map(numbered(whole).map(({ key, number }) => [key, number]));
        const answers = Object.fromEntries(answered.map((key) => [key, 'mentor']));

        for (const { key, number } of missing(whole, answers)) expect(number).toBe(numbers.get(key));
      }),
    );
  });

  it('never asks for what is answered, and is empty when all that applies is answered', () => {
    const whole = form(role, capacity, why, more);
    const answers = fc.record(
      { role: fc.constantFrom('mentor', 'mentee', 'both'), capacity: fc.nat(), why: fc.string() },
      { requiredKeys: [] },
    );

    fc.assert(
      fc.property(answers, (given) => {
        const open = missing(whole, given);

        expect(open.filter(({ key }) => key in given)).toEqual([]);
        const completed = { ...given, ...Object.fromEntries(open.map(({ key }) => [key, 'both'])) };
        const again = missing(whole, completed);
        expect(missing(whole, { ...completed, ...Object.fromEntries(again.map(({ key }) => [key, 1])) })).toEqual([]);
      }),
    );
  });
});

describe('a form definition', () => {
  it('is a list of questions with keys of their own', () => {
    expect(FormDefinition.safeParse(form(role, capacity, why, more)).success).toBe(true);
  });

  it.each<[string, Question[], string, string]>([
    ['a key that is used twice', [why, { ...more, key: 'why' }], 'questions.1.key', 'the key why is used twice'],
    ['a condition on a later question', [capacity, role], 'questions.0.when', 'names no earlier question'],
    [
      'a condition on itself',
      [{ ...why, when: { key: 'why', is: ['x'] } }],
      'questions.0.when',
      'names no earlier question',
    ],
    [
      'a condition on a question that is conditional itself',
      [role, capacity, { ...why, when: { key: 'capacity', is: ['1'] } }],
      'questions.2.when',
      'depends on a question that is conditional itself',
    ],
    ['a choice without options', [{ ...why, type: 'choice' }], 'questions.0.options', 'a choice needs options'],
    ['choices without options', [{ ...why, type: 'choices' }], 'questions.0.options', 'a choices needs options'],
    ['a text with options', [{ ...why, options: ['a', 'b'] }], 'questions.0.options', 'a text has no options'],
  ])('refuses %s', (_, questions, path, message) => {
    expect(problemsOf(FormDefinition.safeParse(form(...questions)))).toEqual({ [path]: message });
  });

  it.each<[string, unknown, string]>([
    ['no question at all', { ...form(), questions: [] }, 'questions'],
    ['a key with a space', form({ ...why, key: 'why not' }), 'questions.0.key'],
    ['a key that starts with a capital', form({ ...why, key: 'Why' }), 'questions.0.key'],
    ['one option only', form({ ...role, options: ['mentor'] }), 'questions.0.options'],
    [
      'more options than there are letters',
      form({ ...role, options: Array.from({ length: 27 }, (_, n) => `${n}`) }),
      'questions.0.options',
    ],
    [
      'a condition that nothing meets',
      form(role, { ...capacity, when: { key: 'role', is: [] } }),
      'questions.1.when.is',
    ],
    ['a field that there is not', form({ ...why, requird: true } as Question), 'questions.0'],
  ])('refuses %s', (_, definition, path) => {
    expect(Object.keys(problemsOf(FormDefinition.safeParse(definition)))).toEqual([path]);
  });

  it('is refused with all that is wrong with it', () => {
    const definition = form(why, { ...more, key: 'why' }, { ...capacity, key: 'n' });

    expect(Object.keys(problemsOf(FormDefinition.safeParse(definition)))).toEqual([
      'questions.1.key',
      'questions.2.when',
    ]);
  });
});

describe('the words and numbers beside a question', () => {
  it.each([
    [{ ...why, label: 'A year on' }, 'A year on'],
    [{ ...why, key: 'canHelpWith' }, 'Can help with'],
    [{ ...why, key: 'years_in-field' }, 'Years in field'],
  ])('has a label, or its key in words', (question, label) => {
    expect(labelOf(question)).toBe(label);
  });

  it('has a scale from 1 to 5, unless it says otherwise', () => {
    expect(scaleOf({ ...why, type: 'scale' })).toEqual({ min: 1, max: 5 });
    expect(scaleOf({ ...why, type: 'scale', min: 0, max: 10 })).toEqual({ min: 0, max: 10 });
    expect(scaleOf({ ...why, type: 'scale', min: -2, max: 2 })).toEqual({ min: -2, max: 2 });
  });
});
