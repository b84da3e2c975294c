import { describe, expect, it } from 'vitest';
import type { Applicant } from '#domain/applicants.ts';
import type { Question } from '#domain/form.ts';
import { audit } from '#domain/matching/audit.ts';
import { propose } from '#domain/matching/propose.ts';
import { essentials } from '#shared/programs/essentials.ts';
import { population } from '#test/bench/matching/population.ts';

const question: Question = { key: 'group', ask: 'Which?', type: 'choice', options: ['a', 'b'], required: false };

/** So many people of each group, the first `matched` of them with a pair. */
function people(groups: Record<string, { applied: number; matched: number }>) {
  const applicants: Applicant[] = Object.entries(groups).flatMap(([group, { applied }]) =>
    Array.from(
      { length: applied },
      (_, n): Applicant => ({
        id: `${group}${n}`,
        name: `${group} ${n}`,
        email: `${group}${n}@example.org`,
        roles: ['mentee'],
        answers: group === 'not said' ? {} : { group },
      }),
    ),
  );
  const pairs = Object.entries(groups).flatMap(([group, { matched }]) =>
    Array.from({ length: matched }, (_, n) => ({ mentor: 'm', mentee: `${group}${n}`, score: 0.5 + n / 1000 })),
  );
  return { questions: [question], applicants, pairs, role: 'mentee' as const, smallest: 5 };
}

describe('audit', () => {
  it('flags a match rate under four fifths of the highest, with the numbers', () => {
    const [found] = audit(people({ a: { applied: 60, matched: 57 }, b: { applied: 40, matched: 24 } }));

    expect(found?.flags.map(({ words, tooSmall }) => [words, tooSmall])).toEqual([
      ['The match rate of b, 24 of 40 (60%), is 0.63 of that of a, 57 of 60 (95%): under four fifths.', false],
    ]);
  });

  it('flags nothing at exactly four fifths', () => {
    const [found] = audit(people({ a: { applied: 50, matched: 50 }, b: { applied: 50, matched: 40 } }));

    expect(found?.flags).toEqual([]);
  });

  it('says when numbers are too small to mean anything', () => {
    const [found] = audit(people({ a: { applied: 10, matched: 9 }, b: { applied: 4, matched: 2 } }));

    expect(found?.flags[0]?.tooSmall).toBe(true);
    expect(found?.flags[0]?.words).toMatch(/too small to tell it from chance\.$/);
    expect(found?.warning).toMatch(/^b: fewer than 5 people/);
  });

  it('gives rates and scores for each group, and for those who did not say', () => {
    const input = people({
      a: { applied: 8, matched: 4 },
      b: { applied: 0, matched: 0 },
      'not said': { applied: 2, matched: 1 },
    });
    const [found] = audit({ ...input, held: new Set(['a7']), invited: { group: { a: 10 } } });

    expect(found?.groups).toEqual([
      {
        group: 'a',
        invited: 10,
        applied: 8,
        eligible: 7,
        matched: 4,
        applicationRate: 0.8,
        eligibilityRate: 7 / 8,
        matchRate: 4 / 7,
        meanScore: expect.closeTo(0.5015, 6),
        worstScore: 0.5,
      },
      { group: 'b', applied: 0, eligible: 0, matched: 0 },
      expect.objectContaining({ group: 'not said', matchRate: 0.5 }),
    ]);
  });

  it('looks at answers that change no pair: nobody is matched otherwise for belonging to a group', () => {
    const applicants = population(30, 20, 6);
    const withGroups = (group: (n: number) => string) =>
      applicants.map((one, n) => ({ ...one, answers: { ...one.answers, group: group(n), department: group(n + 1) } }));

    const { pairs } = propose({ applicants, program: essentials });

    expect(propose({ applicants: withGroups((n) => (n % 2 ? 'a' : 'b')), program: essentials }).pairs).toEqual(pairs);
    expect(propose({ applicants: withGroups(() => 'b'), program: essentials }).pairs).toEqual(pairs);
  });
});
