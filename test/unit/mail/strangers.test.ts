import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownAddress, shownWords } from '#domain/strangers.ts';

const unshown = "an address that we can't show";

describe('an address is shown', () => {
  test.each([
    'ada@example.org',
    'ada.b+mentoring_1@mail.example.co.uk',
    "o'neill=x~@example.org",
    'ada@xn--bcher-kva.example',
  ])('%s', (address) => {
    expect(shownAddress(address)).toBe(address);
  });

  test.each([
    'ada@exаmple.org', // a Cyrillic а
    'ad\u200ba@example.org',
    'ada\u202e@example.org',
    'ada@bücher.example',
    'https://evil.example/ada@example.org',
    'www.evil.example@example.org',
    'evil.example/reset?a@example.org',
    'ada@example.org\r\nBcc: x@example.org',
    '"click here"@example.org',
    'ada@[127.0.0.1]',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@-example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}`,
    `${'a'.repeat(744_000)}@example.org`,
    'ada',
    'ada@example.org@evil.example',
    '',
  ])('unless it could be taken for something else: %j', (address) => {
    expect(shownAddress(address)).toBe(unshown);
  });
});

test('whatever is shown of somebody is short, leads nowhere and has no marks that can not be seen', () => {
  const pieces = fc.constantFrom(
    ...[
      'https://evil.example',
      'evil.example/x',
      'ex.co',
      'a@b.co',
      '\u200b',
      '\u202e',
      '\0',
      '\r\n',
      '\ud83d',
      '\u{e0041}',
    ],
    ...['word', ' ', '.', '👍', '。', '<a href=x>', 'evil\u200b.example', 'https:/\u200b/x.example'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 400 }), (parts) => {
      const shown = shownWords(parts.join(''));

      expect(shown.length).toBeLessThanOrEqual(204);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
      expect(shown).not.toMatch(/:\/\/|@|example\.|evil\.|ex\.co/);
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test('plain words are shown as they are', () => {
  expect(shownWords('I want to lead my own group, and sleep at night.\nEvery 2nd week, 3.5 hours.')).toBe(
    'I want to lead my own group, and sleep at night. Every 2nd week, 3.5 hours.',
  );
});
