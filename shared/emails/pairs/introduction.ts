import * as z from 'zod';
import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name, oneOfSeveral, reasonsForReader } from '../parts/partner.ts';
import { closing, greeting, namedIn, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { formOf, howToAnswer, questionsBlock } from '../parts/question-blocks.ts';
import { whenAskedFirst } from '../parts/survey-words.ts';

export const IntroductionFacts = z.object({
  partner: z.object({ name: Name, email: z.string() }),
  /** What the reader of this email is in the pair. */
  role: z.enum(['mentor', 'mentee']),
  reasons: z.array(Finding),
});

/** Introduces the two of a pair to each other, and asks each how they want to work together. */
export const introduction: Writer<typeof IntroductionFacts> = ({ partner, role, reasons }, context) => {
  const { language, pairsEmails } = wordsOf(context.cohort.language);
  const words = pairsEmails.introduction;
  const form = formOf(context);
  const questions = numbered(form.definition);
  const first = firstNameOrFull(partner.name);
  const names = { ...namedIn(context), partner: partner.name };
  const why: Block[] =
    reasons.length > 0
      ? [
          paragraph(words.reasons),
          { kind: 'list', of: reasonsForReader(reasons, { role, partner: partner.name }, context) },
        ]
      : [];
  return {
    subject: words.subject({ partner: oneOfSeveral(form) ?? first }),
    language,
    blocks: [
      greeting(context),
      paragraph(words.partner({ ...names, role })),
      howToAnswer(context, questions),
      ...why,
      paragraph(...words.toMeet({ role, first, email: partner.email, mail: `mailto:${partner.email}` })),
      questionsBlock(questions),
      paragraph([words.confidential(names), ...stepBack(questions, pairsEmails)].join(' ')),
      paragraph(`${words.silence} ${whenAskedFirst(context)}`),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

/** How to say no to a partner, when the question that can be said no to is among those `asked`. */
export function stepBack(asked: readonly NumberedQuestion[], words: Words['pairsEmails']): string[] {
  const agree = asked.find(({ type }) => type === 'yesno');
  return agree ? [words.stepBack({ question: agree.number })] : [];
}
