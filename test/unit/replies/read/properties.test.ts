import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { type Answered, answeredForms } from './arbitrary.ts';
import { application, ballot, invitation } from './forms.ts';
import { asked, attribution, silent, typedUnder } from './sent-form.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 150) };

describe('what is typed is what is read', () => {
  test.each(['> ', '>', '', '> > ', '| '])(
    'answers typed under each question, where our lines begin with "%s"',
    (mark) => {
      fc.assert(
        fc.property(answeredForms, (one) => {
          const sent = asked(one);

          const text = attribution + typedUnder(one, sent.text, mark);
          const reading = readReply({ form: one.form, sent: [sent], mail: { subject: 'Re: A form', text } });

          expect(reading).toEqual({ ...silent, answers: one.answers, intent: 'answer' });
        }),
        runs,
      );
    },
  );

  test('answers typed under each question, when what was sent is not at hand', () => {
    fc.assert(
      fc.property(answeredForms, (one) => {
        const text = attribution + typedUnder(one, asked(one).text, '> ');

        const reading = readReply({ form: one.form, sent: [], mail: { subject: 'Re: A form', text } });

        expect(reading).toEqual({ ...silent, answers: one.answers, intent: 'answer' });
      }),
      runs,
    );
  });

  test.each(['.', ')', ':'])('answers with numbers and "%s" above the quotation', (separator) => {
    fc.assert(
      fc.property(answeredForms, (one) => {
        const sent = asked(one);
        const typed = one.said.map((words, index) => `${index + 1}${separator} ${words}`).join('\n');

        const text = `Hi Maria,\n\n${typed}\n\nBest,\nAda\n\n${attribution}${sent.text.replace(/^/gm, '> ')}`;
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: 'Re: A form', text } });

        expect(reading).toEqual({ ...silent, answers: one.answers, intent: 'answer' });
      }),
      runs,
    );
  });

  test('answers typed into the HTML, in the empty paragraph under each question', () => {
    fc.assert(
      fc.property(answeredForms, (one) => {
        const sent = asked(one);
        let next = 0;

        const html = (sent.html ?? '').replace(/<p [^>]*>\u00a0<\/p>/g, () => `<p>${one.said[next++] ?? ''}</p>`);
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: 'Re: A form', html } });

        expect(reading).toEqual({ ...silent, answers: one.answers, intent: 'answer' });
      }),
      runs,
    );
  });

  test('answers in several replies, in any order, give what they give in one', () => {
    fc.assert(
      fc.property(answeredForms, fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }), (one, which) => {
        const sent = asked(one);
        const replies: string[][] = [[], [], []];
        for (const [index, words] of one.said.entries()) replies[which[index] ?? 0]?.push(`${index + 1}. ${words}`);

        let known = {};
        for (const lines of replies.reverse()) {
          const text = `${lines.join('\n')}\n\n${attribution}${sent.text.replace(/^/gm, '> ')}`;
          const { answers } = readReply({ form: one.form, sent: [sent], mail: { subject: '', text }, known });
          known = { ...known, ...answers };
        }

        expect(known).toEqual(one.answers);
      }),
      runs,
    );
  });
});

describe('laws of reading', () => {
  /** Answers in lines with numbers, in the order of `order`. */
  const numbered = ({ said }: Answered, order: readonly number[]) =>
    [...said.keys()]
      .sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0))
      .map((index) => `${index + 1}. ${said[index]}`)
      .join('\n');
  const order = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });

  test('answers in any order give what they give in order', () => {
    fc.assert(
      fc.property(answeredForms, order, (one, places) => {
        const sent = asked(one);

        const text = `${numbered(one, places)}\n\n${attribution}${sent.text.replace(/^/gm, '> ')}`;
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: '', text } });

        expect(reading).toEqual({ ...silent, answers: one.answers, intent: 'answer' });
      }),
      runs,
    );
  });

  test('a reply that is read again, with what it said known, says the same', () => {
    fc.assert(
      fc.property(answeredForms, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (one, isSaid) => {
        const sent = asked(one);
        const lines = one.said.map((words, index) => (isSaid[index] ? `${index + 1}. ${words}` : ''));
        const text = `${lines.join('\n')}\n\n${attribution}${sent.text.replace(/^/gm, '> ')}`;
        const reply = { form: one.form, sent: [sent], mail: { subject: '', text } };

        const first = readReply(reply);
        const again = readReply({ ...reply, known: first.answers });

        expect(again.answers).toEqual(first.answers);
        expect(again.missing).toEqual(first.missing);
      }),
      runs,
    );
  });

  test('what is read, and asked again with what is known, and quoted in the next reply, is not answered twice', () => {
    fc.assert(
      fc.property(answeredForms, (one) => {
        const sent = asked(one);
        const first = `${numbered(one, [])}\n\n${attribution}${sent.text.replace(/^/gm, '> ')}`;
        const second = `Thank you.\n\nOn Tue, 2 Feb 2027 at 10:00, Ada <ada@example.org> wrote:\n\n${first.replace(/^/gm, '> ')}`;

        const reply = { form: one.form, sent: [sent], mail: { subject: '', text: second }, known: one.answers };

        expect(readReply(reply)).toMatchObject({ answers: {}, unclear: [] });
      }),
      runs,
    );
  });

  test('answers of which each is in a reply of its own, typed under its question, give what they give in one', () => {
    fc.assert(
      fc.property(answeredForms, order, (one, places) => {
        const sent = asked(one);
        const sequence = [...one.said.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));

        let known = {};
        for (const index of sequence) {
          const alone = { ...one, said: one.said.map((words, at) => (at === index ? words : '')) };
          const text = attribution + typedUnder(alone, sent.text, '> ');
          known = {
            ...known,
            ...readReply({ form: one.form, sent: [sent], mail: { subject: '', text }, known }).answers,
          };
        }

        expect(known).toEqual(one.answers);
      }),
      runs,
    );
  });
});

describe('our own words are never theirs', () => {
  test.each(['> ', '', '>> ', '    '])(
    'a reply that is nothing but our message, each line after "%s", says nothing',
    (mark) => {
      fc.assert(
        fc.property(answeredForms, (one) => {
          const sent = asked(one);

          const text = sent.text.replace(/^/gm, mark);
          const reading = readReply({ form: one.form, sent: [sent], mail: { subject: '', text: attribution + text } });

          expect(reading).toEqual({ ...silent, missing: expect.any(Array) });
        }),
        runs,
      );
    },
  );

  test('a reply that is nothing but some lines of our message says nothing', () => {
    fc.assert(
      fc.property(answeredForms, fc.array(fc.boolean(), { minLength: 200, maxLength: 200 }), (one, keeps) => {
        const sent = asked(one);
        const kept = sent.text.split('\n').filter((_, index) => keeps[index]);

        const text = kept.map((line) => `> ${line}`).join('\n');
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: '', text } });

        expect(reading).toEqual({ ...silent, missing: expect.any(Array) });
      }),
      runs,
    );
  });

  test.each([
    ['as it is', (html: string) => html],
    [
      'in a quotation of Gmail',
      (html: string) =>
        `<div class="gmail_quote"><div class="gmail_attr">On Mon, 1 Feb 2027 at 10:00, Maria Ortiz &lt;maria@example.org&gt; wrote:<br></div><blockquote class="gmail_quote">${html}</blockquote></div>`,
    ],
    [
      'below the headers of Outlook, in paragraphs of Word',
      (html: string) =>
        `<div id="divRplyFwdMsg"><b>From:</b> Maria Ortiz<br><b>Sent:</b> Monday, 1 February 2027 10:00<br><b>To:</b> Ada<br><b>Subject:</b> A form</div>${html.replaceAll('</p>', '<o:p></o:p></span></p>').replace(/<p [^>]*>/g, '<p class="MsoNormal"><span>')}`,
    ],
  ])('a reply that is nothing but our message as HTML, %s, says nothing', (_, wrap) => {
    fc.assert(
      fc.property(answeredForms, (one) => {
        const sent = asked(one);

        const html = wrap(sent.html ?? '');
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: '', html } });

        expect(reading).toEqual({ ...silent, missing: expect.any(Array) });
      }),
      runs,
    );
  });

  test('a reply that is nothing but our message, wrapped anew, says nothing', () => {
    fc.assert(
      fc.property(answeredForms, fc.integer({ min: 20, max: 60 }), (one, width) => {
        const sent = asked(one);

        const text = rewrapped(sent.text, width);
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: '', text } });

        expect(reading).toEqual({ ...silent, missing: expect.any(Array) });
      }),
      runs,
    );
  });
});

function rewrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      let row = '';
      const rows: string[] = [];
      for (const word of line.trim().split(' ')) {
        if (row.length + word.length > width) {
          rows.push(row);
          row = '';
        }
        row += row === '' ? word : ` ${word}`;
      }
      return [...rows, row].map((one) => `> ${one}`).join('\n');
    })
    .join('\n');
}

describe('whatever comes in', () => {
  const junk = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '\n',
            '> ',
            '1. ',
            'a) ',
            'yes',
            'no',
            '--',
            '<p>',
            '</blockquote>',
            '&#',
            'On Monday wrote:',
            'From: a@b',
            '2026',
          ),
          fc.constantFrom(...invitation.split('\n')),
          fc.string({ maxLength: 20 }),
        ),
        { maxLength: 60 },
      )
      .map((pieces) => pieces.join('')),
  );

  test('reading never throws, and reads the same twice', () => {
    fc.assert(
      fc.property(junk, junk, fc.constantFrom(application, ballot), (text, html, form) => {
        const reply = { form, sent: [{ text: invitation }], mail: { subject: text.slice(0, 20), text, html } };

        expect(readReply(reply)).toEqual(readReply(reply));
      }),
      { numRuns: 1000 },
    );
  });

  test('parsing never throws, and always says what it can', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 500 }),
          junk.map((text) => new TextEncoder().encode(text)),
        ),
        async (raw) => {
          const mail = await parseMail(raw);

          expect(mail).toMatchObject({
            subject: expect.any(String),
            attachments: expect.any(Array),
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
