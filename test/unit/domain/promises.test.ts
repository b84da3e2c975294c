import { describe, expect, it } from 'vitest';
import { declinedUntil, leftOutOf } from '#domain/promised.ts';

describe('"no thanks" to an invitation', () => {
  it('holds to the end of the year in the zone of the cohort', () => {
    expect(declinedUntil('2027-03-04T10:00:00.000Z', 'Europe/Lisbon')).toBe('2028-01-01T00:00:00.000Z');
    expect(declinedUntil('2027-03-04T10:00:00.000Z', 'Pacific/Auckland')).toBe('2027-12-31T11:00:00.000Z');
  });

  it('said in the last weeks of a year holds for 90 days', () => {
    expect(declinedUntil('2027-12-20T10:00:00.000Z', 'Europe/Lisbon')).toBe('2028-03-19T00:00:00.000Z');
    // Already the new year in Auckland.
    expect(declinedUntil('2027-12-31T12:00:00.000Z', 'Pacific/Auckland')).toBe('2028-12-31T11:00:00.000Z');
  });
});

describe('who is left out of a cohort that opens', () => {
  const promised = { cohort: 'coh_spring', expiresAt: 0 };
  const now = '2027-09-01T08:00:00.000Z';

  it('has declined, until the day that they were told', () => {
    const declined = { ...promised, declinedUntil: '2028-01-01T00:00:00.000Z' };

    expect(leftOutOf('coh_autumn', declined, now)).toBe('declined');
    expect(leftOutOf('coh_autumn', declined, '2028-01-01T00:00:00.000Z')).toBeUndefined();
  });

  it('has stopped all mail, whatever else they said', () => {
    const both = { ...promised, declinedUntil: '2027-02-01T00:00:00.000Z', stoppedAt: '2027-01-01T00:00:00.000Z' };

    expect(leftOutOf('coh_autumn', both, now)).toBe('stopped');
  });

  it('is nobody of whom nothing is known, nor who said it in this very cohort', () => {
    expect(leftOutOf('coh_autumn', undefined, now)).toBeUndefined();
    expect(leftOutOf('coh_spring', { ...promised, stoppedAt: now }, now)).toBeUndefined();
  });
});
