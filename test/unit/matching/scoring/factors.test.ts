import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { scoredFactors } from '#domain/matching/scoring/factors.ts';
import { sharedHours, type WorkingDay, workingDayIn } from '#domain/matching/scoring/working-hours.ts';
import type { Factor } from '#domain/program/matching-definition.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { findingWords } from '#shared/words/reason-words.ts';
import { population } from '#test/bench/matching/population.ts';
import { issueWords } from '#test/unit/domain/samples.ts';

const day = (text: string) => workingDayIn(text) as WorkingDay;

describe('working hours', () => {
  it.each([
    ['9-17 Europe/Lisbon', { from: 540, to: 1020, zone: 'Europe/Lisbon' }],
    ['08:30 to 16:30, America/New_York', { from: 510, to: 990, zone: 'America/New_York' }],
    ['9 am - 5 pm (UTC)', { from: 540, to: 1020, zone: 'UTC' }],
    ['22-6 Asia/Tokyo', { from: 1320, to: 1800, zone: 'Asia/Tokyo' }],
  ])('are read from %j', (text, expected) => {
    expect(workingDayIn(text)).toEqual(expected);
  });

  it.each(['mornings', '9-17', '9-17 Atlantis/Capital', '25-26 UTC', '9-9 UTC', '9:75-17 UTC'])(
    'are not guessed from %j',
    (text) => {
      expect(workingDayIn(text)).toBeUndefined();
    },
  );

  it('are shared across zones, and counted in the season in which they share less', () => {
    expect(sharedHours(day('9-17 Europe/Lisbon'), day('9-17 America/New_York'))).toBe(3);
    expect(sharedHours(day('9-17 UTC'), day('9-17 Europe/Lisbon'))).toBe(7);
    expect(sharedHours(day('9-17 Australia/Sydney'), day('17-24 America/Los_Angeles'))).toBe(5);
  });
});

describe('a factor', () => {
  it('of hours has its full score from enough hours on', () => {
    expect(compared({ compare: 'hours', ideal: 4 }, '9-17 Europe/Lisbon', '9-17 America/New_York')).toEqual([
      0.75,
      'Ada and Grace share 3 working hours a day, the whole year.',
    ]);
    expect(compared({ compare: 'hours' }, 'whenever', '9-17 UTC')[0]).toBeUndefined();
  });

  it('of names prefers whom people named, the first more than the others', () => {
    expect(compared({ compare: 'names' }, 'Hugo Diaz, Grace Lee', '', ['Hugo Diaz'])).toEqual([
      0.5,
      'Ada named Grace.',
    ]);
    expect(compared({ compare: 'names' }, 'Grace Lee; Hugo Diaz', 'Ada Park', ['Hugo Diaz'])).toEqual([
      1,
      'Ada and Grace named each other.',
    ]);
    expect(compared({ compare: 'names' }, 'nobody in mind', 'no')[0]).toBeUndefined();
  });

  it('of words compares what somebody wrote with the topics that somebody chose', () => {
    const alike = [['leading people', 'management', 'line manager']];
    const wanted = 'I became a line manager in May';

    const [score, words] = compared({ compare: 'words', alike }, wanted, ['leading people', 'writing']);

    expect(score).toBeCloseTo(0.5);
    expect(words).toContain('“leading”');
    expect(compared({ compare: 'words' }, wanted, ['leading people', 'writing'])[0]).toBe(0);
  });

  it('of words takes words that the program calls alike for the same', () => {
    const alike = [['machine learning', 'ML']];

    expect(compared({ compare: 'words', alike }, 'I do ML', 'machine learning')[0]).toBe(1);
    expect(compared({ compare: 'words' }, 'I do ML', 'machine learning')[0]).toBe(0);
  });

  it('gives one mentee with all mentors the scores that it gives them one by one', () => {
    const people = population(30, 25, 8);
    const [mentees, mentors] = [people.slice(0, 30), people.slice(30)];
    const scores = new Float64Array(mentors.length);
    for (const { fill, score } of scoredFactors(defaultProgram, { mentees, mentors })) {
      for (let mentee = 0; mentee < mentees.length; mentee++) {
        fill(mentee, scores);

        expect([...scores]).toEqual(mentors.map((_, mentor) => score(mentee, mentor) ?? 0.5));
      }
    }
  });
});

describe('a rule', () => {
  it('keeps people apart from everyone in their reporting line, in a circle of managers too', () => {
    const boss = person('Grace Lee', ['mentor'], { manager: 'Ada Park' });
    const middle = person('Hugo Diaz', ['mentor'], { manager: 'Grace Lee', capacity: 0 });
    const ada = person('Ada Park', ['mentee'], { manager: 'Hugo Diaz' });

    expect(proposePairs({ applicants: [boss, middle, ada], program: defaultProgram }).pairs).toEqual([]);
  });

  it('leaves out who is held, and says nothing about them', () => {
    const pool = {
      applicants: [person('Ada Park', ['mentee'], {}), person('Grace Lee', ['mentor'], {})],
      program: defaultProgram,
    };

    const { pairs, unmatched } = proposePairs({ ...pool, held: new Set(['Ada Park']) });

    expect([pairs, unmatched.map(({ person }) => person)]).toEqual([[], ['Grace Lee']]);
  });

  it('tells people without an address apart by their id', () => {
    const applicants = [person('Ada Park', ['mentee'], {}), person('Grace Lee', ['mentor'], {})];

    expect(
      proposePairs({ applicants: applicants.map((one) => ({ ...one, email: '' })), program: defaultProgram }).pairs
        .length,
    ).toBe(1);
  });
});

describe('a program', () => {
  const withFactors = (factors: object[]) =>
    ProgramDefinition.safeParse({
      ...defaultProgram,
      matching: { ...defaultProgram.matching, factors },
    }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${issueWords(message)}`);
  const topics = defaultProgram.matching.factors[0] as object;

  it('is told which factor names no question, and that weights come to nothing', () => {
    expect(withFactors([{ ...topics, mentor: 'nothing' }])).toEqual([
      'matching.factors.0.mentor: names no question of the application form: nothing',
    ]);
    expect(withFactors([{ ...topics, weight: 0 }])).toEqual(['matching.factors: every weight is 0']);
  });
});

function person(name: string, roles: Applicant['roles'], answers: Applicant['answers']): Applicant {
  return { id: name, name, email: `${name.replace(' ', '.')}@example.org`, roles, answers };
}

/** Score and words of one factor for Ada and Grace, who both answered the question `why`. */
function compared(
  factor: Partial<Factor> & Pick<Factor, 'compare'>,
  ada: string,
  grace: string | string[],
  otherMentors: string[] = [],
): [number | undefined, string] {
  const whole = { id: 'one', title: 'One', mentee: 'why', mentor: 'why', weight: 1, ...factor };
  const program = ProgramDefinition.parse({
    ...defaultProgram,
    matching: { ...defaultProgram.matching, factors: [whole] },
  });
  const [scored] = scoredFactors(program, {
    mentees: [person('Ada Park', ['mentee'], { why: ada })],
    mentors: [
      person('Grace Lee', ['mentor'], { why: grace }),
      ...otherMentors.map((name) => person(name, ['mentor'], {})),
    ],
  });
  const finding = scored?.find(0, 0);
  return [scored?.score(0, 0), finding ? findingWords(finding, { mentee: 'Ada', mentor: 'Grace' }, wordsOf()) : ''];
}
