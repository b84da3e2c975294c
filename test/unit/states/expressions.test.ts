import { describe, expect, test } from 'vitest';
import { evaluate, type Json } from '#infra/local/states/expressions.ts';

const now = Date.UTC(2027, 5, 1, 9, 30);
const value = (template: unknown, input: Json = null, variables: Record<string, Json> = {}) =>
  evaluate(template, 'Output', { states: { input }, variables, now });

test('every string that is an expression is replaced, at any depth, and all else is left alone', async () => {
  const template = { a: ['{% 1 + 1 %}', ' {% 1 %} ', { b: '{%$states.input.c%}' }], '{% d %}': null, e: '$states' };

  expect(await value(template, { c: true })).toEqual({
    a: [2, ' {% 1 %} ', { b: true }],
    '{% d %}': null,
    e: '$states',
  });
});

test('variables are seen by their names', async () => {
  expect(await value('{% $outcome.over and $n = 1 %}', null, { outcome: { over: true }, n: 1 })).toBe(true);
});

describe('the time is told by the clock that is given', () => {
  test.each([
    ['{% $millis() %}', now],
    ['{% $now() %}', '2027-06-01T09:30:00.000Z'],
    ["{% $now('[Y]-[M01]', '+0200') %}", '2027-06'],
    ['{% $toMillis($now()) - $millis() %}', 0],
  ])('%s', async (template, expected) => {
    expect(await value(template)).toEqual(expected);
  });
});

describe("AWS's own functions are there", () => {
  test('$parse reads JSON', async () => {
    expect(await value('{% $parse($states.input).a %}', '{"a":[1]}')).toEqual([1]);
  });

  test('$hash gives the digest in hexadecimal', async () => {
    expect(await value("{% $hash('abc', 'SHA-1') %}")).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  });

  test('$uuid gives a new one each time', async () => {
    const [first, second] = (await value('{% [$uuid(), $uuid()] %}')) as string[];

    expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(second).not.toBe(first);
  });
});

describe('what goes wrong is a States.QueryEvaluationError that says where', () => {
  test.each([
    [
      '{% $states.input.a %}',
      "The JSONata expression '$states.input.a' specified for the field 'Output/b' returned nothing",
    ],
    ['{% $ %}', 'returned nothing (undefined)'],
    ['{% name %}', 'returned nothing (undefined)'],
    ['{% function($x) { $x } %}', 'returned an unsupported result type'],
    ['{% $sum %}', 'returned an unsupported result type'],
    ['{% 1 + "a" %}', 'threw an error during evaluation. T2002'],
    ['{% $nothing() %}', 'threw an error during evaluation. T1006: Attempted to invoke a non-function'],
    ["{% $parse('{') %}", 'threw an error during evaluation.'],
    ["{% $hash('a', 'CRC') %}", 'threw an error during evaluation. $hash() takes one of MD5'],
  ])('%s', async (template, cause) => {
    await expect(value({ b: template }, {})).rejects.toMatchObject({
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(cause),
      field: 'Output/b',
    });
  });
});

test('arrays come out as plain JSON, without the marks of JSONata', async () => {
  const result = (await value('{% $states.input.items.name %}', { items: [{ name: 'a' }, { name: 'b' }] })) as object;

  expect(Object.getOwnPropertyNames(result)).toEqual(['0', '1', 'length']);
});

test('an input that is a list is not taken apart', async () => {
  expect(await value('{% $count($states.input) %}', [1, 2])).toBe(2);
});
