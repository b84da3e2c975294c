import { faults } from './api/faults.ts';
import { problems } from './api/problems.ts';
import { scheduleWarnings } from './api/schedule-warnings.ts';
import { applyingEmails } from './applying-emails.ts';
import { englishAsked } from './asked.ts';
import { common } from './common.ts';
import { coordinatorEmails } from './coordinator-emails.ts';
import { formPage } from './form-page.ts';
import { manner } from './manner.ts';
import { alternatives } from './matching/alternatives.ts';
import { audit } from './matching/audit.ts';
import { ballot } from './matching/ballot.ts';
import { committeePage } from './matching/committee-page.ts';
import { concerns } from './matching/concerns.ts';
import { matchReasons } from './matching/match-reasons.ts';
import { proposalEmails } from './matching/proposal-emails.ts';
import { proposedPairs } from './matching/proposed-pairs.ts';
import { publishDecision } from './matching/publish-decision.ts';
import { readiness } from './matching/readiness.ts';
import { unmatched } from './matching/unmatched.ts';
import { weights } from './matching/weights.ts';
import { workplaces } from './matching/workplaces.ts';
import { pageEmails } from './page-emails.ts';
import { pages } from './pages.ts';
import { pairsEmails } from './pairs-emails.ts';
import { replies } from './replies.ts';
import { report } from './report.ts';
import { scheduleEmails } from './schedule-emails.ts';
import { stopPages } from './stop-pages.ts';
import { stoppingEmails } from './stopping-emails.ts';
import { unclear } from './unclear.ts';
import { besideAnswers } from './understood/beside-answers.ts';
import { nextStep } from './understood/next-step.ts';
import { peopleNamed } from './understood/people-named.ts';
import { understood } from './understood/understood.ts';

/** English, the language that the others are translated from. */
export const english = {
  ...manner,
  messages: {
    ...englishAsked.messages,
    alternatives,
    applyingEmails,
    audit,
    ballot,
    besideAnswers,
    committeePage,
    common,
    concerns,
    coordinatorEmails,
    faults,
    formPage,
    matchReasons,
    nextStep,
    pageEmails,
    pages,
    pairsEmails,
    peopleNamed,
    proposalEmails,
    proposedPairs,
    publishDecision,
    problems,
    readiness,
    replies,
    report,
    scheduleEmails,
    scheduleWarnings,
    stopPages,
    stoppingEmails,
    unclear,
    understood,
    unmatched,
    weights,
    workplaces,
  },
} as const;
