import { expect, test } from 'vitest';
import { isPassItOn, wordOf } from '#domain/replies/read/wishes/bare-word.ts';

const ours =
  'Thank you, Ada.\n\nTo question 4 you wrote "rather not". We read that as a no.\nIs that right? Reply yes or no.\n\nMaria Ortiz';
const word = (text: string) =>
  wordOf([{ text: ours }], { subject: 'Re: One answer', text, from: { name: 'Ada Okafor' } });

test.each(['yes', 'Yes.', 'right', 'Correct!', '👍', "That's right", 'exactly', 'Yes, that is right.', 'Yes\n\nAda'])(
  '"%s" confirms',
  (text) => {
    expect(word(text)).toEqual({ kind: 'yes' });
  },
);

test.each(['no', 'No.', "No, that's wrong.", 'wrong', 'Not right', 'No, sorry'])('"%s" refuses', (text) => {
  expect(word(text)).toEqual({ kind: 'no' });
});

test('a word above our quoted message is found', () => {
  const quote = ours.replace(/^/gm, '> ');

  expect(word(`right\n\nOn 1 January Maria wrote:\n${quote}`)).toEqual({ kind: 'yes' });
});

test.each(['4 yes', '4: no, same team', 'yes, I approve them', 'no, I meant yes', 'pass it on', 'We have met twice.'])(
  '"%s" is more than a word',
  (text) => {
    expect(word(text).kind).toBe('other');
  },
);

test.each(['pass it on', 'Yes, pass it on please', 'Please pass this on to Maria.', 'You can pass it on, thanks'])(
  '"%s" allows it',
  (text) => {
    expect(isPassItOn(text)).toBe(true);
  },
);

test.each(["don't pass it on", 'pass it on but not his name', 'Please do not pass this on', 'pass on it'])(
  '"%s" does not',
  (text) => {
    expect(isPassItOn(text)).toBe(false);
  },
);
