import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { faultIn } from '#domain/document-faults.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import { bareForm } from '#shared/emails/bare-form.ts';
import { composeMessage } from '#shared/emails/mime.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { fail, optionsOf } from './command-line.ts';

const help = `Prints the message that asks a form, as it would be sent.

  npm run -s ask -- --form form.json --to a@example.org > form.eml

  --form FILE         the form: {"id", "title", "questions": [{"key", "ask", "type", ...}]}
  --to ADDRESS        whom it asks
  --from ADDRESS      who asks (default: mentoring@telemachy.example)
  --reply-to ADDRESS  where the answers go (default: the address it is from)
  --help              this text
`;

async function ask(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(help);
    return;
  }
  if (!options.form || !options.to) fail('Both --form FILE and --to ADDRESS are needed; see --help.');
  const from = address('--from', options.from);
  const to = address('--to', options.to);
  const replyTo = options['reply-to'] === undefined ? from : address('--reply-to', options['reply-to']);
  const message = await composeMessage({
    email: bareForm(await readForm(options.form), 'Telemachy'),
    from: { name: 'Telemachy', address: from },
    to: { name: '', address: to },
    replyTo,
  });
  process.stdout.write(message);
}

function readOptions() {
  return optionsOf({
    options: {
      form: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string', default: 'mentoring@telemachy.example' },
      'reply-to': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;
}

function address(option: string, given: string): string {
  const parsed = z.email().safeParse(given);
  if (!parsed.success) fail(`${option}: not an email address: ${given}`);
  return parsed.data;
}

/** The form in a file, checked. Every fault of it is listed at once. */
async function readForm(file: string): Promise<FormDefinition> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    fail(`The form can't be read: ${error instanceof Error ? error.message : error}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    fail(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = FormDefinition.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  ${path.map(String).join('.') || 'the form'}: ${faultWords(faultIn(message), wordsOf())}`,
  );
  fail(`${file} is not a form:\n${faults.join('\n')}`);
}

await ask();
