import type { Applicant } from '../applicants.ts';
import type { Question } from '../form.ts';
import { callNames } from '../names/called.ts';
import type { Factor } from '../program/matching-definition.ts';
import type { ProgramDefinition } from '../program/program-definition.ts';
import { choicesIn, numberIn, rangeOf, saidIn, textIn } from './answers.ts';
import { ChoiceNumbers } from './choices.ts';
import { hours, ranked } from './people-factors.ts';
import { answersIn, describesSomeone, inWords, listed, subjectOf } from './sentences.ts';
import { likeness, likenessToAll, readerOf } from './text.ts';

/**
 * What a factor counts for when one side has not answered: neither for nor against. Leaving it out of the mean instead
 * would let someone who answered a single question well outrank everyone who answered all of them.
 */
export const neutral = 0.5;

/** One factor over lists of mentees and mentors. Scores are 0..1, `undefined` when either side has not answered. */
export interface ScoredFactor {
  factor: Factor;
  score(mentee: number, mentor: number): number | undefined;
  words(mentee: number, mentor: number): string;
  /** The scores of one mentee with every mentor, `neutral` where undefined; the same numbers, sooner. */
  fill(mentee: number, scores: Float64Array): void;
}

export interface Sides {
  mentees: readonly Applicant[];
  mentors: readonly Applicant[];
}

/** A comparison of answers that have been read once per person. `words` is asked only where `score` is defined. */
export interface Comparison {
  score(mentee: number, mentor: number): number | undefined;
  words(mentee: number, mentor: number, called: { mentee: string; mentor: string }): string;
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
        words: (mentee, mentor) => {
          const [menteeName, mentorName] = callNames(nameOf(sides.mentees[mentee]), nameOf(sides.mentors[mentor]));
          const called = { mentee: menteeName, mentor: mentorName };
          if (comparison.score(mentee, mentor) !== undefined) return comparison.words(mentee, mentor, called);
          const silent = [
            ...(sides.mentees[mentee]?.answers[factor.mentee] === undefined ? [menteeName] : []),
            ...(sides.mentors[mentor]?.answers[factor.mentor] === undefined ? [mentorName] : []),
          ];
          return `${listed(silent.length ? silent : [menteeName, mentorName])} did not say, so this counts neither for nor against.`;
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
  return {
    score: (mentee, mentor) => share(wanted[mentee], offered[mentor]),
    fill: shares(wanted, offered, (met, all) => met / all),
    words: (mentee, mentor, called) => {
      const [met, all] = [chosenByBoth(wanted[mentee], offered[mentor]), wanted[mentee] ?? []];
      if (inCommon) {
        const both = `${called.mentee} and ${called.mentor}`;
        return met.length ? `${both} both chose ${answersIn(met)}.` : `${both} chose differently here.`;
      }
      if (describesSomeone(question)) {
        if (met.length === 0)
          return `${called.mentee} looks for someone who ${answersIn(all)}; ${called.mentor} did not name that.`;
        return `${called.mentor} is someone who ${answersIn(met)}, ${met.length === all.length ? 'as' : `${partOf(met, all)} that`} ${called.mentee} ${met.length === all.length ? 'hopes' : 'looks for'}.`;
      }
      if (met.length === 0) return `${called.mentee} asked for ${answersIn(all)}; ${called.mentor} did not offer that.`;
      const help = `${called.mentor} can help with ${answersIn(met)}`;
      if (met.length === all.length) return `${help}, which ${called.mentee} asked for.`;
      return `${help}, ${partOf(met, all)} ${called.mentee} asked for.`;
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
    words: (mentee, mentor, called) => {
      const [met, all] = [chosenByBoth(wanted[mentor], offered[mentee]), wanted[mentor] ?? []];
      if (met.length === 0)
        return `${called.mentor} would like ${answersIn(all)}; ${called.mentee} did not offer that.`;
      const offer = `${called.mentee} offers ${answersIn(met)}`;
      if (met.length === all.length) return `${offer}, which ${called.mentor} would like.`;
      return `${offer}, ${partOf(met, all)} ${called.mentor} would like.`;
    },
  };
}

/** 1 when both gave the same answer, else 0. */
function same({ factor }: Asked, { mentees, mentors }: Sides): Comparison {
  const one = mentees.map(({ answers }) => saidIn(answers[factor.mentee]));
  const other = mentors.map(({ answers }) => saidIn(answers[factor.mentor]));
  return {
    score: (mentee, mentor) => {
      const [said, answered] = [one[mentee], other[mentor]];
      if (said === undefined || answered === undefined) return undefined;
      return said.toLowerCase() === answered.toLowerCase() ? 1 : 0;
    },
    words: (mentee, mentor, called) => {
      const [said, answered] = [one[mentee] ?? '', other[mentor] ?? ''];
      if (said.toLowerCase() === answered.toLowerCase())
        return `${called.mentee} and ${called.mentor} both said ${answersIn([said])}.`;
      return `${called.mentee} said ${answersIn([said])}, ${called.mentor} ${answersIn([answered])}.`;
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
    words: (mentee, mentor, called) => {
      const [mine, theirs] = [one[mentee] ?? 0, other[mentor] ?? 0];
      const subject = subjectOf(question);
      if (mine === theirs) return `${called.mentee} and ${called.mentor} gave the same answer for ${subject}: ${mine}.`;
      const closeness =
        Math.abs(mine - theirs) <= reach / 3
          ? 'close together'
          : Math.abs(mine - theirs) <= reach / 2
            ? 'not far apart'
            : Math.abs(mine - theirs) < reach
              ? 'some way apart'
              : 'far apart';
      return `For ${subject}, ${called.mentee} said ${mine} and ${called.mentor} ${theirs}: ${closeness}.`;
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
    words: (mentee, mentor, called) => {
      const [mine, theirs] = [one[mentee] ?? 0, other[mentor] ?? 0];
      const said = `For ${subjectOf(question)}, ${called.mentor} said ${theirs} and ${called.mentee} ${mine}`;
      const lead = theirs - mine;
      if (lead <= 0) return `${said}: ${called.mentor} is not ahead there.`;
      if (ideal === undefined || (lead >= ideal / 2 && lead <= ideal * 2))
        return `${said}: far enough ahead, and near enough to remember.`;
      return `${said}: ${lead < ideal ? 'only a little ahead' : 'a long way ahead'}.`;
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
    words: (mentee, mentor, called) => {
      const theirs = other[mentor] ?? new Map();
      const common = [...(one[mentee] ?? [])].filter(([stem]) => theirs.has(stem)).map(([, word]) => `“${word}”`);
      const both = `${called.mentee} and ${called.mentor}`;
      if (common.length === 0) return `${both} used different words here.`;
      return `${both} both wrote about ${listed(common.slice(0, 4))}.`;
    },
  };
}

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

function partOf(met: readonly string[], all: readonly string[]): string {
  return `${inWords(met.length)} of the ${inWords(all.length)} things`;
}

function nameOf(person: Applicant | undefined): string {
  return person?.name ?? '';
}
