import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, namedIn, paragraph } from '../parts/phrases.ts';
import { ReceiptFacts } from './receipt-facts.ts';

export const TheirsOrNotFacts = ReceiptFacts.required({ receipt: true });

/** A reply to a receipt that says neither yes nor no, where an answer must not be guessed. */
export const theirsOrNot: Writer<typeof TheirsOrNotFacts> = (_facts, context) => {
  const { common, language, pageEmails } = wordsOf(context.cohort.language);
  const words = pageEmails.theirsOrNot;
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.ifNot),
      paragraph(words.ifSo),
      ...closing(context, common.why.replied(namedIn(context))),
    ],
  };
};
