import * as z from 'zod';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, namedIn, nothingToDo, paragraph } from '../parts/phrases.ts';

export const LinksEndedFacts = z.object({
  /** Who has done it: the coordinator, or whoever had one of the links. */
  by: z.enum(['coordinator', 'page']),
});

/** All links to pages of somebody that were sent before have ended. */
export const linksEnded: Writer<typeof LinksEndedFacts> = ({ by }, context) => {
  const { language, pageEmails } = wordsOf(context.cohort.language);
  const words = pageEmails.linksEnded;
  const names = namedIn(context);
  const who = by === 'coordinator' && isCoordinator(context) ? 'reader' : by;
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.effect({ ...names, by: who })),
      paragraph(words.instead),
      nothingToDo(context),
      ...closing(context, words.why(names)),
    ],
  };
};
