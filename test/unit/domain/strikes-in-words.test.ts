import { describe, expect, test } from 'vitest';
import { type PairNames, reasonFor, strikesIn } from '#domain/strikes-in-words.ts';

const pairs: PairNames[] = [
  { pair: 'ada', mentor: 'Ada Park', mentee: 'Paul Neri' },
  { pair: 'bo', mentor: 'Grace Lee', mentee: 'Bo Holm' },
  { pair: 'thuy', mentor: 'Juliana Teles', mentee: 'Thuy Bui' },
  { pair: 'cy', mentor: 'Grace Lee', mentee: 'Cy Young' },
  { pair: 'lena', mentor: 'Omar Aziz', mentee: 'Lena Roth' },
];
const struck = (words: string) => {
  const read = strikesIn(words, pairs);
  return read && Object.fromEntries(read.strikes.map(({ pair, reason }) => [pair, reason]));
};

describe('a yes to all but named pairs', () => {
  test.each([
    ['Yes, but not Ada Park and Paul Neri, they share a desk', { ada: 'they share a desk' }],
    ['Yes to all but Paul Neri and Ada Park: they share a desk.', { ada: 'they share a desk' }],
    ['All except Thuy (same team)', { thuy: 'same team' }],
    ['Publish the rest, leave out Ada Park and Paul Neri, because they share a desk.', { ada: 'they share a desk' }],
    ['Leave out Juliana Teles and Thuy Bui - she is her manager. Publish the others.', { thuy: 'she is her manager' }],
    ['No to Omar and Lena, they are married; the rest is fine', { lena: 'they are married' }],
    ['Yes please, but not Cy Young. He has left us.', { cy: 'He has left us' }],
    [
      'Yes, not Ada and Paul, they share a desk, and not Thuy, she is leaving',
      { ada: 'they share a desk', thuy: 'she is leaving' },
    ],
    ['Ja, alle außer Ada Park und Paul Neri, sie teilen ein Büro.', { ada: 'sie teilen ein Büro' }],
    ['Publish without Ada and Paul (they share a desk).', { ada: 'they share a desk' }],
    ['Yes, but hold back Ada Park and Paul Neri, they share a desk.', { ada: 'they share a desk' }],
    ['Yes, but leave Ada Park and Paul Neri out, they share a desk', { ada: 'they share a desk' }],
    ['Yes to all but:\nAda Park and Paul Neri: they share a desk', { ada: 'they share a desk' }],
    [
      'Yes, except\n- Ada Park and Paul Neri\n- Juliana Teles and Thuy Bui: same team',
      { ada: 'same team', thuy: 'same team' },
    ],
    ['All but\n * Ada and Paul: same desk\n * Thuy: she is leaving', { ada: 'same desk', thuy: 'she is leaving' }],
    ['Skip Ada and Paul: they share a desk. Publish the rest.', { ada: 'they share a desk' }],
    ['Yes, but please remove Paul Neri because he is ill', { ada: 'he is ill' }],
    ['Yes, but not Julliana Teles and Thuy Bui, they share a desk', { thuy: 'they share a desk' }],
  ])('"%s" leaves them out with the reason', (words, expected) => {
    expect(struck(words)).toEqual(expected);
  });

  test.each(['Yes, except Ada and Paul.', 'yes to all but Ada Park / Paul Neri', 'Everyone except Paul please'])(
    '"%s" lacks the reason',
    (words) => {
      expect(struck(words)).toEqual({ ada: '' });
    },
  );

  test('has the full names of both, in our spelling', () => {
    expect(strikesIn('All but paul, same team', pairs)?.strikes).toEqual([
      { pair: 'ada', mentor: 'Ada Park', mentee: 'Paul Neri', reason: 'same team' },
    ]);
  });
});

test('a remark beside it is given back', () => {
  expect(
    strikesIn('I sat with the list for an hour. Yes to all but Ada and Paul, they share a desk.', pairs),
  ).toMatchObject({
    strikes: [{ pair: 'ada' }],
    note: 'I sat with the list for an hour',
  });
});

describe('what is no clear yes to all but named pairs', () => {
  test.each([
    ['names somebody of two pairs', 'Yes, but not Grace Lee, she is away'],
    ['names two people of different pairs', 'Yes, but not Ada Park with Cy Young, same team'],
    ['gives a number, which no pair has', 'Yes, but not 2: same team'],
    ['gives a place in the list', 'Yes, but not the second one: same team'],
    ['gives a number beside a name', 'Yes, but not 2 and Thuy: same team'],
    ['is a doubt', 'Yes.\n\nAda and Paul had better wait.'],
    ['is a condition', 'Yes, if Ada and Paul agree'],
    ['does not say what becomes of the others', 'Not Ada and Paul, they share a desk.'],
    ['names nobody whom we know', 'Yes, but not Petra Klein, she is away'],
    ['is a yes to all', 'Yes, Ada Park and Paul Neri are a great pair!'],
    ['is a no to all', 'No, not yet.'],
    ['has more in it that we do not understand', 'Yes but not Ada and Paul, same desk. And swap Thuy for Lena.'],
  ])('%s: "%s"', (_, words) => {
    expect(strikesIn(words, pairs)).toBeUndefined();
  });

  test('leaves out every pair', () => {
    expect(strikesIn('No to Ada Park and no to Grace Lee, same team', pairs.slice(0, 2))).toBeUndefined();
  });

  test('is about a single pair', () => {
    expect(strikesIn('Yes, but not Ada Park and Paul Neri, same team', pairs.slice(0, 1))).toBeUndefined();
  });
});

describe('the reason that was asked for', () => {
  const awaited = [
    { pair: 'ada', mentor: 'Ada Park', mentee: 'Paul Neri', reason: '' },
    { pair: 'thuy', mentor: 'Juliana Teles', mentee: 'Thuy Bui', reason: 'same team' },
  ];

  test.each(['They share a desk.', 'Because they share a desk', 'conflict of interest'])('may be "%s"', (words) => {
    expect(reasonFor(awaited, words, pairs)?.map(({ reason }) => reason)).toEqual([words, 'same team']);
  });

  test.each(['yes', 'No', 'Publish all of them then', 'Why do you ask?', 'On second thoughts, not Lena either'])(
    'is not "%s"',
    (words) => {
      expect(reasonFor(awaited, words, pairs)).toBeUndefined();
    },
  );
});
