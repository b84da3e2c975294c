import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { askedAgain } from '../parts/asking-again.ts';
import { oneOfSeveral, Partner } from '../parts/partner.ts';
import { closing, greeting, namedIn, paragraph, takingPartWhy } from '../parts/phrases.ts';
import { formOf, howToAnswer, questionsBlock, stillAsked } from '../parts/question-blocks.ts';
import { surveyText } from '../parts/survey-words.ts';

export const SurveyFacts = z.object({ stage: z.string(), partner: Partner });

/** Asks one of a pair how it goes, or how it went. */
export const survey: Writer<typeof SurveyFacts> = ({ stage, partner }, context) => {
  const { language, pairsEmails } = wordsOf(context.cohort.language);
  const words = pairsEmails.survey;
  const form = formOf(context);
  const questions = numbered(form.definition);
  const isOneOfSeveral = oneOfSeveral(form) !== undefined;
  const text = surveyText(stage, { partner: partner.name, isOneOfSeveral }, context);
  return {
    subject: text.subject,
    language,
    blocks: [
      greeting(context),
      paragraph(text.opening),
      howToAnswer(context, questions),
      questionsBlock(questions),
      ...(isOneOfSeveral ? [paragraph(words.eachApart)] : []),
      confidentiality(partner, context),
      paragraph(words.silence),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

/** The one reminder of a survey. */
export const surveyReminder: Writer<typeof SurveyFacts> = ({ stage, partner }, context) => {
  const { language, pairsEmails } = wordsOf(context.cohort.language);
  const words = pairsEmails.surveyReminder;
  const form = formOf(context);
  const isOneOfSeveral = oneOfSeveral(form) !== undefined;
  const { reminder, question } = surveyText(stage, { partner: partner.name, isOneOfSeveral }, context);
  const said = { partner: partner.name, question };
  return {
    subject: reminder,
    language,
    blocks: [
      greeting(context),
      paragraph(form.asked.status === 'partial' ? words.begun(said) : words.asked(said)),
      ...askedAgain(context, stillAsked(form)),
      confidentiality(partner, context),
      paragraph(words.silence),
      ...closing(context, takingPartWhy(context)),
    ],
  };
};

function confidentiality(partner: Partner, context: EmailContext): Block {
  const { survey } = wordsOf(context.cohort.language).pairsEmails;
  const { smallestGroup } = context.program.privacy;
  return paragraph(survey.confidential({ ...namedIn(context), partner: partner.name, smallestGroup }));
}
