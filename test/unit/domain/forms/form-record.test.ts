import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import { AskedForm, definitionOf, newForm } from '#domain/forms/form-record.ts';
import { Purpose } from '#domain/forms/purposes.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { titled } from '#shared/words/own-question-words.ts';
import { asked } from '../samples.ts';

const side: Question = { key: 'room', ask: 'Was there room for you?', type: 'scale', side: 'mentee' };
const program = {
  ...defaultProgram,
  forms: {
    ...defaultProgram.forms,
    midpoint: {
      id: 'midpoint',
      title: 'How is it going?',
      questions: [
        { key: 'trust', ask: 'Do you trust each other?', type: 'scale' as const },
        side,
        { key: 'hours', ask: 'How many hours did it cost you?', type: 'number' as const, side: 'mentor' as const },
      ],
    },
  },
};
const keys = (form: AskedForm) => definitionOf(form, program).questions.map(({ key }) => key);

describe('a new form', () => {
  it('is open, unanswered and of the first version, and can be stored', () => {
    const form = newForm({
      id: 'f',
      cohort: 'c',
      person: 'p',
      purpose: 'survey',
      stage: 'midpoint',
      occasion: 'pair1',
      pair: 'pair1',
      side: 'mentee',
      openedAt: '2027-01-11T09:00:00.000Z',
      expiresAt: 1,
    });

    expect(form).toMatchObject({
      status: 'open',
      version: 1,
      answers: {},
      unclear: [],
      notes: [],
      replies: [],
      comments: {},
    });
    expect(AskedForm.parse(form)).toEqual(form);
  });
});

describe('the questions of a form', () => {
  it('are those of the program, for a form that the program defines', () => {
    expect(definitionOf(asked(), defaultProgram)).toEqual(defaultProgram.forms.application);
  });

  it('are those for one side of the pair, and those for both', () => {
    expect(keys(asked({ purpose: 'survey', stage: 'midpoint', side: 'mentor' }))).toEqual(['trust', 'hours']);
    expect(keys(asked({ purpose: 'survey', stage: 'midpoint', side: 'mentee' }))).toEqual(['trust', 'room']);
  });

  it('are its own, where it brings some', () => {
    const questions: Question[] = [{ key: 'publish', ask: 'Shall we publish?', type: 'yesno' }];

    const definition = definitionOf(asked({ id: 'f9', purpose: 'decision', questions }), program);

    expect(titled(definition, 'decision', wordsOf())).toEqual({
      id: 'f9',
      title: 'Your decision',
      questions,
    });
  });

  it.each(['ballot', 'decision', 'confirm'] as const)(
    'have to be its own for a form (%s) that no program defines',
    (purpose) => {
      expect(() => definitionOf(asked({ id: 'f9', purpose }), program)).toThrow(
        `A ${purpose} form carries its own questions; f9 has none.`,
      );
    },
  );

  it('are known for every purpose, of the program or its own', () => {
    const questions: Question[] = [{ key: 'yes', ask: 'Yes?', type: 'yesno' }];

    for (const purpose of Purpose.options) {
      const own = purpose in defaultProgram.forms ? {} : { questions };

      expect(definitionOf(asked({ purpose, ...own }), defaultProgram).questions.length, purpose).toBeGreaterThan(0);
    }
  });
});
