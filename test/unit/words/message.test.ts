import { describe, expect, expectTypeOf, it } from 'vitest';
import { speak } from '#shared/words/message.ts';

const manner = { tag: 'en', locale: 'en-GB', numbers: ['no', 'one', 'two'] };
const words = speak(
  {
    plain: 'Nothing to do.',
    named: 'Hello {$name},',
    inner: { answers: '.input {$n :count}\n.match $n\n1 {{{$n} answer}}\n* {{{$n} answers}}' },
    sentence: '{$n :count case=sentence} of them',
    begins: '{$title :phrase case=sentence}: {$title :phrase case=inside}',
    numbered: 'Question {$n :integer}, {#page}or a page{/page}',
    page: '{#strong}Or{/strong} {#page}answer on a page{/page}, {$name}.',
  },
  manner,
);

describe('messages', () => {
  it('are themselves without placeholders, and functions of them with', () => {
    expect(words.plain).toBe('Nothing to do.');
    expect(words.named({ name: 'Ada' })).toBe('Hello Ada,');
  });

  it('take values as they are, whatever is in them', () => {
    expect(words.named({ name: '{$name} <b>{#page}' })).toBe('Hello {$name} <b>{#page},');
  });

  it('say small numbers in words and choose the form that fits them', () => {
    expect([0, 1, 2, 14].map((n) => words.inner.answers({ n }))).toEqual([
      'no answers',
      'one answer',
      'two answers',
      '14 answers',
    ]);
    expect(words.sentence({ n: 2 })).toBe('Two of them');
  });

  it('write a phrase of somebody else at the beginning, and inside of a sentence', () => {
    expect(words.begins({ title: 'mid-point' })).toBe('Mid-point: mid-point');
    expect(words.begins({ title: 'Mid-point' })).toBe('Mid-point: mid-point');
    expect(words.begins({ title: 'HR survey' })).toBe('HR survey: HR survey');
  });

  it('have their markup as parts, with the address that it leads to', () => {
    expect(words.page({ name: 'Ada', page: 'https://x.example/p' })).toEqual([
      { strong: 'Or' },
      ' ',
      { words: 'answer on a page', href: 'https://x.example/p' },
      ', Ada.',
    ]);
  });

  it('have numbers beside their markup', () => {
    expect(words.numbered({ n: 1200, page: 'https://x.example/p' })).toEqual([
      'Question 1,200, ',
      { words: 'or a page', href: 'https://x.example/p' },
    ]);
  });

  it('do not compile without what they name', () => {
    expectTypeOf(words.named).parameter(0).toEqualTypeOf<{ name: string }>();
    expectTypeOf(words.inner.answers).parameter(0).toEqualTypeOf<{ n: number }>();
    expectTypeOf(words.page).parameter(0).toEqualTypeOf<{ name: string; page: string }>();
    // @ts-expect-error: a message that nobody has written.
    expect(words.missing).toBeUndefined();
    // @ts-expect-error: a name is needed.
    expect(() => words.named({})).toThrow('name');
  });
});
