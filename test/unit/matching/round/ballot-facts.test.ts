import { describe, expect, test } from 'vitest';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { ballotFacts, firstBallot, type ProposalState, pairsToAskAbout } from '#domain/matching/round/ballot-facts.ts';
import type { Pair } from '#domain/pair.ts';
import { asked, person } from '#test/unit/domain/samples.ts';

const pair = (id: string, mentor: string, mentee: string, score = 0.5): Pair => ({
  ...{
    id,
    cohort: 'coh_1',
    mentor,
    mentee,
    score,
    reasons: [],
    round: 1,
    status: 'proposed',
    expiresAt: 1_900_000_000,
  },
});
const ballot = (pairs: readonly Pair[], changes: Partial<AskedForm> = {}): AskedForm =>
  asked({
    purpose: 'ballot',
    person: 'ines',
    occasion: firstBallot,
    questions: pairs.map(({ id }) => ({ key: id, ask: id, type: 'yesno' })),
    ...changes,
  });
const [one, two, own] = [pair('p1', 'grace', 'ada'), pair('p2', 'hugo', 'emmy'), pair('p3', 'ines', 'rosa')];
const state = (changes: Partial<ProposalState> = {}): ProposalState => ({
  ...{ standing: [one, two, own], superseded: [], unmatched: [], held: [], isReweighed: false },
  everyone: ['grace', 'ada', 'hugo', 'emmy', 'ines', 'rosa'].map((id) => person(id)),
  ...changes,
});

describe('a reviewer is asked about', () => {
  test('every pair that stands but their own', () => {
    expect(pairsToAskAbout('ines', [], [one, two, own])).toEqual([one, two]);
    expect(pairsToAskAbout('tom', [], [one, two, own])).toEqual([one, two, own]);
  });

  test('no pair twice', () => {
    expect(pairsToAskAbout('ines', [ballot([one])], [one, two])).toEqual([two]);
  });

  test('a pair that was taken back and has returned, unless they voted on it', () => {
    const questions = [{ key: one.id, ask: one.id, type: 'yesno' as const, required: false }];

    expect(pairsToAskAbout('ines', [ballot([], { questions })], [one])).toEqual([one]);
    expect(pairsToAskAbout('ines', [ballot([], { questions, answers: { p1: true } })], [one])).toEqual([]);
  });
});

describe('the email of a ballot', () => {
  test('shows its pairs under their numbers, and leaves out what is about its reader', () => {
    const form = ballot([one, two]);

    expect(ballotFacts(form, [form], state({ unmatched: ['ines', 'tom'], held: ['ines'] }))).toMatchObject({
      pairs: [
        { number: 1, mentor: 'grace', mentee: 'ada' },
        { number: 2, mentor: 'hugo', mentee: 'emmy' },
      ],
      others: 0,
      unmatched: 1,
      held: 0,
    });
  });

  test('shows the weakest forty of more, in their order', () => {
    const many = Array.from({ length: 45 }, (_, n) => pair(`m${n}`, 'grace', 'ada', n / 100));
    const form = ballot([...many].reverse());
    const { pairs, others } = ballotFacts(form, [form], state({ standing: many }));

    expect(others).toBe(5);
    expect(pairs.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, n) => n + 6));
  });

  test('of a change says which pairs of theirs have gone, and what they still owe', () => {
    const first = ballot([one, two]);
    const change = ballot([own], { id: 'form2', occasion: 'changed-1-x' });
    const facts = ballotFacts(
      change,
      [first, change],
      state({ superseded: [one], standing: [two, own], isReweighed: true }),
    );

    expect(facts).toMatchObject({
      isChange: true,
      isReweighed: true,
      stillOpen: 2,
      gone: [{ mentor: 'grace', mentee: 'ada' }],
    });
    expect(ballotFacts(first, [first, change], state({ superseded: [one], isReweighed: true }))).toMatchObject({
      isChange: false,
      isReweighed: false,
      gone: [],
    });
  });

  test('hides what would be without a pair when that tells of its reader', () => {
    const without = (mentor: string): Pair => ({
      ...one,
      alternative: {
        menteeHas: { mentor, score: 0.4 },
        lost: { pairs: 0, total: 0.1 },
        lostWorst: 0,
        isLessEven: false,
      },
    });
    const shown = (mentor: string) => {
      const form = ballot([one]);
      return ballotFacts(form, [form], state({ standing: [without(mentor)] })).pairs[0];
    };

    expect(shown('hugo')).toHaveProperty('alternative.menteeHas.mentor', 'hugo');
    expect(shown('ines')).not.toHaveProperty('alternative');
  });
});
