import { describe, expect, it } from 'vitest';
import { alternativesAndChanges } from '#domain/matching/explain/alternatives-and-changes.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { alternativeWords } from '#shared/words/alternative-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { population } from '#test/bench/matching/population.ts';

const sum = (pairs: readonly { score: number }[]) => pairs.reduce((total, { score }) => total + score, 0);

describe('the alternative to a pair', () => {
  it('is the best of all proposals without it, and so is what is lost', () => {
    const applicants = population(14, 9, 3);
    const { pairs } = proposePairs({ applicants, program: defaultProgram });
    const explained = alternativesAndChanges({ applicants, program: defaultProgram });

    for (const { mentor, mentee } of pairs) {
      const without = proposePairs({ applicants, program: defaultProgram, forbidden: [[mentor, mentee]] });
      const alternative = explained.alternative(mentor, mentee);

      expect(alternative?.lost.pairs).toBe(pairs.length - without.pairs.length);
      expect(alternative?.lost.total).toBeCloseTo(sum(pairs) - sum(without.pairs), 4);
      const has = alternative?.menteeHas;
      expect(has?.mentor).not.toBe(mentor);
      const said = alternative && alternativeWords(alternative, { mentee, mentor, score: 0 }, (id) => id, wordsOf());
      expect(said).toMatch(/^Without this pair /);
    }
  });

  it('is undefined for two who are not paired', () => {
    expect(
      alternativesAndChanges({ applicants: population(3, 3), program: defaultProgram }).alternative(
        'nobody',
        'neither',
      ),
    ).toBeUndefined();
  });
});

describe('the smallest change that matches somebody', () => {
  it('is one more place, which does match them', () => {
    const applicants = population(40, 12, 4);
    const pool = { applicants, program: defaultProgram };
    const { unmatched } = proposePairs(pool);
    const explained = alternativesAndChanges(pool);

    for (const { person, role } of unmatched.filter((one) => one.role === 'mentee').slice(0, 10)) {
      const change = explained.change(person, role);

      expect(['place', 'preference']).toContain(change?.kind);
      if (change?.kind !== 'place' || change.mentor === undefined) continue;
      const roomier = applicants.map((one) =>
        one.id === change.mentor
          ? { ...one, answers: { ...one.answers, capacity: 1 + Number(one.answers.capacity) } }
          : one,
      );
      expect(proposePairs({ ...pool, applicants: roomier }).pairs.map(({ mentee }) => mentee)).toContain(person);
    }
  });

  it('is another mentee, for a mentor with a place whom nobody needed', () => {
    const pool = { applicants: population(2, 9, 4), program: defaultProgram };
    const { unmatched } = proposePairs(pool);

    expect(alternativesAndChanges(pool).change(unmatched[0]?.person ?? '', 'mentor')?.kind).toBe('people');
  });
});
