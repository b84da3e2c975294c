import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallCohort } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'rehearse-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts at once, so that the tests stay true when the dates of the sample have passed. */
const cohort = { ...smallCohort, start: undefined };

describe('npm run rehearse', () => {
  it('shows what a cohort would send', () => {
    const { status, stdout } = rehearse({ ...cohort, invitedGroups: { gender: { woman: 2 } } });

    expect(status).toBe(0);
    expect(stdout).toMatch(/apply\.open +invitation +2 {2}everyone invited/);
  });

  it('lets no control character through to the terminal', () => {
    const committee = [{ name: 'Ines \x1b[2JDuarte', email: 'ines@harbour.example.org' }, ...cohort.committee.slice(1)];
    const invitees = [...cohort.invitees, ...committee];

    const { stdout } = rehearse({ ...cohort, name: '\x1b[31mSpring', committee, invitees });

    expect(stdout).toContain('\\u001b[31mSpring, Mentoring essentials.');
    expect(stdout).toContain('Ines \\u001b[2JDuarte');
    expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('refuses what the API would refuse, all of it at once', () => {
    const { status, stdout, stderr } = rehearse({
      ...cohort,
      schedule: { 'apply.end': '2030-01-01' },
      invitedGroups: { shoes: { large: 1 }, gender: { woman: 2, men: 1 } },
    });

    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('/schedule/apply.end: There is no milestone apply.end.');
    expect(stderr).toContain('/invitedGroups/shoes: The program does not look at shoes.');
    expect(stderr).toContain('/invitedGroups/gender/men: gender has no such answer.');
    expect(stderr).toContain('/invitedGroups/gender: These are 3 people, and only 2 are invited.');
  });

  it('refuses a language that nothing is written in', () => {
    const { status, stderr } = rehearse({ ...cohort, language: 'tlh' });

    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('/language: We write nothing in this language. There are: en, en-XA.'),
    ]);
    expect(stderr).not.toContain('    at ');
  });

  it('counts people as it counts faults, and says what is wrong with the dates and the rest at once', () => {
    const { stderr } = rehearse({
      ...cohort,
      organisation: '',
      schedule: { 'apply.end': '2030-01-01' },
      invitees: [...cohort.invitees, cohort.invitees[1]],
    });

    expect(stderr).toContain('/organisation: This must not be empty.');
    expect(stderr).toContain('/invitees/2/email: the same address as /invitees/1 (Ada Park)');
    expect(stderr).toContain('/schedule/apply.end: There is no milestone apply.end.');
  });

  it('says which option it does not know', () => {
    const { status, stderr } = run('--jsn');

    expect([status, stderr.trim()]).toEqual([2, "Unknown option '--jsn'. See --help."]);
  });
});

function rehearse(request: unknown) {
  const file = join(folder, 'cohort.json');
  writeFileSync(file, JSON.stringify(request));
  return run(file);
}

function run(argument: string) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'infra/commands/rehearse.ts', argument], { encoding: 'utf8' });
}
