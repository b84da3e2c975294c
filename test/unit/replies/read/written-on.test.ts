import { expect, test } from 'vitest';
import { writtenOn } from '#domain/replies/read/written-on.ts';

const now = '2027-04-06T23:30:00.000Z';

test('a message was written on its own date, in the zone of the cohort', () => {
  expect(writtenOn('2027-04-03T10:00:00Z', now, 'Europe/Lisbon')).toBe('2027-04-03');
  expect(writtenOn('2027-04-06T23:10:00Z', now, 'Europe/Lisbon')).toBe('2027-04-07');
});

test('a message without a date, or with one that can not be right, was written today', () => {
  for (const date of [undefined, 'yesterday', '2019-01-01T00:00:00Z', '2027-05-01T00:00:00Z']) {
    expect(writtenOn(date, now, 'Europe/Lisbon')).toBe('2027-04-07');
  }
});
