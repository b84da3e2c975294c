import { readFile } from 'node:fs/promises';
import { faultIn } from '#domain/document-faults.ts';
import { type Answers, FormDefinition, missing, type Question } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import type { Sent } from '#domain/replies/read/reply-reading.ts';
import { bareForm } from '#shared/emails/bare-form.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { unclearReasonWords } from '#shared/words/unclear-words.ts';
import { fail, optionsOf } from './command-line.ts';

const help = `Reads replies to a form, and prints for each, in order, one line of JSON:
{"answers":{key:value},"missing":[key],"unclear":[{"key","said","why"}],"note":"...","automatic":false}

  npm run -s read-reply -- --form form.json --message reply.eml

  --form FILE      the form: {"id", "title", "questions": [{"key", "ask", "type", ...}]}
  --message FILE   a reply, as a raw message; give it again for the next reply to the same form
  --sent FILE      the message that was replied to; without it, the one that the ask command writes
  --help           this text

Answers add up: each line has those of its own message and of all before it. An automatic reply adds none.
`;

interface Line {
  answers: Answers;
  missing: string[];
  unclear: { key: string; said: string; why: string }[];
  note: string;
  automatic: boolean;
}

async function readReplies(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(help);
    return;
  }
  if (!options.form || !options.message?.length) fail('Both --form FILE and --message FILE are needed; see --help.');
  const form = await readForm(options.form);
  const sent = await sentMessages(form, options.sent ?? []);
  let answers: Answers = {};
  for (const file of options.message) {
    const line = await readOne(form, sent, file, answers);
    answers = line.answers;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

async function readOne(form: FormDefinition, sent: Sent[], file: string, known: Answers): Promise<Line> {
  const { from, subject, date, text, html, automatic } = await parseMail(await bytesOf(file));
  if (automatic) {
    return { answers: known, missing: missing(form, known).map(({ key }) => key), unclear: [], note: '', automatic };
  }
  const reading = readReply({
    form,
    sent,
    mail: { from, subject, text, html },
    known,
    ...(date && { today: date.slice(0, 10) }),
  });
  const { unclear, note } = reading;
  const inWords = unclear.map(({ key, said, why }) => {
    const question = form.questions.find((one) => one.key === key) as Question;
    return { key, said, why: unclearReasonWords(why, question, wordsOf()) };
  });
  return { answers: { ...known, ...reading.answers }, missing: reading.missing, unclear: inWords, note, automatic };
}

/** What was replied to: the given messages, or the one that `ask` writes for this form. */
async function sentMessages(form: FormDefinition, files: readonly string[]): Promise<Sent[]> {
  if (files.length === 0) {
    const email = bareForm(form, 'Telemachy');
    return [{ text: renderText(email), html: renderHtml(email) }];
  }
  return Promise.all(
    files.map(async (file) => {
      const { text, html } = await parseMail(await bytesOf(file));
      return { text: text ?? '', html };
    }),
  );
}

function readOptions() {
  return optionsOf({
    options: {
      form: { type: 'string' },
      message: { type: 'string', multiple: true },
      sent: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    fail(`The message can't be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** The form in a file, checked. Every fault of it is listed at once. */
async function readForm(file: string): Promise<FormDefinition> {
  let json: unknown;
  try {
    json = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  } catch (error) {
    fail(`The form ${file} can't be read: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = FormDefinition.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || 'the form'}: ${faultWords(faultIn(message), wordsOf())}`,
  );
  fail(`${file} is not a form:\n${faults.join('\n')}`);
}

await readReplies();
