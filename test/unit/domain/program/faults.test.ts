import { expect, test } from 'vitest';
import { inCodes } from '#domain/document-faults.ts';
import { NewCohort, scheduleFor } from '#domain/program/new-cohort.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { withExample } from '#shared/programs/example.ts';
import { issueWords, smallCohort } from '#test/unit/domain/samples.ts';

const now = '2027-01-04T12:00:00.000Z';
const program = ProgramDefinition.parse(defaultProgram);

function faultsWith(schedule: Record<string, string>): unknown {
  const planned = scheduleFor(NewCohort.parse({ ...smallCohort, schedule }), program, now);
  return 'faults' in planned ? planned.faults.map(({ field }) => field.join('.')) : [];
}

test.each([
  ['a year of more than four digits', 'apply.open', '+012027-01-01'],
  ['a moment that is written otherwise than ISO 8601 has it', 'apply.close', '2027-03-20T18:00z'],
  ['an offset without its minutes, which would be lost', 'apply.close', '2027-03-20T18:00+05'],
  ['a day that has passed', 'apply.open', '2020-01-01'],
])('%s is a fault of the field that has it', (_, milestone, moment) => {
  expect(faultsWith({ [milestone]: moment })).toContain(`schedule.${milestone}`);
});

test("a fault in a definition of one's own is named where it is", () => {
  const { title: _, ...untitled } = defaultProgram;

  const read = NewCohort.safeParse({ ...smallCohort, program: untitled }, { error: inCodes });

  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), issueWords(message)])).toEqual([
    ['program.title', 'This is required.'],
  ]);
});

test.each([
  [
    'a role that the question does not offer',
    { roles: { ...defaultProgram.roles, mentor: ['Mentr'] } },
    'roles.mentor.0',
  ],
  [
    'two factors of one id',
    {
      matching: {
        ...defaultProgram.matching,
        factors: [...defaultProgram.matching.factors, defaultProgram.matching.factors[0]],
      },
    },
    `matching.factors.${defaultProgram.matching.factors.length}.id`,
  ],
  [
    'a comparison of texts as choices',
    {
      matching: {
        ...defaultProgram.matching,
        factors: [{ id: 'why', title: 'Why', compare: 'covers', mentee: 'why', mentor: 'why', weight: 1 }],
      },
    },
    'matching.factors.0.mentee',
  ],
])('a program with %s is refused', (_, changes, path) => {
  const read = ProgramDefinition.safeParse({ ...defaultProgram, ...changes });

  expect(read.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
});

test.each([
  [['program', 'schedule', 'apply', 'lasts'], 'This is required. In the built-in program it is "P3W".'],
  [['program', 'matching', 'factors', 4, 'compare'], 'This is required. In the built-in program it is "covers".'],
  [['program', 'forms'], 'This is required.'],
  [['program', 'matching', 'nowhere'], 'This is required.'],
  [['invitees'], 'This is required.'],
])('a fault at %j has an example where the built-in program has a short one', (path, words) => {
  expect(withExample(path, 'This is required.')).toBe(words);
});
