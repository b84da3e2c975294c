import { describe, expect, it } from 'vitest';
import { MatchingProblem } from '#domain/matching/solve.ts';
import { applicantsIn } from '#infra/commands/match/people.ts';
import { asCsv } from '#infra/commands/match/table.ts';
import { essentials } from '#shared/programs/essentials.ts';

const read = (mentors: string, mentees = 'name,email\nAda,ada@example.org') =>
  applicantsIn(
    { mentors: { file: 'mentors.csv', text: mentors }, mentees: { file: 'mentees.csv', text: mentees } },
    essentials,
  );

describe('people in CSV files', () => {
  it('answer questions by key, label or wording, in the words of the options', () => {
    const { applicants } = read(
      'Name,Email,"Can help with",experience,"How many mentees do you have room for?"\n' +
        'Grace Lee,Grace@example.org,Leading people; my own thing,14,2\n',
    );

    expect(applicants[0]).toEqual({
      id: 'grace@example.org',
      name: 'Grace Lee',
      email: 'Grace@example.org',
      roles: ['mentor'],
      answers: { helps: ['leading people', 'my own thing'], experience: 14, capacity: 2 },
    });
  });

  it('are mentor and mentee when they are in both', () => {
    const { applicants } = read('name,email,helps\nAda,ada@example.org,my field');

    expect(applicants).toEqual([expect.objectContaining({ id: 'ada@example.org', roles: ['mentor', 'mentee'] })]);
  });

  it('may write what looks like a formula: it is text, here and in what we write', () => {
    const { applicants } = read('name,email,story\n=1+1,x@example.org,"=HYPERLINK(""http://example.org"")"');

    expect(applicants[0]?.answers.story).toBe('=HYPERLINK("http://example.org")');
    const names = new Map([['x@example.org', '=1+1']]);
    const pair = { mentor: 'x@example.org', mentee: 'x@example.org', score: 0.5, reasons: [] };
    expect(asCsv({ pairs: [pair], unmatched: [], names, changes: [] })).toBe(
      "mentee,mentor,score,reasons\n'=1+1,'=1+1,0.5,\n",
    );
  });

  it('may have columns that the program does not ask for, which are named', () => {
    expect(read('name,email,shoe size\nGrace,g@example.org,39').ignored).toEqual(['shoe size']);
  });

  it.each([
    ['mentors.csv is empty: expected a line of headings.', ''],
    ['mentors.csv has no column "name": it has email, helps.', 'email,helps\na@example.org,x'],
    ['mentors.csv, row 3 has no name.', 'name,email\nGrace,g@example.org\n,h@example.org'],
    ['mentors.csv, row 3: g@example.org is there twice.', 'name,email\nGrace,g@example.org\nGrace L,G@example.org'],
    ['mentors.csv, row 2, capacity is "many": expected a number, 1 or more.', 'name,capacity\nGrace,many'],
    ['mentors.csv, row 2, capacity is "-2": expected a number, 1 or more.', 'name,capacity\nGrace,-2'],
    ['mentors.csv: the columns capacity and Room for are the same.', 'name,capacity,Room for\nGrace,1,2'],
  ])('hear what is wrong and where: %s', (message, mentors) => {
    expect(() => read(mentors)).toThrow(new MatchingProblem(message));
  });

  it('hear of a ragged row', () => {
    expect(() => read('name,email\nGrace')).toThrow(/^mentors\.csv is not CSV: .*line 2/);
  });
});
