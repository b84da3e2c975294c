import { describe, expect, test } from 'vitest';
import { withoutReason, wordsBeside } from '#domain/forms/participant-questions.ts';
import type { Purpose } from '#domain/forms/purposes.ts';
import { isCourtesy } from '#domain/replies/read/courtesy/courteous-words.ts';

const beside = (
  purpose: Purpose,
  note: string,
  more: { comments?: string[]; unclear?: string[]; hasAnswers?: boolean } = {},
) =>
  wordsBeside(
    {
      note,
      comments: more.comments ?? [],
      unclear: (more.unclear ?? []).map((said) => ({ said })),
      hasAnswers: more.hasAnswers ?? false,
    },
    purpose,
    ['Ada Okafor', 'Maria Ortiz'],
  );

describe('words beside the answers of a form that coordinators may see', () => {
  test.each([
    'Thanks a lot, Maria!',
    'Looking forward to it.',
    'Sorry for the delay.\nHave a nice weekend!',
    'Hello Maria, here are the first two; the rest follows.',
    'Vielen Dank und liebe Grüße, Ada',
    'Merci beaucoup, bonne journée',
    'ありがとうございます。',
    '<mailto:ada@harbour.example.org>',
    '[image: logo]',
  ])('"%s" is courtesy and stays quiet', (note) => {
    expect(beside('application', note)).toEqual({ passOn: '', kept: '' });
  });

  test.each<[Purpose, string]>([
    ['application', 'Sorry, I only have room for one mentee.'],
    ['application', 'I am not well this month. Thanks.'],
    ['ballot', 'Two of them sit in one office, you should know.'],
    ['decision', 'Please wait until Monday.'],
    ['consent', 'My contract ends in May.'],
  ])('of the form %s: "%s" reaches the coordinator, with what is around it', (purpose, note) => {
    expect(beside(purpose, note)).toEqual({ passOn: note, kept: '' });
  });
});

test('words that introduce the answers below them belong to those', () => {
  const note = 'Sorry, I meant mentee:';

  expect(beside('application', note, { hasAnswers: true }).passOn).toBe('');
  expect(beside('application', note).passOn).toBe(note);
});

describe.each<Purpose>(['agreement', 'survey'])('words beside the answers of the form %s', (purpose) => {
  test('wait for their writer', () => {
    const note = 'We have never met. My mentor does not answer my emails. Thank you.';

    expect(beside(purpose, note)).toEqual({
      passOn: '',
      kept: 'We have never met. My mentor does not answer my emails.',
    });
  });

  test.each([
    "I'll be on parental leave from June. What now?",
    'I move abroad in May. Could I go on from there? I would like to.',
    'I have changed teams. Please tell Maria.',
  ])('that tell of their writer and ask something go there as a whole: "%s"', (note) => {
    expect(beside(purpose, note)).toEqual({ passOn: note, kept: '' });
  });

  test.each([
    ['My mentor never turns up. What now?', 'What now?', 'My mentor never turns up.'],
    ['I told Paul twice. What now?', 'What now?', 'I told Paul twice.'],
    ['I am ill, and that is between us. What now?', 'What now?', 'I am ill, and that is between us.'],
    ['I am ill.\n\nWhen is the next survey?', 'When is the next survey?', 'I am ill.'],
    [
      'I am on leave from June. She never answers. What now?',
      'What now?',
      'I am on leave from June. She never answers.',
    ],
  ])(
    '"%s": the question alone where the rest speaks of others, asks for silence or stands apart',
    (note, passOn, kept) => {
      expect(beside(purpose, note)).toEqual({ passOn, kept });
    },
  );

  test('that ask something, or ask for the coordinator, go there alone', () => {
    const note = 'He never turns up. Please tell Maria that I would like another mentor. Whom can I call?';

    expect(beside(purpose, note)).toEqual({
      passOn: 'Please tell Maria that I would like another mentor. Whom can I call?',
      kept: 'He never turns up.',
    });
  });

  test.each([
    "Please don't tell Maria, but I am unhappy.",
    'I would not want to talk about it.',
    'My mentor was supposed to call me and forgot.',
    'Please let this stay between us.',
  ])('"%s" is not for the coordinator', (note) => {
    expect(beside(purpose, note).passOn).toBe('');
  });

  test('count where an answer was wanted, when they tell of trouble', () => {
    const unclear = ['We have never met. My mentor does not answer my emails.'];

    expect(beside(purpose, '', { unclear }).kept).toContain('never met');
    expect(beside(purpose, '', { unclear: ['a while', 'about three or four times'] }).kept).toBe('');
  });

  test('count beside an answer when they are more than a remark', () => {
    expect(beside(purpose, '', { comments: ['we have never met'] }).kept).toBe('we have never met');
    expect(beside(purpose, '', { comments: ['so far'] }).kept).toBe('');
  });
});

test('what is left of a signature, and a correction that is announced, tell nobody anything', () => {
  const card = 'Ada Okafor\nHead of Research\n12 Dorset Street, London W1U\nTel. 020 7946 0018';

  expect(beside('survey', card)).toEqual({ passOn: '', kept: '' });
  expect(beside('application', 'Oops, one of my answers was wrong.', { hasAnswers: true }).passOn).toBe('');
});

test('answers that we could not place are no plea, unless one of them is', () => {
  expect(beside('survey', '3\nfour\nnot sure\nyes').kept).toBe('');
  expect(beside('survey', '3\nfour\nHe does not answer my emails\nyes').kept).toContain('does not answer');
});

test.each([
  ['too much on my plate this year. Good luck with it!', 'Good luck with it!'],
  ['I leave in March. Jo would be glad to.', 'Jo would be glad to.'],
  ['but please ask me again in autumn', 'but please ask me again in autumn'],
])('of "no thanks, %s" the reason is nobody\'s business, and the rest is "%s"', (note, rest) => {
  expect(withoutReason(note)).toBe(rest);
});

test('a denial makes more than courtesy of any sentence', () => {
  expect(isCourtesy('I am looking forward to meeting you')).toBe(true);
  expect(isCourtesy('I am not looking forward to meeting you')).toBe(false);
});
