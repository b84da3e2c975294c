import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';
import { asked } from './sent-form.ts';

const form: FormDefinition = {
  id: 'parts',
  title: 'Joining the program',
  questions: [
    { key: 'role', ask: 'What would you like to be?', type: 'choice', options: ['mentor', 'mentee', 'both'] },
    { key: 'why', ask: 'Why do you want to take part this year?', type: 'text' },
    { key: 'years', ask: 'How many years have you worked in your field?', type: 'number' },
    { key: 'before', ask: 'Have you been a mentor before?', type: 'yesno' },
  ],
};
const answers = { role: 'mentee', why: 'To find my feet.', years: 7, before: false };
const sent = [asked({ form, answers: {}, said: [] })];
const quotation = sent[0]?.html ?? '';

function read(text: string | undefined, html: string | undefined) {
  return readReply({ form, sent, mail: { subject: 'Re:', ...(text && { text }), ...(html && { html }) } });
}

const list = '<ol><li>mentee</li><li>To find my feet.</li><li>7</li><li>no</li></ol>';

describe('the part that says more is read', () => {
  test.each([
    ['made by stripping the tags', '  mentee  To find my feet.  7  no  '],
    ['a picture', '[image]'],
    ['that this needs HTML', 'This message needs HTML to be viewed.'],
    ['that the program does not support HTML', 'Your mail client does not support HTML messages.'],
    ['a list that lost its numbers', 'mentee\nTo find my feet.\n7\nno'],
    ['half of it', '1. mentee\n2. To find my feet.'],
  ])('plain part: %s', (_, plain) => {
    expect(read(plain, list)).toMatchObject({ answers, unclear: [], missing: [], note: '' });
    expect(read(plain, `${list}<blockquote>${quotation}</blockquote>`)).toMatchObject({
      answers,
      unclear: [],
      note: '',
    });
  });

  test('the plain part, where the HTML has nothing', () => {
    const plain = '1. mentee\n2. To find my feet.\n3. 7\n4. no';

    expect(read(plain, '<p>Sent from my phone</p>')).toMatchObject({ answers, unclear: [] });
    expect(read(plain, '<p></p>')).toMatchObject({ answers, unclear: [] });
  });

  test('what only one of them has is added', () => {
    expect(read('1. mentee\n2. To find my feet.', '<p>3. 7</p><p>4. no</p>')).toMatchObject({ answers, unclear: [] });
  });

  test('a sentence that only one of them has is kept', () => {
    expect(read('1. mentee\n\nWho reads this?', '<p>1. mentee</p><p>3. 7</p>')).toMatchObject({
      answers: { role: 'mentee', years: 7 },
      note: 'Who reads this?',
    });
  });
});

test('where the two contradict each other, it is asked', () => {
  const reading = read('1. mentee\n3. 7', '<p>1. mentor</p><p>3. 7</p>');

  expect(reading).toMatchObject({ answers: { years: 7 }, unclear: [{ key: 'role', said: 'mentee\nmentor' }] });
  expect(reading.missing).toContain('role');
});

test('a text whose lines are broken elsewhere, or that is bold, is the same text', () => {
  const text = '1. mentee\n2. To find my feet after\nmoving from the *lab*.';
  const html = '<p>1. mentee</p><p>2. To find my feet after moving from the <b>lab</b>.</p><p>3. 7</p>';

  expect(read(text, html)).toMatchObject({ unclear: [], answers: { role: 'mentee', years: 7 } });
});

describe('what people do in HTML', () => {
  test.each([
    ['set in', '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">To find my feet.</blockquote>'],
    ['in a quotation of their own', '<blockquote><p>To find my feet.</p></blockquote>'],
    ['bold and in colour', '<div><b><font color="#0000ff">To find my feet.</font></b></div>'],
    ['behind a word that was struck out', '<div><s>Money.</s> To find my feet.</div>'],
  ])('an answer %s is read', (_, why) => {
    const html = `<div>1. mentee</div><div>2. </div>${why}<div>3. 7</div><div>4. no</div><blockquote type="cite">${quotation}</blockquote>`;

    expect(read(undefined, html)).toMatchObject({ answers, unclear: [], note: '' });
  });

  test('answers in a table', () => {
    const rows = ['mentee', 'To find my feet.', '7', 'no'].map(
      (said, index) => `<tr><td>${index + 1}</td><td>${said}</td></tr>`,
    );

    expect(read(undefined, `<table>${rows.join('')}</table>`)).toMatchObject({ answers, unclear: [] });
  });

  test('a number above a quotation of ours does not make that theirs', () => {
    expect(read(undefined, `<div>1.</div><blockquote type="cite">${quotation}</blockquote>`)).toMatchObject({
      answers: {},
    });
  });

  test('a paragraph that is set in is not quoted, and one that is cited is', () => {
    const depths = (html: string) => linesOfHtml(html).map(({ depth }) => depth);

    expect(depths('<blockquote style="margin:0 0 0 40px;border:none">a</blockquote>b')).toEqual([0, 0]);
    expect(depths('<blockquote class="gmail_quote" style="border:none">a</blockquote>b')).toEqual([1, 0]);
    expect(depths('<blockquote type="cite">a<blockquote style="border:none">b</blockquote>c</blockquote>d')).toEqual([
      1, 1, 1, 0,
    ]);
  });
});
