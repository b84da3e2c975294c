import * as z from 'zod';
import { stageOfKind } from '#domain/program/milestones.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, nothingToDo, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { whenWrittenNext } from '../parts/survey-words.ts';

export const ThanksFacts = z.object({ partners: z.array(Name).min(1), role: z.enum(['mentor', 'mentee', 'both']) });

/** Thanks at the end of a cohort, to everyone who had a partner. */
export const thanks: Writer<typeof ThanksFacts> = ({ partners, role }, context) => {
  const { cohort } = context;
  const { language, list, pairsEmails } = wordsOf(cohort.language);
  const words = pairsEmails.thanks;
  const said = { cohort: cohort.name, partners: list(partners), role };
  const again = whenWrittenNext(stageOfKind(cohort, 'closeout').name, context);
  return {
    subject: words.subject(said),
    language,
    blocks: [
      greeting(context),
      paragraph(words.over(said)),
      paragraph(words.goOn),
      ...(again ? [paragraph(again)] : []),
      nothingToDo(context),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};
