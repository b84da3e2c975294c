import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('npm run match', () => {
  it('prints the best matching of a problem as one JSON object', () => {
    const problem = {
      scores: [
        [0.7, null],
        [0.4, 0.9],
      ],
      capacity: [1, 2],
    };

    const { status, stdout } = match(['-'], JSON.stringify(problem));

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      pairs: [
        [0, 0],
        [1, 1],
      ],
      matched: 2,
      worst: 0.7,
      total: 1.6,
      millis: expect.any(Number),
    });
  });

  it('knows the other objective', () => {
    const problem = {
      scores: [
        [1, 0.5],
        [0.4, 0],
      ],
    };

    expect(JSON.parse(match(['-'], JSON.stringify(problem)).stdout).pairs).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(JSON.parse(match(['-', '--objective', 'total'], JSON.stringify(problem)).stdout).total).toBe(1);
  });

  it('prints a table of people in two CSV files, with reasons, and who has nobody and what would change it', () => {
    const { status, stdout } = match(people, '');

    expect(status).toBe(0);
    expect(stdout).toContain(
      'Ben Okafor  Hugo Diaz     84\n    Hugo can help with changing field or role, which Ben asked for.',
    );
    expect(stdout).toContain('4 pairs. Mean score 81 of 100, worst 72.');
    expect(stdout).toMatch(
      /Ada Park \(mentee\): There are 5 mentees .* If Grace Lee had one more place, Ada could be matched\./,
    );
  });

  it('prints the same as JSON', () => {
    const found = JSON.parse(match([...people, '--json'], '').stdout);

    expect([found.matched, found.pairs.length, found.unmatched.length]).toEqual([4, 4, 1]);
    expect(found.worst).toBe(Math.min(...found.pairs.map(({ score }: { score: number }) => score)));
    expect(found.unmatched[0]).toMatchObject({ person: 'ada@harbour.example', name: 'Ada Park', role: 'mentee' });
    expect(found.pairs[0]).toMatchObject({
      mentor: 'hugo@harbour.example',
      mentorName: 'Hugo Diaz',
      mentee: 'ben@harbour.example',
      menteeName: 'Ben Okafor',
    });
  });

  it('prints the pairs as CSV, with names and emails', () => {
    const [headings, first] = match([...people, '--csv'], '').stdout.split('\n');

    expect(headings).toBe('mentee,mentee email,mentor,mentor email,score,reasons');
    expect(first).toMatch(/^Ben Okafor,ben@harbour\.example,Hugo Diaz,hugo@harbour\.example,0\.\d+,"Hugo can help/);
  });

  it.each([[[]], [['--csv']], [['--json']]])('lets no control character through to the terminal (%s)', (as) => {
    const folder = mkdtempSync(join(tmpdir(), 'match-'));
    const sheet = (name: string, lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
    sheet('mentors.csv', ['name,email,\x1b]0;title\x07', '\x1b[31mGrace \x9b2J\u202eLee,g@example.org,x']);
    sheet('mentees.csv', ['name,email', '"Ada\x1b[2J\nPark",a@example.org']);

    const { status, stdout, stderr } = match(
      ['--mentors', join(folder, 'mentors.csv'), '--mentees', join(folder, 'mentees.csv'), ...as],
      '',
    );

    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(stdout).toContain('Grace');
    expect(stderr).toContain('not used: \\u001b]0;title\\u0007.');
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it.each([
    ['scores[1] has 1 column, expected 2.', ['-'], '{"scores":[[1,2],[3]]}'],
    ['A problem has the keys scores and capacity, and no other: capcity.', ['-'], '{"scores":[[1]],"capcity":[0]}'],
    ['scores[0][0] is 1e+308: expected', ['-'], '{"scores":[[1e308,1e308],[1e308,1e308]]}'],
    ['Standard input is not JSON', ['-'], '[1'],
    ['The problem is no object', ['-'], '[1]'],
    ['--objective is best: expected fair, total or even.', ['-', '--objective', 'best'], '{"scores":[[1]]}'],
    ['/nowhere/problem.json cannot be read', ['/nowhere/problem.json'], ''],
    ['Expected one file', [], ''],
    ['Expected both --mentors and --mentees', ['--mentors', 'mentors.csv'], ''],
  ])('says what is wrong and where: %s', (message, args, input) => {
    const { status, stdout, stderr } = match(args, input);

    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});

const people = ['mentors', 'mentees'].flatMap((side) => [`--${side}`, `test/fixtures/matching/${side}.csv`]);

function match(args: string[], input: string) {
  const command = ['--import', 'tsx', 'infra/commands/match.ts', ...args];
  return spawnSync(process.execPath, command, { input, encoding: 'utf8' });
}
