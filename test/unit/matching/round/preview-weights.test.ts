import { describe, expect, it } from 'vitest';
import { preview } from '#domain/matching/round/preview-weights.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import { withWeights } from '#domain/matching/scoring/factor-weights.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const person = (id: string, role: 'mentor' | 'mentee', answers: Record<string, unknown>) => ({
  id,
  name: id,
  email: `${id}@example.org`,
  roles: [role],
  answers: { languages: ['English'], ...answers } as Record<string, string | string[] | number>,
});
const pool = {
  program: defaultProgram,
  applicants: [
    person('ada', 'mentee', { topics: ['leading people'], experience: 2 }),
    person('bela', 'mentee', { topics: ['speaking and writing'], experience: 12 }),
    person('grace', 'mentor', { helps: ['speaking and writing'], experience: 12, capacity: 1 }),
    person('tom', 'mentor', { helps: ['leading people'], experience: 22, capacity: 1 }),
  ],
};
const names = (pairs: readonly { mentor: string; mentee: string }[]) =>
  pairs.map(({ mentor, mentee }) => [mentee, mentor]);

describe('a preview with other weights', () => {
  it('changes nothing with the same weights', () => {
    const same = preview(pool, {});

    expect(same.gone).toEqual([]);
    expect(same.pairs.every(({ isNew }) => !isNew)).toBe(true);
    expect(same.after).toEqual(same.before);
  });

  it('shows which pairs come and which go', () => {
    const only = Object.fromEntries(defaultProgram.matching.factors.map(({ id }) => [id, id === 'experience' ? 1 : 0]));
    const byTopic = proposePairs(pool).pairs;

    const byExperience = preview(pool, only, byTopic);

    expect(names(byTopic)).toEqual([
      ['ada', 'tom'],
      ['bela', 'grace'],
    ]);
    expect(names(byExperience.pairs)).toEqual([
      ['ada', 'grace'],
      ['bela', 'tom'],
    ]);
    expect(names(byExperience.gone)).toEqual(names(byTopic));
    expect(byExperience.weights).toMatchObject({ topics: 0, experience: 1 });
  });

  it('leaves the program that it was given as it is', () => {
    const before = structuredClone(defaultProgram);

    withWeights(defaultProgram, { topics: 99 });

    expect(defaultProgram).toEqual(before);
  });
});
