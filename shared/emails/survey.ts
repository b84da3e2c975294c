import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { formOf, howToAnswer, questionsBlock, stillAsked } from './asking.ts';
import { askedAgain } from './asking-again.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { oneOfSeveral, Partner } from './partner.ts';
import { closing, greeting, isCoordinator, language, paragraph, takingPartWhy } from './phrases.ts';

const Facts = z.object({ stage: z.enum(['midpoint', 'closeout']), partner: Partner });

/**
 * Subjects that name nobody: a question about trust is nothing to read over a shoulder. Whoever has two partners has to be
 * able to tell the two emails apart.
 */
const subjects = {
  midpoint: 'Half-way: how is your mentoring going?',
  closeout: 'Looking back on your mentoring',
};
const subjectsAbout = {
  midpoint: (name: string) => `Half-way: how is it going with ${name}?`,
  closeout: (name: string) => `Looking back on your mentoring with ${name}`,
};
const reminders = { midpoint: 'Have you a few minutes for your mentoring?', closeout: 'A few minutes to look back?' };
const remindersAbout = {
  midpoint: (name: string) => `Have you a few minutes for your mentoring with ${name}?`,
  closeout: (name: string) => `A few minutes to look back on your time with ${name}?`,
};

const eachApart = paragraph('You have more than one partner: we ask about each of them in an email of its own.');

/** Asks one of a pair how it goes (mid-point) or how it went (close-out). */
export const survey = kind(Facts, ({ stage, partner }, context) => {
  const { cohort, person } = context;
  const form = formOf(context);
  const questions = numbered(form.definition);
  const one = oneOfSeveral(form);
  return {
    subject: one ? subjectsAbout[stage](one) : subjects[stage],
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
      ...(one ? [eachApart] : []),
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
  const one = oneOfSeveral(form);
  return {
    subject: one ? remindersAbout[stage](one) : reminders[stage],
    language,
    blocks: [
      greeting(person),
      paragraph(
        form.asked.status === 'partial'
          ? `Thank you for your answers about your mentoring with ${partner.name}. This is what is missing.`
          : `We asked you how your mentoring with ${partner.name} ${stage === 'midpoint' ? 'is going' : 'went'}. In case it got lost, here are the questions again.`,
      ),
      ...askedAgain(context, questions),
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
