import { describe, expect, test } from 'vitest';
import { isAutomatic, isBounce } from '#domain/reply/automatic.ts';

const automatic = (headers: Record<string, string>, subject = 'Re: Mentoring') => isAutomatic({ headers, subject });

describe('an automatic message', () => {
  test.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'Auto-Generated (vacation)' }],
    [{ 'auto-submitted': 'auto-notified; owner-email="a@example.org"' }],
    [{ 'x-auto-response-suppress': 'All' }],
    [{ 'x-auto-response-suppress': 'DR, OOF, AutoReply' }],
    [{ precedence: 'bulk' }],
    [{ precedence: 'auto_reply' }],
    [{ 'x-autoreply': 'yes' }],
    [{ 'list-id': '<news.example.org>' }],
    [{ 'return-path': '<>' }],
    [{ 'content-type': 'multipart/report; report-type=delivery-status; boundary="x"' }],
  ])('is told by %j', (headers) => {
    expect(automatic(headers)).toBe(true);
  });

  test.each([
    [{}],
    [{ 'auto-submitted': 'no' }],
    [{ 'auto-submitted': ' No (a person)' }],
    [{ 'x-auto-response-suppress': 'DR, RN, NRN' }],
    [{ 'return-path': '<ada@example.org>' }],
    [{ precedence: 'normal' }],
  ])('is not told by %j', (headers) => {
    expect(automatic(headers)).toBe(false);
  });

  test.each([
    'Out of office',
    'Automatische Antwort: Mentoring',
    'Réponse automatique : Mentoring',
    '自動応答: Mentoring',
  ])('is told by the subject "%s" only together with another sign', (subject) => {
    expect(automatic({}, subject)).toBe(false);
    expect(automatic({ 'x-auto-response-suppress': 'DR' }, subject)).toBe(true);
  });
});

describe('a bounce', () => {
  test('is a report on delivery or has a null return path', () => {
    expect(isBounce({ headers: { 'content-type': 'multipart/report; report-type=delivery-status' } })).toBe(true);
    expect(isBounce({ headers: { 'return-path': '<>' } })).toBe(true);
  });

  test('is neither a vacation message nor a note that something was read', () => {
    expect(isBounce({ headers: { 'return-path': '<>', 'auto-submitted': 'auto-replied' } })).toBe(false);
    expect(isBounce({ headers: { 'content-type': 'multipart/report; report-type=disposition-notification' } })).toBe(
      false,
    );
  });
});
