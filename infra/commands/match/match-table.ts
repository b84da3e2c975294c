import { stringify } from 'csv-stringify/sync';
import type { Applicant } from '#domain/applicants.ts';
import type { Change } from '#domain/matching/explain/what-if.ts';
import type { Proposal, ProposedPair } from '#domain/matching/round/propose-pairs.ts';
import { wordsOf } from '#shared/words/index.ts';
import { type Couple, coupleOf, findingWords, positiveWords } from '#shared/words/reason-words.ts';
import { changeWords, unmatchedWords } from '#shared/words/unmatched-words.ts';

/** What `match` says of people, who are looked up by their ids. */
export interface Matched extends Proposal {
  people: ReadonlyMap<string, Pick<Applicant, 'name' | 'email'>>;
  /** By person: the smallest change that would match whoever has nobody. */
  changes: readonly (Change | undefined)[];
}

const words = wordsOf();

/** A table that a person can read: a pair a line, with what speaks for it below. */
export function asTable(matched: Matched): string {
  const { pairs, unmatched, people } = matched;
  const nameOf = (id: string) => people.get(id)?.name ?? id;
  const width = (title: string, ids: string[]) => Math.max(title.length, ...ids.map((id) => nameOf(id).length));
  const [mentees, mentors] = [
    width(
      'Mentee',
      pairs.map(({ mentee }) => mentee),
    ),
    width(
      'Mentor',
      pairs.map(({ mentor }) => mentor),
    ),
  ];
  const lines = [`${'Mentee'.padEnd(mentees)}  ${'Mentor'.padEnd(mentors)}  Score`];
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    const score = String(Math.round(100 * pair.score)).padStart(5);
    lines.push(`${nameOf(pair.mentee).padEnd(mentees)}  ${nameOf(pair.mentor).padEnd(mentors)}  ${score}`);
    for (const reason of positiveWords(pair, coupleIn(matched, pair), words).slice(0, 3)) lines.push(`    ${reason}`);
  }
  const worst = pairs.reduce((least, { score }) => Math.min(least, score), 1);
  const mean = pairs.reduce((sum, { score }) => sum + score, 0) / pairs.length;
  lines.push(
    '',
    pairs.length
      ? `${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'}. Mean score ${Math.round(100 * mean)} of 100, worst ${Math.round(100 * worst)}.`
      : 'Nobody can be matched.',
  );
  if (unmatched.length > 0) lines.push('', 'Not matched:');
  unmatched.forEach(({ person, role }, index) => {
    const { why, change } = unmatchedIn(matched, index);
    lines.push(`  ${nameOf(person)} (${role}): ${[why, change].filter(Boolean).join(' ')}`);
  });
  return `${lines.join('\n')}\n`;
}

/** One object, with what a program needs: pairs and people by id, which is the email where there is one. */
export function asJson(matched: Matched, millis: number): string {
  const { pairs, unmatched, people } = matched;
  const nameOf = (id: string) => people.get(id)?.name;
  return `${JSON.stringify({
    pairs: pairs.map(({ mentor, mentee, ...pair }) => ({
      mentor,
      mentorName: nameOf(mentor),
      mentee,
      menteeName: nameOf(mentee),
      ...pair,
      reasons: pair.reasons.map((reason) => ({
        ...reason,
        words: findingWords(reason.finding, coupleIn(matched, { mentor, mentee }), words),
      })),
    })),
    unmatched: unmatched.map(({ person, role, why: reason }, index) => ({
      person,
      role,
      reason,
      ...unmatchedIn(matched, index),
      name: nameOf(person),
    })),
    matched: pairs.length,
    worst: pairs.length ? Math.min(...pairs.map(({ score }) => score)) : null,
    total: Math.round(pairs.reduce((sum, { score }) => sum + score, 0) * 1e4) / 1e4,
    millis,
  })}\n`;
}

/** The pairs as CSV. What a spreadsheet would take for a formula is made text. */
export function asCsv(matched: Matched): string {
  const { pairs, people } = matched;
  const rows = pairs.map((pair) => ({
    mentee: people.get(pair.mentee)?.name,
    menteeEmail: people.get(pair.mentee)?.email,
    mentor: people.get(pair.mentor)?.name,
    mentorEmail: people.get(pair.mentor)?.email,
    score: pair.score,
    reasons: positiveWords(pair, coupleIn(matched, pair), words).join(' '),
  }));
  const columns = [
    { key: 'mentee' },
    { key: 'menteeEmail', header: 'mentee email' },
    { key: 'mentor' },
    { key: 'mentorEmail', header: 'mentor email' },
    { key: 'score' },
    { key: 'reasons' },
  ];
  return stringify(rows, { header: true, escape_formulas: true, columns });
}

function coupleIn({ people }: Matched, { mentor, mentee }: Pick<ProposedPair, 'mentor' | 'mentee'>): Couple {
  return coupleOf({ mentee: people.get(mentee)?.name ?? '', mentor: people.get(mentor)?.name ?? '' });
}

/** Why somebody has nobody, and what would change it where that was worked out, as sentences. */
function unmatchedIn({ unmatched, people, changes }: Matched, index: number): { why?: string; change?: string } {
  const [one, change] = [unmatched[index], changes[index]];
  if (!one) return {};
  const nameOf = (id: string) => people.get(id)?.name ?? id;
  const unpaired = { name: nameOf(one.person), role: one.role };
  return {
    why: unmatchedWords(one.why, unpaired, words),
    ...(change && { change: changeWords(change, unpaired, nameOf, words) }),
  };
}
