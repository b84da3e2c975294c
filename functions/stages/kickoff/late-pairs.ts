import { isRefusal } from '#domain/agreement.ts';
import { afterIntroductions, decidedOpenings } from '#domain/matching/round/late-openings.ts';
import { remainingCapacity } from '#domain/matching/round/remaining-capacity.ts';
import { findingsFor } from '#domain/matching/scoring/reason.ts';
import { shownName } from '#domain/names/called.ts';
import type { Pair } from '#domain/pair.ts';
import { derivedId } from '#shared/ids.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import { type CurrentPool, isWhole, pool } from '#shared/store/pool.ts';
import { wordsOf } from '#shared/words/index.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';
import { openForm } from '../open-form.ts';
import { both, resolvePairs } from '../pairs/resolve-pairs.ts';
import type { StageContext } from '../stage-contract.ts';
import { introduceBoth } from './introduce.ts';

/**
 * After the introductions: does what the coordinator has said about places that opened, and when a pair has come apart or
 * somebody has come, looks for a pair among those who have no partner and asks about it. The committee's work is
 * over by then, so the coordinator's word is enough.
 */
export async function fillOpenings(context: StageContext): Promise<void> {
  const { cohort, program, now } = context;
  const whole = await pool(cohort, program);
  await settleOpenings(context, whole);
  const refusals = (await forms.list(cohort.id, 'agreement')).filter((form) => isRefusal(form, program));
  const all = await pairs.list(cohort.id);
  const apart = new Set(refusals.map(({ pair }) => pair));
  const { working, keep, forbidden, round } = afterIntroductions(all, apart);
  const current = without(whole, new Set(refusals.map(({ person }) => person)), working);
  const seen = derivedId('', current.fingerprint, ...[...apart].map(String).sort());
  if (seen === cohort.proposedFrom) return;

  const { standing } = await resolvePairs({ cohort, now }, current, { keep, forbidden, round });
  for (const pair of standing.filter(({ status }) => status === 'proposed'))
    await askCoordinator(context, current, pair);
  await cohorts.change(cohort, { proposedFrom: seen });
}

/**
 * The pool without those who have said no to a partner: they are for the coordinator to talk to first. Their other pairs go
 * on, and so do those of people who only stopped our mail: they may well go on meeting.
 */
function without(whole: CurrentPool, refusers: ReadonlySet<string>, working: readonly Pair[]): CurrentPool {
  const current = { ...whole, applicants: whole.applicants.filter(({ id }) => !refusers.has(id)) };
  const others = working.filter((pair) => !isWhole(pair, current)).map(both);
  return { ...current, applicants: remainingCapacity(others, current.applicants, current.program) };
}

async function askCoordinator({ cohort, now }: StageContext, { everyone }: CurrentPool, pair: Pair): Promise<void> {
  const nameOf = (id: string) => shownName(everyone.find((one) => one.id === id)?.name ?? id);
  const [mentor, mentee] = [nameOf(pair.mentor), nameOf(pair.mentee)];
  const person = people.personId(cohort.id, cohort.coordinator.email);
  const questions = [ownQuestion('opening', wordsOf(cohort.language), { mentor, mentee })];
  const form = await openForm(cohort, { person, purpose: 'opening', occasion: pair.id, pair: pair.id, questions }, now);
  const facts = { mentor, mentee, score: pair.score, reasons: findingsFor(pair) };
  await queueEmail(cohort, { person, kind: 'opening', occasion: pair.id, form, facts }, now);
}

/** Introduces the pairs that the coordinator has said yes to, and forgets those with a no. Doing it again changes nothing. */
async function settleOpenings({ cohort, now }: StageContext, current: CurrentPool): Promise<void> {
  const openings = await forms.list(cohort.id, 'opening');
  if (openings.every(({ answers }) => answers.introduce === undefined)) return;
  const all = await pairs.list(cohort.id);
  for (const { pair, does } of decidedOpenings(all, openings, (one) => isWhole(one, current))) {
    if (does === 'introduce') {
      if (await pairs.setStatus(pair, 'proposed', 'active', now)) {
        await events.note(cohort, { at: now, what: 'pair.introduced', who: 'coordinator', of: pair.id });
      }
      const among = all.filter((one) => one.status === 'active' || one === pair);
      await introduceBoth(cohort, pair, among, now);
    } else if (await pairs.setStatus(pair, 'proposed', 'vetoed')) {
      await events.note(cohort, { at: now, what: 'pair.vetoed', who: 'coordinator', of: pair.id });
    }
  }
}
