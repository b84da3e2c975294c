import { describe, expect, test } from 'vitest';
import { afterIntroductions, decidedOpenings } from '#domain/matching/round/late-openings.ts';
import { unavailableOf } from '#domain/matching/round/unavailable.ts';
import { form, idsOf, pair } from './rounds.ts';

const pairs = [
  pair('grace-ada', { status: 'active' }),
  pair('mary-charles', { status: 'active' }),
  pair('alan-joan', { round: 3 }),
  pair('alan-emil', { status: 'superseded' }),
  pair('mary-joan', { status: 'withdrawn' }),
];

test('after the introductions what came apart or was off may not come back, and the rest stays', () => {
  const { working, keep, forbidden, round } = afterIntroductions(pairs, new Set(['mary-charles']));

  expect(idsOf(working)).toEqual(['grace-ada']);
  expect(idsOf(keep)).toEqual(['grace-ada', 'alan-joan']);
  expect(idsOf(forbidden)).toEqual(['mary-charles', 'mary-joan']);
  expect(round).toBe(4);
});

describe("the coordinator's word on a place that opened", () => {
  const opening = (id: string, introduce?: boolean) =>
    form('opening', 'maria', { pair: id, ...(introduce !== undefined && { answers: { introduce } }) });
  const does = (openings: ReturnType<typeof opening>[], isWhole = true) =>
    decidedOpenings(pairs, openings, () => isWhole).map((one) => `${one.does} ${one.pair.id}`);

  test('introduces the pair, again where a run was cut off, or forgets it', () => {
    expect(does([opening('alan-joan', true), opening('grace-ada', true)])).toEqual([
      'introduce alan-joan',
      'introduce grace-ada',
    ]);
    expect(does([opening('alan-joan', false)])).toEqual(['forget alan-joan']);
  });

  test('does nothing before it is given, nor with a pair that is off or of which one has left', () => {
    expect(does([opening('alan-joan'), opening('mary-joan', true), opening('nobody-knows', true)])).toEqual([]);
    expect(does([opening('alan-joan', true)], false)).toEqual([]);
  });
});

test('somebody is not there any more who can not be written to, is held back or has said no', () => {
  const nobody = { everyone: new Map(), applications: [] };
  const away = { everyone: new Map([['ada', { unreachable: 'stopped' as const }]]), applications: [] };
  const held = { everyone: new Map([['grace', { heldAt: '2027-03-01T09:00:00.000Z' }]]), applications: [] };
  const declined = { everyone: new Map(), applications: [form('application', 'ada', { status: 'declined' })] };

  const of = { mentor: 'grace', mentee: 'ada' };
  expect(unavailableOf(of, nobody)).toBeUndefined();
  expect(unavailableOf(of, away)).toEqual({ who: 'ada', why: 'stopped' });
  expect(unavailableOf(of, held)).toEqual({ who: 'grace', why: 'held' });
  expect(unavailableOf(of, declined)).toEqual({ who: 'ada', why: 'declined' });
});
