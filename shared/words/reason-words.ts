import { type Finding, findingsFor, type Reason, type Side } from '#domain/matching/scoring/reason.ts';
import { callNames } from '#domain/names/called.ts';
import type { Words } from './index.ts';

/** The two of a pair as sentences call them, and the one of them who reads, if one does. */
export interface Couple {
  mentee: string;
  mentor: string;
  reader?: Side | undefined;
}

/**
 * The two of a pair by the names of their people. To one of them it is "you", but for two of the very same name: there is
 * no telling then who is meant.
 */
export function coupleOf(names: { mentee: string; mentor: string }, reader?: Side): Couple {
  const [mentee, mentor] = callNames(names.mentee, names.mentor);
  return { mentee, mentor, ...(mentee !== mentor && reader !== undefined && { reader }) };
}

/** What speaks for a pair, a sentence each. */
export function positiveWords(pair: { reasons: readonly Reason[] }, couple: Couple, words: Words): string[] {
  return findingsFor(pair).map((finding) => findingWords(finding, couple, words));
}

/** What a factor found, as a sentence. */
export function findingWords(finding: Finding, couple: Couple, words: Words): string {
  const { matchReasons } = words;
  const { mentee, mentor } = couple;
  const two = { mentee, mentor, reader: couple.reader ?? 'neither' };
  switch (finding.kind) {
    case 'unanswered':
      return matchReasons.unanswered[sideOf(finding.by) ?? 'both'](two);
    case 'common': {
      const shared = answersInside(finding.shared, words);
      return shared === '' ? matchReasons.common.none(two) : matchReasons.common.some({ ...two, shared });
    }
    case 'quality':
    case 'help':
    case 'offer': {
      const { shared, wanted } = finding;
      const said = matchReasons[finding.kind];
      if (shared.length === 0) return said.none({ ...two, wanted: answersInside(wanted, words) });
      const offered = { ...two, shared: answersInside(shared, words) };
      if (shared.length === wanted.length) return said.all(offered);
      return said.some({ ...offered, met: shared.length, all: wanted.length });
    }
    case 'same': {
      const [menteeSaid, mentorSaid] = [finding.mentee, finding.mentor].map((one) => answersInside([one], words)) as [
        string,
        string,
      ];
      if (finding.isSame) return matchReasons.same.alike({ ...two, answer: menteeSaid });
      return matchReasons.same.different({ ...two, menteeSaid, mentorSaid });
    }
    case 'near': {
      const { distance } = finding;
      const said = { ...two, ...numbersOf(finding) };
      return distance === 'none'
        ? matchReasons.near.none({ ...said, answer: said.menteeSaid })
        : matchReasons.near[distance](said);
    }
    case 'ahead':
      return matchReasons.ahead[finding.lead]({ ...two, ...numbersOf(finding) });
    case 'words': {
      const shared = words.list(finding.shared.map((word) => matchReasons.quoted({ answer: word })));
      return shared === '' ? matchReasons.words.none(two) : matchReasons.words.some({ ...two, shared });
    }
    case 'hours': {
      const { minutes } = finding;
      if (minutes === 0) return matchReasons.hours.none(two);
      return matchReasons.hours.some({ ...two, hours: Math.round(minutes / 6) / 10 });
    }
    case 'named': {
      const { by } = finding;
      return matchReasons.named[by.length === 0 ? 'none' : (sideOf(by) ?? 'both')](two);
    }
  }
}

/** The only side of a list; undefined where it has both, or none. */
function sideOf(by: readonly Side[]): Side | undefined {
  return by.length === 1 ? by[0] : undefined;
}

/** What the two numbers are about, as it reads inside a sentence, and the numbers as they were given. */
function numbersOf({ subject, mentee, mentor }: Extract<Finding, { kind: 'near' | 'ahead' }>) {
  const inside = /^\p{Lu}\p{Ll}/u.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject;
  return { subject: inside, menteeSaid: String(mentee), mentorSaid: String(mentor) };
}

/** Answers as they stand in a sentence of ours: in quotation marks where they speak for themselves ("my direction"). */
function answersInside(answers: readonly string[], words: Words): string {
  const speaksForItself = /\b(i|my|me|mine|myself|we|our|us|ourselves)\b/i;
  return words.list(
    answers.map((answer) => (speaksForItself.test(answer) ? words.matchReasons.quoted({ answer }) : answer)),
  );
}
