import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import type { UnmatchedReason } from '#domain/matching/explain/unmatched-reasons.ts';
import { readiness } from '#domain/matching/round/pool-readiness.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { type Finding, findingsFor, type Side } from '#domain/matching/scoring/reason.ts';
import { MatchingProblem } from '#domain/matching/solver/solve.ts';
import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { findingWords } from '#shared/words/reason-words.ts';
import { unmatchedWords } from '#shared/words/unmatched-words.ts';
import { randomNumbers } from '../solver/problems.ts';

const topics = {
  id: 'topics',
  title: 'Topics',
  compare: 'covers',
  mentee: 'topics',
  mentor: 'helps',
  weight: 1,
} as const;

describe('propose', () => {
  it('says in words about the two people why a pair was made', () => {
    const ada = mentee('Ada Lovelace', {
      topics: ['leading people', 'finding my direction'],
      prefers: ['asks good questions'],
      offers: ['honest feedback'],
      change: 'I would like to lead a research group.',
      beyond: ['encouragement'],
      experience: 4,
      times: ['early'],
    });
    const grace = mentor('Grace Lee', {
      helps: ['leading people', 'speaking and writing'],
      strengths: ['asks good questions', 'says things plainly'],
      learns: ['honest feedback', 'another field or country'],
      story: 'I have led research groups for years.',
      beyond: ['to give something back'],
      experience: 14,
      times: ['early', 'around noon'],
    });

    const { pairs, unmatched } = proposePairs({ applicants: [ada, grace], program: defaultProgram });

    expect(unmatched).toEqual([]);
    expect(
      pairs[0]?.reasons.map(({ factor, score, finding }) => [factor, Math.round(score * 100), said(finding)]),
    ).toEqual([
      ['topics', 50, 'Grace can help with leading people, one of the two things Ada asked for.'],
      ['qualities', 100, 'Grace is someone who asks good questions, as Ada hopes.'],
      ['exchange', 50, 'Ada offers honest feedback, one of the two things Grace would like.'],
      ['story', 67, 'Ada and Grace both wrote about “research” and “group”.'],
      ['beyond', 0, 'Ada and Grace chose differently here.'],
      [
        'experience',
        100,
        'For years in the field, Grace said 14 and Ada 4: far enough ahead, and near enough to remember.',
      ],
      ['times', 100, 'Ada and Grace both chose early.'],
    ]);
  });

  it('gives a pair the weighted mean of its reasons', () => {
    const { pairs } = proposePairs({ applicants: crowd(12, 3), program: defaultProgram });

    for (const { score, reasons } of pairs) {
      const weights = reasons.reduce((sum, { weight }) => sum + weight, 0);
      expect(score).toBeCloseTo(reasons.reduce((sum, one) => sum + one.weight * one.score, 0) / weights, 4);
    }
  });

  it('counts what somebody did not answer neither for nor against a pair', () => {
    const program = programWith([topics]);

    const { pairs } = proposePairs({
      applicants: [mentee('Ada Lovelace', { topics: ['x'] }), mentor('Grace Lee', {})],
      program,
    });

    expect(pairs[0]?.score).toBe(0.5);
    expect(pairs[0]?.reasons.map(({ finding }) => said(finding))[0]).toBe(
      'Grace did not say, so this counts neither for nor against.',
    );
  });

  it('says who shares what for every kind of comparison', () => {
    const program = programWith([
      { id: 'near', title: 'Near', compare: 'near', mentee: 'experience', mentor: 'experience', weight: 1, ideal: 10 },
      { id: 'same', title: 'Same', compare: 'same', mentee: 'before', mentor: 'before', weight: 1 },
      { id: 'off', title: 'Off', compare: 'same', mentee: 'before', mentor: 'before', weight: 0 },
    ]);
    const ada = mentee('Ada Lovelace', { experience: 4, before: 'neither' });

    const { pairs } = proposePairs({
      applicants: [ada, mentor('Grace Lee', { experience: 9, before: 'been a mentor' })],
      program,
    });

    expect(pairs[0]?.reasons.map(({ score, finding }) => [score, said(finding)])).toEqual([
      [0.5, 'For years in the field, Ada said 4 and Grace 9: not far apart.'],
      [0, 'Ada said neither, Grace been a mentor.'],
    ]);
  });

  it('makes the same pairs in whatever order people applied', () => {
    const applicants = crowd(30, 4);
    const { pairs } = proposePairs({ applicants, program: defaultProgram });

    expect(proposePairs({ applicants: [...applicants].reverse(), program: defaultProgram }).pairs).toEqual(pairs);
  });

  it('takes the pairs whose total is highest when asked to', () => {
    const applicants = crowd(30, 5);
    const sum = (pairs: { score: number }[]) => pairs.reduce((all, { score }) => all + score, 0);
    const fair = proposePairs({ applicants, program: defaultProgram, objective: 'fair' }).pairs;
    const total = proposePairs({ applicants, program: defaultProgram, objective: 'total' }).pairs;

    expect(total.length).toBe(fair.length);
    expect(sum(total)).toBeGreaterThanOrEqual(sum(fair) - 1e-9);
    expect(lowest(fair)).toBeGreaterThanOrEqual(lowest(total));
  });
});

describe('a small program', () => {
  /** Everybody would rather have Grace, who has room for all of them; Mina would do. */
  const applicants = [
    mentor('Grace Lee', { helps: ['x', 'y'], capacity: 3 }),
    mentor('Mina Sato', { helps: ['x'], capacity: 3 }),
    ...['Ada Park', 'Bo Holm', 'Cy Ngo'].map((name) => mentee(name, { topics: ['x', 'y'] })),
  ];
  const program = programWith([topics]);
  const withMatching = (changes: Partial<ProgramDefinition['matching']>) => ({
    ...program,
    matching: { ...program.matching, ...changes },
  });
  const mentorsOf = (of: ProgramDefinition) =>
    proposePairs({ applicants, program: of })
      .pairs.map(({ mentor: one }) => one)
      .sort();

  it('spreads mentees before it gives one mentor a second, unless it says otherwise', () => {
    const [grace, mina] = [applicants[0]?.id, applicants[1]?.id];

    expect(mentorsOf(program)).toEqual([grace, grace, mina].sort());
    expect(mentorsOf(withMatching({ spread: false }))).toEqual([grace, grace, grace]);
  });

  it('proposes no pair under its minimum, and says so of who is left over', () => {
    const { pairs, unmatched } = proposePairs({ applicants, program: withMatching({ minimumScore: 60 }) });

    expect(pairs.map(({ mentor: one }) => one)).toEqual(Array(3).fill(applicants[0]?.id));
    expect(inWords(unmatched)).toEqual([
      {
        person: applicants[1]?.id,
        role: 'mentor',
        why: 'The rules leave no mentee for Mina. Which of them is not said, as some answers are confidential.',
      },
    ]);
  });

  it('leaves a pair that stands, whatever it scores', () => {
    const [mina, ada] = [applicants[1]?.id ?? '', applicants[2]?.id ?? ''];

    const { pairs } = proposePairs({ applicants, program: withMatching({ minimumScore: 60 }), pinned: [[mina, ada]] });

    expect(pairs.find(({ mentee: one }) => one === ada)).toMatchObject({ mentor: mina, score: 0.5 });
  });

  it('says first what weighs most, also when it is half met, and nothing of what was left open', () => {
    const people = [
      mentor('Grace Lee', { helps: ['x'], strengths: ['listens before advising'] }),
      mentee('Ada Park', { topics: ['x', 'y'], prefers: ['listens before advising'] }),
    ];
    const [qualities, exchange] = [defaultProgram.matching.factors[1], defaultProgram.matching.factors[2]];
    const weighed = programWith([
      { ...topics, weight: 30 },
      ...[qualities, exchange].filter((one) => one !== undefined),
    ]);

    const [pair] = proposePairs({ applicants: people, program: weighed }).pairs;

    expect(pair && findingsFor(pair).map(said)).toEqual([
      'Grace can help with x, one of the two things Ada asked for.',
      'Grace is someone who listens before advising, as Ada hopes.',
    ]);
  });
});

describe('the rules of a program', () => {
  const ada = mentee('Ada Lovelace', {});
  const grace = mentor('Grace Lee', {});

  it('never pair someone with themselves, nor two people both ways round', () => {
    for (let seed = 0; seed < 60; seed++) {
      const applicants = crowd(9, seed, 1);
      const { pairs } = proposePairs({ applicants, program: defaultProgram });

      expect(pairs.every(({ mentor, mentee }) => mentor !== mentee)).toBe(true);
      expect(
        pairs.some((one) => pairs.some((other) => one.mentor === other.mentee && one.mentee === other.mentor)),
      ).toBe(false);
    }
  });

  it('leave the best of what is possible without pairing two people both ways round', () => {
    for (let seed = 0; seed < 25; seed++) {
      const people = crowd(5, seed, 1).map((one) => ({ ...one, answers: { ...one.answers, capacity: 1 } }));
      const { pairs } = proposePairs({ applicants: people, program: withoutMinimum, objective: 'fair' });

      const found = [pairs.length, lowest(pairs), pairs.reduce((sum, { score }) => sum + score, 0)];
      expect(found.map((figure) => Math.round(figure * 1e4))).toEqual(bestWithoutSwaps(people));
    }
  });

  it("leave one pair of two people who would both be each other's mentor", () => {
    const both = ['Ada Lovelace', 'Grace Lee'].map((name) => person(name, ['mentor', 'mentee'], {}));

    const { pairs, unmatched } = proposePairs({ applicants: both, program: defaultProgram });

    expect(pairs.length).toBe(1);
    expect(unmatched.map(({ role }) => role)).toEqual(['mentee', 'mentor']);
  });

  it('give a mentor no more mentees than they have room for, and one when they did not say', () => {
    const mentees = ['Ada Lovelace', 'Ben Okafor', 'Chen Wei', 'Dora Maar'].map((name) => mentee(name, {}));

    expect(
      proposePairs({ applicants: [...mentees, mentor('Grace Lee', { capacity: 3 })], program: defaultProgram }).pairs
        .length,
    ).toBe(3);
    expect(proposePairs({ applicants: [...mentees, grace], program: defaultProgram }).pairs.length).toBe(1);
    expect(
      proposePairs({ applicants: [...mentees, mentor('Grace Lee', { capacity: 0 })], program: defaultProgram }).pairs
        .length,
    ).toBe(0);
  });

  it.each([
    ['an address', 'not with GRACE@example.org, please'],
    ['a family name', 'please not Prof. Lee'],
    ['a name with a slip of the finger', 'Grcae Lee'],
    ['a full name', 'I would rather not work with grace  lee.'],
    ['a name with the last name first', 'Lee, Grace; somebody else'],
  ])('keep people apart when one names the other by %s', (_, avoid) => {
    expect(
      proposePairs({ applicants: [mentee('Ada Lovelace', { avoid }), grace], program: defaultProgram }).pairs,
    ).toEqual([]);
    expect(
      proposePairs({ applicants: [mentee('Ada Lovelace', { manager: avoid }), grace], program: defaultProgram }).pairs,
    ).toEqual([]);
  });

  it('keep people apart whoever of them said so, and whatever accents they used', () => {
    const zoe = mentor('Zoë Núñez', { avoid: 'Ada Lovelace' });

    expect(proposePairs({ applicants: [ada, zoe], program: defaultProgram }).pairs).toEqual([]);
    expect(
      proposePairs({
        applicants: [mentee('Ada Lovelace', { avoid: 'zoe nunez' }), mentor('Zoë Núñez', {})],
        program: defaultProgram,
      }).pairs,
    ).toEqual([]);
  });

  it('do not take part of a name, or a common word, for a person', () => {
    const avoid = 'I will take anyone, even Grace Leeson';

    expect(
      proposePairs({
        applicants: [mentee('Ada Lovelace', { avoid }), grace, mentor('Will', {})],
        program: defaultProgram,
      }).pairs.length,
    ).toBe(1);
    expect(
      proposePairs({
        applicants: [mentee('Ada Lovelace', { avoid: 'Will, Tom' }), mentor('Will', {})],
        program: defaultProgram,
      }).pairs,
    ).toEqual([]);
  });

  it('want a shared choice from those who answered', () => {
    const spanish = mentor('Grace Lee', { languages: ['Spanish'] });

    expect(
      proposePairs({
        applicants: [mentee('Ada Lovelace', { languages: ['English'] }), spanish],
        program: defaultProgram,
      }).pairs,
    ).toEqual([]);
    expect(
      proposePairs({
        applicants: [mentee('Ada Lovelace', { languages: ['English', 'Spanish'] }), spanish],
        program: defaultProgram,
      }).pairs.length,
    ).toBe(1);
    expect(proposePairs({ applicants: [ada, spanish], program: defaultProgram }).pairs.length).toBe(1);
  });

  it('do not pair earlier partners or vetoed pairs again, whichever way round', () => {
    for (const pair of [
      [grace.id, ada.id],
      [ada.id, grace.id],
    ] as [string, string][]) {
      expect(proposePairs({ applicants: [ada, grace], program: defaultProgram, earlier: [pair] }).pairs).toEqual([]);
      expect(proposePairs({ applicants: [ada, grace], program: defaultProgram, forbidden: [pair] }).pairs).toEqual([]);
    }
  });
});

describe('pins', () => {
  it('stand, even against a rule, and the rest is matched around them', () => {
    const applicants = crowd(20, 6);
    const { pairs } = proposePairs({ applicants, program: defaultProgram });
    const [first, second] = pairs;
    if (!first || !second) throw new Error('expected pairs');
    const pin: [string, string] = [first.mentor, second.mentee];

    const again = proposePairs({ applicants, program: defaultProgram, pinned: [pin], earlier: [pin] });

    expect(again.pairs.map(({ mentor, mentee }) => [mentor, mentee])).toContainEqual(pin);
  });

  it('of people who have left are dropped', () => {
    expect(
      proposePairs({ applicants: [mentee('Ada Lovelace', {})], program: defaultProgram, pinned: [['gone', 'ada']] })
        .pairs,
    ).toEqual([]);
  });

  it('cannot contradict a veto', () => {
    const applicants = [mentee('Ada Lovelace', {}), mentor('Grace Lee', {})];
    const pair: [string, string] = ['grace', 'ada'];

    expect(() => proposePairs({ applicants, program: defaultProgram, pinned: [pair], forbidden: [pair] })).toThrow(
      new MatchingProblem('pinned has grace with ada: that pair is forbidden too.'),
    );
  });
});

describe('who is not matched', () => {
  const why = (applicants: Applicant[], of: string, more = {}) =>
    inWords(proposePairs({ applicants, program: defaultProgram, ...more }).unmatched).find(
      ({ person }) => person === of,
    )?.why;

  it('hears of too few places', () => {
    const applicants = [mentee('Ada Lovelace', {}), mentee('Ben Okafor', {}), mentor('Grace Lee', {})];
    const [left] = inWords(proposePairs({ applicants, program: defaultProgram }).unmatched);

    expect(left?.why).toMatch(
      /^There are 2 mentees and only 1 place with mentors; every mentor (Ada|Ben) could have had is taken\.$/,
    );
  });

  it('hears that the rules left nobody, but not which of them', () => {
    const ada = mentee('Ada Lovelace', { languages: ['English'], avoid: 'Grace Lee' });

    const [grace, hugo] = [mentor('Grace Lee', {}), mentor('Hugo Diaz', { languages: ['Spanish'] })];

    for (const mentors of [[grace], [hugo], [grace, hugo]]) {
      expect(why([ada, ...mentors], 'ada')).toBe(
        'The rules leave no mentor for Ada. Which of them is not said, as some answers are confidential.',
      );
    }
    expect(why([ada], 'ada')).toBe('There is no mentor in this round.');
  });

  it('hears, as a mentor, that every mentee has someone', () => {
    expect(
      why(
        [
          mentee('Ada Lovelace', { topics: ['leading people'] }),
          mentor('Grace Lee', { helps: ['leading people'] }),
          mentor('Hugo Diaz', { helps: ['my field'] }),
        ],
        'hugo',
      ),
    ).toBe('Every mentee Hugo could have had has a mentor.');
  });
});

describe('propose, given nobody to match', () => {
  it('says so of each', () => {
    const [ada, grace] = [mentee('Ada Lovelace', {}), mentor('Grace Lee', {})];
    const proposed = (applicants: Applicant[], more = {}) => {
      const { pairs, unmatched } = proposePairs({ applicants, program: defaultProgram, ...more });
      return { pairs, unmatched: inWords(unmatched) };
    };

    expect(proposed([])).toEqual({ pairs: [], unmatched: [] });
    expect(proposed([ada])).toEqual({
      pairs: [],
      unmatched: [{ person: 'ada', role: 'mentee', why: 'There is no mentor in this round.' }],
    });
    expect(proposed([ada, grace], { forbidden: [['grace', 'ada']] })).toEqual({
      pairs: [],
      unmatched: [
        {
          person: 'ada',
          role: 'mentee',
          why: 'The rules leave no mentor for Ada. Which of them is not said, as some answers are confidential.',
        },
        {
          person: 'grace',
          role: 'mentor',
          why: 'The rules leave no mentee for Grace. Which of them is not said, as some answers are confidential.',
        },
      ],
    });
  });
});

describe('propose, given an applicant twice', () => {
  it('says which', () => {
    const ada = mentee('Ada Lovelace', {});

    expect(() => proposePairs({ applicants: [ada, ada], program: defaultProgram })).toThrow(
      new MatchingProblem('applicants has ada twice.'),
    );
  });
});

describe('readiness', () => {
  it('counts people, places and what is wanted and offered', () => {
    const applicants = [
      mentee('Ada Lovelace', { topics: ['leading people'] }),
      person('Ben Okafor', ['mentor', 'mentee'], {
        topics: ['leading people'],
        helps: ['speaking and writing'],
        capacity: 2,
      }),
      mentor('Grace Lee', { helps: ['leading people'], capacity: 3 }),
      mentor('Hugo Diaz', { helps: ['leading people'], capacity: 0 }),
    ];

    const { coverage, unmatchable, ...counts } = readiness(applicants, defaultProgram);

    expect(counts).toEqual({ mentors: 3, mentees: 2, both: 1, places: 5 });
    expect(coverage.map(({ factor }) => factor)).toEqual(['topics', 'qualities']);
    expect(coverage[0]?.topics.filter(({ wanted, offered }) => wanted + offered > 0)).toEqual([
      { topic: 'leading people', wanted: 2, offered: 1, places: 3 },
      { topic: 'speaking and writing', wanted: 0, offered: 1, places: 2 },
    ]);
    expect(inWords(unmatchable)).toEqual([
      { person: 'hugo', role: 'mentor', why: 'Hugo has no place for a mentee this time.' },
    ]);
  });

  it('names those whom nobody may be paired with', () => {
    const applicants = [
      mentee('Ada Lovelace', { languages: ['French'] }),
      mentor('Grace Lee', { languages: ['English'] }),
      person('Ben Okafor', [], {}),
    ];

    expect(inWords(readiness(applicants, defaultProgram).unmatchable)).toEqual([
      { person: 'ben', why: 'The application does not say whether as a mentor or a mentee.' },
      {
        person: 'ada',
        role: 'mentee',
        why: 'The rules leave no mentor for Ada. Which of them is not said, as some answers are confidential.',
      },
      {
        person: 'grace',
        role: 'mentor',
        why: 'The rules leave no mentee for Grace. Which of them is not said, as some answers are confidential.',
      },
    ]);
  });
});

const words = wordsOf();

function said(finding: Finding): string {
  return findingWords(finding, { mentee: 'Ada', mentor: 'Grace' }, words);
}

/** Those who have nobody, with the reason in words; their id is their name, but for its capital. */
function inWords<U extends { person: string; role?: Side; why: UnmatchedReason }>(unmatched: readonly U[]) {
  return unmatched.map((one) => {
    const name = one.person.charAt(0).toUpperCase() + one.person.slice(1);
    return { ...one, why: unmatchedWords(one.why, { name, role: one.role }, words) };
  });
}

function person(name: string, roles: Applicant['roles'], answers: Applicant['answers']): Applicant {
  const id = name.split(' ')[0]?.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '') ?? name;
  return { id, name, email: `${id}@example.org`, roles, answers };
}

function mentee(name: string, answers: Applicant['answers']): Applicant {
  return person(name, ['mentee'], answers);
}

function mentor(name: string, answers: Applicant['answers']): Applicant {
  return person(name, ['mentor'], answers);
}

function programWith(factors: ProgramDefinition['matching']['factors']): ProgramDefinition {
  return ProgramDefinition.parse({ ...defaultProgram, matching: { ...defaultProgram.matching, factors } });
}

function lowest(pairs: { score: number }[]): number {
  return Math.min(...pairs.map(({ score }) => score));
}

const withoutMinimum: ProgramDefinition = {
  ...defaultProgram,
  matching: { ...defaultProgram.matching, minimumScore: 0 },
};

/** Number of pairs, worst score and total (the latter in ten-thousandths) of the best choice, by trying them all. */
function bestWithoutSwaps(people: Applicant[]): number[] {
  const score = people.map((mentee) =>
    people.map((mentor) => {
      const two = [
        { ...mentee, roles: ['mentee' as const] },
        { ...mentor, roles: ['mentor' as const] },
      ];
      return mentee === mentor ? 0 : (proposePairs({ applicants: two, program: withoutMinimum }).pairs[0]?.score ?? 0);
    }),
  );
  let best = [0, 0, 0];
  const choose = (mentors: number[]): void => {
    const mentee = mentors.length;
    if (mentee === people.length) {
      const scores = mentors.flatMap((mentor, one) => (mentor < 0 ? [] : [score[one]?.[mentor] ?? 0]));
      const figures = [scores.length, Math.min(...scores), scores.reduce((sum, one) => sum + one, 0)];
      const found = figures.map((figure) => Math.round(figure * 1e4));
      const first = found.findIndex((figure, n) => figure !== best[n]);
      if (first >= 0 && (found[first] as number) > (best[first] as number)) best = found;
      return;
    }
    choose([...mentors, -1]);
    people.forEach((_, mentor) => {
      if (mentor === mentee || mentors.includes(mentor) || mentors[mentor] === mentee) return;
      choose([...mentors, mentor]);
    });
  };
  choose([]);
  return best;
}

/** People with answers drawn from the program's own options; a `both` share of them would be mentor and mentee. */
function crowd(size: number, seed: number, both = 0.2): Applicant[] {
  const random = randomNumbers(seed + 100);
  const some = (key: string) => {
    const options = defaultProgram.forms.application.questions.find((one) => one.key === key)?.options ?? [];
    const chosen = options.filter(() => random() < 0.4);
    return chosen.length ? chosen : [options[0] as string];
  };
  return Array.from({ length: size }, (_, n) => {
    const roles: Applicant['roles'] = random() < both ? ['mentor', 'mentee'] : n % 2 ? ['mentor'] : ['mentee'];
    const answers = {
      topics: some('topics'),
      helps: some('topics'),
      prefers: some('prefers'),
      strengths: some('prefers'),
      offers: some('offers'),
      learns: some('offers'),
      beyond: some('beyond'),
      times: some('times'),
      experience: Math.floor(random() * 40),
      languages: ['English'],
      capacity: 1 + Math.floor(random() * 2),
    };
    return { id: `p${n}`, name: `Person ${String.fromCharCode(65 + n)}`, email: `p${n}@example.org`, roles, answers };
  });
}
