import { type KindOfEmail, noFacts, type Writers } from '../kind.ts';
import { BallotFacts, ballot } from './ballot.ts';
import { ballotReminder } from './ballot-reminder.ts';
import { MatchesPublishedFacts, matchesPublished } from './matches-published.ts';
import { OpeningFacts, opening } from './opening.ts';
import { PartnerChangeFacts, partnerChange } from './partner-change.ts';
import { PartnerProposedFacts, partnerProposed } from './partner-proposed.ts';
import { PublishDecisionFacts, publishDecision } from './publish-decision.ts';
import { ReadinessFacts, readiness } from './readiness.ts';

/** The emails about making pairs: to the coordinator, the committee, and those who would be a pair. */
export const matchingKinds = {
  readiness: { facts: ReadinessFacts, form: 'none', startsConversation: false },
  ballot: { facts: BallotFacts, form: 'required', startsConversation: true },
  'ballot-reminder': { facts: noFacts, form: 'required', startsConversation: true },
  'publish-decision': { facts: PublishDecisionFacts, form: 'required', startsConversation: false },
  'partner-proposed': { facts: PartnerProposedFacts, form: 'optional', startsConversation: true },
  'partner-change': { facts: PartnerChangeFacts, form: 'none', startsConversation: false },
  'matches-published': { facts: MatchesPublishedFacts, form: 'none', startsConversation: false },
  opening: { facts: OpeningFacts, form: 'required', startsConversation: true },
} satisfies Record<string, KindOfEmail>;

export const matchingWriters: Writers<typeof matchingKinds> = {
  readiness,
  ballot,
  'ballot-reminder': ballotReminder,
  'publish-decision': publishDecision,
  'partner-proposed': partnerProposed,
  'partner-change': partnerChange,
  'matches-published': matchesPublished,
  opening,
};
