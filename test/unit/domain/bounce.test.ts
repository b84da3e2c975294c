import { describe, expect, test } from 'vitest';
import { isWorthATry, meaningOf } from '#domain/bounce.ts';

describe('a permanent bounce', () => {
  test.each([
    [{ status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 user unknown' }, 'address'],
    [{ status: '5.2.1', diagnostic: 'smtp; 550 5.2.1 mailbox disabled' }, 'address'],
    // Exchange Online says so of recipients that it does not know.
    [{ status: '5.4.1', diagnostic: 'smtp; 550 5.4.1 Recipient address rejected: Access denied' }, 'address'],
    [{ status: '5.7.1', diagnostic: 'smtp; 550 5.7.1 message content rejected' }, 'policy'],
    [{ status: '5.0.0', diagnostic: 'smtp; 554 5.7.606 Access denied, banned sending IP' }, 'policy'],
    [{ status: '5.7.509' }, 'policy'],
    [{ status: '5.3.4', diagnostic: 'smtp; 552 5.3.4 Message too big' }, 'policy'],
    [{ status: '5.6.0' }, 'policy'],
    [{ diagnostic: 'smtp; 550 no such user' }, 'address'],
    [{}, 'address'],
  ])('with %j is about the %s', (refusal, meaning) => {
    expect(meaningOf('Permanent', [refusal])).toBe(meaning);
  });

  test('without a word of the server is about the address, and one that is not permanent passes', () => {
    expect(meaningOf('Permanent', [])).toBe('address');
    expect(meaningOf('Transient', [{ status: '5.1.1' }])).toBe('passing');
    expect(meaningOf('Undetermined', [{ status: '5.7.1' }])).toBe('passing');
  });
});

test('a mailbox that refused mail is tried again after a month, and nobody who asked us to stop ever is', () => {
  const since = '2027-01-11T09:00:00.000Z';

  const tried = [
    isWorthATry({ unreachable: 'bounced', unreachableSince: since }, '2027-02-10T08:59:59.000Z'),
    isWorthATry({ unreachable: 'bounced', unreachableSince: since }, '2027-02-10T09:00:00.000Z'),
    isWorthATry({ unreachable: 'bounced' }, since),
    isWorthATry({ unreachable: 'stopped', unreachableSince: since }, '2029-01-01T00:00:00.000Z'),
    isWorthATry({ unreachable: 'complained', unreachableSince: since }, '2029-01-01T00:00:00.000Z'),
    isWorthATry({}, since),
  ];

  expect(tried).toEqual([false, true, true, false, false, false]);
});
