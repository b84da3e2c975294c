import type { Writer } from '../kind.ts';
import { closing, greeting, language, paragraph } from '../parts/phrases.ts';
import { ReceiptFacts } from './receipt-facts.ts';

export const TheirsOrNotFacts = ReceiptFacts.required({ receipt: true });

/** A reply to a receipt that says neither yes nor no, where an answer must not be guessed. */
export const theirsOrNot: Writer<typeof TheirsOrNotFacts> = (_facts, context) => ({
  subject: 'Was it you who answered on the page?',
  language,
  blocks: [
    greeting(context.person),
    paragraph(
      'We could not tell from your reply whether it was you who answered on the page. If it was not, please reply "no" and nothing else: we put back what was there before.',
    ),
    paragraph(
      'If it was you, there is nothing to do. To change an answer, reply to the email that asked for it, or use the page.',
    ),
    ...closing(context, `You get this because you replied to an email about ${context.cohort.name}.`),
  ],
});
