import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Audit, NamedFlag } from '#domain/matching/audit/audit-tables.ts';
import { flagsIn } from '#domain/matching/audit/group-audit.ts';
import {
  ballotFacts,
  firstBallot,
  namesIn,
  namesOf,
  type ProposalState,
  pairsToAskAbout,
} from '#domain/matching/round/ballot-facts.ts';
import type { Pair } from '#domain/pair.ts';
import { settledBallot } from '#domain/votes.ts';
import { derivedId } from '#shared/ids.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import type { CurrentPool } from '#shared/store/pool.ts';
import { proposal } from '#shared/store/proposals.ts';
import { wordsOf } from '#shared/words/index.ts';
import { voteQuestion } from '#shared/words/own-question-words.ts';
import { openForm } from '../open-form.ts';
import { auditOf } from '../pairs/resolve-pairs.ts';
import type { StageContext } from '../stage-contract.ts';

/**
 * Sees to it that every member of the committee is asked for a vote on every pair that stands, once: a first ballot, and one
 * for each change since. No vote is owed any more on a pair that no longer stands.
 */
export async function askCommittee(
  { cohort, now }: Pick<StageContext, 'cohort' | 'now'>,
  current: CurrentPool,
  standing: readonly Pair[],
  isReweighed: boolean,
): Promise<void> {
  const [ballots, all, record] = await Promise.all([
    forms.list(cohort.id, 'ballot'),
    pairs.list(cohort.id),
    proposal(cohort.id),
  ]);
  const stands = new Set(standing.map(({ id }) => id));
  const nameOf = namesIn(current.everyone);
  const words = wordsOf(cohort.language);
  const state: ProposalState = {
    standing,
    superseded: all.filter(({ status }) => status === 'superseded'),
    everyone: current.everyone,
    unmatched: (record?.unmatched ?? []).map(({ person }) => person),
    held: [...current.held],
    isReweighed,
  };

  for (const { email } of cohort.committee) {
    const person = people.personId(cohort.id, email);
    const own: AskedForm[] = [];
    for (const ballot of ballots) if (ballot.person === person) own.push(await settle(ballot, stands));
    const open = pairsToAskAbout(person, own, standing);
    if (open.length > 0) {
      // Numbered, because a pair that comes, goes and comes back is asked about each time.
      const occasion =
        own.length > 0 ? `changed-${own.length}-${derivedId('', ...open.map(({ id }) => id))}` : firstBallot;
      const questions = open.map((pair) => voteQuestion(pair.id, namesOf(pair, nameOf), words));
      own.push(await openForm(cohort, { person, purpose: 'ballot', occasion, questions }, now));
    }
    const without = current.applicants.some(({ id }) => id === person) ? { without: person } : {};
    // All of them: a ballot may have been opened by a run that was cut off before it wrote to anybody.
    for (const form of own) {
      const audits = auditOf(cohort, current, standing, { kept: record?.audits, ...without });
      const facts = { ...ballotFacts(form, own, state), ...flagsFor(audits) };
      await queueEmail(cohort, { person, kind: 'ballot', occasion: form.occasion, form, facts }, now);
    }
  }
}

/** What the audit of a proposal has to say by email; nothing where there is nothing to compare. */
function flagsFor(audits: readonly Audit[]): { flags?: NamedFlag[] } {
  const flags = flagsIn(audits);
  return flags ? { flags } : {};
}

/** Stores a ballot as it is once only the pairs of `stands` are asked about; votes that come in meanwhile are kept. */
async function settle(ballot: AskedForm, stands: ReadonlySet<string>): Promise<AskedForm> {
  let seen = ballot;
  let settled = settledBallot(seen, stands);
  while (settled !== seen && !(await forms.replace(seen, settled))) {
    const current = await forms.get(seen.cohort, seen);
    if (!current) throw new Error(`The form ${seen.id} has gone.`);
    seen = current;
    settled = settledBallot(seen, stands);
  }
  return settled;
}
