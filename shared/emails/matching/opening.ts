import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords } from '#shared/words/reason-words.ts';
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
  reasons: z.array(Finding),
});

/** To the coordinator after the introductions: somebody without a partner could have one after all. */
export const opening: Writer<typeof OpeningFacts> = ({ mentor, mentee, score, reasons }, context) => {
  const { cohort, person } = context;
  const { definition, page } = formOf(context);
  const couple = coupleOf({ mentor, mentee });
  const said = reasons.map((reason) => findingWords(reason, couple, wordsOf(cohort.language)));
  const why: Block[] = said.length > 0 ? [paragraph('What speaks for the two:'), { kind: 'list', of: said }] : [];
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
        `If we don't hear from you by ${deadline({ purpose: 'opening' }, context)}, nobody is introduced and nobody hears of it.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
