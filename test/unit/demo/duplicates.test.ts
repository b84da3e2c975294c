import { expect, test } from 'vitest';
import { repeatedInMailboxes } from '#infra/demo/findings/audit.ts';
import type { Letter } from '#infra/demo/mail/letter.ts';

const letter = { subject: 'Thank you, Ada', text: 'This is what we understood.' } as Letter;
const got = (email: string, file: string) => ({ to: 'ada@example.org', email, file, letter });

test('two emails that are alike in words are no duplicate', () => {
  expect(repeatedInMailboxes([got('eml_1', 'one'), got('eml_2', 'two')])).toEqual([]);
});

test('one email that lies in a mailbox twice is a duplicate', () => {
  expect(repeatedInMailboxes([got('eml_1', 'one'), got('eml_1', 'two')])).toEqual([
    'ada@example.org got "Thank you, Ada" 2 times.',
  ]);
});
