import { expect, test } from 'vitest';
import { intentOf } from '#domain/replies/read/wishes/intent.ts';

test.each([
  'stop',
  'Unsubscribe.',
  'Please remove me from your list, thank you',
  'Stop emailing me now please',
  'Bitte abmelden, danke',
])('"%s" is a wish to stop and nothing else', (said) => {
  expect(intentOf(said)).toEqual({ intent: 'stop', rest: '' });
});

test.each([
  'Stop by my office on Tuesday and we talk',
  'Please stop asking me about question 4',
  'I would like to mentor, but remove me from the committee',
  'Unsubscribe me from the newsletter of HR',
])('"%s" has more in it than that', (said) => {
  expect(intentOf(said)).toMatchObject({ intent: 'stop', isPart: true });
});
