import { describe, expect, test } from 'vitest';
import { awaitsWord, settledBy, withoutReservations } from '#domain/forms/confirming.ts';
import type { FormDefinition } from '#domain/forms/form.ts';

const said = (comment: string, note = ''): Parameters<typeof withoutReservations>[1] => ({
  answers: { publish: true },
  unclear: [],
  comments: comment ? { publish: comment } : {},
  note,
});
const reserved = (comment: string, note = '') =>
  withoutReservations('decision', said(comment, note), ['Maria Ortiz', 'Ada Park']);

describe('a yes to publishing', () => {
  test.each([
    ['', ''],
    ['thank you all', ''],
    ['', 'Great work, best wishes, Maria'],
  ])('with courtesy beside it ("%s", "%s") stands', (comment, note) => {
    expect(reserved(comment, note)).toEqual(said(comment, note));
  });

  test.each([
    ['but not Ada and Paul', ''],
    ['', 'Ada and Paul had better wait.'],
    ['once Tom is back', ''],
  ])('with more beside it ("%s", "%s") is asked about, quoting all of it', (comment, note) => {
    const asked = reserved(comment, note);

    expect(asked).toMatchObject({ answers: {}, comments: {}, note: '' });
    expect(asked.unclear).toMatchObject([{ key: 'publish', said: expect.stringContaining(comment || note) }]);
  });

  test('is one of a decision alone: beside a vote there may be a reason', () => {
    expect(withoutReservations('ballot', said('but not together with Paul'), [])).toEqual(
      said('but not together with Paul'),
    );
  });
});

describe('a word about the answer that we propose', () => {
  const definition: FormDefinition = {
    id: 'f',
    title: 'Pairs',
    questions: ['p1', 'p2'].map((key) => ({ key, ask: `${key}?`, type: 'yesno' })),
  };
  const unclear = [{ key: 'p2', said: 'rather not', why: { kind: 'undecided' as const } }];

  test('is awaited, also when something else is open', () => {
    const form = { answers: { p1: true }, unclear, proposed: { p2: false } };

    expect(awaitsWord(form, definition)).toEqual({ answers: { p2: false }, said: { p2: 'rather not' } });
    expect(awaitsWord({ ...form, answers: {} }, definition)?.answers).toEqual({ p2: false });
    expect(awaitsWord({ ...form, answers: {}, proposed: { p1: true, p2: false } }, definition)).toMatchObject({
      answers: { p1: true, p2: false },
    });
    expect(awaitsWord({ answers: { p1: true }, unclear }, definition)).toBeUndefined();
  });

  test('takes several answers with one yes, and asks all of them again with a no', () => {
    const awaited = { answers: { p1: true, p2: false }, said: { p1: 'odd', p2: 'odd' } };

    expect(settledBy('yes', awaited, 'yes')).toEqual({
      answers: { p1: true, p2: false },
      unclear: [],
      comments: { p2: 'odd' },
    });
    expect(settledBy('no', awaited, 'no').unclear).toMatchObject([{ key: 'p1' }, { key: 'p2' }]);
  });

  test('takes the answer with a yes, and drops it with anything else', () => {
    const awaited = { answers: { p2: false }, said: { p2: 'rather not' } };

    expect(settledBy('yes', awaited, 'yes')).toMatchObject({ answers: { p2: false }, unclear: [] });
    expect(settledBy('no', awaited, 'no')).toMatchObject({ answers: {}, unclear: [{ key: 'p2', said: 'no' }] });
    expect(settledBy('unclear', awaited, 'yes, I like them')).toMatchObject({ answers: {} });
  });
});
