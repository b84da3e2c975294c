import { expect, test } from 'vitest';
import { agreedTo } from '#domain/replies/read/wishes/agreed-proposals.ts';

const names = ['Ada Park', 'Maria Ortiz'];
const two = [
  { key: 'nine', number: 9 },
  { key: 'ten', number: 10 },
];
const three = [
  { key: 'six', number: 6 },
  { key: 'seven', number: 7 },
  { key: 'nineteen', number: 19 },
];

test.each([
  'Yes',
  'yes those two are right',
  'yes those two are right nine and ten',
  'Yes that is what I meant with nine and ten',
  "Yes, that's what I meant, both of them.",
  'Yes, yes, just as you have it!',
  'Yes, Maria, they are both right.',
  'Yes (to both 9 and 10).',
  'yes for 9 and 10.',
  'Sim, yes, 9 and 10 are right how you wrote.',
  'Yes\n(I had said so already)',
  'Both are right, thank you Maria',
  'They are exactly what I meant.',
  'Yes, all of them are fine, thanks',
  'ja, they’re both correct',
])('"%s" agrees to both', (words) => {
  expect(agreedTo(words, two, names)).toEqual(['nine', 'ten']);
});

test.each([
  ['Yes, 7 and 19 are right.', ['seven', 'nineteen']],
  ['Yes, all three are what I meant.', ['six', 'seven', 'nineteen']],
  ['7 is right', ['seven']],
  ['yes to 6', ['six']],
])('"%s" agrees to %j of three', (words, keys) => {
  expect(agreedTo(words, three, names)).toEqual(keys);
});

test.each([
  'Yes, 7 is right but 19 is wrong',
  'Yes, both are right, 6 is not',
  'Yes, those two are right',
  'Yes, 7 and 14 are right',
  'Yes, the first two are right',
  'Yes, 7',
  'Yes, if 7 is right',
  'They are not right',
  'Yes, they are almost right',
  'Yes, that is what Ada meant',
  'Yes, 7 and 19 are right, the other one I would drop',
  'Yes, they were right until March',
  'Yes, I said so already to Grace',
  'You are right that 7 is odd',
  'Yes, that is right for Grace',
  'Is it right?',
  'fine',
  'Yes, all is fine except the languages',
  'no, they are both right',
])('"%s" agrees to none for sure', (words) => {
  expect(agreedTo(words, three, names)).toBeUndefined();
});
