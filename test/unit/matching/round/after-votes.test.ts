import { describe, expect, test } from 'vitest';
import { afterVotes, rejectedPairs, struckBy } from '#domain/matching/round/after-votes.ts';
import { ballot, form, idsOf, pair } from './rounds.ts';

const pairs = [pair('grace-ada'), pair('mary-charles'), pair('alan-joan', { round: 2 })];
const nobody = new Map<string, string>();

describe('a pair is rejected', () => {
  const ballots = [
    ballot('ines', { 'grace-ada': false, 'mary-charles': true, 'alan-joan': false }),
    ballot('tom', { 'grace-ada': false, 'mary-charles': false, 'alan-joan': false }),
  ];

  test('by more votes against it than the majority leaves, and never when nobody has been asked about it', () => {
    expect(idsOf(rejectedPairs({ pairs, ballots, struck: nobody, majority: 0.5 }))).toEqual(['grace-ada']);
    expect(idsOf(rejectedPairs({ pairs, ballots, struck: nobody, majority: 0.6 }))).toEqual([
      'grace-ada',
      'mary-charles',
    ]);
  });

  test('by whoever publishes the others, of whatever round it is', () => {
    const struck = struckBy([
      form('decision', 'maria', { answers: { publish: true }, struck: { 'alan-joan': 'No.' } }),
    ]);

    expect([...struck]).toEqual([['alan-joan', 'maria']]);
    expect(idsOf(rejectedPairs({ pairs, ballots: [], struck, majority: 0.5 }))).toEqual(['alan-joan']);
  });

  test('by nobody who publishes nothing', () => {
    const no = form('decision', 'maria', { answers: { publish: false }, struck: { 'alan-joan': 'No.' } });

    expect(struckBy([no]).size).toBe(0);
  });
});

describe('after the votes', () => {
  const [first, second, later] = pairs as [(typeof pairs)[0], (typeof pairs)[0], (typeof pairs)[0]];
  const voted = { pairs, rejected: [], struck: nobody, isShown: false, isPoolSame: true, isWhole: () => true };

  test('the pairs stand as they are when none is rejected and nobody has come or left', () => {
    expect(afterVotes(voted)).toEqual({ is: 'settled' });
  });

  test('the others are kept when one is rejected, but for what an interrupted run has paired', () => {
    expect(afterVotes({ ...voted, rejected: [first] })).toEqual({ is: 'matched anew', keep: [second], left: [] });
  });

  test('what the chair was shown stays, also what was paired after the votes', () => {
    const shown = { ...voted, isShown: true };

    expect(afterVotes({ ...shown, rejected: [first] })).toEqual({ is: 'settled' });
    expect(afterVotes({ ...shown, isPoolSame: false })).toEqual({ is: 'matched anew', keep: pairs, left: [] });
  });

  test('what the chair leaves out is matched anew', () => {
    const struck = new Map([[first.id, 'maria']]);

    expect(afterVotes({ ...voted, isShown: true, struck, rejected: [first] })).toEqual({
      is: 'matched anew',
      keep: [second, later],
      left: [],
    });
  });

  test('a pair of which one has left since the chair was shown it falls', () => {
    const isWhole = ({ id }: { id: string }) => id !== second.id;

    expect(afterVotes({ ...voted, isShown: true, isPoolSame: false, isWhole })).toEqual({
      is: 'matched anew',
      keep: [first, later],
      left: [second],
    });
  });
});
