import { describe, expect, test } from 'vitest';
import { missing } from '#domain/forms/form.ts';
import type { Behaviour } from '#infra/demo/people/correspondents.ts';
import { populate } from '#infra/demo/people/population.ts';
import { SeededRandom } from '#infra/demo/people/seeded-random.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

describe('the people of a demo', () => {
  test('are the same for the same seed, and others for another', () => {
    const once = populate(40, 7);

    expect(populate(40, 7)).toEqual(once);
    expect(populate(40, 8).invitees.map(({ name }) => name)).not.toEqual(once.invitees.map(({ name }) => name));
  });

  test('meet the invitation in all the ways that people do', () => {
    const { invitees } = populate(40, 1);

    const of = (behaviour: Behaviour) => invitees.filter((one) => one.behaviour === behaviour).length;
    expect(of('answers at once') + of('answers after a reminder') + of('answers after two reminders')).toBe(30);
    expect(of('answers in two goes')).toBe(2);
    expect(of('answers too late')).toBe(1);
    expect(of('is away first')).toBe(1);
    expect(of('answers from another address')).toBe(1);
    expect(of('declines')).toBe(2);
    expect(of('is silent')).toBe(2);
    expect(of('cannot be reached')).toBe(1);
  });

  test.each([2, 3, 7, 40, 500])('have an answer to every question that they owe one to (%i people)', (size) => {
    for (const { application } of populate(size, 3).invitees) {
      expect(missing(defaultProgram.forms.application, application)).toEqual([]);
    }
  });

  test('choose only among the options that there are', () => {
    const options = new Map(
      defaultProgram.forms.application.questions.map((question) => [
        question.key,
        question.options as string[] | undefined,
      ]),
    );

    const strange = populate(200, 5).invitees.flatMap(({ application }) =>
      Object.entries(application).flatMap(([key, answer]) =>
        options.get(key) === undefined ? [] : [answer].flat().filter((one) => !options.get(key)?.includes(String(one))),
      ),
    );

    expect(strange).toEqual([]);
  });

  test('all have names and addresses of their own, at domains that belong to nobody', () => {
    const { invitees } = populate(2000, 1);

    expect(new Set(invitees.map(({ name }) => name)).size).toBe(2000);
    expect(new Set(invitees.map(({ email }) => email)).size).toBe(2000);
    expect(invitees.filter(({ email }) => !/^[a-z.]+@(harbour\.example\.org|harbour\.invalid)$/.test(email))).toEqual(
      [],
    );
  });

  test('are a mentor and a mentee when there are only two', () => {
    expect(
      populate(2, 1)
        .invitees.map(({ role }) => role)
        .sort(),
    ).toEqual(['mentee', 'mentor']);
  });

  test('offer nearly as many places as are wanted', () => {
    const { invitees } = populate(40, 1);

    const places = invitees.reduce((sum, { application }) => sum + Number(application.capacity ?? 0), 0);
    const learners = invitees.filter(({ role }) => role !== 'mentor').length;
    expect(places).toBeLessThan(learners);
    expect(places).toBeGreaterThan(learners * 0.6);
  });
});

describe('chance', () => {
  test('is the same for the same labels, whatever was drawn in between', () => {
    const draw = () => new SeededRandom(3, 'a').of('b', 'c').next();
    const first = draw();
    new SeededRandom(3, 'a').next();

    expect(draw()).toBe(first);
    expect(new SeededRandom(3, 'a').of('b').next()).not.toBe(new SeededRandom(3, 'x').of('b').next());
  });
});
