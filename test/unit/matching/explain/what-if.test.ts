import { describe, expect, it } from 'vitest';
import { type Alternative, tellsOf, withNames } from '#domain/matching/explain/what-if.ts';

const alternative: Alternative = {
  menteeHas: { mentor: 'per_alan', score: 0.52 },
  mentorHas: { mentee: 'per_emil', score: 0.4 },
  lost: { pairs: 0, total: 0.1 },
  lostWorst: 0,
  isLessEven: false,
};

describe('an alternative', () => {
  it('tells of those whom the two would have, by their ids', () => {
    expect(['per_alan', 'per_emil', 'per_ada'].map((person) => tellsOf(alternative, person))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('tells of nobody when the two would have nobody', () => {
    expect(tellsOf({ lost: alternative.lost, lostWorst: 0, isLessEven: false }, 'per_alan')).toBe(false);
  });

  it('is shown with names in place of ids', () => {
    const named = withNames(alternative, (id) => id.replace('per_', 'Mx '));

    expect(named).toMatchObject({ menteeHas: { mentor: 'Mx alan' }, mentorHas: { mentee: 'Mx emil' } });
  });
});
