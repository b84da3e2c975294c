import { describe, expect, test } from 'vitest';
import type { PageChange } from '#domain/page-change.ts';
import type { Pair } from '#domain/pair.ts';
import { canBeTakenBack } from '#domain/replies/outcome/can-be-taken-back.ts';
import { decidePage, type PageSituation } from '#domain/replies/outcome/decide-page.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as samples from '#test/unit/emails/samples.ts';
import { mentee } from '#test/unit/emails/samples.ts';
import { asked } from '../samples.ts';

const now = '2027-01-13T10:00:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const given = (changes: Partial<PageChange['given']> = {}): PageChange['given'] => ({
  ...{ answers: mentee, comments: {}, declines: false, isWhole: true },
  ...changes,
});
const situation = (changes: Partial<PageSituation> = {}): PageSituation => ({
  ...{ cohort: { id: 'coh_1', expiresAt: 1_900_000_000 }, program: defaultProgram, form: asked(), earlier: [] },
  ...{ id: 'web_1', receipt: 'r1', given: given(), now },
  ...changes,
});
const decided = (changes: Partial<PageSituation> = {}) => decidePage(situation(changes));
const changeOf = (changes: Partial<PageSituation> = {}, more: Partial<PageChange> = {}): PageChange => {
  const outcome = decided(changes);
  if (outcome.became !== 'changed') throw new Error(`It became ${outcome.became}.`);
  return { ...outcome.change, ...more };
};

describe('what is sent from a page', () => {
  test('counts at once and is told of at once', () => {
    expect(decided()).toMatchObject({
      became: 'changed',
      after: { answers: mentee, status: 'complete' },
      change: { id: 'web_1', receipt: 'r1', state: 'counts', acts: false, at: now },
    });
    expect(changeOf()).not.toHaveProperty('due');
  });

  test('waits for its receipt when it acts on others', () => {
    expect(decided({ given: given({ answers: {}, declines: true }) })).toMatchObject({
      became: 'changed',
      change: { state: 'waits', acts: true },
    });
  });

  test('changes nothing when the form says it already, and names what still waits', () => {
    const leaves = { given: given({ answers: {}, declines: true }) };
    const waiting = changeOf(leaves);

    expect(decided({ ...leaves, earlier: [waiting], id: 'web_2' })).toMatchObject({
      became: 'same',
      waiting: [{ id: 'web_1' }],
    });
  });

  test('is told of with the next receipt when one has just gone out, and joins that while it waits', () => {
    const first = changeOf({}, { at: minutesAgo(3) });
    const other = given({ answers: { ...mentee, goals: 'Another goal' } });
    const second = decided({ earlier: [first], id: 'web_2', receipt: 'r2', given: other });

    expect(second).toMatchObject({ change: { receipt: 'r2', due: minutesAgo(-7) } });
    expect(second).not.toHaveProperty('joined');
    const earlier = [first, { ...changeOf(), id: 'web_2', receipt: 'r2', due: minutesAgo(-7) }];
    expect(decided({ earlier, id: 'web_3', receipt: 'r3', given: other })).toMatchObject({
      joined: { id: 'web_3', receipt: 'r2', due: minutesAgo(-7) },
    });
  });

  test('is refused the twenty-first time within a day', () => {
    const earlier = Array.from({ length: 20 }, (_, n) =>
      changeOf({}, { id: `web_${n}`, at: minutesAgo(n), state: 'undone' }),
    );

    expect(decided({ earlier })).toEqual({ became: 'too often' });
    expect(decided({ earlier: earlier.slice(1) })).toMatchObject({ became: 'changed' });
  });
});

describe('what was sent from a page can be taken back', () => {
  const cohort = {
    ...samples.cohort,
    done: Object.fromEntries(
      ['apply.open', 'match.open', 'match.decide', 'match.publish'].map((one) => [one, minutesAgo(60)]),
    ),
  };
  const pair = (id: string, changes: Partial<Pair> = {}) =>
    ({
      ...{ id, cohort: 'coh_1', mentor: 'grace', mentee: 'ada', score: 0.5, reasons: [], round: 1 },
      ...changes,
    }) as Pair;
  const own = pair('pair_1', { status: 'active', announcedAt: minutesAgo(9000) });
  const other = (announcedAt?: string) =>
    pair('pair_2', { mentor: 'hugo', status: 'active', ...(announcedAt && { announcedAt }) });
  const refusal = (pairs: Pair[], at = minutesAgo(30)) =>
    canBeTakenBack({ acts: true, at }, { cohort, form: asked({ purpose: 'agreement', pair: 'pair_1' }), pairs, now });

  test.each([
    ['while neither of the two has another partner', [own], true],
    ['when the other partner was there before', [own, other(minutesAgo(60))], true],
    ['not when one of them has been introduced to another since', [own, other(minutesAgo(10))], false],
    ['when a pair of theirs is not announced', [own, other()], true],
    ['not when their pair has gone', [other()], false],
  ])('a refusal, %s', (_, pairs, expected) => {
    expect(refusal(pairs)).toBe(expected);
  });

  test('a refusal, not after a day', () => {
    expect(refusal([own], minutesAgo(24 * 60 + 1))).toBe(false);
  });

  test('a confirmation, never', () => {
    const form = asked({ purpose: 'confirm' });

    expect(canBeTakenBack({ acts: true, at: now }, { cohort, form, pairs: [], now })).toBe(false);
  });
});
