import { expect, test } from 'vitest';
import { wordsOf } from '#shared/words/index.ts';

test('every sentence of the language for trying is marked, and says what it names', () => {
  const { pages, formPage } = wordsOf('en-XA');

  expect(formPage.send).toMatch(/^⟦Send my answers~{6}⟧$/);
  expect(formPage.errors({ n: 1 })).toMatch(/^⟦Not sent yet: one answer needs a look~+⟧$/);
  expect(formPage.errors({ n: 3 })).toMatch(/^⟦Not sent yet: 3 answers need a look~+⟧$/);
  expect(pages.declined.back({ form: '/f/abc' })).toEqual([
    '⟦If you change your mind while applications are open, ',
    { words: 'go back to the questions', href: '/f/abc' },
    expect.stringMatching(/^\.~+⟧$/),
  ]);
});

test('a language that there is not is refused', () => {
  expect(() => wordsOf('xx')).toThrow('There are no words in the language xx.');
});
