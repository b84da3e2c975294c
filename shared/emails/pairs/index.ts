import type { KindOfEmail, Writers } from '../kind.ts';
import { AgreementReminderFacts, agreementReminder } from './agreement-reminder.ts';
import { IntroductionFacts, introduction } from './introduction.ts';
import { PairNotAgreedFacts, pairNotAgreed } from './pair-not-agreed.ts';
import { SurveyFacts, survey, surveyReminder } from './survey.ts';
import { ThanksFacts, thanks } from './thanks.ts';

/** The emails about a pair that has been introduced, or was to be. */
export const pairsKinds = {
  introduction: { facts: IntroductionFacts, form: 'required', startsConversation: true },
  'agreement-reminder': { facts: AgreementReminderFacts, form: 'required', startsConversation: true },
  survey: { facts: SurveyFacts, form: 'required', startsConversation: true },
  'survey-reminder': { facts: SurveyFacts, form: 'required', startsConversation: true },
  thanks: { facts: ThanksFacts, form: 'none', startsConversation: false },
  'pair-not-agreed': { facts: PairNotAgreedFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const pairsWriters: Writers<typeof pairsKinds> = {
  introduction,
  'agreement-reminder': agreementReminder,
  survey,
  'survey-reminder': surveyReminder,
  thanks,
  'pair-not-agreed': pairNotAgreed,
};
