import * as z from 'zod';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { oneOfSeveral } from '../parts/partner.ts';
import { byDeadline, closing, greeting, namedIn, paragraph } from '../parts/phrases.ts';
import { formOf, orPage } from '../parts/question-blocks.ts';
import { filesWords } from './attachments-and-questions.ts';

export const CouldNotReadFacts = z.object({
  why: z.enum(['empty', 'too-large', 'no-text', 'outlook', 'encrypted', 'reaction', 'damaged']),
  kept: z.array(z.string()).optional(),
  refused: z.array(z.string()).optional(),
});

/** To somebody whose reply has arrived but holds nothing that we can read. */
export const couldNotRead: Writer<typeof CouldNotReadFacts> = ({ why, ...files }, context) => {
  const form = formOf(context);
  const partner = oneOfSeveral(form);
  const { common, language, replies } = wordsOf(context.cohort.language);
  const words = replies.couldNotRead;
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(partner === undefined ? words.arrived({ why }) : words.arrivedAbout({ why, partner })),
      ...filesWords(files, context),
      paragraph(words.again({ why, by: byDeadline(form.asked, context) }), ...orPage(context)),
      ...(why === 'outlook' ? [paragraph(words.inOutlook)] : []),
      ...closing(context, common.why.replied(namedIn(context))),
    ],
  };
};
