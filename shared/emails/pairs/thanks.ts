import * as z from 'zod';
import { stageOfKind } from '#domain/program/milestones.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, language, listed, nothingToDo, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { whenWrittenNext } from '../parts/survey-words.ts';

export const ThanksFacts = z.object({ partners: z.array(Name).min(1), role: z.enum(['mentor', 'mentee', 'both']) });

/** Thanks at the end of a cohort, to everyone who had a partner. */
export const thanks: Writer<typeof ThanksFacts> = ({ partners, role }, context) => {
  const { cohort, person } = context;
  const given = {
    mentor: 'You gave your time and your experience to somebody else, and that stays with them.',
    mentee: 'You asked, listened and tried things out, and that is work.',
    both: 'You gave your time and your experience, and you asked and listened yourself.',
  }[role];
  const again = whenWrittenNext(stageOfKind(cohort, 'closeout').name, context);
  return {
    subject: `Thank you for your part in ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(`${cohort.name} is over for you and ${listed(partners)}. Thank you. ${given}`),
      paragraph(
        'You can go on as you like. Some people meet a few times a year, some write when there is news, and some stop here. All of these are good endings. If you go on, agree on when you next talk; if you stop, tell each other what it was worth.',
      ),
      ...(again ? [paragraph(again)] : []),
      nothingToDo(context),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};
