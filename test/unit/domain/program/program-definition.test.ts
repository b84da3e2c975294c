import { describe, expect, it } from 'vitest';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { CalendarDuration } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { retimed } from '#test/harness/cohorts/retimed.ts';
import { problemsOf } from '../samples.ts';

type Path = readonly (string | number)[];

/** A copy of `whole` in which what stands at `path` is `value`. */
function replaced(whole: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(whole)) return whole.map((one, index) => (index === first ? replaced(one, rest, value) : one));
  const record = whole as Record<string, unknown>;
  return { ...record, [first]: replaced(record[first], rest, value) };
}

const check = (path: Path, value: unknown) =>
  problemsOf(ProgramDefinition.safeParse(replaced(defaultProgram, path, value)));

describe('a program definition', () => {
  it.each<[Path, string]>([
    ...defaultProgram.matching.factors.flatMap((_, index): [Path, string][] => [
      [['matching', 'factors', index, 'mentee'], 'application'],
      [['matching', 'factors', index, 'mentor'], 'application'],
    ]),
    [['matching', 'rules', 'capacity'], 'application'],
    [['matching', 'rules', 'conflicts'], 'application'],
    [['matching', 'rules', 'manager'], 'application'],
    [['matching', 'rules', 'shared', 0], 'application'],
    [['roles', 'question'], 'application'],
    [['outcomes', 'trust'], 'closeout'],
    [['outcomes', 'learning'], 'closeout'],
    [['outcomes', 'meetings'], 'closeout'],
    [['outcomes', 'recommend'], 'closeout'],
    [['outcomes', 'goal'], 'closeout'],
    [['outcomes', 'informal'], 'closeout'],
  ])('is refused when %j names no question, and there', (path, form) => {
    expect(check(path, 'nowhere')).toEqual({ [path.join('.')]: `names no question of the ${form} form: nowhere` });
  });

  it('is refused when one of several questions about the relationship is none', () => {
    expect(check(['outcomes', 'relationship'], ['understanding', 'nowhere'])).toEqual({
      'outcomes.relationship': 'names no question of the closeout form: nowhere',
    });
  });

  it('does not look for its references in another form', () => {
    expect(check(['outcomes', 'trust'], 'role')).toHaveProperty(['outcomes.trust']);
    expect(check(['roles', 'question'], 'trust')).toHaveProperty(['roles.question']);
  });

  it.each(['capacity', 'conflicts', 'manager'])('may go without the rule %s', (rule) => {
    const { [rule as 'capacity']: _, ...rules } = defaultProgram.matching.rules;

    expect(check(['matching', 'rules'], rules)).toEqual({});
  });

  it('is refused with every reference that leads nowhere at once', () => {
    const path: Path = ['matching', 'rules', 'capacity'];
    const twice = replaced(replaced(defaultProgram, path, 'nowhere'), ['outcomes', 'goal'], 'nowhere');

    expect(Object.keys(problemsOf(ProgramDefinition.safeParse(twice)))).toEqual([path.join('.'), 'outcomes.goal']);
  });

  it('is refused with what is missing, misspelt and leads nowhere, all at once', () => {
    const factor = { ...defaultProgram.matching.factors[0], mentor: 'nowhere' };
    const { objectives: _, ...without } = defaultProgram;
    const program = {
      ...without,
      tittle: 'Ours',
      matching: { ...defaultProgram.matching, factors: [{ ...factor, compare: 'like' }, factor] },
      schedule: retimed({ apply: { lasts: '3 weeks' } }),
    };

    const paths = ProgramDefinition.safeParse(program).error?.issues.map(({ path }) => path.join('.'));

    expect(paths?.sort()).toEqual([
      '',
      'matching.factors.0.compare',
      'matching.factors.0.mentor',
      'matching.factors.1.id',
      'matching.factors.1.mentor',
      'objectives',
      'schedule.0.lasts',
    ]);
  });

  it('is not said to refer to nothing where the question is there and only can not be read', () => {
    const path: Path = ['forms', 'application', 'questions', 0, 'key'];

    expect(Object.keys(check(path, 7))).toEqual([path.join('.')]);
    expect(Object.keys(check([...path.slice(0, -1), 'type'], 'chioce'))).toEqual([
      'forms.application.questions.0.type',
    ]);
  });

  it('is refused with a key that is used twice beside a question that can not be read', () => {
    const twice = replaced(defaultProgram, ['forms', 'midpoint', 'questions', 1, 'key'], 'meetings');
    const both = replaced(twice, ['forms', 'midpoint', 'questions', 2, 'type'], 'chioce');

    expect(Object.keys(problemsOf(ProgramDefinition.safeParse(both))).sort()).toEqual([
      'forms.midpoint.questions.1.key',
      'forms.midpoint.questions.2.type',
    ]);
  });

  it('is refused when every factor is switched off', () => {
    const factors = defaultProgram.matching.factors.map((factor) => ({ ...factor, weight: 0 }));

    expect(check(['matching', 'factors'], factors)).toEqual({ 'matching.factors': 'every weight is 0' });
  });

  it('is refused when what is wrong is deep in one of its forms, and there', () => {
    expect(check(['forms', 'midpoint', 'questions', 1, 'key'], 'meetings')).toMatchObject({
      'forms.midpoint.questions.1.key': 'the key meetings is used twice',
    });
  });

  it.each<[string, Path, unknown]>([
    ['a group small enough to know people by', ['privacy', 'smallestGroup'], 4],
    ['a negative weight', ['matching', 'factors', 0, 'weight'], -1],
    ['a duration in hours', ['schedule', 0, 'lasts'], 'PT36H'],
    ['five reminders', ['schedule', 0, 'remind'], ['P1D', 'P2D', 'P3D', 'P4D', 'P5D']],
    ['an unknown stage', ['schedule', 3, 'kind'], 'alumni'],
    ['a version of nought', ['version'], 0],
    ['a larger quorum than a committee can have', ['matching', 'committee', 'quorum'], 6],
  ])('is refused with %s', (_, path, value) => {
    expect(check(path, value)).not.toEqual({});
  });

  it('fills in what may be left out', () => {
    const read = ProgramDefinition.parse({
      ...defaultProgram,
      privacy: {},
      schedule: defaultProgram.schedule.map(({ remind: _, ...stage }) => stage),
    });

    expect(read.privacy).toEqual({ smallestGroup: 5, keep: 'P2Y' });
    expect(read.schedule.map(({ remind }) => remind)).toEqual([[], [], [], [], []]);
  });
});

describe('a calendar duration', () => {
  it.each(['P1D', 'P2W', 'P3M', 'P1Y', 'P1Y6M', 'P1M2W3D'])('may be %s', (text) => {
    expect(CalendarDuration.safeParse(text).success).toBe(true);
  });

  it.each(['P', '', '2W', 'PT1H', 'P1DT1H', '-P1D', 'P1.5D', 'P1D2W', 'p2w'])('may not be "%s"', (text) => {
    expect(CalendarDuration.safeParse(text).success).toBe(false);
  });
});
