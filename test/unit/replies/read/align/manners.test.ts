import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { type Answered, answeredForms } from '../arbitrary.ts';
import { asked, attribution, silent, typedUnder } from '../sent-form.ts';

const runs = { numRuns: Number(process.env.RUNS ?? 100) };
const quoted = (text: string) => attribution + text.replace(/^/gm, '> ');

/** The lines of our message, with a mark on the options that are meant, and the other answers under their questions. */
function marked(one: Answered, text: string, mark: (line: string) => string): string {
  let question = -1;
  const typed = { ...one, said: one.said.map((words, index) => (isMarkable(one, index) ? '' : words)) };
  return typedUnder(typed, text, '> ')
    .split('\n')
    .map((line) => {
      const [, number] = /^> (\d+)\. /.exec(line) ?? [];
      if (number !== undefined) question = Number(number) - 1;
      const [, option] = /^> {4}[a-z]\) (.*)$/.exec(line) ?? [];
      const answer = one.answers[`key${question}`];
      const isMeant = option !== undefined && (answer === option || (Array.isArray(answer) && answer.includes(option)));
      return isMeant && isMarkable(one, question) ? mark(line) : line;
    })
    .join('\n');
}

/** Whether the answer can be given by marking: "none" can't. */
function isMarkable({ form, answers }: Answered, index: number): boolean {
  const answer = answers[`key${index}`];
  return form.questions[index]?.options !== undefined && (!Array.isArray(answer) || answer.length > 0);
}

/** Every manner of answering: what stands in the plain text of the reply. */
const manners: Record<string, (one: Answered, text: string) => string> = {
  'by the keys of the questions, above the quotation': (one, text) =>
    `${one.form.questions.map(({ key }, index) => `${key}: ${one.said[index]}`).join('\n')}\n\n${quoted(text)}`,
  'behind the questions, copied above the quotation': (one, text) =>
    `${one.form.questions.map(({ ask }, index) => `${ask} ${one.said[index]}`).join('\n')}\n\n${quoted(text)}`,
  'under the questions, copied above the quotation': (one, text) =>
    `${one.form.questions.map(({ ask }, index) => `${index + 1}. ${ask}\n${one.said[index]}`).join('\n\n')}\n\n${quoted(text)}`,
  'with numbers, below the quotation': (one, text) =>
    `${quoted(text)}\n\n${one.said.map((words, index) => `${index + 1}. ${words}`).join('\n')}\n`,
  'with numbers, and no quotation': (one) => one.said.map((words, index) => `${index + 1}) ${words}`).join('\n'),
  'behind each question, on its own line': (one, text) =>
    text
      .split('\n')
      .map((line) => {
        // The last line of a question, which may have been wrapped, ends so; see the forms in arbitrary.ts.
        const [, number] = /\D(\d)\?$/.exec(line) ?? [];
        return number === undefined ? `> ${line}` : `> ${line} ${one.said[Number(number)]}`;
      })
      .join('\n'),
  'under each question, inside the quotation': (one, text) =>
    attribution + typedUnder(one, text, '').replace(/^/gm, '> '),
  'with an x before options': (one, text) => attribution + marked(one, text, (line) => line.replace('>    ', '> x ')),
  'with a box before options': (one, text) =>
    attribution + marked(one, text, (line) => line.replace('>    ', '> [x] ')),
  'with an arrow behind options': (one, text) => attribution + marked(one, text, (line) => `${line} <--`),
};

describe('answers are read as they were meant', () => {
  test.each(Object.entries(manners))('%s', (_, write) => {
    fc.assert(
      fc.property(answeredForms, (one) => {
        const sent = asked(one);

        const text = write(one, sent.text);
        const reading = readReply({ form: one.form, sent: [sent], mail: { subject: 'Re: A form', text } });

        expect(reading).toEqual({ ...silent, answers: one.answers, intent: 'answer' });
      }),
      runs,
    );
  });
});
