import * as z from 'zod';
import { numbered } from '#domain/form.ts';
import { formOf, howToAnswer, questionsBlock, stillAsked } from './asking.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { Partner } from './partner.ts';
import { closing, greeting, isCoordinator, language, paragraph, takingPartWhy } from './phrases.ts';

const Facts = z.object({ stage: z.enum(['midpoint', 'closeout']), partner: Partner });

/** Subjects that name nobody: a question about trust is nothing to read over a shoulder. */
const subjects = {
  midpoint: 'Half-way: how is your mentoring going?',
  closeout: 'Looking back on your mentoring',
};

/** Asks one of a pair how it goes (mid-point) or how it went (close-out). */
export const survey = kind(Facts, ({ stage, partner }, context) => {
  const { cohort, person } = context;
  const questions = numbered(formOf(context).definition);
  return {
    subject: subjects[stage],
    language,
    blocks: [
      greeting(person),
      paragraph(
        stage === 'midpoint'
          ? `You and ${partner.name} are half-way through ${cohort.name}. How is it going? A plain answer helps most, also if little has happened yet.`
          : `${cohort.name} is coming to its end for you and ${partner.name}. What was it worth, and what should be different next time?`,
      ),
      howToAnswer(context, questions),
      questionsBlock(questions),
      ...confidentiality(partner, context),
      paragraph(
        "If you don't answer, we remind you once. After that we leave it, and nothing changes for the two of you.",
      ),
      ...closing(context, takingPartWhy(context)),
    ],
  };
});

/** The one reminder of a survey. */
export const surveyReminder = kind(Facts, ({ stage, partner }, context) => {
  const { person } = context;
  const form = formOf(context);
  const questions = stillAsked(form);
  return {
    subject: stage === 'midpoint' ? 'Have you a few minutes for your mentoring?' : 'A few minutes to look back?',
    language,
    blocks: [
      greeting(person),
      paragraph(
        form.asked.status === 'partial'
          ? `Thank you for your answers about your mentoring with ${partner.name}. This is what is missing.`
          : `We asked you how your mentoring with ${partner.name} ${stage === 'midpoint' ? 'is going' : 'went'}. In case it got lost, here are the questions again.`,
      ),
      howToAnswer(context, questions),
      questionsBlock(questions),
      ...confidentiality(partner, context),
      paragraph("This is the only reminder. If you don't answer, nothing changes for the two of you."),
      ...closing(context, takingPartWhy(context)),
    ],
  };
});

function confidentiality(partner: Partner, context: EmailContext): Block[] {
  const { cohort, program } = context;
  const seen = isCoordinator(context)
    ? 'As coordinator you see who has answered, not what.'
    : `${cohort.coordinator.name} sees that you answered, not what.`;
  return [
    paragraph(
      `${partner.name} does not see your answers. ${seen} The report counts answers together and shows no group of fewer than ${program.privacy.smallestGroup} people.`,
    ),
  ];
}
