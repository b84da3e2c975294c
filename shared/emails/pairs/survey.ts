import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { oneOfSeveral, Partner } from '../parts/partner.ts';
import { closing, greeting, isCoordinator, language, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { formOf, howToAnswer, questionsBlock, stillAsked } from '../parts/question-blocks.ts';
import { surveyText } from '../parts/survey-words.ts';

export const SurveyFacts = z.object({ stage: z.string(), partner: Partner });

const eachApart = 'You have more than one partner: we ask about each of them in an email of its own.';

/** Asks one of a pair how it goes, or how it went. */
export const survey: Writer<typeof SurveyFacts> = ({ stage, partner }, context) => {
  const { person } = context;
  const form = formOf(context);
  const questions = numbered(form.definition);
  const one = oneOfSeveral(form);
  const text = surveyText(stage, { partner: partner.name, isOneOfSeveral: one !== undefined }, context);
  return {
    subject: text.subject,
    language,
    blocks: [
      greeting(person),
      paragraph(text.opening),
      howToAnswer(context, questions),
      questionsBlock(questions),
      ...(one ? [paragraph(eachApart)] : []),
      ...confidentiality(partner, context),
      paragraph(
        "If you don't answer, we remind you once. After that we leave it, and nothing changes for the two of you.",
      ),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

/** The one reminder of a survey. */
export const surveyReminder: Writer<typeof SurveyFacts> = ({ stage, partner }, context) => {
  const { person } = context;
  const form = formOf(context);
  const questions = stillAsked(form);
  const isOneOfSeveral = oneOfSeveral(form) !== undefined;
  const { reminder, question } = surveyText(stage, { partner: partner.name, isOneOfSeveral }, context);
  return {
    subject: reminder,
    language,
    blocks: [
      greeting(person),
      paragraph(
        form.asked.status === 'partial'
          ? `Thank you for your answers about your mentoring with ${partner.name}. This is what is missing.`
          : `We asked you how your mentoring with ${partner.name} ${question}. In case it got lost, here are the questions again.`,
      ),
      ...askedAgain(context, questions),
      ...confidentiality(partner, context),
      paragraph("This is the only reminder. If you don't answer, nothing changes for the two of you."),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

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
