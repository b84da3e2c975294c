import { describe, expect, test } from 'vitest';
import { afterRefusals, nextRound, withoutPartner } from '#domain/matching/round/after-refusals.ts';
import { consent, idsOf, pair } from './rounds.ts';

const pairs = [
  pair('grace-ada'),
  pair('mary-charles'),
  pair('alan-joan', { status: 'vetoed' }),
  pair('alan-emil', { status: 'withdrawn' }),
  pair('alan-sofia', { status: 'withdrawn' }),
  pair('mary-joan', { status: 'superseded', round: 2 }),
];
const published = { pairs, consents: [consent('emil', 'alan-emil')], isPoolSame: true, isWhole: () => true };

describe('after the pairs were published', () => {
  test('they stand while nobody refuses, comes or leaves', () => {
    expect(afterRefusals(published)).toEqual({ is: 'settled' });
    expect(afterRefusals({ ...published, consents: [consent('ada', 'grace-ada', true)] }).is).toBe('settled');
  });

  test('one that is refused falls, and neither it nor what was told to be off comes back', () => {
    const outcome = afterRefusals({
      ...published,
      consents: [...published.consents, consent('ada', 'grace-ada', false)],
    });

    if (outcome.is === 'settled') throw new Error('One was refused.');
    expect(idsOf(outcome.refused)).toEqual(['grace-ada']);
    expect(idsOf(outcome.keep)).toEqual(['mary-charles']);
    expect(idsOf(outcome.forbidden)).toEqual(['alan-joan', 'alan-emil', 'grace-ada']);
    expect(outcome.round).toBe(3);
  });

  test('one of which somebody has left falls as well, and is no refusal', () => {
    const outcome = afterRefusals({ ...published, isPoolSame: false, isWhole: ({ id }) => id !== 'mary-charles' });

    if (outcome.is === 'settled') throw new Error('One has left.');
    expect([idsOf(outcome.refused), idsOf(outcome.left), idsOf(outcome.keep)]).toEqual([
      [],
      ['mary-charles'],
      ['grace-ada'],
    ]);
  });

  test('the pairs that come to be are of a round of their own', () => {
    expect(nextRound([])).toBe(3);
    expect(nextRound([{ round: 1 }, { round: 4 }])).toBe(5);
  });
});

describe('of a pair that falls', () => {
  const [falling] = pairs as [(typeof pairs)[0]];
  const told = { falling: [falling], fresh: [], consents: [consent('ada', 'grace-ada', false)], isThere: () => true };

  test('who has not said no hears that there is a change', () => {
    expect(withoutPartner(told)).toEqual([{ person: 'grace', partner: 'ada', pair: 'grace-ada' }]);
  });

  test('nobody hears of it who has a new partner on the same side, or is not there any more', () => {
    expect(withoutPartner({ ...told, fresh: [pair('grace-joan')] })).toEqual([]);
    expect(withoutPartner({ ...told, fresh: [pair('joan-grace')] })).toHaveLength(1);
    expect(withoutPartner({ ...told, isThere: (person) => person !== 'grace' })).toEqual([]);
  });
});
