import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { byDeadline, count, dayWords, deadline, listed } from '#shared/emails/parts/phrases.ts';
import { cohort, now } from './samples.ts';

describe('days', () => {
  const today = Temporal.PlainDate.from('2027-02-03');

  it('are said with the weekday', () => {
    expect(dayWords(Temporal.PlainDate.from('2027-03-12'), today)).toBe('Friday 12 March');
  });

  it('have the year when it is another', () => {
    expect(dayWords(Temporal.PlainDate.from('2028-01-03'), today)).toBe('Monday 3 January 2028');
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
    [0, 'no answers'],
    [1, 'one answer'],
    [12, 'twelve answers'],
    [13, '13 answers'],
  ])('%i: %s', (number, words) => {
    expect(count(number, 'answer')).toBe(words);
  });

  it('join as people speak', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
