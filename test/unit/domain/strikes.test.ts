import { describe, expect, test } from 'vitest';
import { newForm } from '#domain/forms/form-record.ts';
import { strikesAfter } from '#domain/strikes.ts';

const blank = newForm({
  id: 'form1',
  cohort: 'coh_1',
  person: 'prs_1',
  purpose: 'decision',
  occasion: 'publish',
  questions: [{ key: 'publish', ask: 'Shall we publish these pairs?', type: 'yesno' }],
  openedAt: '2027-01-11T09:00:00.000Z',
  expiresAt: 1_900_000_000,
});
const strike = { pair: 'pair1', mentor: 'Ada Park', mentee: 'Paul Neri', reason: 'same desk' };
const waiting = { ...blank, strikes: [strike] };
const nothing = { answers: {}, unclear: [] };
const none = { strikes: undefined, struck: undefined };

describe('pairs that a reply leaves out', () => {
  test('wait, and are struck by a yes to what we read', () => {
    expect(strikesAfter(blank, { ...nothing, strikes: [strike] })).toEqual({ strikes: [strike], struck: undefined });
    expect(strikesAfter(waiting, { ...nothing, answers: { publish: true }, settles: 'proposal' })).toEqual({
      strikes: [strike],
      struck: { pair1: 'same desk' },
    });
  });

  test('go on waiting while nothing is said of publishing', () => {
    expect(strikesAfter(waiting, nothing)).toEqual({ strikes: [strike], struck: undefined });
  });

  test.each([
    ['a no', { ...nothing, answers: { publish: false } }],
    [
      'words that we ask about',
      { ...nothing, unclear: [{ key: 'publish', said: 'no', why: { kind: 'read-wrongly' as const } }] },
    ],
    ['a yes of its own', { ...nothing, answers: { publish: true } }],
    ['what is sent from the page', { ...nothing, answers: { publish: true }, isWhole: true }],
  ])('are dropped by %s', (_, said) => {
    expect(strikesAfter(waiting, said)).toEqual(none);
  });
});

test('a plain yes by reply is to all pairs, also those that were struck on the page before', () => {
  const struck = { ...blank, struck: { pair1: 'same desk' } };

  expect(strikesAfter(struck, { ...nothing, answers: { publish: true } })).toEqual(none);
  expect(strikesAfter(struck, { ...nothing, answers: { publish: false } }).struck).toEqual(struck.struck);
});
