import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Answer, type Answers, FormDefinition, numbered } from '#domain/forms/form.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

/**
 * Replies by people who knew only our emails and a character, each with what it means. Every other reply is held out: nobody
 * looks at it, only at how many of them are read.
 */

const folder = new URL('written/', import.meta.url);

const emails = [
  'application',
  'agreement',
  'midpoint',
  'closeout',
  'ballot',
  'consent',
  'decision',
  'late',
  'complete-application',
] as const;
type Email = (typeof emails)[number];

const Written = z.object({
  writer: z.string(),
  replies: z.array(
    z.object({
      id: z.string(),
      email: z.enum(emails),
      /** Above the quotation, and under questions within it, by number. */
      above: z.string(),
      under: z.record(z.string(), z.string()),
      /** What was answered, by number; null is to be asked again. */
      meant: z.record(z.string(), Answer.nullable()),
      /** Numbers that a careful reader could rightly ask about once more. */
      mayAsk: z.array(z.coerce.string()),
      /** What a person has to see. */
      tell: z.string(),
      wants: z.enum(['answer', 'decline', 'stop']),
    }),
  ),
  words: z.array(
    z.object({
      id: z.string(),
      email: z.enum(emails),
      question: z.coerce.string(),
      said: z.string(),
      right: Answer.nullable(),
      mayAsk: z.boolean(),
    }),
  ),
});

/** One reply to an email: the form, what was sent, the text that came back, and what it means. */
export interface WrittenReply {
  id: string;
  writer: string;
  email: Email;
  isHeldOut: boolean;
  form: FormDefinition;
  known: Answers;
  sent: string;
  text: string;
  meant: ReadonlyMap<string, Answer | null>;
  mayAsk: ReadonlySet<string>;
  tell: string;
  wants: 'answer' | 'decline' | 'stop';
}

/** One answer to one question, by itself. */
export interface WrittenWords {
  id: string;
  writer: string;
  isHeldOut: boolean;
  question: FormDefinition['questions'][number];
  said: string;
  right: Answer | null;
  mayAsk: boolean;
}

/** The day on which all of them were written. */
export const writtenOn = '2027-04-06';

/** The whole corpus, in the order of its files. */
export function writtenCorpus(): { replies: WrittenReply[]; words: WrittenWords[] } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = files.map((name) => Written.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
  return {
    replies: all.flatMap(({ writer, replies }) =>
      replies.map((one, index): WrittenReply => {
        const form = formOf(one.email);
        const key = (number: string) => form.questions[Number(number) - 1]?.key ?? number;
        return {
          id: one.id,
          writer,
          email: one.email,
          isHeldOut: index % 2 === 1,
          form,
          known: one.email === 'complete-application' ? complete : {},
          sent: sentText(one.email),
          text: replyText(one.email, one.above, one.under),
          meant: new Map(Object.entries(one.meant).map(([number, answer]) => [key(number), answer])),
          mayAsk: new Set(one.mayAsk.map(key)),
          tell: one.tell,
          wants: one.wants,
        };
      }),
    ),
    words: all.flatMap(({ writer, words }) =>
      words.flatMap(({ id, email, question, said, right, mayAsk }, index): WrittenWords[] => {
        const asked = formOf(email).questions[Number(question) - 1];
        return asked ? [{ id, writer, isHeldOut: index % 2 === 1, question: asked, said, right, mayAsk }] : [];
      }),
    ),
  };
}

/** What had been answered before, where the email says that everything is there. */
const complete: Answers = {
  role: 'mentor',
  why: 'Mentoring was the best hour of my week the last time.',
  helps: ['leading people', 'speaking and writing', 'skills for my field'],
  story:
    'I have reviewed code, papers and welding seams, and the kind word always goes first because otherwise the other one is not heard.',
  strengths: ['says things plainly', 'has made a big change', 'comes from a different background'],
  learns: ['honest feedback'],
  capacity: 1,
  beyond: ['someone to be open with'],
  before: 'neither',
  experience: 23,
  languages: ['English'],
  times: ['in the afternoon', 'in the evening'],
  gender: 'man',
};

function sentText(email: Email): string {
  const text = readFileSync(new URL(`emails/${email}.txt`, folder), 'utf8');
  // The first line is the subject.
  return text.slice(text.indexOf('\n\n') + 2).trim();
}

const pair = / as mentor of /;

function formOf(email: Email): FormDefinition {
  const yesNo = (key: string, ask: string) => ({ key, ask, type: 'yesno' as const });
  switch (email) {
    case 'application':
    case 'complete-application':
      return FormDefinition.parse(defaultProgram.forms.application);
    case 'agreement':
    case 'midpoint':
    case 'closeout':
      return FormDefinition.parse(defaultProgram.forms[email]);
    case 'ballot': {
      const asks = [...sentText(email).matchAll(/^\d{1,2}\. (.*)$/gm)].flatMap(([, ask = '']) =>
        pair.test(ask) ? [ask] : [],
      );
      const questions = asks.map((ask, index) => yesNo(`pair${index + 1}`, ask));
      const { questions: votes, ...form } = FormDefinition.parse({ id: email, title: email, questions });
      return { ...form, questions: votes.map((vote) => ({ ...vote, mayAbstain: true })) };
    }
    case 'consent':
      return FormDefinition.parse({
        id: email,
        title: email,
        questions: [yesNo('with', 'Would you like to work with Yonas Bekele?')],
      });
    case 'decision':
      return FormDefinition.parse({
        id: email,
        title: email,
        questions: [yesNo('publish', 'Shall we publish these pairs?')],
      });
    case 'late':
      return FormDefinition.parse({
        id: email,
        title: email,
        questions: [yesNo('take', "Shall we take Greta Hagedorn's late reply?")],
      });
  }
}

/** The reply as a mail program sends it: the answer above, and ours below it with what was typed among it. */
function replyText(email: Email, above: string, under: Readonly<Record<string, string>>): string {
  const lines = sentText(email).split('\n');
  const starts = new Map<string, number>();
  for (const { number } of numbered(formOf(email))) {
    const start = lines.findIndex((line) => line.startsWith(`${number}. `));
    if (start >= 0) starts.set(String(number), start);
  }
  const quoted: string[] = [];
  let open: string | undefined;
  for (const [index, line] of [...lines, ''].entries()) {
    const next = [...starts].find(([, start]) => start === index)?.[0];
    if (line.trim() === '' && open !== undefined && under[open] !== undefined) {
      quoted.push('', ...(under[open] ?? '').split('\n'), '');
      open = undefined;
    }
    if (next !== undefined) open = next;
    quoted.push(line === '' ? '>' : `> ${line}`);
  }
  const attribution = 'On Mon, 5 Apr 2027 at 09:00, Maria Ortiz <r@mentoring.example.org> wrote:';
  return `${above}\n\n${attribution}\n\n${quoted.join('\n')}\n`;
}
