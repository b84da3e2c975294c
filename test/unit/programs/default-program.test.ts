import { describe, expect, it } from 'vitest';
import { applies, numbered } from '#domain/forms/form.ts';
import { definitionOf, newForm } from '#domain/forms/form-record.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { minutesFor } from '#shared/emails/parts/question-blocks.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { askedFor } from '#test/harness/cohorts/asked-for.ts';

describe('the default program', () => {
  it('is a program definition, with nothing left to be filled in', () => {
    expect(ProgramDefinition.parse(defaultProgram)).toEqual(defaultProgram);
  });

  it.each(['mentor', 'mentee', 'both'])('asks somebody who would be %s for five to eight minutes', (role) => {
    const questions = numbered(defaultProgram.forms.application).filter((question) => applies(question, { role }));
    // As they are asked when the role is known: without conditions, which the estimate counts by half.
    const minutes = minutesFor(questions.map(({ when: _when, ...question }) => question));

    expect(minutes).toBeGreaterThanOrEqual(4);
    expect(minutes).toBeLessThanOrEqual(8);
  });

  it.each(['midpoint', 'closeout'] as const)(
    'asks at most twelve questions in its %s survey, of either side',
    (stage) => {
      for (const side of ['mentor', 'mentee'] as const) {
        const asked = newForm({
          id: 'f',
          cohort: 'c',
          person: 'p',
          ...askedFor(stage),
          occasion: 'x',
          side,
          openedAt: '',
          expiresAt: 0,
        });

        expect(definitionOf(asked, defaultProgram).questions.length).toBeLessThanOrEqual(12);
      }
    },
  );

  it('compares lists that are the same, so that answers can meet', () => {
    const options = (key: string) =>
      defaultProgram.forms.application.questions.find((question) => question.key === key)?.options;

    for (const { compare, mentee, mentor } of defaultProgram.matching.factors) {
      if (compare === 'covers' || compare === 'gives') expect(options(mentee)).toEqual(options(mentor));
    }
  });

  it('asks the same of both surveys, so that the middle can be compared with the end', () => {
    const { trust, relationship, learning, goal } = defaultProgram.outcomes;
    const keys = defaultProgram.forms.midpoint.questions.map(({ key }) => key);

    for (const key of [trust, ...relationship, learning, goal]) expect(keys).toContain(key);
  });
});
