import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import { Factor } from '#domain/definition/matching.ts';
import { scoredFactors } from '#domain/matching/factors.ts';
import { asReadBy } from '#shared/emails/parts/as-read-by.ts';
import { essentials } from '#shared/programs/essentials.ts';

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

function sentence({ compare, mentee, mentor }: (typeof kinds)[number]): string {
  const factor = Factor.parse({ id: 'x', title: 'x', weight: 1, compare, mentee, mentor });
  const program = { ...essentials, matching: { ...essentials.matching, factors: [factor] } };
  const [scored] = scoredFactors(program, { mentees: [ada], mentors: [grace] });
  return scored?.words(0, 0) ?? '';
}

describe('the reasons for a pair, as one of the two reads them', () => {
  it.each(kinds)('say "you" to the mentee and to the mentor ($compare, $mentee)', (kind) => {
    const words = sentence(kind);
    const [mentee = ''] = asReadBy(ada.name, grace.name, [words]);
    const [mentor = ''] = asReadBy(grace.name, ada.name, [words]);

    expect(words).toMatch(/Ada.*Grace|Grace.*Ada/);
    expect(mentee).toMatch(/\byou\b/i);
    expect(mentor).toMatch(/\byou\b/i);
    expect(mentee).not.toMatch(/Ada|LOVELACE/);
    expect(mentor).not.toContain('Grace');
    expect(`${mentee} ${mentor}`).not.toMatch(/\b[Yy]ou (is|has|was|\p{Ll}+(?<!s)s)\b/u);
  });

  it('change verbs with their subject, and leave answers in quotation marks alone', () => {
    const words = [
      'Ada offers “what Ada calls maps”, which Grace would like.',
      'Grace is someone who listens, one of the two things that Ada looks for.',
      'Grace and Ada both chose around noon.',
      'For years in the field, Grace said 12 and Ada 6: far enough ahead, and near enough to remember.',
    ];

    expect(asReadBy('Ada Lovelace', 'Grace Hopper', words)).toEqual([
      'You offer “what Ada calls maps”, which Grace would like.',
      'Grace is someone who listens, one of the two things that you look for.',
      'You and Grace both chose around noon.',
      'For years in the field, Grace said 12 and you 6: far enough ahead, and near enough to remember.',
    ]);
  });

  it('take no part of another word for a name, and change nothing where two are called the same', () => {
    expect(asReadBy('Ada', 'Grace', ['Adam named Grace.'])).toEqual(['Adam named Grace.']);
    expect(asReadBy('Ada Lovelace', 'Ada Lovelace', ['Ada named Ada.'])).toEqual(['Ada named Ada.']);
  });
});
