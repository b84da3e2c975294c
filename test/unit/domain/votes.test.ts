import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/forms/form.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { objectedTo, settledBallot, tally, unfinishedVotes } from '#domain/votes.ts';
import { asked } from './samples.ts';

let reviewers = 0;

/** The ballot of another reviewer each time. */
function ballot(answers: AskedForm['answers'], status: AskedForm['status'] = 'complete'): AskedForm {
  reviewers += 1;
  return asked({ purpose: 'ballot', person: `per_${reviewers}`, answers, status });
}

describe('tally', () => {
  it('counts who is for and against each pair', () => {
    const votes = tally([
      ballot({ p1: true, p2: false }),
      ballot({ p1: true, p2: true }),
      ballot({ p1: false, p2: false }),
    ]);

    expect(Object.fromEntries(votes.for)).toEqual({ p1: 2, p2: 1 });
    expect(Object.fromEntries(votes.against)).toEqual({ p1: 1, p2: 2 });
    expect(votes.voters).toBe(3);
  });

  it('counts a vote that is half in for the pairs that it names, but not towards the quorum', () => {
    const votes = tally([ballot({ p1: false }, 'partial'), ballot({}, 'open')]);

    expect(votes.against.get('p1')).toBe(1);
    expect(votes.voters).toBe(0);
  });

  it('counts a reviewer once on a pair, by their newest ballot, and as a voter when their first ballot is complete', () => {
    const first = { ...ballot({ p1: false, p2: true }), openedAt: '2027-02-01T09:00:00.000Z' };
    const second = { ...ballot({ p1: true }, 'partial'), person: first.person, openedAt: '2027-02-03T09:00:00.000Z' };

    const votes = tally([second, first]);

    expect([votes.members, votes.voters]).toEqual([1, 1]);
    expect(Object.fromEntries(votes.for)).toEqual({ p1: 1, p2: 1 });
    expect(votes.against.size).toBe(0);
  });

  it('takes nobody for a voter whose ballot emptied itself, or who has voted on little of what they are asked', () => {
    const asking = (...keys: string[]) =>
      keys.map(
        (key): Question => ({ key, ask: key, type: 'yesno', ...(key.startsWith('gone') && { required: false }) }),
      );
    const emptied = { ...ballot({}, 'complete'), questions: asking('gone1', 'gone2') };
    const anew = { ...ballot({}, 'open'), person: emptied.person, questions: asking('p1', 'p2') };
    const little = { ...ballot({ p3: true }, 'complete'), questions: asking('p3', 'gone4', 'gone5') };
    const rest = { ...ballot({}, 'open'), person: little.person, questions: asking('p4', 'p5') };

    expect(tally([emptied, anew, little, rest])).toMatchObject({ members: 2, voters: 0 });
  });

  it('is nothing without ballots', () => {
    const none = new Map();
    expect(tally([])).toEqual({ members: 0, answered: 0, voters: 0, for: none, against: none, abstained: none });
  });

  it('counts an abstention as an answer, and for neither side', () => {
    const votes = tally([ballot({ p1: 'abstained', p2: true }), ballot({ p1: false, p2: 'abstained' })]);

    expect(Object.fromEntries(votes.for)).toEqual({ p2: 1 });
    expect(Object.fromEntries(votes.against)).toEqual({ p1: 1 });
    expect(Object.fromEntries(votes.abstained)).toEqual({ p1: 1, p2: 1 });
    expect(votes).toMatchObject({ members: 2, answered: 2, voters: 2 });
  });

  it('counts nobody towards the quorum who abstains from every pair', () => {
    const votes = tally([ballot({ p1: 'abstained', p2: 'abstained' }), ballot({ p1: true, p2: true })]);

    expect(votes).toMatchObject({ members: 2, answered: 2, voters: 1 });
  });

  it('counts the vote of a newer ballot, where one of them is an abstention', () => {
    const first = asked({ purpose: 'ballot', person: 'per_a', answers: { p1: false }, status: 'complete' });
    const second = { ...first, answers: { p1: 'abstained' }, openedAt: '2027-03-05T08:00:00Z' };

    const votes = tally([second, first]);

    expect([votes.against.get('p1'), votes.abstained.get('p1')]).toEqual([undefined, 1]);
  });
});

describe('settledBallot', () => {
  const of = (...keys: string[]): Question[] => keys.map((key) => ({ key, ask: key, type: 'yesno' }));
  const given = (answers: AskedForm['answers'], status: AskedForm['status']) => ({
    ...ballot(answers, status),
    questions: of('p1', 'p2'),
  });

  it('asks for no vote on a pair that no longer stands, and keeps the numbers', () => {
    const settled = settledBallot(given({ p1: true }, 'partial'), new Set(['p1']));

    expect(settled.questions?.map(({ key, required }) => [key, required])).toEqual([
      ['p1', undefined],
      ['p2', false],
    ]);
    expect(settled.status).toBe('complete');
  });

  it('leaves votes that were cast, and a ballot whose pairs all stand, as they are', () => {
    const voted = given({ p1: true, p2: false }, 'complete');
    const open = given({}, 'open');

    expect(settledBallot(voted, new Set(['p1']))).toBe(voted);
    expect(settledBallot(open, new Set(['p1', 'p2', 'p3']))).toBe(open);
  });

  it('still waits for the vote on a pair that stands', () => {
    expect(settledBallot(given({}, 'open'), new Set(['p2']))).toMatchObject({ status: 'open' });
  });

  it('does not ask again what was unclear about a pair that no longer stands', () => {
    const unclear = [{ key: 'p1', said: 'hm', why: { kind: 'undecided' as const } }];
    const ballotWithDoubt = { ...given({ p2: true }, 'partial'), unclear };

    expect(settledBallot(ballotWithDoubt, new Set(['p2']))).toMatchObject({ unclear: [], status: 'complete' });
  });
});

describe('objectedTo', () => {
  it.each([
    [0, 0, false],
    [1, 0, false],
    [0, 1, true],
    [1, 1, false],
    [2, 1, false],
    [1, 2, true],
  ])('with %i for and %i against is %s', (inFavour, against, falls) => {
    const ballots = [
      ...Array.from({ length: inFavour }, () => ballot({ p1: true })),
      ...Array.from({ length: against }, () => ballot({ p1: false })),
    ];

    expect(objectedTo(tally(ballots), 'p1', 0.5)).toBe(falls);
  });

  it('needs the share of votes in favour that the program asks for', () => {
    const votes = tally([ballot({ p1: true }), ballot({ p1: true }), ballot({ p1: false })]);

    expect([0.5, 0.66, 0.67, 1].map((majority) => objectedTo(votes, 'p1', majority))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is not said of a pair on which nobody has voted', () => {
    expect(objectedTo(tally([ballot({ p1: false })]), 'p2', 0.5)).toBe(false);
  });

  it('does not depend on the order in which votes come in, and one more objection never saves a pair', () => {
    const ballots = fc.array(
      fc.dictionary(fc.constantFrom('p1', 'p2', 'p3'), fc.boolean()).map((votes) => ballot(votes)),
      {
        maxLength: 5,
      },
    );

    fc.assert(
      fc.property(ballots, (list) => {
        expect(objectedTo(tally(list.toReversed()), 'p1', 0.5)).toBe(objectedTo(tally(list), 'p1', 0.5));
        if (objectedTo(tally(list), 'p1', 0.5)) {
          expect(objectedTo(tally([...list, ballot({ p1: false })]), 'p1', 0.5)).toBe(true);
        }
      }),
    );
  });
});

describe('votes that are not finished', () => {
  const inDoubt = (key: string) => ({ key, said: 'hm', why: { kind: 'undecided' as const } });
  const at = (openedAt: string, changes: Partial<AskedForm>) => ({
    ...asked({ purpose: 'ballot', person: 'per_ines' }),
    ...changes,
    openedAt,
  });

  it('are a no without its reason and words without a vote, on pairs that stand', () => {
    const own = at('2027-02-01T09:00:00.000Z', {
      unclear: [{ ...inDoubt('p1'), awaits: 'reason' }, inDoubt('p2'), inDoubt('p9')],
    });

    expect(unfinishedVotes([own], new Set(['p1', 'p2', 'p3']))).toEqual([
      { person: 'per_ines', pair: 'p1', is: 'no without a reason' },
      { person: 'per_ines', pair: 'p2', is: 'undecided' },
    ]);
  });

  it('are finished by a newer ballot', () => {
    const first = at('2027-02-01T09:00:00.000Z', { unclear: [inDoubt('p1')] });
    const second = at('2027-02-08T09:00:00.000Z', { answers: { p1: true } });

    expect(unfinishedVotes([second, first], new Set(['p1']))).toEqual([]);
  });
});
