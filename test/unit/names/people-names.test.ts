import { describe, expect, it } from 'vitest';
import type { Mention } from '#domain/names/mentions.ts';
import { namesFinder } from '#domain/names/people-names.ts';

const at = (name: string, email = '') => ({ name, email });

const people = [
  at('DR. HANS VON STEIN', 'h.stein@example.org'),
  at('Jürgen Müller', 'jm@example.org'),
  at('Søren Sørensen', 'soren@example.org'),
  at('Strauß, Eva', 'eva@example.org'),
  at('Łukasz Nowak', 'ln@example.org'),
  at('Robert Miller', 'bob.miller@example.org'),
  at('Tanaka Kenji', 'tk@example.org'),
  at('Federico García Lorca', 'fgl@example.org'),
  at('Omar al-Rashid', 'omar@example.org'),
  at('Sinéad O’Brien', 'sinead@example.org'),
  at('Will Park', 'will@example.org'),
  at('Anne-Marie Duff', 'amd@example.org'),
  at('Vincent van der Berg', 'vb@example.org'),
  at('Grace Lee', 'grace@example.org'),
  { ...at('Anna Schmidt', 'anna1@example.org'), department: 'Finance', location: 'Berlin' },
  { ...at('Anna Schmidt', 'anna2@example.org'), department: 'Human Resources', location: 'Berlin' },
  at('José Ortega y Gasset', 'ortega@example.org'),
  at('李明', 'liming@example.org'),
  at('Peter Huber', 'peter@example.org'),
  at('Min-jun Kim', 'mj@example.org'),
  at('Invitee 2', 'i2@example.org'),
  at('Invitee 3', 'i3@example.org'),
];
const find = namesFinder(people);

/** Names of those found; "?" before several, "-" before words that are nobody's. */
function shown(mention: Mention): string {
  if (mention.is === 'found') return people[mention.person]?.name ?? '';
  return mention.is === 'several' ? `? ${mention.words}` : `- ${mention.words}`;
}
const named = (text: string) => find(text).mentions.map(shown);

describe('a name is found', () => {
  it.each([
    ['Hans von Stein', 'DR. HANS VON STEIN'],
    ['hans von stein', 'DR. HANS VON STEIN'],
    ['Hans Stein', 'DR. HANS VON STEIN'],
    ['Herr Dr. von Stein', 'DR. HANS VON STEIN'],
    ['STEIN, Hans', 'DR. HANS VON STEIN'],
    ['von Stein, Hans', 'DR. HANS VON STEIN'],
    ['Juergen Mueller', 'Jürgen Müller'],
    ['JÜRGEN MÜLLER', 'Jürgen Müller'],
    ['Jurgen Muller', 'Jürgen Müller'],
    ['Soren Sorensen', 'Søren Sørensen'],
    ['Soeren Soerensen', 'Søren Sørensen'],
    ['Eva Strauss', 'Strauß, Eva'],
    ['Lukasz Nowak', 'Łukasz Nowak'],
    ['Hans v. Stein', 'DR. HANS VON STEIN'],
    ['NOT WITH HANS STEIN', 'DR. HANS VON STEIN'],
    ['Ich möchte nicht mit Hans Stein', 'DR. HANS VON STEIN'],
    ['Nobody, but not my manager Hans', 'DR. HANS VON STEIN'],
    ['Mr Tanaka', 'Tanaka Kenji'],
    ['Kenji Tanaka', 'Tanaka Kenji'],
    ['Tanaka, Kenji', 'Tanaka Kenji'],
    ['Professor Lee', 'Grace Lee'],
    ['Lee, Grace', 'Grace Lee'],
    ['grace  lee', 'Grace Lee'],
    ['Grace', 'Grace Lee'],
    ['grace', 'Grace Lee'],
    ['Bob Miller', 'Robert Miller'],
    ['Bob', 'Robert Miller'],
    ['R. Miller', 'Robert Miller'],
    ['Miller R.', 'Robert Miller'],
    ['Garcia', 'Federico García Lorca'],
    ['Federico Garcia', 'Federico García Lorca'],
    ['Garcia Lorca', 'Federico García Lorca'],
    ['Al-Rashid', 'Omar al-Rashid'],
    ['Omar Alrashid', 'Omar al-Rashid'],
    ['Omar Rashid', 'Omar al-Rashid'],
    ["O'Brien", 'Sinéad O’Brien'],
    ['Sinead OBrien', 'Sinéad O’Brien'],
    ['Annemarie Duff', 'Anne-Marie Duff'],
    ['Anne Marie Duff', 'Anne-Marie Duff'],
    ['van der Berg', 'Vincent van der Berg'],
    ['Berg', 'Vincent van der Berg'],
    ['Minjun Kim', 'Min-jun Kim'],
    ['Kim Min Jun', 'Min-jun Kim'],
    ['Ortega y Gasset', 'José Ortega y Gasset'],
    ['李明さん', '李明'],
    ['Will', 'Will Park'],
    ['invitee 2', 'Invitee 2'],
    ['dear Grace', 'Grace Lee'],
    ['Will from sales', 'Will Park'],
    ['Will Park', 'Will Park'],
    ['grace@example.org', 'Grace Lee'],
    ['Grace Lee <grace@example.org>', 'Grace Lee'],
    ['my boss (GRACE@example.org).', 'Grace Lee'],
    ['Grace Johnson <grace@example.org>', 'Grace Lee'],
    ['Hans Stien', 'DR. HANS VON STEIN'],
    ['Peter Hubner', 'Peter Huber'],
    ['Robrt', 'Robert Miller'],
    ['Grace Anna Lee', 'Grace Lee'],
    ["Peter Huber's team", 'Peter Huber'],
    ['my boss Peter Huber from the lab', 'Peter Huber'],
    ['I would rather not work with peter huber, please', 'Peter Huber'],
    ['not with huber please', 'Peter Huber'],
    ['Please not Dr. Huber, we had a dispute.', 'Peter Huber'],
    ['Bitte nicht mit Herrn Huber', 'Peter Huber'],
    ['Anna Schmidt (Finance)', 'Anna Schmidt'],
    ['Anna Schmidt, Human Resources', 'Anna Schmidt'],
    ['Anna Schmidt from finance', 'Anna Schmidt'],
    ['anna2@example.org', 'Anna Schmidt'],
  ])('as %s', (text, name) => {
    expect(named(text)).toEqual([name]);
  });

  it.each([
    ['Hans Stein and Grace Lee'],
    ['Hans Stein, Grace Lee'],
    ['Hans Stein; Lee, Grace'],
    ['1. Hans Stein\n2. Grace Lee'],
    ['- hans\n- grace'],
    ['Hans & Grace'],
    ['Stein, Hans, Lee, Grace'],
    ['hans stein und grace'],
    ['I would rather not be with Hans von Stein or with Grace.'],
  ])('beside another: %j', (text) => {
    expect(named(text)).toEqual(['DR. HANS VON STEIN', 'Grace Lee']);
  });
});

describe('a name may be that of several, or of nobody', () => {
  it.each([
    ['Anna Schmidt', ['? Anna Schmidt']],
    ['Frau Schmidt', ['? Frau Schmidt']],
    ['Anna Schmidt from Berlin', ['? Anna Schmidt']],
    ['Petra Klein', ['- Petra Klein']],
    ['not with petra klein please', ['- petra klein']],
    ['Petra Klein and Hans', ['- Petra Klein', 'DR. HANS VON STEIN']],
    ['Bernd Huber', ['- Bernd Huber']],
    ['B. Huber', ['- B. Huber']],
    ['Grace Leeson', ['- Grace Leeson']],
    ['somebody@example.com', ['- somebody@example.com']],
    ['Hans Stein, Petra', ['DR. HANS VON STEIN', '- Petra']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('nobody is meant by', () => {
  it.each([
    'no one',
    'Nobody',
    'none',
    '-',
    'No',
    'n/a',
    'niemand',
    'Nein, danke',
    'No, thank you.',
    'nobody comes to mind',
    'Ninguém',
    'anyone is fine with me',
    'I will take anyone',
    'no preference',
    'Not that I know of.',
    'No, we all get along.',
    '',
    'personne',
  ])('%j', (text) => {
    const { mentions, unnamed } = find(text);

    expect([mentions, unnamed]).toEqual([[], []]);
  });
});

describe('what is no name', () => {
  it.each([
    ['my old boss', ['my old boss']],
    ['Yes', ['Yes']],
    ['no one from the sales team', ['no one from the sales team']],
    ['Hans Stein and my former boss', ['my former boss']],
    ['Hans Stein, my former boss', []],
    ['Manager - Hans Stein', []],
    ['Hans Stein. We had a dispute in spring.', []],
  ])('%s', (text, unnamed) => {
    expect(find(text).unnamed).toEqual(unnamed);
  });

  it('is kept as the rest', () => {
    expect(find('Hans Stein. We had a dispute.').rest).toEqual(['We had a dispute']);
  });
});

describe('how a name is found', () => {
  it.each([
    ['Hans von Stein', 'name', true],
    ['Stein', 'part', false],
    ['H. Stein', 'name', false],
    ['H. v. Stein', 'slip', false],
    ['Hans Stien', 'slip', true],
    ['h.stein@example.org', 'address', true],
  ])('%s: by %s', (text, by, isFull) => {
    expect(find(text).mentions).toMatchObject([{ is: 'found', by, isFull }]);
  });

  it('says so where it is not wanted', () => {
    expect(find('Grace, but not Hans').mentions).toMatchObject([{ isNot: false }, { isNot: true }]);
  });

  it('leaves out who writes', () => {
    expect(find('Anna Schmidt', 14).mentions).toMatchObject([{ is: 'found', person: 15 }]);
    expect(find('Grace Lee', 13).mentions).toEqual([]);
  });
});

describe('a slip of the finger in each word of a name', () => {
  const list = ['Patricia Gomez', 'Robert Miller', 'Marta Santos', 'Maria Santo', 'Lena Roth'].map((name) => at(name));
  const findIn = namesFinder(list);

  it.each([
    ['Patrica Gomes', 'Patricia Gomez'],
    ['patrica gomes', 'Patricia Gomez'],
    ['Gomes Patrica', 'Patricia Gomez'],
    ['Rober Millar', 'Robert Miller'],
  ])('finds the one person who is near in both: %s', (text, name) => {
    expect(findIn(text).mentions).toMatchObject([
      { is: 'found', by: 'slip', isFull: true, person: list.findIndex((one) => one.name === name) },
    ]);
  });

  it.each([
    ['two are near', 'Marla Santoz'],
    ['one word is of somebody else', 'Patrica Millar'],
    ['a word is too short', 'Lenna Rot'],
    ['a word has two slips', 'Patrcia Gommes-Silva'],
  ])('finds nobody where %s: %s', (_, text) => {
    expect(findIn(text).mentions.some(({ is }) => is === 'found')).toBe(false);
  });

  it('makes no two people of two names side by side', () => {
    expect(findIn('Patrica and Millar').mentions).toMatchObject([{ is: 'found' }, { is: 'found' }]);
  });
});
