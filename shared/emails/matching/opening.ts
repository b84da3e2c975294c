import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords } from '#shared/words/reason-words.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, deadline, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
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
  const { cohort } = context;
  const { definition, page } = formOf(context);
  const words = wordsOf(cohort.language);
  const said = words.proposalEmails.opening;
  const couple = coupleOf({ mentor, mentee });
  const speaks = reasons.map((reason) => findingWords(reason, couple, words));
  const why: Block[] = speaks.length > 0 ? [paragraph(said.why), { kind: 'list', of: speaks }] : [];
  const names = { mentorName: firstNameOrFull(mentor), menteeName: firstNameOrFull(mentee) };
  return {
    subject: said.subject({ cohort: cohort.name, ...names }),
    language: words.language,
    blocks: [
      greeting(context),
      paragraph(...said.asks({ cohort: cohort.name, mentor, mentee, score: Math.round(score * 100), page })),
      ...why,
      questionsBlock(numbered(definition)),
      paragraph(said.silence({ day: deadline({ purpose: 'opening' }, context) })),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
