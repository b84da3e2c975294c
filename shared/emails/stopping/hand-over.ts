import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, namedIn, paragraph } from '../parts/phrases.ts';

const Part = z.enum(['coordinator', 'committee']);

export const StopOrHandOverFacts = z.object({ part: Part });

/** To somebody who is needed to run a cohort, and has asked us to stop: what would be lost, and what else they can do. */
export const stopOrHandOver: Writer<typeof StopOrHandOverFacts> = ({ part }, context) => {
  const { language, stoppingEmails } = wordsOf(context.cohort.language);
  const words = stoppingEmails.stopOrHandOver;
  const names = namedIn(context);
  return {
    subject: words.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(words.asked({ ...names, part })),
      paragraph(...words.page({ page: context.stop })),
      paragraph(words.otherwise),
      ...closing(context, words.why(names)),
    ],
  };
};

export const HandOverFacts = z.object({
  who: Name,
  email: z.string(),
  part: Part,
  /** All email to them is stopped; else they want to be replaced, and go on until then. */
  hasLeft: z.boolean(),
});

/** To those who can find somebody else for a part in running a cohort. */
export const handOver: Writer<typeof HandOverFacts> = ({ who, email, part, hasLeft }, context) => {
  const { common, language, stoppingEmails } = wordsOf(context.cohort.language);
  const words = stoppingEmails.handOver;
  const names = namedIn(context);
  const said = { ...names, who, email, part, first: firstNameOrFull(who), hasLeft: hasLeft ? 'yes' : 'no' };
  return {
    subject: words.subject(said),
    language,
    blocks: [
      greeting(context),
      paragraph(words.now(said)),
      paragraph(words.wanted(said)),
      ...closing(context, common.why.hasPart(names)),
    ],
  };
};
