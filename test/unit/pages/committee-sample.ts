import type { Question } from '#domain/forms/form.ts';
import { auditsOf } from '#domain/matching/audit/group-audit.ts';
import { proposePairs } from '#domain/matching/round/propose-pairs.ts';
import type { CommitteeContent } from '#shared/pages/committee-parts.tsx';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords, positiveWords } from '#shared/words/reason-words.ts';
import { unmatchedWords } from '#shared/words/unmatched-words.ts';
import { population } from '#test/bench/matching/population.ts';

const given =
  'Ada Grace Joan Emil Sofia Alan Mary Charles Amina Ines Tomas Noor Maria-Fernanda Björn Chidi Yuki Olga Pablo Rosa Henk'.split(
    ' ',
  );
const family = ['Lovelace', 'Hopper', 'Clarke', 'Post', 'Kovalevskaya', 'Wolfeschlegelsteinhausen', 'Nakamura'];
const departments = ['Port operations', 'port  operations', 'Research', 'Finance and legal', 'People'];
const locations = ['Lisbon', 'Rotterdam'];

/** What the committee is shown of a cohort that was really matched: so many mentees and mentors, in groups and departments. */
export function committeeSample(
  mentees: number,
  mentors: number,
): { questions: Question[]; content: CommitteeContent } {
  const applicants = population(mentees, mentors, 3).map((one, n) => {
    const name = `${given[n % given.length]} ${family[(n * 3) % family.length]}`;
    const gender = n % 9 === 8 ? undefined : n % 3 === 0 ? 'woman' : n % 17 === 4 ? 'non-binary' : 'man';
    return { ...one, name, answers: { ...one.answers, ...(gender && { gender }) } };
  });
  const participants = [...applicants, ...applicants.map(({ id }) => ({ id: `silent-${id}` }))].map(({ id }, n) => ({
    id,
    department: departments[n % departments.length] ?? '',
    location: locations[n % 5 === 0 ? 1 : 0] ?? '',
  }));
  const held = new Set(applicants.slice(4, 6).map(({ id }) => id));
  const { pairs, unmatched } = proposePairs({ applicants, program: defaultProgram, held });
  const nameOf = (id: string) => applicants.find((one) => one.id === id)?.name ?? id;
  const words = wordsOf();
  const coupleIn = (pair: { mentor: string; mentee: string }) =>
    coupleOf({ mentee: nameOf(pair.mentee), mentor: nameOf(pair.mentor) });
  const weights = defaultProgram.matching.factors.reduce((sum, { weight }) => sum + weight, 0);
  const id = (n: number) => `pair${n + 1}`;
  const content: CommitteeContent = {
    pairs: Object.fromEntries(
      pairs.map((pair, n) => [
        id(n),
        {
          score: Math.round(100 * pair.score),
          speaks: positiveWords(pair, coupleIn(pair), words),
          factors: pair.reasons.map(({ title, weight, score, finding }) => ({
            title,
            share: Math.round((100 * weight) / weights),
            points: Math.round(100 * score),
            words: findingWords(finding, coupleIn(pair), words),
          })),
          alternative: `Without this pair ${nameOf(pair.mentee)} would have nobody, and nobody would come to ${nameOf(pair.mentor)} instead. There would be one pair fewer.`,
        },
      ]),
    ),
    closed: {},
    unmatched: unmatched.map(({ person, role, why }, n) => ({
      name: nameOf(person),
      role,
      why: unmatchedWords(why, { name: nameOf(person), role }, words),
      ...(n % 2 === 0 && { change: `If ${nameOf(pairs[0]?.mentor ?? '')} had one more place, they could be matched.` }),
    })),
    held: [...held].map(nameOf),
    audits: auditsOf({
      program: defaultProgram,
      cohort: { invitedGroups: { gender: { woman: 2 * mentees, man: mentees + mentors } } },
      participants,
      applicants,
      held,
      pairs,
    }),
    isApplicant: false,
    words,
    hasVoted: false,
  };
  const questions = pairs.map(
    (pair, n): Question => ({
      key: id(n),
      ask: `${nameOf(pair.mentor)} as mentor of ${nameOf(pair.mentee)}`,
      label: `Pair ${n + 1}`,
      type: 'yesno',
      mayAbstain: true,
    }),
  );
  return { questions, content };
}
