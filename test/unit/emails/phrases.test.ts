import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { byDeadline, deadline } from '#shared/emails/parts/phrases.ts';
import { english } from '#shared/words/en/index.ts';
import { wordsOf } from '#shared/words/index.ts';
import { speak } from '#shared/words/message.ts';
import { cohort, now } from './samples.ts';

describe('days', () => {
  const today = Temporal.PlainDate.from('2027-02-03');

  it('are said with the weekday', () => {
    expect(wordsOf().day(Temporal.PlainDate.from('2027-03-12'), today)).toBe('Friday 12 March');
  });

  it('have the year when it is another', () => {
    expect(wordsOf().day(Temporal.PlainDate.from('2028-01-03'), today)).toBe('Monday 3 January 2028');
  });

  it('of a deadline are the last on which an answer is in time, where the cohort is', () => {
    expect(deadline({ purpose: 'application' }, { cohort, now })).toBe('Sunday 21 February');
    expect(deadline({ purpose: 'application' }, { cohort: { ...cohort, timeZone: 'Pacific/Kiritimati' }, now })).toBe(
      'Monday 22 February',
    );
  });

  it('are not said when they have passed', () => {
    expect(byDeadline({ purpose: 'application' }, { cohort, now: '2027-06-01T00:00:00.000Z' })).toBe('');
  });
});

describe('counts and lists', () => {
  it.each([
    [0, 'no'],
    [1, 'one'],
    [12, 'twelve'],
    [13, '13'],
  ])('%i: %s', (number, words) => {
    expect(speak({ n: '{$n :count}' }, english).n({ n: number })).toBe(words);
  });

  it('join as people speak', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => wordsOf().list(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
