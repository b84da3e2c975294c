import * as z from 'zod';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, language, nothingToDo, paragraph } from '../parts/phrases.ts';

export const LinksEndedFacts = z.object({
  /** Who has done it: the coordinator, or whoever had one of the links. */
  by: z.enum(['coordinator', 'page']),
});

/** All links to pages of somebody that were sent before have ended. */
export const linksEnded: Writer<typeof LinksEndedFacts> = ({ by }, context) => {
  const { cohort, person } = context;
  const who =
    by === 'page'
      ? 'This was asked for on one of the pages.'
      : isCoordinator(context)
        ? 'You have ended them.'
        : `${cohort.coordinator.name} has ended them.`;
  return {
    subject: 'The links in our earlier emails no longer work',
    language,
    blocks: [
      greeting(person),
      paragraph(
        `The links to pages in the emails about ${cohort.name} that we have sent you until now no longer open anything. ${who} Your answers are kept as they are.`,
      ),
      paragraph('You can answer by reply as before, and our next email brings new links.'),
      nothingToDo(context),
      ...closing(context, `You get this because we have written to you about ${cohort.name}.`),
    ],
  };
};
