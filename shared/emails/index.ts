import { applicationReminder } from './applying/application-reminder.ts';
import { declined } from './applying/declined.ts';
import { invitation } from './applying/invitation.ts';
import { notMatched } from './applying/not-matched.ts';
import { notThisTime } from './applying/not-this-time.ts';
import type { Email } from './content.ts';
import { type EmailContext, withShownNames } from './context.ts';
import { cohortOver } from './coordinator/cohort-over.ts';
import { notSent } from './coordinator/not-sent.ts';
import { report } from './coordinator/report.ts';
import { stuck } from './coordinator/stuck.ts';
import { unfinished } from './coordinator/unfinished.ts';
import { unusedReplies } from './coordinator/unused-replies.ts';
import { ballot } from './matching/ballot.ts';
import { ballotReminder } from './matching/ballot-reminder.ts';
import { matchesPublished } from './matching/matches-published.ts';
import { opening } from './matching/opening.ts';
import { partnerChange } from './matching/partner-change.ts';
import { partnerProposed } from './matching/partner-proposed.ts';
import { publishDecision } from './matching/publish-decision.ts';
import { readiness } from './matching/readiness.ts';
import { linksEnded } from './page/links-ended.ts';
import { notTheirs } from './page/not-theirs.ts';
import { takenBack } from './page/taken-back.ts';
import { theirsOrNot } from './page/theirs-or-not.ts';
import { agreementReminder } from './pairs/agreement-reminder.ts';
import { introduction } from './pairs/introduction.ts';
import { pairNotAgreed } from './pairs/pair-not-agreed.ts';
import { survey, surveyReminder } from './pairs/survey.ts';
import { thanks } from './pairs/thanks.ts';
import { confirmSender } from './replies/confirm-sender.ts';
import { couldNotRead } from './replies/could-not-read.ts';
import { lateReply } from './replies/late-reply.ts';
import { newMail } from './replies/new-mail.ts';
import { passedOn } from './replies/passed-on.ts';
import { questionFrom } from './replies/question-from.ts';
import { tooLate } from './replies/too-late.ts';
import { understood } from './replies/understood/understood.ts';
import { wroteMore } from './replies/wrote-more.ts';
import { cancelled } from './schedule/cancelled.ts';
import { deadlineMoved } from './schedule/deadline-moved.ts';
import { handOver, stopOrHandOver } from './stopping/hand-over.ts';
import { stopOrNot } from './stopping/stop-or-not.ts';
import { stopped } from './stopping/stopped.ts';
import { writeAgain } from './stopping/write-again.ts';

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
