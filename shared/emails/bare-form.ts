import { type FormDefinition, numbered } from '#domain/forms/form.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Email } from './content.ts';
import { paragraph } from './parts/phrases.ts';
import { minutesFor, questionsBlock } from './parts/question-blocks.ts';

/** An email that asks a form and nothing else, for a form that belongs to no program (the `ask` command). */
export function bareForm(form: FormDefinition, signed: string): Email {
  const questions = numbered(form);
  const { common, language } = wordsOf();
  return {
    subject: form.title,
    language,
    blocks: [
      paragraph(common.helloUnnamed),
      paragraph(common.howToAnswer.undated({ minutes: minutesFor(questions) })),
      questionsBlock(questions),
      { kind: 'signature', of: signed },
    ],
  };
}
