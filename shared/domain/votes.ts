import { abstained } from '#domain/forms/abstained.ts';
import { type Answer, missing } from './forms/form.ts';
import type { AskedForm } from './forms/form-record.ts';
import type { Cohort } from './program/cohort.ts';
import type { ProgramDefinition } from './program/program-definition.ts';

export interface Tally {
  /**
   * Reviewers who have been asked, and those who have answered: they have completed a ballot, and said more than they still
   * owe. So a pair that came to be while they voted does not undo that, and a ballot whose pairs have all gone is no answer.
   */
  members: number;
  answered: number;
  /** Those of them who have voted for or against a pair: who abstains from all of them decides nothing. */
  voters: number;
  /** Votes for and against, and abstentions, by pair. A vote that is half in counts for the pairs that it names. */
  for: ReadonlyMap<string, number>;
  against: ReadonlyMap<string, number>;
  abstained: ReadonlyMap<string, number>;
}

/**
 * Counts the committee's ballots: one question a pair, whose key is the pair's id. A reviewer has one vote on a
 * pair, however many ballots ask about it: the one on the newest ballot.
 */
export function tally(ballots: readonly AskedForm[]): Tally {
  const votes = new Map<string, Map<string, Answer>>();
  const owed = new Map<string, number>();
  const finished = new Set<string>();
  for (const ballot of [...ballots].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))) {
    const { person, answers, status } = ballot;
    const own = votes.get(person) ?? new Map<string, Answer>();
    for (const [pair, vote] of Object.entries(answers)) own.set(pair, vote);
    votes.set(person, own);
    owed.set(person, (owed.get(person) ?? 0) + owedOn(ballot));
    if (status === 'complete') finished.add(person);
  }
  const answered = [...votes].filter(([person, own]) => finished.has(person) && own.size > (owed.get(person) ?? 0));
  const voters = answered.filter(([, own]) => [...own.values()].some((vote) => vote !== abstained));
  const counts = {
    for: new Map<string, number>(),
    against: new Map<string, number>(),
    abstained: new Map<string, number>(),
  };
  for (const own of votes.values()) {
    for (const [pair, vote] of own) {
      const side = counts[vote === abstained ? 'abstained' : vote === true ? 'for' : 'against'];
      side.set(pair, (side.get(pair) ?? 0) + 1);
    }
  }
  return { members: votes.size, answered: answered.length, voters: voters.length, ...counts };
}

/** Votes that somebody has begun and not finished, by pair: they count for nothing, and whoever publishes should know of them. */
export interface Unfinished {
  person: string;
  pair: string;
  /** A no that has no reason yet, or words in which we could find no vote. */
  is: 'no without a reason' | 'undecided';
}

/** The unfinished votes on the pairs of `standing`, ballot by ballot. A pair that is on two ballots counts on the newest. */
export function unfinishedVotes(ballots: readonly AskedForm[], standing: ReadonlySet<string>): Unfinished[] {
  const found = new Map<string, Unfinished>();
  for (const { person, answers, unclear } of [...ballots].sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))) {
    for (const pair of Object.keys(answers)) found.delete(`${person} ${pair}`);
    for (const { key: pair, awaits } of unclear) {
      if (!standing.has(pair) || answers[pair] !== undefined) continue;
      found.set(`${person} ${pair}`, { person, pair, is: awaits === 'reason' ? 'no without a reason' : 'undecided' });
    }
  }
  return [...found.values()];
}

/** How many votes a ballot still waits for. */
export function owedOn({ questions = [], answers }: Pick<AskedForm, 'questions' | 'answers'>): number {
  return questions.filter(({ key, required }) => required !== false && answers[key] === undefined).length;
}

/** Whether enough of the committee have voted for it to have decided. A small committee is its own quorum. */
export function isDecided(
  { voters }: Tally,
  { committee }: Pick<Cohort, 'committee'>,
  program: ProgramDefinition,
): boolean {
  return voters >= Math.min(program.matching.committee.quorum, committee.length);
}

/** A pair falls when votes were cast on it and fewer than `majority` (a share, 0..1) of them are in its favour. An abstention is none. */
export function objectedTo(votes: Tally, pair: string, majority: number): boolean {
  const [inFavour, against] = [votes.for.get(pair) ?? 0, votes.against.get(pair) ?? 0];
  return against > 0 && inFavour < majority * (inFavour + against);
}

/**
 * A ballot once only the pairs of `stands` need a vote: the others stay on it, with their numbers, and nobody owes an answer
 * to them. The ballot itself when that changes nothing.
 */
export function settledBallot(ballot: AskedForm, stands: ReadonlySet<string>): AskedForm {
  const { questions = [], answers, unclear } = ballot;
  const isOwed = (key: string) => stands.has(key) || answers[key] !== undefined;
  if (questions.every(({ key, required }) => required === false || isOwed(key))) return ballot;
  const asked = questions.map((question) => (isOwed(question.key) ? question : { ...question, required: false }));
  const isComplete = missing({ id: ballot.id, title: ballot.purpose, questions: asked }, answers).length === 0;
  return {
    ...ballot,
    questions: asked,
    unclear: unclear.filter(({ key }) => isOwed(key)),
    ...(isComplete && { status: 'complete' }),
  };
}
