import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import { alternativesAndChanges } from '#domain/matching/explain/alternatives-and-changes.ts';
import { readiness } from '#domain/matching/round/pool-readiness.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { readerOf } from '#domain/matching/scoring/text-likeness.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { changeWords, unmatchedWords } from '#shared/words/unmatched-words.ts';
import { problemsOf } from '../unit/domain/samples.ts';

const { matching, roles, outcomes, forms } = defaultProgram;
const [factor] = matching.factors;

const faultsIn = (changes: Record<string, unknown>) =>
  problemsOf(ProgramDefinition.safeParse({ ...defaultProgram, ...changes }));
const faultsOfMatching = (changes: Record<string, unknown>) => faultsIn({ matching: { ...matching, ...changes } });
const faultsOfRules = (changes: Record<string, unknown>) =>
  faultsOfMatching({ rules: { ...matching.rules, ...changes } });
const faultsOfFactor = (changes: Record<string, unknown>) => faultsOfMatching({ factors: [{ ...factor, ...changes }] });

/** How much of a processor's time it takes at most, in ms, where what was refused or mended took many seconds. */
const soon = 2000;
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('words that a factor calls alike', () => {
  const at = 'matching.factors.0.alike';

  it.each<[string, string[][], string]>([
    ['a blank', [['ML', '  ']], `${at}.0.1`],
    ['a phrase of more than 60 characters', [['ML', 'm'.repeat(61)]], `${at}.0.1`],
    ['more than 20 phrases in a group', [Array.from({ length: 21 }, (_, n) => `ml${n}`)], `${at}.0`],
    ['a phrase twice in a group', [['aa aa', 'aa', 'AA ']], at],
    [
      'a phrase in two groups',
      [
        ['ML', 'machine learning'],
        ['Machine  learning', 'AI'],
      ],
      at,
    ],
  ])('may not have %s', (_, alike, path) => {
    expect(Object.keys(faultsOfFactor({ alike }))).toEqual([path]);
  });

  it('may have phrases of 60 characters, 20 in a group', () => {
    expect(faultsOfFactor({ alike: [Array.from({ length: 20 }, (_, n) => `${'m'.repeat(57)} ${n}`)] })).toEqual({});
  });

  it('are put in once: what was put in is not read again', () => {
    const read = readerOf([
      ['aa aa', ...Array.from({ length: 60 }, () => 'aa')],
      [' ', ...Array.from({ length: 60 }, () => ' ')],
    ]);

    expect(timeOf(() => read('aa '.repeat(600)))).toBeLessThan(soon);
    expect([...read('aa bb').values()]).toEqual(['aa', 'bb']);
  });

  it('are found by the longest phrase, whatever stands around it', () => {
    const read = readerOf([
      ['algorithms', 'machine learning'],
      ['education', 'learning'],
      ['programming', 'C++', 'R&D'],
    ]);

    expect([...read('(Machine\nLEARNING), learning; c++').values()]).toEqual([
      'algorithms',
      'education',
      'programming',
    ]);
  });
});

describe('lists of questions', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'shared answers',
      faultsOfRules({ shared: Array.from({ length: 25_000 }, () => 'languages') }),
      'matching.rules.shared',
    ],
    [
      'shared answers, one of them twice',
      faultsOfRules({ shared: ['languages', 'languages'] }),
      'matching.rules.shared',
    ],
    ['groups, one of them twice', faultsOfMatching({ audit: ['gender', 'gender'] }), 'matching.audit'],
    [
      'options of a role',
      faultsIn({ roles: { ...roles, mentor: Array.from({ length: 27 }, () => 'mentor') } }),
      'roles.mentor',
    ],
    [
      'questions of an outcome',
      faultsIn({ outcomes: { ...outcomes, relationship: Array.from({ length: 21 }, () => 'useful') } }),
      'outcomes.relationship',
    ],
    [
      'questions of an outcome, one of them twice',
      faultsIn({ outcomes: { ...outcomes, relationship: ['useful', 'useful'] } }),
      'outcomes.relationship',
    ],
  ])('are short, and have each once: %s', (_, faults, path) => {
    expect(Object.keys(faults)).toEqual([path]);
  });

  it('are refused at once, however long they are', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => ({ ...factor, id: `f${n}` }));
    const names = Array.from({ length: 100_000 }, (_, n) => `q${n}`);

    expect(timeOf(() => faultsOfMatching({ factors: many, audit: names, rules: { shared: names } }))).toBeLessThan(
      soon,
    );
  });
});

describe('what people were promised that nobody sees', () => {
  const { application } = forms;
  const [gender] = matching.audit as [string];
  const dependent = (key: string, is: string[]) => ({
    ...application,
    questions: [
      ...application.questions,
      { key: 'more', ask: 'Which?', type: 'choices', options: ['a', 'b'], required: false, when: { key, is } },
    ],
  });
  const groups = application.questions.find(({ key }) => key === gender)?.options as string[];
  const withDependent = { ...forms, application: dependent(gender, groups.slice(0, 1)) };
  const sentence = `more is asked because of an answer to ${gender}, which is confidential, so it can't be used for matching`;

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'factor',
      { matching: { ...matching, factors: [{ ...factor, mentee: 'more', mentor: 'more' }] } },
      ['matching.factors.0.mentee', 'matching.factors.0.mentor'],
    ],
    ['rule', { matching: { ...matching, rules: { shared: ['more'] } } }, ['matching.rules.shared.0']],
    ['role', { roles: { question: 'more', mentor: ['a'], mentee: ['b'] } }, ['roles.question']],
  ])('is not shown by a %s of a question that was asked because of it', (_, changes, paths) => {
    expect(faultsIn({ ...changes, forms: withDependent })).toEqual(
      Object.fromEntries(paths.map((path) => [path, sentence])),
    );
  });

  it.each(['avoid', 'manager'])('%s is no factor', (key) => {
    const fault = `${key} is answered in confidence, so it can't be compared`;

    expect(faultsOfFactor({ compare: 'words', mentee: key, mentor: 'story' })).toEqual({
      'matching.factors.0.mentee': fault,
    });
    expect(faultsOfFactor({ compare: 'names', mentee: 'change', mentor: key })).toEqual({
      'matching.factors.0.mentor': fault,
    });
  });

  it('is no factor by the answer that a question was asked because of', () => {
    const faults = faultsIn({
      matching: { ...matching, factors: [{ ...factor, mentee: 'more', mentor: 'more' }] },
      forms: { ...forms, application: dependent('avoid', ['Grace Lee']) },
    });

    expect(Object.keys(faults)).toEqual(['matching.factors.0.mentee', 'matching.factors.0.mentor']);
  });
});

function person(id: string, name: string, role: 'mentor' | 'mentee', answers: Applicant['answers'] = {}): Applicant {
  return { id, name, email: `${id}@harbour.example.org`, roles: [role], answers };
}

describe('who is left with nobody', () => {
  const grace = person('grace', 'Grace Lee', 'mentor', { languages: ['English'] });
  const alone = [
    ['named somebody', [person('ada', 'Ada Park', 'mentee', { avoid: 'Grace Lee' }), grace]],
    ['was named', [person('ada', 'Ada Park', 'mentee'), { ...grace, answers: { avoid: 'Ada Park' } }]],
    ['reports to somebody', [person('ada', 'Ada Park', 'mentee', { manager: 'Grace Lee' }), grace]],
    ['has no language in common', [person('ada', 'Ada Park', 'mentee', { languages: ['Czech'] }), grace]],
  ] as const;

  it.each(alone)('hears the same words, before and after matching, when one of them %s', (_, applicants) => {
    const whys = [
      ...proposePairs({ applicants, program: defaultProgram }).unmatched,
      ...readiness(applicants, defaultProgram).unmatchable,
    ].map(({ person: id, role, why }) => {
      const name = applicants.find((one) => one.id === id)?.name ?? '';
      return unmatchedWords(why, { name, role }, wordsOf());
    });

    expect([...new Set(whys)]).toEqual([
      'The rules leave no mentor for Ada. Which of them is not said, as some answers are confidential.',
      'The rules leave no mentee for Grace. Which of them is not said, as some answers are confidential.',
    ]);
  });

  it.each(alone)('hears the same of what would change it when one of them %s', (_, applicants) => {
    const change = alternativesAndChanges({ applicants, program: defaultProgram }).change('ada', 'mentee');

    expect(change?.kind).toBe('people');
    expect(change && changeWords(change, { name: 'Ada Park', role: 'mentee' }, (id) => id, wordsOf())).toBe(
      'It takes another mentor to match Ada, or other answers: one more language, say.',
    );
  });

  it('hears the same after earlier partners, objections and low scores', () => {
    const applicants = [person('ada', 'Ada Park', 'mentee'), grace];
    const whyOf = (more: object) =>
      proposePairs({ applicants, program: defaultProgram, ...more }).unmatched[0]?.why.kind;
    const strict = { ...defaultProgram, matching: { ...matching, minimumScore: 100 } };

    expect(
      new Set([
        whyOf({ earlier: [['grace', 'ada']] }),
        whyOf({ forbidden: [['grace', 'ada']] }),
        whyOf({ program: strict }),
      ]).size,
    ).toBe(1);
  });
});

describe('300 people of one name who all name it, over and over', () => {
  const pool = (ownWords: (n: number) => string) =>
    Array.from({ length: 300 }, (_, n) =>
      person(`p${n}`, 'Ana Ana', n % 2 ? 'mentor' : 'mentee', { avoid: `${'Ana, '.repeat(395)}${ownWords(n)}` }),
    );

  it.each([
    ['in the same words', () => ''],
    ['each in words of their own', (n: number) => `x${n}`],
  ])('are told apart from nobody, soon: %s', (_, ownWords) => {
    const applicants = pool(ownWords);

    expect(timeOf(() => expect(proposePairs({ applicants, program: defaultProgram }).pairs).toEqual([]))).toBeLessThan(
      10_000,
    );
  });
});
