import { expect, test } from 'vitest';
import { isThanks } from '#domain/replies/read/courtesy/thanks-alone.ts';

const said = (text: string) => isThanks({ text }, ['Ada Park', 'Maria Ortiz']);
const quoted = '\n\nOn Monday, Maria wrote:\n> Thank you, Ada. This is what we understood:\n> 1. To be mentee\n';

test.each([
  'Thanks!',
  'Thank you very much, Maria.\n\nBest regards,\nAda',
  'Great, thanks a lot!\nAda Park',
  'Vielen Dank!',
  'Merci beaucoup',
  'Muchas gracias',
  'ありがとうございます。',
  '谢谢',
  'תודה רבה',
  'Thanks 👍',
])('"%s" is thanks and nothing else', (text) => {
  expect(said(text)).toBe(true);
  expect(said(`${text}${quoted}`)).toBe(true);
});

test.each([
  '',
  'Mentor',
  'Thanks, I would like to be a mentor',
  'No thanks',
  'Thanks, see my answers below',
  'Thanks, who reads this?',
  'ok',
])('"%s" is not', (text) => {
  expect(said(text)).toBe(false);
});

test('HTML is looked at where there is no text', () => {
  expect(isThanks({ html: '<p>Thank you!</p><blockquote>1. mentor</blockquote>' }, [])).toBe(true);
});
