import { describe, expect, test } from 'vitest';
import { awayUntil } from '#domain/replies/read/automatic/out-of-office.ts';

const now = '2027-03-01T10:00:00.000Z';
const until = (text: string, subject = 'Automatic reply: Would you like a mentor?', at = now) =>
  awayUntil({ subject, text }, at, 'Europe/Lisbon');

describe('an absence that names its last day or the return', () => {
  test.each([
    ['I am out of the office until 14 March 2027.', '2027-03-14'],
    ['I am out of the office until March 14th, with no access to email.', '2027-03-14'],
    ['I am away and back on Monday 3 May.', '2027-05-03'],
    ['I will be back in the office on Monday, May 3, 2027.', '2027-05-03'],
    ['I am on leave from 1 March to 14 March. Please call 555-1234 if urgent.', '2027-03-14'],
    ['Out of office 1-14 March 2027', '2027-03-14'],
    ['I am on annual leave from 01/03/2027 to 15/03/2027.', '2027-03-15'],
    ['On vacation. Returning 3/15/2027.', '2027-03-15'],
    ['I am away until 2027-03-14.', '2027-03-14'],
    ['On holiday until Sunday 14/03/2027', '2027-03-14'],
    ['Away until Saturday 03/04/2027', '2027-04-03'],
    [
      'I am currently out of the office with limited access to email. I will be back on the 15th of March.',
      '2027-03-15',
    ],
    ['Thanks for your mail! I am away from Monday, March 1st through Friday, March 12th.', '2027-03-12'],
    ['I’m out of the office and will get back to you after 14 March.', '2027-03-14'],
    ['I am away until Sunday 14 March and back on Monday 15 March.', '2027-03-15'],
    ['I am out of the office until 14 March. I will read your email after that.', '2027-03-14'],
    ['I am out of the office and will return on March 15. For urgent matters call Ben at extension 12.', '2027-03-15'],
    ["I'm OOO 3/1-3/14", '2027-03-14'],
    ['I will be out of the office starting 03/01/2027 and will not return until 03/15/2027.', '2027-03-15'],
    ["I'm currently on PTO, back Mon 15 Mar.", '2027-03-15'],
    ['I am out until and including 14 March.', '2027-03-14'],
    ['I have limited access to email until noon on 14 March.', '2027-03-14'],
    ['Away through 3/14/27', '2027-03-14'],
    ['Am 15.03.2027 bin ich wieder da.', '2027-03-15'],
    ['Ab dem 15. März bin ich wieder für Sie da.', '2027-03-15'],
    ['Ich bin vom 1. bis einschließlich 14. März abwesend.', '2027-03-14'],
    ['Ich bin bis auf Weiteres abwesend. Meine Rückkehr: 15.03.2027', '2027-03-15'],
    ['Je suis absent(e) du 01/03/2027 au 15/03/2027 inclus.', '2027-03-15'],
    ['Ik ben afwezig van 1 t/m 14 maart.', '2027-03-14'],
    ['Jestem poza biurem w dniach 1-14 marca 2027.', '2027-03-14'],
    ['Sono assente dal 1 al 14 marzo.', '2027-03-14'],
    ['Estarei ausente de 1 a 14 de março.', '2027-03-14'],
    ['Jag är ledig t.o.m. 14 mars.', '2027-03-14'],
    ['Jag är ledig från och med 1 mars till 14 mars.', '2027-03-14'],
    ['2027/3/1~3/14は休みをいただいております。3/15より出社します。', '2027-03-15'],
    ['Ich bin bis zum 14.03.2027 nicht im Büro.', '2027-03-14'],
    ['Ich bin vom 01.03. bis 14.03.2027 im Urlaub.', '2027-03-14'],
    ['Vielen Dank für Ihre Nachricht. Ich bin ab Montag, dem 15. März, wieder erreichbar.', '2027-03-15'],
    ['Ich bin bis einschließlich Freitag, 12. März 2027, abwesend.', '2027-03-12'],
    ['Ich bin ab 15.3. wieder im Haus.', '2027-03-15'],
    ["Je suis absente du bureau jusqu'au 14 mars.", '2027-03-14'],
    ['Je suis en congé du 1er au 14 mars 2027 inclus.', '2027-03-14'],
    ['Je serai de retour le lundi 15 mars.', '2027-03-15'],
    ["Absente jusqu'au 12/03/2027.", '2027-03-12'],
    ['Estoy fuera de la oficina hasta el 14 de marzo de 2027.', '2027-03-14'],
    ['Estaré de vacaciones del 1 al 14 de marzo.', '2027-03-14'],
    ['Estou de férias até 14 de março.', '2027-03-14'],
    ['Estou ausente, de volta no dia 15 de março de 2027.', '2027-03-15'],
    ['Sono fuori ufficio fino al 14 marzo 2027.', '2027-03-14'],
    ['Sono in ferie e rientro il 15 marzo.', '2027-03-15'],
    ['Ik ben afwezig tot en met 14 maart 2027.', '2027-03-14'],
    ['Ik ben met vakantie en maandag 15 maart weer terug.', '2027-03-15'],
    ['Jag är på semester till och med den 14 mars.', '2027-03-14'],
    ['Jag är tillbaka måndagen den 15 mars 2027.', '2027-03-15'],
    ['Jestem na urlopie do 14 marca 2027 r.', '2027-03-14'],
    ['Jestem nieobecna. Wracam 15 marca.', '2027-03-15'],
    ['3月14日まで不在にしております。', '2027-03-14'],
    ['2027年3月1日から2027年3月14日(日)まで休暇をいただいております。', '2027-03-14'],
    ['我将于3月1日至3月14日休假。', '2027-03-14'],
    ['我正在休假,2027年3月15日返回办公室。', '2027-03-15'],
    ['3월 14일까지 휴가입니다.', '2027-03-14'],
    ['2027년 3월 15일에 복귀합니다. 현재 부재중입니다.', '2027-03-15'],
    ['أنا في إجازة حتى 14 مارس 2027.', '2027-03-14'],
    ['أنا خارج المكتب حتى ١٤ مارس', '2027-03-14'],
    ['אני בחופשה עד 14 במרץ 2027.', '2027-03-14'],
    ['אני מחוץ למשרד עד 14.03.2027', '2027-03-14'],
  ])('"%s"', (text, day) => {
    expect(until(text)).toBe(day);
  });

  test('in the subject alone', () => {
    expect(until('', 'Abwesend bis 14.03.2027 (Re: Mentoring)')).toBe('2027-03-14');
  });

  test('in HTML alone', () => {
    const html = '<p>I am away until&nbsp;<b>14 March</b>.</p><blockquote>We need it by Friday 12 March.</blockquote>';
    expect(awayUntil({ subject: 'Out of office', html }, now, 'Europe/Lisbon')).toBe('2027-03-14');
  });

  test('without a year, over the turn of the year', () => {
    expect(until('I am away until 6 January.', 'Out of office', '2026-12-20T10:00:00.000Z')).toBe('2027-01-06');
  });

  test('today, in the zone of the cohort', () => {
    const at = '2027-03-13T23:30:00.000Z';
    expect(awayUntil({ subject: 'Away', text: 'I am away until 14 March.' }, at, 'Asia/Tokyo')).toBe('2027-03-14');
  });
});

describe('an absence that we can not be sure of', () => {
  test.each([
    ['names no day', 'I am out of the office and will answer when I am back.'],
    ['names a weekday alone', 'I am out of the office and back on Monday.'],
    ['may be in March or in April', 'I am out of the office until 03/04/2027.'],
    ['has passed', 'I am out of the office until 14 February 2027.'],
    ['passed last year, going by its weekday', 'I am out of the office and back on Friday 12 April.'],
    ['is more than 90 days ahead', 'I am on parental leave until 1 September 2027.'],
    ['has passed and would be next year', 'I am out of the office until 20 February.'],
    ['is one of two', 'I am away until 5 March, and from 20 March until 9 April.'],
    ['is when it begins', 'I am on leave from 14 March.'],
    ['is the day of an offer', 'Thank you. Your ticket was opened. Our spring offer is valid until 14 March 2027.'],
    ['is one of a person who is here', 'Please send the report by 14 March. I am often away from my desk.'],
    ['is when the message was sent', 'On 14 March 2027 you wrote to me. I am out of the office.'],
    ['is no day', 'I am out of the office until 31 February 2027.'],
    ['is a time', 'I am out of the office until 14:03.'],
    ['is ours, quoted', 'I am out of the office.\n\n> We need it by Friday 12 March, and are back until 14 March.'],
    [
      'is ours, below a header',
      'I am away.\n\nFrom: Maria\nSent: 1 March 2027\n\nApplications are open until 14 March.',
    ],
  ])('because it %s', (_, text) => {
    expect(until(text)).toBeUndefined();
  });
});

test('however long and strange the message is, it is looked at quickly', () => {
  const before = performance.now();

  for (const strange of ['until 1/', '14 mars ', '1.1.1.1.', 'bis '.repeat(3), '3月', '\u0000\u202e']) {
    until(`I am away ${strange.repeat(50_000)}`);
  }

  expect(performance.now() - before).toBeLessThan(2_000);
});
