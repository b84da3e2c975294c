import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTables } from '#infra/local/backends/backends.ts';
import * as answers from '#test/harness/cohorts/answers.ts';
import { TestSystem } from '#test/harness/system/test-system.ts';

// Data folders of earlier versions, each of a cohort at its mid-point (`record.ts` beside them). A version that cannot carry
// one to its report cannot be installed by those who run a cohort.
const recorded = new URL('../../fixtures/recorded/', import.meta.url);
const versions = readdirSync(recorded).filter((name) => name.endsWith('.tar.gz'));

const ada = 'ada@recorded.example.org';
const grace = 'grace@recorded.example.org';

test('there is a recorded folder', () => {
  expect(versions).not.toEqual([]);
});

test.each(versions)('a cohort that %s holds at its mid-point is carried to its report', async (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'telemachy-recorded-'));
  try {
    execFileSync('tar', ['-xzmf', new URL(version, recorded).pathname, '-C', folder]);
    const { id, now } = JSON.parse(readFileSync(join(folder, 'recorded.json'), 'utf8'));
    await using program = await new TestSystem({ folder, start: now, startTables }).start();

    await program.reply(program.asked(ada), answers.midpoint);
    await program.milestone(id, 'closeout.open');
    for (const person of [grace, ada]) await program.reply(program.asked(person), answers.closeout);
    await program.finished(id);

    expect(await program.cohort(id)).toMatchObject({ status: 'finished' });
    for (const purpose of ['midpoint', 'closeout'])
      for (const person of [grace, ada]) expect(await program.statusOf(id, person, purpose)).toBe('complete');
    expect(await program.kinds(id)).toMatchObject({ invitation: 2, survey: 4, thanks: 2, report: 1, 'cohort-over': 1 });
    expect(program.lettersTo('lena@recorded.example.org')).toHaveLength(1);
    expect((await program.call('GET', `/v1/cohorts/${id}/report`)).status).toBe(200);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
