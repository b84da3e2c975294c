import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import { scoredFactors } from '#domain/matching/scoring/factors.ts';
import type { Finding, Side } from '#domain/matching/scoring/reason.ts';
import { Factor } from '#domain/program/matching-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords } from '#shared/words/reason-words.ts';

const answers = {
  topics: ['finding my direction', 'leading people'],
  helps: ['leading people', 'speaking and writing', 'finding my direction'],
  prefers: ['listens before advising', 'has made a big change'],
  strengths: ['has made a big change', 'asks good questions'],
  offers: ['newer methods and tools'],
  learns: ['newer methods and tools', 'honest feedback'],
  languages: ['English'],
  times: ['around noon'],
  hours: '9 to 17 Europe/Lisbon',
  wish: 'Grace Hopper, Ada Lovelace',
  why: 'I would like to lead a research group in tidal physics.',
  beyond: ['someone to be open with'],
  site: 'Porto',
};
const ada: Applicant = {
  id: 'a',
  name: 'ADA LOVELACE',
  email: 'ada@harbour.example',
  roles: ['mentee'],
  answers: { ...answers, experience: 6 },
};
const grace: Applicant = {
  id: 'g',
  name: 'Grace Hopper',
  email: 'grace@harbour.example',
  roles: ['mentor'],
  answers: { ...answers, experience: 12 },
};

/** One factor of each kind of comparison: a kind that is added has its sentence looked at here. */
const asked = {
  covers: ['topics', 'helps'],
  gives: ['offers', 'learns'],
  same: ['site', 'site'],
  near: ['experience', 'experience'],
  ahead: ['experience', 'experience'],
  words: ['why', 'why'],
  hours: ['hours', 'hours'],
  names: ['wish', 'wish'],
} satisfies Record<Factor['compare'], [string, string]>;

const kinds = [
  ...Object.entries(asked).map(([compare, [mentee, mentor]]) => ({ compare, mentee, mentor })),
  { compare: 'covers', mentee: 'prefers', mentor: 'strengths' },
  { compare: 'covers', mentee: 'times', mentor: 'times' },
];

function finding({ compare, mentee, mentor }: (typeof kinds)[number]): Finding {
  const factor = Factor.parse({ id: 'x', title: 'x', weight: 1, compare, mentee, mentor });
  const program = { ...defaultProgram, matching: { ...defaultProgram.matching, factors: [factor] } };
  const [scored] = scoredFactors(program, { mentees: [ada], mentors: [grace] });
  if (!scored) throw new Error(`There is no ${compare}.`);
  return scored.find(0, 0);
}

const words = wordsOf();

function said(found: Finding, reader?: Side): string {
  return findingWords(found, coupleOf({ mentee: ada.name, mentor: grace.name }, reader), words);
}

describe('the reasons for a pair, as one of the two reads them', () => {
  it.each(kinds)('say "you" to the mentee and to the mentor ($compare, $mentee)', (kind) => {
    const found = finding(kind);
    const [mentee, mentor] = [said(found, 'mentee'), said(found, 'mentor')];

    expect(said(found)).toMatch(/Ada.*Grace|Grace.*Ada/);
    expect(mentee).toMatch(/\byou\b/i);
    expect(mentor).toMatch(/\byou\b/i);
    expect(mentee).not.toMatch(/Ada|LOVELACE/);
    expect(mentor).not.toContain('Grace');
    expect(`${mentee} ${mentor}`).not.toMatch(/\b[Yy]ou (is|has|was|\p{Ll}+(?<!s)s)\b/u);
  });

  it('change verbs with their subject, and leave answers alone', () => {
    const couple = coupleOf({ mentee: 'Ada Lovelace', mentor: 'Grace Hopper' }, 'mentee');
    const answers = { shared: ['what we call maps, Ada'], wanted: ['what we call maps, Ada'] };
    const found: Finding[] = [
      { kind: 'offer', ...answers },
      { kind: 'quality', shared: ['listens'], wanted: ['listens', 'laughs'] },
      { kind: 'common', shared: ['around noon'] },
      { kind: 'ahead', subject: 'Years in the field', mentee: 6, mentor: 12, lead: 'right' },
    ];

    expect(found.map((one) => findingWords(one, couple, words))).toEqual([
      'You offer “what we call maps, Ada”, which Grace would like.',
      'Grace is someone who listens, one of the two things that you look for.',
      'You and Grace both chose around noon.',
      'For years in the field, Grace said 12 and you 6: far enough ahead, and near enough to remember.',
    ]);
  });

  it('call nobody "you" where two are called the same', () => {
    const couple = coupleOf({ mentee: 'Ada Lovelace', mentor: 'Ada Lovelace' }, 'mentee');

    expect(findingWords({ kind: 'named', by: ['mentee'] }, couple, words)).toBe('Ada Lovelace named Ada Lovelace.');
  });
});

describe('what a factor found', () => {
  const couple = { mentee: 'Ada', mentor: 'Grace' };

  it.each<[Finding, string]>([
    [{ kind: 'unanswered', by: ['mentor'] }, 'Grace did not say, so this counts neither for nor against.'],
    [
      { kind: 'unanswered', by: ['mentee', 'mentor'] },
      'Ada and Grace did not say, so this counts neither for nor against.',
    ],
    [
      { kind: 'help', shared: [], wanted: ['my way', 'tools'] },
      'Ada asked for “my way” and tools; Grace did not offer that.',
    ],
    [{ kind: 'same', mentee: 'Porto', mentor: 'Lisbon', isSame: false }, 'Ada said Porto, Grace Lisbon.'],
    [{ kind: 'hours', minutes: 60 }, 'Ada and Grace share 1 working hour a day, the whole year.'],
    [{ kind: 'hours', minutes: 165 }, 'Ada and Grace share 2.8 working hours a day, the whole year.'],
    [{ kind: 'hours', minutes: 0 }, 'Ada and Grace are never at work at the same time.'],
    [{ kind: 'named', by: [] }, 'Ada and Grace did not name each other.'],
    [
      { kind: 'near', subject: 'Team size', mentee: 1500, mentor: 4, distance: 'far' },
      'For team size, Ada said 1500 and Grace 4: far apart.',
    ],
  ])('is said of both by name: %j', (found, sentence) => {
    expect(findingWords(found, couple, words)).toBe(sentence);
  });
});
