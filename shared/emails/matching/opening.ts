import * as z from 'zod';
import { numbered } from '#domain/form.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, deadline, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';
import { formOf, questionsBlock } from '../parts/question-blocks.ts';

export const OpeningFacts = z.object({
  mentor: Name,
  mentee: Name,
  /** 0..1 */
  score: z.number(),
  reasons: z.array(z.string()),
});

/** To the coordinator after the introductions: somebody without a partner could have one after all. */
export const opening: Writer<typeof OpeningFacts> = ({ mentor, mentee, score, reasons }, context) => {
  const { cohort, person } = context;
  const { definition, page } = formOf(context);
  const why: Block[] = reasons.length > 0 ? [paragraph('What speaks for the two:'), { kind: 'list', of: reasons }] : [];
  return {
    subject: `${cohort.name}: shall we introduce ${firstNameOrFull(mentor)} and ${firstNameOrFull(mentee)}?`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `A place has opened in ${cohort.name}. ${mentor} could be the mentor of ${mentee}; neither has been told. They score ${Math.round(score * 100)} of 100. If you reply "yes", we introduce them today. `,
        { words: 'Or answer on a page', href: page },
      ),
      ...why,
      questionsBlock(numbered(definition)),
      paragraph(
        `If we don't hear from you by ${deadline('opening', context)}, nobody is introduced and nobody hears of it.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
