import { describe, expect, test } from 'vitest';
import {
  isAutomatic,
  isBounce,
  isCircular,
  isFromGroup,
  soundsAutomatic,
} from '#domain/replies/read/automatic/automatic.ts';

const automatic = (headers: Record<string, string>, subject = 'Re: Mentoring') => isAutomatic({ headers, subject });

describe('an automatic message', () => {
  test.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'Auto-Generated (vacation)' }],
    [{ 'auto-submitted': 'auto-notified; owner-email="a@example.org"' }],
    [{ precedence: 'auto_reply' }],
    [{ 'x-autoreply': 'yes' }],
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
    [{ precedence: 'list' }],
    [{ 'list-id': '<team.example.org>' }],
    [{ 'x-auto-response-suppress': 'All' }],
    [{ 'x-auto-response-suppress': 'DR, OOF, AutoReply' }],
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
    expect(automatic({ 'return-path': '<>' }, subject)).toBe(true);
    expect(automatic({ 'x-ms-exchange-inbox-rules-loop': 'ada@example.org' }, subject)).toBe(true);
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

describe('a message without such a header', () => {
  const sounds = (text: string, subject = 'Re: Mentoring', headers: Record<string, string> = {}) =>
    soundsAutomatic({ headers, subject, text });

  test.each([
    'I am currently out of the office and will reply when I am back.',
    'This is an automated response. Your message was received.',
    'Automatische Antwort: Ich bin bis Montag nicht im Büro.',
    'Je suis absente du bureau jusqu’au 12 mars.',
    'Estoy fuera de la oficina hasta el lunes.',
    'Estou fora do escritório até segunda-feira.',
    'Sono fuori ufficio fino a lunedì.',
    'Ik ben niet op kantoor.',
    'Detta är ett automatiskt svar.',
    'Jestem poza biurem do poniedziałku.',
    '自動返信です。',
    '这是自动回复。',
    '부재중입니다.',
    'هذا رد تلقائي',
    'זוהי תשובה אוטומטית',
  ])('is automatic when it says "%s"', (text) => {
    expect(sounds(text)).toBe(true);
  });

  test('is automatic when subject and words both tell of an absence', () => {
    expect(sounds('I am away until Monday.', 'Out of office: Mentoring')).toBe(true);
    expect(sounds('I am away until Monday.', 'Re: Mentoring', { 'x-auto-response-suppress': 'All' })).toBe(true);
  });

  test.each([
    'I am away until Monday, I will fill it in then.',
    'I am out of the office until Monday, but:\n1. mentee\n2. to learn',
    'I am out of the office until Monday. May I answer after that?',
    '1. mentee\n2. I am on holiday a lot',
    'I want to learn how to say no.',
  ])('is a person when it says "%s"', (text) => {
    expect(sounds(text)).toBe(false);
  });

  test('is a person who answers, although the subject says that they are away', () => {
    expect(sounds('I am away until Monday.\n1. mentee', 'Out of office')).toBe(false);
  });

  test('is not told by what it quotes', () => {
    expect(sounds('mentee\n\n> I am out of the office')).toBe(false);
  });
});

describe('mail to many', () => {
  test.each<Record<string, string>>([
    { precedence: 'bulk' },
    { precedence: 'junk' },
    { 'list-unsubscribe': '<mailto:a@example.org>' },
  ])('is told by %j, when it answers nothing', (headers) => {
    expect(isCircular({ headers, text: 'Our news of March' })).toBe(true);
    expect(isCircular({ headers, text: '1. mentee' })).toBe(false);
    expect(isCircular({ headers: { ...headers, 'in-reply-to': '<1@example.org>' }, text: 'mentee' })).toBe(false);
  });

  test('is not what a group passes on', () => {
    const headers = { 'list-id': '<team.example.org>', precedence: 'list' };

    expect(isCircular({ headers, text: 'mentee' })).toBe(false);
    expect(isFromGroup({ headers })).toBe(true);
  });
});
