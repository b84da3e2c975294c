import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { isDecided, tally } from '#domain/votes.ts';

/**
 * What those who may publish have said: yes when one of them has, no when one has said no and none yes. unclear: one of them
 * has answered, and we have asked back: perhaps they want a pair left out.
 */
export function publishDecision(
  decisions: readonly Pick<AskedForm, 'answers' | 'unclear'>[],
): 'yes' | 'no' | 'unclear' | 'nothing' {
  const words = decisions.flatMap(({ answers }) => (typeof answers.publish === 'boolean' ? [answers.publish] : []));
  if (words.length > 0) return words.includes(true) ? 'yes' : 'no';
  return decisions.some(({ unclear }) => unclear.length > 0) ? 'unclear' : 'nothing';
}

/** Whether the pairs go to their people on the day: by a yes, or without a word where the votes or the program allow it. */
export function mayPublish(
  said: ReturnType<typeof publishDecision>,
  ballots: readonly AskedForm[],
  cohort: Pick<Cohort, 'committee'>,
  program: ProgramDefinition,
): boolean {
  if (said !== 'nothing') return said === 'yes';
  return isDecided(tally(ballots), cohort, program) || program.matching.committee.withoutQuorum === 'publish';
}

/** Whether all votes are in. Ballots that were emptied by people leaving are complete, too: then the day is waited for. */
export function isVoteOver(ballots: readonly AskedForm[]): boolean {
  const { members, answered, voters } = tally(ballots);
  return voters > 0 && answered === members && ballots.every(({ status }) => status === 'complete');
}

/** Whether both of every published pair have said yes. */
export function isAgreedByAll(
  pairs: readonly Pair[],
  consents: readonly Pick<AskedForm, 'pair' | 'answers'>[],
): boolean {
  const published = pairs.filter(({ status }) => status === 'proposed');
  const yesTo = (id: string) => consents.filter(({ pair, answers }) => pair === id && answers.with === true).length;
  return published.length > 0 && published.every(({ id }) => yesTo(id) === 2);
}
