import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbered, type Question } from '#domain/forms/form.ts';
import type { Block, Email } from '#shared/emails/content.ts';
import { contrast, ground, readableAccent } from '#shared/emails/render/accent.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { askedText, columnsOf, renderText } from '#shared/emails/render/plain-text.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';

const email = (...blocks: Block[]): Email => ({ subject: 'A subject', language: 'en', blocks });
const asking = (...questions: Question[]): Email =>
  email({ kind: 'questions', of: numbered({ id: 'f', title: 'F', questions }) });

describe('a question in plain text', () => {
  it('shows its options by letter', () => {
    const text = renderText(asking({ key: 'role', ask: 'What?', type: 'choice', options: ['mentor', 'mentee'] }));

    expect(text).toBe('1. What?\n   a) mentor\n   b) mentee\n');
  });

  it.each<[string, Question, string]>([
    [
      'a scale with its ends',
      { key: 'q', ask: 'How?', type: 'scale', ends: ['not at all', 'completely'] },
      '   1 (not at all) to 5 (completely)',
    ],
    ['a scale without ends', { key: 'q', ask: 'How?', type: 'scale', min: 0, max: 10 }, '   0 to 10'],
    ['yes or no', { key: 'q', ask: 'Well?', type: 'yesno' }, '   yes or no'],
    ['a number with its range', { key: 'q', ask: 'Many?', type: 'number', min: 1, max: 3 }, '   A number from 1 to 3.'],
    ['a date', { key: 'q', ask: 'When?', type: 'date' }, '   A date, with the year.'],
    ['several choices', { key: 'q', ask: 'Which?', type: 'choices', options: ['x', 'y'] }, '   Choose one or more.'],
    ['a hint', { key: 'q', ask: 'Why?', type: 'text', hint: 'One sentence.' }, '   One sentence.'],
  ])('says how to answer: %s', (_name, question, line) => {
    expect(renderText(asking(question)).split('\n')[1]).toBe(line);
  });

  it('says when it is optional, and when it is asked at all', () => {
    const text = renderText(
      asking(
        { key: 'role', ask: 'What?', type: 'choice', options: ['mentor', 'mentee', 'both'] },
        {
          key: 'room',
          ask: 'Room for?',
          type: 'number',
          required: false,
          when: { key: 'role', is: ['mentor', 'both'] },
        },
      ),
    );

    expect(text).toContain('\n2. If you answered mentor or both to 1: Room for? (optional)\n');
  });

  it.each(Object.values(defaultProgram.forms))('has the words that the reader of replies expects: $title', (form) => {
    const text = renderText(email({ kind: 'questions', of: numbered(form) }));

    expect(text.split(/\s+/).join(' ').trim()).toBe(askedText(form, wordsOf()).split(/\s+/).join(' ').trim());
  });
});

describe('plain text', () => {
  it('keeps every line under 72 columns and loses no word, whatever the words', () => {
    const word = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((one) => !/[\s\p{C}]/u.test(one));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const text = renderText(email({ kind: 'paragraph', of: [words.join(' ')] }));

        expect(text.split('\n').every((line) => columnsOf(line) < 72)).toBe(true);
        expect(text.replace(/\s/g, '')).toBe(words.join(''));
      }),
    );
  });

  it('never breaks an address', () => {
    const href = `https://example.org/${'a'.repeat(90)}`;

    expect(renderText(email({ kind: 'paragraph', of: ['See ', { words: 'the page', href }] }))).toContain(
      `\n${href}\n`,
    );
  });

  it('breaks writing that has no spaces', () => {
    const text = renderText(email({ kind: 'paragraph', of: ['你'.repeat(100)] }));

    expect(text.split('\n').map(columnsOf)).toEqual([70, 70, 60, 0]);
  });

  it('sets a quotation off, line by line', () => {
    expect(renderText(email({ kind: 'quote', of: 'One.\r\n\r\n\r\n\r\nTwo.' }))).toBe('    One.\n\n    Two.\n');
  });

  it('puts values beside short labels and under long ones', () => {
    const short = renderText(
      email({
        kind: 'facts',
        of: [
          { label: 'To be', value: 'mentor' },
          { label: 'Why', value: 'x' },
        ],
      }),
    );
    const long = renderText(
      email({ kind: 'facts', of: [{ label: 'A label that is longer than thirty', value: 'x' }] }),
    );

    expect(short).toBe('  To be   mentor\n  Why     x\n');
    expect(long).toBe('  A label that is longer than thirty\n    x\n');
  });
});

describe('HTML', () => {
  it('has an empty paragraph under each question, to type in', () => {
    const html = renderHtml(asking({ key: 'a', ask: 'One?', type: 'text' }, { key: 'b', ask: 'Two?', type: 'text' }));

    expect(html.match(/<p[^>]*>\u00a0<\/p>/g)).toHaveLength(2);
  });

  it('says its language and direction', () => {
    expect(renderHtml({ ...email(), language: 'ar-EG' })).toContain('<html lang="ar-EG" dir="rtl">');
    expect(renderHtml({ ...email(), language: 'x" onload="' })).toContain('<html lang="en" dir="ltr">');
  });

  it('follows no link but to the web and to mail', () => {
    const html = renderHtml(email({ kind: 'paragraph', of: [{ words: 'here', href: 'javascript:alert(1)' }] }));

    expect(html).not.toContain('javascript');
  });

  it('draws a bar for any share', () => {
    const bars = [-1, 0, 0.5, 1, 7, Number.NaN].map((value) => ({ label: 'x', value, shown: 'y' }));

    expect(renderHtml(email({ kind: 'bars', of: bars })).match(/width="\d+%"/g)).toEqual(
      expect.arrayContaining(['width="50%"', 'width="100%"']),
    );
  });
});

describe('an accent', () => {
  it.each(['#ffff00', '#000000', '#0b6377', '#ff8800', 'no colour', undefined])(
    '%s can be read on light and on dark',
    (colour) => {
      const { light, dark } = readableAccent(colour);

      expect(contrast(light, ground.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, ground.dark)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
