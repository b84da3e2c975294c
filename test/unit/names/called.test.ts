import { describe, expect, it } from 'vitest';
import { callNames, firstNameOrFull, givenName, shownName } from '#domain/names/called.ts';

describe('what to call somebody', () => {
  it.each([
    ['Ada Lovelace', 'Ada'],
    ['Lovelace, Ada', 'Ada'],
    ['Lovelace, Ada Augusta', 'Ada'],
    ['Lovelace, Dr. Ada', 'Ada'],
    ['Anne-Marie Duff', 'Anne-Marie'],
    ['José Ángel', 'José'],
    ["D'Arcy Thompson", "D'Arcy"],
    ['DeShawn Miller', 'DeShawn'],
    ['Søren Kierkegaard', 'Søren'],
    ['Łukasz Nowak', 'Łukasz'],
    ['Maria do Carmo Silva', 'Maria'],
    ['Hans von Stein', 'Hans'],
    ['Ben Okafor', 'Ben'],
    ['Martin Luther King, Jr.', 'Martin'],
    ['Grace Hopper, PhD', 'Grace'],
    ['King, Martin Luther, Jr.', 'Martin'],
    ['Nguyen, Minh', 'Minh'],
    ['Ada', 'Ada'],
    ['Ngozi Okonjo-Iweala', 'Ngozi'],
    ['Ayşe Yılmaz', 'Ayşe'],
    ['Mohammed bin Salman', 'Mohammed'],
    ['Priya Venkataraman', 'Priya'],
    ['Wanjiru Kamau', 'Wanjiru'],
    ['Siobhán Ní Dhomhnaill', 'Siobhán'],
    ['Lin-Manuel Miranda', 'Lin-Manuel'],
    ['Tóth, Ágnes', 'Ágnes'],
  ])('by the given name: %s', (name, called) => {
    expect(givenName(name)).toBe(called);
  });

  it.each([
    ['Dr. Ada Lovelace', 'Ada'],
    ['Prof Dr Grace Hopper', 'Grace'],
    ['Ing. Paolo Rossi', 'Paolo'],
    ['Dipl.-Ing. Karl Huber', 'Karl'],
    ['Miss Jane Doe', 'Jane'],
    ['Sir Ian McKellen', 'Ian'],
    ['Frau Anna Schmidt', 'Anna'],
    ['Mme Claire Dubois', 'Claire'],
    ['Sra. Marta Gil', 'Marta'],
    ['Dott.ssa Elena Conti', 'Elena'],
  ])('without a title: %s', (name, called) => {
    expect(givenName(name)).toBe(called);
  });

  it.each([
    'A. Lovelace',
    'J. R. Smith',
    'JD Vance',
    'Ma. Fernanda López',
    'M. Dupont',
    'Dr. Schmidt',
    'Frau Schmidt',
    'de Souza Ana',
    'De Souza Ana',
    'bin Salman Mohammed',
    'Abdul Rahman',
    "O'Neil Shaquille",
    'Nguyen Van Minh',
    'Li Ming',
    'Kim Min-jun',
    'Tanaka Kenji',
    'TANAKA Kenji',
    'Nguyễn Thị Lan',
    'Nagy Eszter',
    'Park Ji-woo',
    'Мария Иванова',
    'محمد علي',
    '李明',
    '山田 太郎',
    'ada',
    'ada lovelace',
  ])('by the whole name where it can not be told: %s', (name) => {
    expect(givenName(name)).toBe(name);
  });

  it('by nothing for an address, which in a sentence is better than nothing', () => {
    expect([givenName('ada@example.org'), givenName(''), firstNameOrFull('ada@example.org')]).toEqual([
      '',
      '',
      'ada@example.org',
    ]);
  });

  it('by full names where two are called the same', () => {
    expect(callNames('Ada Park', 'Ada Lee')).toEqual(['Ada Park', 'Ada Lee']);
    expect(callNames('Ada Park', 'Dr. Grace Lee')).toEqual(['Ada', 'Grace']);
  });
});

describe('a name in capitals only', () => {
  it.each([
    ['HANS VON STEIN', 'Hans von Stein'],
    ['DR. HANS VON STEIN', 'Dr. Hans von Stein'],
    ['STEIN, HANS', 'Stein, Hans'],
    ["SINÉAD O'BRIEN", "Sinéad O'Brien"],
    ['ANNE-MARIE MCDONALD', 'Anne-Marie McDonald'],
    ['JÜRGEN MÜLLER-LÜDENSCHEIDT', 'Jürgen Müller-Lüdenscheidt'],
    ['OMAR AL-RASHID', 'Omar al-Rashid'],
    ['VINCENT VAN DER BERG', 'Vincent van der Berg'],
    ['J.R. SMITH', 'J.R. Smith'],
    ['JD VANCE', 'JD Vance'],
    ['HENRY FORD II', 'Henry Ford II'],
    ['GRACE HOPPER, PHD', 'Grace Hopper, PhD'],
    ['IŞIL YILDIZ', 'Işil Yildiz'],
    ['ИВАН ПЕТРОВ', 'Иван Петров'],
  ])('is shown in ordinary writing: %s', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });

  it.each(['Ronald McDonald', 'Hans von Stein', 'TANAKA Kenji', 'ada', '李明', 'A. B.'])('only: %s', (name) => {
    expect(shownName(name)).toBe(name);
  });

  it('is used whole in ordinary writing, for it may have the family name first', () => {
    expect(givenName('ADA LOVELACE')).toBe('Ada Lovelace');
    expect(givenName('LOVELACE, ADA')).toBe('Ada');
  });
});
