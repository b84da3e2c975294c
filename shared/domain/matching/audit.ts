import type { Applicant } from '../applicants.ts';
import type { Question } from '../form.ts';
import { choicesIn } from './answers.ts';

/** How one group fared. Rates are of the people in it, 0..1; undefined where there is nobody to take a rate of. */
export interface GroupFigures {
  group: string;
  /** How many of it were invited, where that is known: who was, and in which group. */
  invited?: number;
  applied: number;
  eligible: number;
  matched: number;
  applicationRate?: number;
  eligibilityRate?: number;
  /** Of those who were eligible. */
  matchRate?: number;
  /** Of its pairs, 0..1. */
  meanScore?: number;
  worstScore?: number;
}

/** A rate that is under four fifths of the highest group's (Uniform Guidelines on Employee Selection Procedures, 1978). */
export interface Flag {
  rate: 'application' | 'eligibility' | 'match';
  group: string;
  /** The rate and the numbers behind it, and those of the group with the highest rate. */
  has: { part: number; of: number };
  highest: { group: string; part: number; of: number };
  /** The rate over the highest one. */
  ratio: number;
  /** Too few people to tell this from chance: Fisher's exact test gives more than 1 in 20, or a group is very small. */
  tooSmall: boolean;
  words: string;
}

export interface Audit {
  question: string;
  groups: GroupFigures[];
  flags: Flag[];
  /** Said once, when groups are so small that their figures mean little. */
  warning?: string;
}

export interface AuditInput {
  /** The questions whose answers are the groups: voluntary ones, department, location. */
  questions: readonly Question[];
  /** Everyone who applied, for one role. */
  applicants: readonly Applicant[];
  role: 'mentor' | 'mentee';
  /** Ids of those who may not take part this time. */
  held?: ReadonlySet<string>;
  pairs: readonly { mentor: string; mentee: string; score: number }[];
  /** How many of each group were invited, by question and answer, where the organisation knows. */
  invited?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Groups under this are called small; see the program's `privacy.smallestGroup`. */
  smallest: number;
}

/**
 * How each group fared with a matching. It is looked at after the fact: nothing here is an input of a score (a test
 * holds that). People who chose not to say are a group of their own, `not said`, which is never compared with.
 */
export function audit(input: AuditInput): Audit[] {
  return input.questions.map((question) => auditOf(question, input));
}

const notSaid = 'not said';

function auditOf(question: Question, { applicants, role, held, pairs, invited, smallest }: AuditInput): Audit {
  const members = new Map<string, Applicant[]>();
  for (const option of question.options ?? []) members.set(option, []);
  for (const applicant of applicants) {
    if (!applicant.roles.includes(role)) continue;
    for (const group of groupsOf(applicant, question)) {
      members.set(group, [...(members.get(group) ?? []), applicant]);
    }
  }
  const groups = [...members].map(([group, people]): GroupFigures => {
    const eligible = people.filter(({ id }) => !held?.has(id));
    const ids = new Set(eligible.map(({ id }) => id));
    const own = pairs.filter((pair) => ids.has(pair[role]));
    const matched = new Set(own.map((pair) => pair[role])).size;
    const asked = invited?.[question.key]?.[group];
    return {
      group,
      ...(asked !== undefined && { invited: asked }),
      applied: people.length,
      eligible: eligible.length,
      matched,
      ...(asked && { applicationRate: people.length / asked }),
      ...(people.length && { eligibilityRate: eligible.length / people.length }),
      ...(eligible.length && { matchRate: matched / eligible.length }),
      ...(own.length && {
        meanScore: own.reduce((sum, { score }) => sum + score, 0) / own.length,
        worstScore: own.reduce((worst, { score }) => Math.min(worst, score), 1),
      }),
    };
  });
  const flags = [
    ...flagsOf('application', groups, smallest, ({ applied, invited: of = 0 }) => ({ part: applied, of })),
    ...flagsOf('eligibility', groups, smallest, ({ eligible, applied }) => ({ part: eligible, of: applied })),
    ...flagsOf('match', groups, smallest, ({ matched, eligible }) => ({ part: matched, of: eligible })),
  ];
  const small = groups.filter(({ group, applied }) => group !== notSaid && applied > 0 && applied < smallest);
  return {
    question: question.key,
    groups,
    flags,
    ...(small.length > 0 && {
      warning: `${small.map(({ group }) => group).join(', ')}: fewer than ${smallest} people, so the figures say little and may show who is meant.`,
    }),
  };
}

function groupsOf({ answers }: Applicant, { key }: Question): string[] {
  const answer = answers[key];
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
  if (typeof answer === 'number') return [String(answer)];
  return choicesIn(answer)?.map((one) => one.trim()) ?? [notSaid];
}

function flagsOf(
  rate: Flag['rate'],
  groups: readonly GroupFigures[],
  smallest: number,
  of: (group: GroupFigures) => { part: number; of: number },
): Flag[] {
  const known = groups
    .filter(({ group }) => group !== notSaid)
    .map((group) => ({ group: group.group, ...of(group) }))
    .filter((one) => one.of > 0);
  const [highest] = [...known].sort((a, b) => b.part / b.of - a.part / a.of);
  if (!highest || highest.part === 0) return [];
  return known.flatMap((one) => {
    const ratio = one.part / one.of / (highest.part / highest.of);
    if (one === highest || ratio >= 0.8) return [];
    const tooSmall = one.of < smallest || highest.of < smallest || likelyByChance(one, highest);
    const numbers = (who: typeof one) => `${who.part} of ${who.of} (${Math.round((100 * who.part) / who.of)}%)`;
    const words =
      `The ${rate} rate of ${one.group}, ${numbers(one)}, is ${ratio.toFixed(2)} of that of ${highest.group}, ${numbers(highest)}: under four fifths.` +
      (tooSmall ? ' The numbers are too small to tell it from chance.' : '');
    return [
      {
        rate,
        group: one.group,
        has: { part: one.part, of: one.of },
        highest: { group: highest.group, part: highest.part, of: highest.of },
        ratio,
        tooSmall,
        words,
      },
    ];
  });
}

/** Fisher's exact test (1922), one-sided: whether so few or fewer in the first group happen once in 20 times by chance. */
function likelyByChance(few: { part: number; of: number }, many: { part: number; of: number }): boolean {
  const parts = few.part + many.part;
  const logs = [0];
  for (let n = 1; n <= few.of + many.of; n++) logs.push((logs[n - 1] as number) + Math.log(n));
  const choose = (n: number, k: number) => (logs[n] as number) - (logs[k] as number) - (logs[n - k] as number);
  let chance = 0;
  for (let part = Math.max(0, parts - many.of); part <= few.part; part++) {
    chance += Math.exp(choose(few.of, part) + choose(many.of, parts - part) - choose(few.of + many.of, parts));
  }
  return chance > 0.05;
}
