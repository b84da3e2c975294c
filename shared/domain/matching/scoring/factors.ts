import type { Applicant } from '#domain/applicants.ts';
import type { Question } from '#domain/forms/form.ts';
import type { Factor } from '#domain/program/matching-definition.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { choicesIn, numberIn, rangeOf, saidIn, textIn } from './answer-values.ts';
import { ChoiceNumbers } from './choice-numbers.ts';
import { hours, ranked } from './people-factors.ts';
import type { Finding, Side } from './reason.ts';
import { likeness, likenessToAll, readerOf } from './text-likeness.ts';

/**
 * What a factor counts for when one side has not answered: neither for nor against. Leaving it out of the mean instead
 * would let someone who answered a single question well outrank everyone who answered all of them.
 */
export const neutral = 0.5;

/** One factor over lists of mentees and mentors. Scores are 0..1, `undefined` when either side has not answered. */
export interface ScoredFactor {
  factor: Factor;
  score(mentee: number, mentor: number): number | undefined;
  find(mentee: number, mentor: number): Finding;
  /** The scores of one mentee with every mentor, `neutral` where undefined; the same numbers, sooner. */
  fill(mentee: number, scores: Float64Array): void;
}

export interface Sides {
  mentees: readonly Applicant[];
  mentors: readonly Applicant[];
}

/** A comparison of answers that have been read once per person. `find` is called only where `score` is defined. */
export interface Comparison {
  score(mentee: number, mentor: number): number | undefined;
  find(mentee: number, mentor: number): Finding;
  fill?(mentee: number, scores: Float64Array): void;
}

export interface Asked {
  factor: Factor;
  mentee: Question | undefined;
  mentor: Question | undefined;
}

/** The program's factors that count, ready to score any pair of these people. */
export function scoredFactors(program: ProgramDefinition, sides: Sides): ScoredFactor[] {
  const questions = new Map(program.forms.application.questions.map((question) => [question.key, question]));
  return program.matching.factors
    .filter(({ weight }) => weight > 0)
    .map((factor) => {
      const asked = { factor, mentee: questions.get(factor.mentee), mentor: questions.get(factor.mentor) };
      const comparison = comparisons[factor.compare](asked, sides);
      return {
        factor,
        score: comparison.score,
        fill: comparison.fill ?? ((mentee, scores) => fillOneByOne(comparison, mentee, scores)),
        find: (mentee, mentor) => {
          if (comparison.score(mentee, mentor) !== undefined) return comparison.find(mentee, mentor);
          const silent: Side[] = [
            ...(sides.mentees[mentee]?.answers[factor.mentee] === undefined ? (['mentee'] as const) : []),
            ...(sides.mentors[mentor]?.answers[factor.mentor] === undefined ? (['mentor'] as const) : []),
          ];
          return { kind: 'unanswered', by: silent.length > 0 ? silent : ['mentee', 'mentor'] };
        },
      };
    });
}

function fillOneByOne(comparison: Comparison, mentee: number, scores: Float64Array): void {
  for (let mentor = 0; mentor < scores.length; mentor++) scores[mentor] = comparison.score(mentee, mentor) ?? neutral;
}

const comparisons: Record<Factor['compare'], (asked: Asked, sides: Sides) => Comparison> = {
  covers,
  gives,
  same,
  near,
  ahead,
  words: alike,
  hours,
  names: ranked,
};

/** The share of what the mentee chose that the mentor chose too. */
function covers({ factor, mentee: question }: Asked, { mentees, mentors }: Sides): Comparison {
  const wanted = mentees.map(({ answers }) => choicesIn(answers[factor.mentee]));
  const offered = mentors.map(({ answers }) => choicesIn(answers[factor.mentor]));
  const inCommon = factor.mentee === factor.mentor;
  const isOfQualities = describesSomeone(question);
  return {
    score: (mentee, mentor) => share(wanted[mentee], offered[mentor]),
    fill: shares(wanted, offered, (met, all) => met / all),
    find: (mentee, mentor) => {
      const shared = chosenByBoth(wanted[mentee], offered[mentor]);
      if (inCommon) return { kind: 'common', shared };
      return { kind: isOfQualities ? 'quality' : 'help', shared, wanted: wanted[mentee] ?? [] };
    },
  };
}

/** The share of what the mentor would like that the mentee offers. */
function gives({ factor }: Asked, { mentees, mentors }: Sides): Comparison {
  const offered = mentees.map(({ answers }) => choicesIn(answers[factor.mentee]));
  const wanted = mentors.map(({ answers }) => choicesIn(answers[factor.mentor]));
  return {
    score: (mentee, mentor) => share(wanted[mentor], offered[mentee]),
    fill: shares(offered, wanted, (met, _, all) => met / all),
    find: (mentee, mentor) => ({
      kind: 'offer',
      shared: chosenByBoth(wanted[mentor], offered[mentee]),
      wanted: wanted[mentor] ?? [],
    }),
  };
}

/** 1 when both gave the same answer, else 0. */
function same({ factor }: Asked, { mentees, mentors }: Sides): Comparison {
  const one = mentees.map(({ answers }) => saidIn(answers[factor.mentee]));
  const other = mentors.map(({ answers }) => saidIn(answers[factor.mentor]));
  const isSame = (mentee: string, mentor: string) => mentee.toLowerCase() === mentor.toLowerCase();
  return {
    score: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee], other[mentor]];
      return mine === undefined || theirs === undefined ? undefined : Number(isSame(mine, theirs));
    },
    find: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee] ?? '', other[mentor] ?? ''];
      return { kind: 'same', mentee: mine, mentor: theirs, isSame: isSame(mine, theirs) };
    },
  };
}

/** How close two numbers are: 1 when equal, falling evenly to 0 at a difference of `ideal`, or of the question's range. */
function near({ factor, mentee: question }: Asked, { mentees, mentors }: Sides): Comparison {
  const one = mentees.map(({ answers }) => numberIn(answers[factor.mentee]));
  const other = mentors.map(({ answers }) => numberIn(answers[factor.mentor]));
  const reach = factor.ideal ?? rangeOf(question, [...one, ...other]);
  return {
    score: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee], other[mentor]];
      if (mine === undefined || theirs === undefined) return undefined;
      return Math.max(0, 1 - Math.abs(mine - theirs) / reach);
    },
    find: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee] ?? 0, other[mentor] ?? 0];
      const distance = distanceIn(Math.abs(mine - theirs) / reach);
      return { kind: 'near', subject: subjectOf(question), mentee: mine, mentor: theirs, distance };
    },
  };
}

/**
 * How well the mentor is ahead of the mentee: 0 when not ahead, rising evenly to 1 at a lead of `ideal`, then falling
 * slowly (a lead of twice the ideal gives 1/2), since someone very far ahead may no longer remember. Without an ideal
 * any lead is as good as another.
 */
function ahead({ factor, mentee: question }: Asked, { mentees, mentors }: Sides): Comparison {
  const one = mentees.map(({ answers }) => numberIn(answers[factor.mentee]));
  const other = mentors.map(({ answers }) => numberIn(answers[factor.mentor]));
  const { ideal } = factor;
  return {
    score: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee], other[mentor]];
      if (mine === undefined || theirs === undefined) return undefined;
      const lead = theirs - mine;
      if (lead <= 0) return 0;
      return ideal === undefined ? 1 : Math.min(lead / ideal, ideal / lead);
    },
    find: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee] ?? 0, other[mentor] ?? 0];
      const lead = leadIn(theirs - mine, ideal);
      return { kind: 'ahead', subject: subjectOf(question), mentee: mine, mentor: theirs, lead };
    },
  };
}

/** What the texts have in common (see `likeness`). */
function alike({ factor }: Asked, { mentees, mentors }: Sides): Comparison {
  const read = readerOf(factor.alike);
  const one = mentees.map(({ answers }) => textIn(answers[factor.mentee], read));
  const other = mentors.map(({ answers }) => textIn(answers[factor.mentor], read));
  return {
    score: (mentee, mentor) => {
      const [mine, theirs] = [one[mentee], other[mentor]];
      return mine === undefined || theirs === undefined ? undefined : likeness(mine, theirs);
    },
    fill: likenessToAll(one, other, neutral),
    find: (mentee, mentor) => {
      const theirs = other[mentor] ?? new Map();
      const common = [...(one[mentee] ?? [])].filter(([stem]) => theirs.has(stem)).map(([, word]) => word);
      return { kind: 'words', shared: common.slice(0, mostWords) };
    },
  };
}

/** How many words that both used are kept: nobody reads more. */
const mostWords = 4;

function share(wanted: readonly string[] | undefined, offered: readonly string[] | undefined): number | undefined {
  if (wanted === undefined || offered === undefined) return undefined;
  let met = 0;
  for (const one of wanted) if (offered.includes(one)) met++;
  return met / wanted.length;
}

/** For each mentor, what `score` makes of how many choices of both are the same, of how many of each. */
function shares(
  mentees: readonly (readonly string[] | undefined)[],
  mentors: readonly (readonly string[] | undefined)[],
  score: (met: number, menteeChose: number, mentorChose: number) => number,
): (mentee: number, scores: Float64Array) => void {
  const numbers = new ChoiceNumbers();
  const one = mentees.map((chosen) => numbers.of(chosen));
  const other = mentors.map((chosen) => numbers.of(chosen));
  // All mentors' choices in one list: millions of little ones would be looked for all over the memory.
  const start = new Int32Array(other.length + 1);
  other.forEach((choices, mentor) => {
    start[mentor + 1] = (start[mentor] as number) + choices.length;
  });
  const all = new Int32Array(start[other.length] as number);
  other.forEach((choices, mentor) => {
    all.set(choices, start[mentor]);
  });
  const isMine = new Uint8Array(numbers.count);
  return (mentee, scores) => {
    const mine = one[mentee] as Int32Array;
    isMine.fill(0);
    for (const choice of mine) isMine[choice] = 1;
    for (let mentor = 0; mentor < scores.length; mentor++) {
      const [from, to] = [start[mentor] as number, start[mentor + 1] as number];
      let met = 0;
      for (let n = from; n < to; n++) met += isMine[all[n] as number] as number;
      scores[mentor] = mine.length && to > from ? score(met, mine.length, to - from) : neutral;
    }
  };
}

function chosenByBoth(wanted: readonly string[] = [], offered: readonly string[] = []): string[] {
  return wanted.filter((one) => offered.includes(one));
}

/** Whether the options of a question complete "someone who ...", as in "What do you look for? Someone who ...". */
function describesSomeone(question: Question | undefined): boolean {
  return /someone who\s*(\.\.\.|…)\s*$/i.test(question?.ask ?? '');
}

/** The few words that a number stands for. */
function subjectOf(question: Question | undefined): string {
  return question?.label ?? question?.key ?? '';
}

/** `part` is of the distance at which a pair scores nothing. */
function distanceIn(part: number): Extract<Finding, { kind: 'near' }>['distance'] {
  if (part === 0) return 'none';
  if (part <= 1 / 3) return 'close';
  if (part <= 1 / 2) return 'near';
  return part < 1 ? 'some' : 'far';
}

/** Between half the ideal lead and twice as much the mentor scores half or better. */
function leadIn(lead: number, ideal: number | undefined): Extract<Finding, { kind: 'ahead' }>['lead'] {
  if (lead <= 0) return 'none';
  if (ideal === undefined || (lead >= ideal / 2 && lead <= ideal * 2)) return 'right';
  return lead < ideal ? 'little' : 'much';
}
