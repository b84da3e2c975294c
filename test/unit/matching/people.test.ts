import { describe, expect, it } from 'vitest';
import { MatchingProblem } from '#domain/matching/solver/solve.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { asCsv } from '#infra/commands/match/match-table.ts';
import { applicantsIn } from '#infra/commands/match/people-file.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const read = (
  mentors: string | Uint8Array,
  mentees: string | Uint8Array = 'name,email\nAda,ada@example.org',
  program: ProgramDefinition = defaultProgram,
) =>
  applicantsIn(
    {
      mentors: { file: 'mentors.csv', bytes: Buffer.from(mentors) },
      mentees: { file: 'mentees.csv', bytes: Buffer.from(mentees) },
    },
    program,
  );
const topics = defaultProgram.forms.application.questions.find(({ key }) => key === 'topics')?.options?.join('; ');

describe('people in CSV files', () => {
  it('answer questions by key, label or wording, in the words of the options', () => {
    const { applicants } = read(
      'Name,Email,"Can help with",experience,"How many mentees do you have room for?"\n' +
        'Grace Lee,Grace@example.org,Leading  people; speaking and writing,14,2\n',
    );

    expect(applicants[0]).toEqual({
      id: 'grace@example.org',
      name: 'Grace Lee',
      email: 'Grace@example.org',
      roles: ['mentor'],
      answers: { helps: ['leading people', 'speaking and writing'], experience: 14, capacity: 2 },
    });
  });

  it('are mentor and mentee when they are in both', () => {
    const { applicants } = read('name,email,helps\nAda,ada@example.org,skills for my field');

    expect(applicants).toEqual([expect.objectContaining({ id: 'ada@example.org', roles: ['mentor', 'mentee'] })]);
  });

  it('may write what looks like a formula: it is text, here and in what we write', () => {
    const { applicants } = read('name,email,story\n=1+1,x@example.org,"=HYPERLINK(""http://example.org"")"');

    expect(applicants[0]?.answers.story).toBe('=HYPERLINK("http://example.org")');
    const people = new Map([['x@example.org', { name: '=1+1', email: '+x@example.org' }]]);
    const pair = { mentor: 'x@example.org', mentee: 'x@example.org', score: 0.5, reasons: [] };
    expect(asCsv({ pairs: [pair], unmatched: [], people, changes: [] })).toBe(
      "mentee,mentee email,mentor,mentor email,score,reasons\n'=1+1,'+x@example.org,'=1+1,'+x@example.org,0.5,\n",
    );
  });

  it('may have columns that the program does not ask for, which are named', () => {
    expect(read('name,email,shoe size,,\nGrace,g@example.org,39,,').warnings).toEqual([
      'No question of the program, so not used: shoe size.',
    ]);
  });

  it('may leave cells blank, and rows, which count all the same', () => {
    const { applicants } = read('\nname,email,capacity\n,,\n\nGrace,g@example.org,\n, ,\n');

    expect(applicants[0]).toMatchObject({ id: 'g@example.org', answers: {} });
    expect(applicants).toHaveLength(2);
    expect(() => read('name,email\n,\nGrace,grace')).toThrow('mentors.csv, row 3, email is "grace"');
  });

  it('may have no email, and hear what that costs', () => {
    const { applicants, warnings } = read('name\nAda\nada park', 'name,email\nAda Park,\nBen,ben@example.org');

    expect(applicants.map(({ id, roles }) => [id, roles])).toEqual([
      ['Ada', ['mentor']],
      ['ada park', ['mentor', 'mentee']],
      ['ben@example.org', ['mentee']],
    ]);
    expect(warnings).toEqual([
      'mentors.csv has no column "email", mentees.csv has no email in row 2: somebody in both files is recognised by a name written the same way, and may be matched with themselves otherwise.',
    ]);
  });

  it('hear what is wrong where it changes no match, and are taken without it', () => {
    const { applicants, warnings } = read('name,email,gender\nGrace,g@example.org,robot');

    expect(applicants[0]?.answers).toEqual({});
    expect(warnings).toEqual([
      'mentors.csv, row 2, gender is "robot": expected one of: woman; man; non-binary; another. Left out: nobody is matched by it.',
    ]);
  });

  it.each([
    ['mentors.csv is empty: expected a line of headings.', ''],
    ['mentors.csv has no column "name": it has email, helps.', 'email,helps\na@example.org,x'],
    ['mentors.csv, row 3 has no name.', 'name,email\nGrace,g@example.org\n,h@example.org'],
    ['mentors.csv, row 3: g@example.org is there twice.', 'name,email\nGrace,g@example.org\nGrace L,G@example.org'],
    ['mentors.csv: the columns capacity and Room for are the same.', 'name,capacity,Room for\nGrace,1,2'],
    ['mentors.csv, row 2, email is "not an email": expected an email address.', 'name,email\nGrace,not an email'],
    [
      `mentors.csv, row 2, topics has "juggling", "tea": expected some of these, with semicolons between: ${topics}.`,
      'name,topics\nGrace,juggling; leading people; tea',
    ],
    [
      `mentors.csv, row 2, helps has "leading people, making myself heard": expected some of these, with semicolons between: ${topics}.`,
      'name,helps\nGrace,"leading people, making myself heard"',
    ],
    [
      'mentors.csv, row 2: Ada has no email. Is this ada@example.org in mentees.csv, row 2? Expected the email.',
      'name\nAda',
    ],
    [
      'mentors.csv, row 2 has 1 cell, expected 3. Is one missing, or is a line break or a quotation mark out of place?',
      'name,email,helps\nGrace',
    ],
    [
      'mentors.csv, row 2 has 3 cells, expected 2. A cell with a comma in it has to be in quotation marks.',
      'name,email\nLee, Grace,g@example.org',
    ],
    ['mentors.csv, line 2 has a quotation mark that is never closed.', 'name,email\n"Grace,g@example.org'],
    [
      'mentors.csv, line 2 has a quotation mark in the middle of a cell: expected the whole cell in quotation marks, and those in it doubled.',
      'name,email\nGrace "G" Lee,g@example.org',
    ],
  ])('hear what is wrong and where: %s', (message, mentors) => {
    expect(() => read(mentors)).toThrow(new MatchingProblem(message));
  });

  it.each([
    ['capacity', 'two', 'a whole number from 1 to 3'],
    ['capacity', '2.5', 'a whole number from 1 to 3'],
    ['capacity', '-1', 'a whole number from 1 to 3'],
    ['capacity', '4', 'a whole number from 1 to 3'],
    ['capacity', '0x2', 'a whole number from 1 to 3'],
    ['experience', '1,200', 'a number from 0 to 60'],
    ['experience', '61', 'a number from 0 to 60'],
  ])('hear of numbers that the question does not allow: %s of %s', (column, text, expected) => {
    expect(() => read(`name,${column}\nGrace,"${text}"`)).toThrow(
      new MatchingProblem(`mentors.csv, row 2, ${column} is "${text}": expected ${expected}.`),
    );
  });

  it('may write halves with a comma or a point, where halves make sense', () => {
    const { applicants } = read('name,experience\nGrace,"4,5"\nHugo,2.5');

    expect(applicants.slice(0, 2).map(({ answers }) => answers.experience)).toEqual([4.5, 2.5]);
  });

  it('hear of what other types of question do not allow', () => {
    const [first, ...others] = defaultProgram.forms.application.questions;
    const questions = [
      { key: 'day', ask: 'When?', type: 'date' as const },
      { key: 'trust', ask: 'How?', type: 'scale' as const },
      { key: 'works', ask: 'Hours?', type: 'text' as const },
      { key: 'remote', ask: 'Remote?', type: 'yesno' as const },
    ];
    const compared = { mentee: 'works', mentor: 'works', compare: 'hours' as const, weight: 1 };
    const program: ProgramDefinition = {
      ...defaultProgram,
      forms: {
        ...defaultProgram.forms,
        application: {
          ...defaultProgram.forms.application,
          questions: [first as NonNullable<typeof first>, ...others, ...questions],
        },
      },
      matching: {
        ...defaultProgram.matching,
        factors: [...defaultProgram.matching.factors, { id: 'hours', title: 'Hours', ...compared }],
        rules: { ...defaultProgram.matching.rules, shared: ['trust', 'remote', 'day'] },
      },
    };

    expect(() => read('name,day,trust,works,remote\nGrace,soon,3.5,late,perhaps', undefined, program)).toThrow(
      new MatchingProblem(
        [
          'mentors.csv, row 2, day is "soon": expected a date, such as 2027-03-01.',
          'mentors.csv, row 2, trust is "3.5": expected a whole number from 1 to 5.',
          'mentors.csv, row 2, works is "late": expected working hours and a time zone, such as 9-17 Europe/Lisbon.',
          'mentors.csv, row 2, remote is "perhaps": expected yes or no.',
        ].join('\n'),
      ),
    );
  });

  it('hear everything that is wrong in both files at once', () => {
    const hugo = 'Hugo,hugo@example.org,9,22\n';
    const mentors = `name,email,capacity,experience\nGrace,grace,two,-4\n\nHugo\n${hugo}${hugo}`;

    expect(() => read(mentors, 'email,email\na@example.org,x')).toThrow(
      new MatchingProblem(
        [
          'mentors.csv, row 4 has 1 cell, expected 4. Is one missing, or is a line break or a quotation mark out of place?',
          'mentors.csv, row 2, email is "grace": expected an email address.',
          'mentors.csv, row 2, capacity is "two": expected a whole number from 1 to 3.',
          'mentors.csv, row 2, experience is "-4": expected a number from 0 to 60.',
          'mentors.csv, row 5, capacity is "9": expected a whole number from 1 to 3.',
          'mentors.csv, row 6, capacity is "9": expected a whole number from 1 to 3.',
          'mentees.csv: the columns email and email are the same.',
          'mentees.csv has no column "name": it has email, email.',
          'mentors.csv, row 6: hugo@example.org is there twice.',
        ].join('\n'),
      ),
    );
  });

  it('hear of one fault in every row no more than a hundred times', () => {
    const rows = Array.from({ length: 130 }, (_, n) => `Person ${n},x`);

    const hear = () => read(`name,capacity\n${rows.join('\n')}`);

    expect(hear).toThrow(/row 101, capacity is "x": expected a whole number from 1 to 3\.\nand 30 more$/);
  });

  it('may not say one thing as mentor and another as mentee', () => {
    const mentors = 'name,email,experience,languages,why\nAda,ada@example.org,14,English; Spanish,To help';
    const mentees = 'name,email,experience,languages,why\nAda,ADA@example.org,4,Spanish; English,To learn';

    expect(() => read(mentors, mentees)).toThrow(
      new MatchingProblem(
        'mentees.csv, row 2, experience is 4, and 14 in mentors.csv, row 2: expected the same for one person.',
      ),
    );
  });
});

describe('a file of people', () => {
  const named = 'name,email\nJosé Müller,jose@example.org\n';
  const latin1 = Buffer.from(named, 'latin1');

  it.each([
    ['UTF-8', Buffer.from(named)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${named}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${named}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${named}`, 'utf16le').swap16()],
    ['Excel with tabs', Buffer.from(`\ufeff${named.replaceAll(',', '\t')}`, 'utf16le')],
    ['Excel with semicolons', Buffer.from(named.replaceAll(',', ';'))],
  ])('is read as it was saved: %s', (_, bytes) => {
    const { applicants, warnings } = read(bytes);

    expect(applicants[0]).toMatchObject({ name: 'José Müller', email: 'jose@example.org' });
    expect(warnings).toEqual([]);
  });

  it('is read as Windows-1252 where it is not UTF-8, and says so, with a name to check', () => {
    const { applicants, warnings } = read(latin1);

    expect(applicants[0]?.name).toBe('José Müller');
    expect(warnings).toEqual([
      'mentors.csv is not UTF-8 and was read as Windows-1252. If "José" in it is wrong, save it as "CSV UTF-8" in the spreadsheet program.',
    ]);
  });

  it.each([
    ['an old Mac', Buffer.from([...Buffer.from('name\nRen'), 0x8e, 0x8f])],
    ['UTF-8 with a part of another file', Buffer.concat([Buffer.from(named), latin1])],
    ['half of a character in UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
  ])('is refused where nobody could tell the letters: %s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(
      'mentors.csv is in an encoding that can\'t be told: save it as "CSV UTF-8" in the spreadsheet program.',
    );
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0\xe4\xff', 'latin1')],
    ['UTF-16 without a mark', Buffer.from(named, 'utf16le')],
  ])('is refused where it is no text: %s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(
      'mentors.csv is no CSV but a workbook (.xlsx) or another binary file: save it as "CSV UTF-8" in the spreadsheet program.',
    );
  });
});
