import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
import { surveyTimes } from '../parts/survey-words.ts';

export const PairNotAgreedFacts = z.object({
  mentor: Name,
  mentee: Name,
  /** Who of the two it is because of. */
  by: z.enum(['mentor', 'mentee']),
  /** Why the two were not introduced in the first place; absent when they were, and one has said no. */
  why: z.enum(['declined', 'held', 'stopped', 'bounced', 'complained']).optional(),
});

/** To the coordinator: a pair that does not come about. What was written stays with its writer. */
export const pairNotAgreed: Writer<typeof PairNotAgreedFacts> = ({ mentor, mentee, by, why }, context) => {
  const { cohort } = context;
  const { language, pairsEmails } = wordsOf(cohort.language);
  const words = pairsEmails.pairNotAgreed;
  const [refused, other] = by === 'mentor' ? [mentor, mentee] : [mentee, mentor];
  const names = { cohort: cohort.name, mentor, mentee, refused, other, first: firstNameOrFull(other) };
  const surveys = surveyTimes(context);
  const isOwn = refused === cohort.coordinator.name;
  const told = why
    ? [`${words.notIntroduced({ ...names, why })} ${words.untold(names)}`, words.somebodyElse(names)]
    : isOwn
      ? [words.ofOwn({ ...names, surveys })]
      : [words.saidNo({ ...names, refusedFirst: firstNameOrFull(refused) }), words.noReason({ surveys })];
  return {
    subject: words.subject(names),
    language,
    blocks: [
      greeting(context),
      ...told.map((one) => paragraph(one)),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
