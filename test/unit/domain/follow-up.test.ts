import { describe, expect, test } from 'vitest';
import { type Asks, type FollowUp, followUp } from '#domain/forms/follow-up.ts';
import type { Answers, FormDefinition, Unclear } from '#domain/forms/form.ts';

const form: FormDefinition = {
  id: 'f',
  title: 'A form',
  questions: ['one', 'two', 'three', 'four'].map((key) => ({ key, ask: `${key}?`, type: 'text' })),
};
const unclear = (...keys: string[]): Unclear[] =>
  keys.map((key) => ({ key, said: 'hm', why: { kind: 'undecided' as const } }));

/** What each of several replies, one after the other, is answered with. */
function asked(...replies: { answers?: Answers; unclear?: Unclear[] }[]): Asks[] {
  let state = { answers: {} as Answers, unclear: [] as Unclear[] };
  let follow: FollowUp | undefined;
  return replies.map((reply) => {
    const said = { answers: reply.answers ?? {}, unclear: reply.unclear ?? [] };
    const answers = { ...state.answers, ...said.answers };
    const still = state.unclear.filter(({ key }) => answers[key] === undefined);
    const after = {
      answers,
      unclear: [...said.unclear, ...still.filter(({ key }) => !said.unclear.some((one) => one.key === key))],
    };
    follow = followUp(follow, form, { before: state, after, said });
    state = after;
    return follow.asks;
  });
}

describe('what is open', () => {
  test('is asked once more, and after a second reply that brings nothing the page is offered', () => {
    expect(asked({ answers: { one: 'a', two: 'b' } }, { answers: { one: 'a' } })).toEqual(['again', 'page']);
  });

  test('is asked for as long as every reply brings something', () => {
    const replies = ['one', 'two', 'three', 'four'].map((key) => ({ answers: { [key]: 'x' } }));

    expect(asked(...replies)).toEqual(['again', 'again', 'again', 'nothing']);
  });

  test('is not asked a third time when it was unclear twice', () => {
    const done = { one: 'a', two: 'b', three: 'c' };

    expect(asked({ answers: done, unclear: unclear('four') }, { unclear: unclear('four') })).toEqual(['again', 'page']);
    expect(
      asked(
        { answers: { one: 'a' }, unclear: unclear('four') },
        { answers: { two: 'b', three: 'c' }, unclear: unclear('four') },
      ),
    ).toEqual(['again', 'page']);
  });

  test('is asked on while another question can still be answered', () => {
    expect(
      asked({ answers: { one: 'a' }, unclear: unclear('four') }, { answers: { two: 'b' }, unclear: unclear('four') }),
    ).toEqual(['again', 'again']);
  });

  test('a corrected answer is progress', () => {
    expect(asked({ answers: { one: 'a' } }, { answers: { one: 'b' } })).toEqual(['again', 'again']);
  });

  test('a remark is no try: the questions are repeated once, then named', () => {
    expect(asked({}, {}, { answers: { one: 'a' } }, { unclear: unclear('two') })).toEqual([
      'again',
      'numbers',
      'again',
      'page',
    ]);
  });

  test('is asked again by email when somebody goes on after the page was offered', () => {
    expect(asked({ unclear: unclear('one') }, { unclear: unclear('one') }, {}, { answers: { one: 'a' } })).toEqual([
      'again',
      'page',
      'page',
      'again',
    ]);
  });
});
