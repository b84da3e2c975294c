import { expect, test } from 'vitest';
import { givenUpFor, standingOf } from '#domain/email.ts';

const now = '2027-01-11T10:00:00.000Z';
const running = '2027-01-11T10:00:30.000Z';
const over = '2027-01-11T09:59:59.999Z';
const claimed = { status: 'sending', attempts: 1, claimedBy: 'somebody' } as const;

test.each([
  [{ status: 'queued', attempts: 0 }, 'free'],
  [{ status: 'sent', attempts: 1 }, 'settled'],
  [{ status: 'suppressed', attempts: 0 }, 'settled'],
  [{ status: 'failed', attempts: 2 }, 'settled'],
  [{ ...claimed, lease: running }, 'leased'],
  [{ ...claimed, lease: over }, 'abandoned'],
  // Its sender lived to hear no answer of SES.
  [{ status: 'sending', attempts: 1, lease: running }, 'leased'],
  [{ status: 'sending', attempts: 1, lease: over }, 'unanswered'],
  // By a clock that has been set back since.
  [{ ...claimed, lease: '2027-01-11T12:00:00.000Z' }, 'abandoned'],
] as const)('%j is %s', (email, standing) => {
  expect(standingOf(email, now)).toBe(standing);
});

test('two deaths end an email, and six times without an answer; what surely did not reach SES never does', () => {
  const reasons = [
    givenUpFor({ ...claimed, lease: over }, now),
    givenUpFor({ ...claimed, lease: over, attempts: 2, deaths: 1 }, now),
    givenUpFor({ ...claimed, lease: running, attempts: 2, deaths: 1 }, now),
    givenUpFor({ status: 'sending', lease: over, attempts: 5, deaths: 1 }, now),
    givenUpFor({ status: 'sending', lease: over, attempts: 6 }, now),
    givenUpFor({ status: 'queued', attempts: 0, deaths: 1 }, now),
  ];

  expect(reasons).toEqual([undefined, { is: 'died' }, undefined, undefined, { is: 'unanswered' }, undefined]);
});
