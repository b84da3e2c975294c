import * as z from 'zod';
import { Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

export const NotTheirsFacts = z.object({
  who: Name,
  email: z.string(),
  purpose: Purpose,
  /** It could not be taken back by itself. */
  isTooLate: z.boolean(),
});

/** To the coordinator: what was sent from somebody's page and has been acted on was not theirs. Not a word of it. */
export const notTheirs: Writer<typeof NotTheirsFacts> = ({ who, email, purpose, isTooLate }, context) => ({
  subject: `${who} did not answer on the page`,
  language,
  blocks: [
    greeting(context.person),
    paragraph(
      `${who} (${email}) writes that it was somebody else who answered on the page ${about[purpose]}. The link to that page no longer works.`,
    ),
    paragraph(
      isTooLate
        ? `It had been acted on, so we could not undo it. Please talk to ${firstNameOrFull(who)} about what is to be done; GET /v1/cohorts/${context.cohort.id}/events says what has followed from it.`
        : 'We have put back what was there before. If you heard from us about it, that no longer holds. There is nothing to do.',
    ),
    ...closing(context, runningWhy(context, 'coordinator')),
  ],
});

const about: Record<Purpose, string> = {
  application: 'of the application',
  agreement: 'about working with a partner',
  survey: 'of the survey',
  ballot: 'of the votes on the pairs',
  decision: 'about publishing the pairs',
  consent: 'about the partner we thought of',
  opening: 'about a place that has opened',
  confirm: 'of a confirmation',
  late: 'about a late reply',
};
