import { describe, expect, test } from 'vitest';
import { questionsBack } from '#domain/forms/participant-questions.ts';
import type { Purpose } from '#domain/forms/purposes.ts';
import { withoutPoliteness } from '#domain/replies/read/courtesy/courteous-words.ts';

describe('words beside the answers', () => {
  const note = 'I move to Porto in May.\nCould I still take part? Thank you.';

  test('of an application go to the coordinator as a whole when something is asked', () => {
    expect(questionsBack(note, 'application')).toBe(note);
    expect(questionsBack('Looking forward to it.', 'application')).toBe('');
  });

  test.each<Purpose>(['agreement', 'survey'])('of the form %s lose everything but the questions', (purpose) => {
    const confidential =
      'My mentor never turns up and I feel let down. Who else could I talk to? He is my boss’s friend.';

    expect(questionsBack(confidential, purpose)).toBe('Who else could I talk to?');
    expect(questionsBack('My mentor never turns up.', purpose)).toBe('');
  });

  test.each(['誰が読みますか。', '谁会看到我的回答？', '这样可以吗。', 'من سيقرأ هذا؟', 'Wer liest das?'])(
    '"%s" is a question',
    (question) => {
      expect(questionsBack(question, 'survey')).toBe(question);
    },
  );
});

describe('what stands beside a yes or no', () => {
  test.each([
    'with me',
    'of course',
    'of course.',
    'thank you!',
    'sorry',
    'Please',
    'of course, thanks',
    'ok with me',
    'of course thank you very much',
    'that’s me',
  ])('"%s" is politeness, and dropped', (words) => {
    expect(withoutPoliteness({ pair: words })).toEqual({});
  });

  test.each([
    'same team',
    'with me on holiday in May, please wait',
    'sorry, they share a manager',
    'of course not with her boss',
  ])('"%s" is a reason, and kept', (words) => {
    expect(withoutPoliteness({ pair: words })).toEqual({ pair: words });
  });
});
