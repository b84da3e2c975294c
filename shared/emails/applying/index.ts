import { type KindOfEmail, noFacts, type Writers } from '../kind.ts';
import { ApplicationReminderFacts, applicationReminder } from './application-reminder.ts';
import { DeclinedFacts, declined } from './declined.ts';
import { invitation } from './invitation.ts';
import { notMatched } from './not-matched.ts';
import { notThisTime } from './not-this-time.ts';

/** The emails about applying: asking, reminding, and what becomes of an application without a pair. */
export const applyingKinds = {
  invitation: { facts: noFacts, form: 'required', startsConversation: true },
  'application-reminder': { facts: ApplicationReminderFacts, form: 'required', startsConversation: true },
  declined: { facts: DeclinedFacts, form: 'required', startsConversation: false },
  'not-matched': { facts: noFacts, form: 'none', startsConversation: false },
  'not-this-time': { facts: noFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const applyingWriters: Writers<typeof applyingKinds> = {
  invitation,
  'application-reminder': applicationReminder,
  declined,
  'not-matched': notMatched,
  'not-this-time': notThisTime,
};
