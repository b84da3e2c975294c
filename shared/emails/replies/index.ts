import type { KindOfEmail, Writers } from '../kind.ts';
import { ConfirmSenderFacts, confirmSender } from './confirm-sender.ts';
import { CouldNotReadFacts, couldNotRead } from './could-not-read.ts';
import { LateReplyFacts, lateReply } from './late-reply.ts';
import { NewMailFacts, newMail } from './new-mail.ts';
import { PassedOnFacts, passedOn } from './passed-on.ts';
import { QuestionFromFacts, questionFrom } from './question-from.ts';
import { TooLateFacts, tooLate } from './too-late.ts';
import { understood } from './understood/understood.ts';
import { UnderstoodFacts } from './understood/understood-facts.ts';
import { WroteMoreFacts, wroteMore } from './wrote-more.ts';

/** The emails about a reply: to its writer, and to the coordinator whom it concerns. */
export const repliesKinds = {
  understood: { facts: UnderstoodFacts, form: 'required', startsConversation: false },
  'could-not-read': { facts: CouldNotReadFacts, form: 'required', startsConversation: false },
  'confirm-sender': { facts: ConfirmSenderFacts, form: 'required', startsConversation: false },
  'too-late': { facts: TooLateFacts, form: 'required', startsConversation: false },
  'late-reply': { facts: LateReplyFacts, form: 'required', startsConversation: false },
  'question-from': { facts: QuestionFromFacts, form: 'none', startsConversation: false },
  'passed-on': { facts: PassedOnFacts, form: 'required', startsConversation: false },
  'wrote-more': { facts: WroteMoreFacts, form: 'none', startsConversation: false },
  'new-mail': { facts: NewMailFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const repliesWriters: Writers<typeof repliesKinds> = {
  understood,
  'could-not-read': couldNotRead,
  'confirm-sender': confirmSender,
  'too-late': tooLate,
  'late-reply': lateReply,
  'question-from': questionFrom,
  'passed-on': passedOn,
  'wrote-more': wroteMore,
  'new-mail': newMail,
};
