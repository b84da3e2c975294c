import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { ballotOn } from '../forms.ts';

const people = [
  ['Juliana Teles', 'Thuy Bui'],
  ['Grace Lee', 'Ada Byron'],
  ['Kenji Mori', 'Lena Fuchs'],
  ['Hans von Stein', 'Mikkel Sørensen'],
  ['Jürgen Müller', 'Priya Nair'],
  ['Rui Ito', 'Dag Diaz'],
] as const;
const form = ballotOn('Six pairs', people);
const voted = Object.fromEntries(form.questions.map(({ key }) => [key, key !== 'pair4']));
const read = (text: string, known: Answers = {}) => readReply({ form, sent: [], mail: { subject: 'Re', text }, known });

describe('a message that gives the reason of a vote and nothing else', () => {
  test.each([
    ['about 4: the reason is rather that they share a manager', 'they share a manager'],
    ['The reason for 4 is that they share a manager.', 'they share a manager'],
    ['Sorry, the reason for 4 is that they share a manager, not a team', 'they share a manager, not a team'],
    ['Reason for 4: same manager', 'same manager'],
    ['My reason for Hans and Mikkel is that they share a manager', 'they share a manager'],
    ['about 4: my reason is that he is her manager. Thanks!', 'he is her manager'],
  ])('"%s" leaves the vote and changes the reason', (text, reason) => {
    expect(read(text, voted)).toMatchObject({ answers: { pair4: false }, comments: { pair4: reason }, unclear: [] });
  });

  test('goes with an abstention, too', () => {
    const known = { ...voted, pair4: 'abstained' };

    expect(read('about 4: the reason is that she is my sister', known)).toMatchObject({
      answers: { pair4: 'abstained' },
      comments: { pair4: 'she is my sister' },
    });
  });

  test.each([
    'About 4: the reason is gone, yes from me',
    'The reason for 4 is gone',
    'The reason for 4 is that they were in one team',
    'about 4: the reason does not hold any more',
    'About 4: the reason is rather that they share a manager, as do 5',
    'the reason for 4 and 5 is that they share a manager',
    'about 4: the reason is that I was in a hurry, make it a yes',
    'The reason for 4 is not the manager',
    'Who says the reason for 4 is the manager?',
    'About 4: the reason is that they share a manager. 5 is a no too',
    'The reason for 4 is that she could be his boss',
  ])('"%s" is asked about', (text) => {
    expect(read(text, voted).unclear).toContainEqual(expect.objectContaining({ key: 'pair4' }));
  });

  test('changes nothing where there was no vote before', () => {
    expect(read('about 4: the reason is that they share a manager').answers).toEqual({});
  });
});

describe('the same vote on another pair', () => {
  const votes = (text: string) => read(text).answers;

  test.each([
    ['4 no, same team. So is 6.', { pair4: false, pair6: false }],
    ['4 is fine, so is 6', { pair4: true, pair6: true }],
    ['4 is fine. So is 6, but 5 is not', { pair4: true, pair5: false, pair6: true }],
    ['4 no (same team), 5 likewise', { pair4: false, pair5: false }],
    ['4 no same team, 6 too', { pair4: false, pair6: false }],
    ['4: not really', { pair4: false }],
  ])('"%s"', (text, expected) => {
    expect(votes(text)).toEqual(expected);
  });

  test.each([
    ['Yes to 4. 5 is in her team. So is 6.', { pair4: true }],
    ['Yes to 4, 5 is in her team, so is 6', { pair4: true }],
    ['yes to 4, she is a nurse, so is Ada', {}],
    ['yes to 4: she is a nurse, so is 6', {}],
    ['4 worries me, so is 6', {}],
    ['4: not really. Ignore that.', {}],
  ])('is not in "%s"', (text, expected) => {
    expect(votes(text)).toEqual(expected);
  });
});

test('a quoted line that a mail program has glued to the typed one is no part of the reason', () => {
  const asks = form.questions.map(({ ask }, index) => `${index + 1}. ${ask}`);
  const sent = [{ text: asks.map((ask) => `${ask}\n   yes or no\n`).join('\n') }];
  const typed = asks.map((ask, index) => `> ${ask}\n>    yes or no\n${index === 3 ? 'no, same team' : 'yes'} `);

  const { answers, comments } = readReply({ form, sent, mail: { subject: 'Re', text: typed.join('') } });

  expect(answers).toEqual(voted);
  expect(comments).toEqual({ pair4: 'same team' });
});
