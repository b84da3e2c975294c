import * as z from 'zod';
import { Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';

export const NotTheirsFacts = z.object({
  who: Name,
  email: z.string(),
  purpose: Purpose,
  /** It could not be taken back by itself. */
  isTooLate: z.boolean(),
});

/** To the coordinator: what was sent from somebody's page and has been acted on was not theirs. Not a word of it. */
export const notTheirs: Writer<typeof NotTheirsFacts> = ({ who, email, purpose, isTooLate }, context) => {
  const { language, pageEmails } = wordsOf(context.cohort.language);
  const words = pageEmails.notTheirs;
  return {
    subject: words.subject({ who }),
    language,
    blocks: [
      greeting(context),
      paragraph(words.what[purpose]({ who, email })),
      paragraph(isTooLate ? words.tooLate({ first: firstNameOrFull(who), id: context.cohort.id }) : words.putBack),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
