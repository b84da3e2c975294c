import { type FormDefinition, numbered } from '#domain/forms/form.ts';
import type { Email } from './content.ts';
import { count, language, paragraph } from './parts/phrases.ts';
import { minutesFor, questionsBlock } from './parts/question-blocks.ts';

/** An email that asks a form and nothing else, for a form that belongs to no program (the `ask` command). */
export function bareForm(form: FormDefinition, signed: string): Email {
  const questions = numbered(form);
  return {
    subject: form.title,
    language,
    blocks: [
      paragraph('Hello,'),
      paragraph(
        `Just reply and type under the questions; any mail program will do. It takes about ${count(minutesFor(questions), 'minute')}.`,
      ),
      questionsBlock(questions),
      { kind: 'signature', of: signed },
    ],
  };
}
