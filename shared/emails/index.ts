import { agreementReminder } from './agreement-reminder.ts';
import { applicationReminder } from './application-reminder.ts';
import { ballot } from './ballot.ts';
import { ballotReminder } from './ballot-reminder.ts';
import { cancelled } from './cancelled.ts';
import { cohortOver } from './cohort-over.ts';
import { confirmSender } from './confirm-sender.ts';
import type { Email } from './content.ts';
import { type EmailContext, withShownNames } from './context.ts';
import { couldNotRead } from './could-not-read.ts';
import { deadlineMoved } from './deadline-moved.ts';
import { declined } from './declined.ts';
import { introduction } from './introduction.ts';
import { invitation } from './invitation.ts';
import { lateReply } from './late-reply.ts';
import { matchesPublished } from './matches-published.ts';
import { newMail } from './new-mail.ts';
import { notMatched } from './not-matched.ts';
import { notSent } from './not-sent.ts';
import { notThisTime } from './not-this-time.ts';
import { opening } from './opening.ts';
import { linksEnded } from './page/links-ended.ts';
import { notTheirs } from './page/not-theirs.ts';
import { takenBack } from './page/taken-back.ts';
import { theirsOrNot } from './page/theirs-or-not.ts';
import { pairNotAgreed } from './pair-not-agreed.ts';
import { partnerChange } from './partner-change.ts';
import { partnerProposed } from './partner-proposed.ts';
import { passedOn } from './passed-on.ts';
import { publishDecision } from './publish-decision.ts';
import { questionFrom } from './question-from.ts';
import { readiness } from './readiness.ts';
import { report } from './report.ts';
import { handOver, stopOrHandOver } from './stopping/hand-over.ts';
import { stopOrNot } from './stopping/stop-or-not.ts';
import { stopped } from './stopping/stopped.ts';
import { writeAgain } from './stopping/write-again.ts';
import { stuck } from './stuck.ts';
import { survey, surveyReminder } from './survey.ts';
import { thanks } from './thanks.ts';
import { tooLate } from './too-late.ts';
import { understood } from './understood/understood.ts';
import { unfinished } from './unfinished.ts';
import { unusedReplies } from './unused-replies.ts';
import { wroteMore } from './wrote-more.ts';

/** Every email that we write, by its kind. */
export const kinds = {
  invitation,
  'application-reminder': applicationReminder,
  understood,
  declined,
  'too-late': tooLate,
  'deadline-moved': deadlineMoved,
  'could-not-read': couldNotRead,
  'confirm-sender': confirmSender,
  'not-matched': notMatched,
  'not-this-time': notThisTime,
  introduction,
  'agreement-reminder': agreementReminder,
  survey,
  'survey-reminder': surveyReminder,
  thanks,
  cancelled,
  stopped,
  'stop-or-not': stopOrNot,
  'write-again': writeAgain,
  'stop-or-hand-over': stopOrHandOver,
  'hand-over': handOver,
  ballot,
  'ballot-reminder': ballotReminder,
  readiness,
  'publish-decision': publishDecision,
  'partner-proposed': partnerProposed,
  'partner-change': partnerChange,
  'matches-published': matchesPublished,
  opening,
  stuck,
  'pair-not-agreed': pairNotAgreed,
  'question-from': questionFrom,
  'new-mail': newMail,
  'passed-on': passedOn,
  'wrote-more': wroteMore,
  'late-reply': lateReply,
  unfinished,
  'unused-replies': unusedReplies,
  'not-sent': notSent,
  'cohort-over': cohortOver,
  report,
  'taken-back': takenBack,
  'theirs-or-not': theirsOrNot,
  'not-theirs': notTheirs,
  'links-ended': linksEnded,
} as const;
export type KindName = keyof typeof kinds;

/**
 * The words of an email of this kind. `facts` are checked against the kind's schema. Throws when the kind is unknown,
 * the facts don't fit (a ZodError), or the kind asks a form and `context` has none.
 */
export function write(kind: string, facts: unknown, context: EmailContext): Email {
  if (!isKind(kind)) throw new Error(`There is no email of the kind ${kind}.`);
  const { facts: schema, write: writeKind } = kinds[kind];
  return (writeKind as (facts: unknown, context: EmailContext) => Email)(schema.parse(facts), {
    ...context,
    cohort: withShownNames(context.cohort),
  });
}

function isKind(kind: string): kind is KindName {
  return Object.hasOwn(kinds, kind);
}
