import * as z from 'zod';
import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name, oneOfSeveral, reasonsForReader } from '../parts/partner.ts';
import { closing, greeting, isCoordinator, language, paragraph, takingPartWhy } from '../parts/phrases.ts';
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
  const { cohort, person } = context;
  const questions = numbered(formOf(context).definition);
  const theirName = firstNameOrFull(partner.name);
  const address = { words: partner.email, href: `mailto:${partner.email}` };
  const seen = isCoordinator(context)
    ? 'As coordinator you see who has agreed, not what they wrote.'
    : `${cohort.coordinator.name} sees whether you have agreed, not what you wrote.`;
  const why: Block[] =
    reasons.length > 0
      ? [
          paragraph('Why we thought of you two:'),
          { kind: 'list', of: reasonsForReader(reasons, { role, partner: partner.name }, context) },
        ]
      : [];
  return {
    subject: `You and ${oneOfSeveral(formOf(context)) ?? theirName}: meeting for the first time`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${partner.name} is your ${role === 'mentor' ? 'mentee' : 'mentor'} in ${cohort.name}, and is hearing about you today too. Before you meet, please tell us how you would like to work together.`,
      ),
      howToAnswer(context, questions),
      ...why,
      role === 'mentee'
        ? paragraph(
            'To meet, the first word is yours: write to ',
            address,
            ' in the next few days and suggest two or three times. Half an hour is enough.',
          )
        : paragraph(
            `To meet, wait for ${theirName}, who is asked to write to you first. If a week passes without a word, write yourself, to `,
            address,
          ),
      questionsBlock(questions),
      paragraph(`What you say to each other stays between you. ${seen} ${stepBack(questions)}`.trim()),
      paragraph(`If we don't hear from you, we ask once more; you can meet before that. ${whenAskedFirst(context)}`),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

/** How to say no to a partner, when the question that can be said no to is among those `asked`. */
export function stepBack(asked: readonly NumberedQuestion[]): string {
  const agree = asked.find(({ type }) => type === 'yesno');
  return agree
    ? `If you would rather not work together, answer no to question ${agree.number}; you need not say why.`
    : '';
}
