import { describe, expect, it, test } from 'vitest';
import { reactionOf } from '#domain/replies/read/wishes/reaction.ts';
import { parseMail } from '#shared/mail/parse.ts';

const names = ['Park, Ada', 'ada@example.org'];
const quoted =
  '\n\nOn Mon, 1 Feb 2027 at 09:00, Maria Ortiz <maria@harbour.example>\nwrote:\n\n> Is this yours?\n>\n> 1. Yes\n';

describe('a reaction', () => {
  it.each([
    ['👍 Ada Park reacted via Gmail', { said: '👍', means: true }],
    ['👎🏽 Ada Park reacted via Gmail', { said: '👎🏽', means: false }],
    ['❤️ Ada Park reacted via Gmail', { said: '❤️', means: true }],
    ['😂 Ada Park reacted via Gmail', { said: '😂' }],
    ['Liked “Would you like a mentor this spring?”', { said: 'Liked', means: true }],
    ['Disliked “Would you like a mentor\nthis spring?”', { said: 'Disliked', means: false }],
    ['Laughed at “Would you like a mentor?”', { said: 'Laughed at' }],
    ['Reacted ✅ to “Would you like a mentor?”', { said: '✅', means: true }],
    ['Ada Park reacted to your message:\n\nThumbs up', { said: 'Thumbs up', means: true }],
    ['Ada Park reacted to your message:\n👍', { said: '👍', means: true }],
  ])('is %j, with our words below it and without', (text, reaction) => {
    expect(reactionOf({ text }, names)).toEqual(reaction);
    expect(reactionOf({ text: `${text}${quoted}` }, names)).toEqual(reaction);
  });

  it.each([
    '👍',
    'Liked it very much',
    'No thanks Ada Park reacted to your message: 👍',
    '👍 but only May reacted via Gmail',
    '👍 Ada Park reacted via Gmail\n\nBut not in May.',
    '👍 Ada Park reacted via Gmail\n\nBut not before 2028:\n\nMay suits me.',
    'Liked “Would you like a mentor?” but only in May',
    'Liked “Would you like a mentor?” and “May?”',
    'Not Liked “Would you like a mentor?”',
    'Ada Park reacted to your message: 👍 and 👎',
    `👍 Ada Park reacted via Gmail${quoted}\nNo, I would not.`,
    '',
  ])('is not %j', (text) => {
    expect(reactionOf({ text }, names)).toBeUndefined();
  });

  it.each([
    '',
    '👍 Ada Park reacted via Gmail',
    '👍\n\nAda Park hat über Gmail reagiert\n<https://www.google.com/gmail/about/?utm=x>',
  ])('is what the part of Gmail says beside %j', (text) => {
    expect(reactionOf({ text: `${text}${quoted}`, reaction: '👍' }, names)).toEqual({ said: '👍', means: true });
  });

  it.each(['No, please stop', '👍 no', '👍 Ada reacted via Gmail. But not in May', '👎 Ada reacted via Gmail'])(
    'is not read past %j, which stands beside the part of Gmail',
    (text) => {
      expect(reactionOf({ text, reaction: '👍' }, names)).toBeUndefined();
    },
  );
});

const message = (json: string) =>
  new TextEncoder().encode(
    `From: Ada <ada@example.org>\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n👍 Ada reacted via Gmail\n--b\nContent-Type: text/vnd.google.email-reaction+json; charset=utf-8\n\n${json}\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>👍</p><p>Ada reacted via Gmail</p>\n--b--\n`,
  );

test("the part of Gmail's reaction is found, and is no attachment", async () => {
  expect(await parseMail(message('{"emoji":"👍","version":1}'))).toMatchObject({ reaction: '👍', attachments: [] });
});

test.each(['', '{', '[]', 'null', '{"emoji":4}', `{"emoji":"${'x'.repeat(100)}"}`])(
  'a part that says %j is no reaction',
  async (json) => {
    expect((await parseMail(message(json))).reaction).toBeUndefined();
  },
);
