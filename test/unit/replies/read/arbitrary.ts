import * as fc from 'fast-check';
import type { Answer, FormDefinition, Question } from '#domain/forms/form.ts';

/** Words that mean nothing special to the reader: no numbers, no yes or no, no greeting. */
const nouns =
  'harbour lantern meadow copper violin orchard granite saddle ribbon thimble walnut compass feather kettle marble anchor basket candle drawer ember fiddle garden hammer island jacket ladder mirror needle oyster pepper quarry rocket sailor tunnel umbrella valley whistle yarrow zeppelin blanket'.split(
    ' ',
  );

const words = (min: number, max: number) =>
  fc.uniqueArray(fc.constantFrom(...nouns), { minLength: min, maxLength: max }).map((list) => list.join(' '));

/** A form together with answers to all of it. */
export interface Answered {
  form: FormDefinition;
  answers: Record<string, Answer>;
  /** How each answer is written. */
  said: string[];
}

const typed = {
  text: words(2, 12).map((said): [Answer, string] => [said, said]),
  number: fc.integer({ min: 0, max: 999 }).map((value): [Answer, string] => [value, `${value}`]),
  scale: fc.integer({ min: 1, max: 5 }).map((value): [Answer, string] => [value, `${value}`]),
  yesno: fc.boolean().map((value): [Answer, string] => [value, value ? 'yes' : 'no']),
  date: fc
    .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date): [Answer, string] => [date.toISOString().slice(0, 10), date.toISOString().slice(0, 10)]),
};

type Given = { question: Omit<Question, 'key' | 'ask'>; value: Answer; said: string };

const choosing: fc.Arbitrary<Given> = fc
  .record({
    options: fc.uniqueArray(words(1, 3), { minLength: 2, maxLength: 8, selector: (option) => option.slice(0, 4) }),
    picks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    one: fc.nat(),
    several: fc.boolean(),
    byLetter: fc.boolean(),
  })
  .map(({ options, picks, one, several, byLetter }) => {
    const name = (option: string) => (byLetter ? String.fromCharCode(97 + options.indexOf(option)) : option);
    if (!several) {
      const value = options[one % options.length] ?? '';
      return { question: { type: 'choice', options }, value, said: name(value) };
    }
    const value = options.filter((_, index) => picks[index]);
    return { question: { type: 'choices', options }, value, said: value.length ? value.map(name).join(', ') : 'none' };
  });

const given: fc.Arbitrary<Given> = fc.oneof(
  choosing,
  ...(['text', 'number', 'scale', 'yesno', 'date'] as const).map((type) =>
    typed[type].map(([value, said]): Given => ({ question: { type }, value, said })),
  ),
);

/** Forms of every type of question, with answers. No two questions are asked in the same words. */
export const answeredForms: fc.Arbitrary<Answered> = fc
  .array(given, { minLength: 1, maxLength: 8 })
  .chain((list) =>
    fc.tuple(fc.constant(list), fc.array(words(3, 7), { minLength: list.length, maxLength: list.length })),
  )
  .map(([list, asks]) => ({
    form: {
      id: 'form',
      title: 'A form',
      questions: list.map(({ question }, index) => ({
        ...question,
        key: `key${index}`,
        ask: `Question of ${asks[index]}, part ${'abcdefgh'[index]}${index}?`,
      })),
    },
    answers: Object.fromEntries(list.map(({ value }, index) => [`key${index}`, value])),
    said: list.map(({ said }) => said),
  }));
