import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '#domain/forms/form.ts';
import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import { unclearFor, writtenInVain } from '#domain/in-vain.ts';

const definition: FormDefinition = {
  id: 'apply',
  title: 'Apply',
  questions: [
    { key: 'role', ask: 'What would you like to be?', type: 'choice', options: ['mentor', 'mentee'] },
    { key: 'avoid', ask: 'Anyone you would rather not meet?', type: 'text', required: false },
  ],
};
const blank = newForm({
  id: 'form1',
  cohort: 'coh_1',
  person: 'prs_1',
  purpose: 'application',
  occasion: 'apply',
  openedAt: '2027-01-11T09:00:00.000Z',
  expiresAt: 1_900_000_000,
});
const at = '2027-01-12T09:00:00.000Z';
const written = (changes: Partial<AskedForm>): AskedForm => ({ ...blank, replies: [{ id: 'rpl_1', at }], ...changes });
const unclear = [
  { key: 'role', said: 'whatever you need', why: { kind: 'undecided' as const } },
  { key: 'avoid', said: 'my ex husband', why: { kind: 'undecided' as const } },
];

describe('what was written in vain', () => {
  test('are the words that were no answer, and the remarks, without those of a question that is shown to nobody', () => {
    const form = written({ status: 'partial', unclear, notes: [{ at, text: 'I am\nnew here.' }] });

    expect(writtenInVain(form, definition)).toBe('whatever you need / I am new here.');
  });

  test('is known of confidential forms and ballots without its words', () => {
    for (const purpose of ['agreement', 'survey', 'ballot'] as const) {
      expect(writtenInVain(written({ purpose, unclear, status: 'partial' }), definition)).toBe('');
      expect(unclearFor(written({ purpose, unclear }), definition)).toEqual(new Map());
    }
  });

  test('is cut where it is long', () => {
    expect(writtenInVain(written({ notes: [{ at, text: 'word '.repeat(100) }] }), definition)?.length).toBeLessThan(
      210,
    );
  });

  test.each([
    ['nobody has written', blank],
    ['something was answered', written({ status: 'partial', answers: { role: 'mentor' }, unclear })],
    ['they said no thanks', written({ status: 'declined', notes: [{ at, text: 'No time.' }] })],
  ])('is nothing when %s', (_, form) => {
    expect(writtenInVain(form, definition)).toBeUndefined();
  });
});
