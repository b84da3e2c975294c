import type { KindOfEmail, Writers } from '../kind.ts';
import { CohortOverFacts, cohortOver } from './cohort-over.ts';
import { NotSentFacts, notSent } from './not-sent.ts';
import { ReportFacts, report } from './report.ts';
import { StuckFacts, stuck } from './stuck.ts';
import { UnfinishedFacts, unfinished } from './unfinished.ts';
import { UnusedRepliesFacts, unusedReplies } from './unused-replies.ts';

/** The emails that tell those who run a cohort how it stands. */
export const coordinatorKinds = {
  stuck: { facts: StuckFacts, form: 'none', startsConversation: false },
  unfinished: { facts: UnfinishedFacts, form: 'none', startsConversation: false },
  'unused-replies': { facts: UnusedRepliesFacts, form: 'none', startsConversation: false },
  'not-sent': { facts: NotSentFacts, form: 'none', startsConversation: false },
  'cohort-over': { facts: CohortOverFacts, form: 'none', startsConversation: false },
  report: { facts: ReportFacts, form: 'none', startsConversation: false },
} satisfies Record<string, KindOfEmail>;

export const coordinatorWriters: Writers<typeof coordinatorKinds> = {
  stuck,
  unfinished,
  'unused-replies': unusedReplies,
  'not-sent': notSent,
  'cohort-over': cohortOver,
  report,
};
