import { stringify } from 'csv-stringify/sync';
import type { Proposal } from '#domain/matching/propose.ts';
import { speaksFor } from '#domain/relationship.ts';

/** What `match` says of people; ids are looked up in `names`. */
export interface Matched extends Proposal {
  names: ReadonlyMap<string, string>;
  /** By person: the smallest change that would match whoever has nobody. */
  changes: readonly string[];
}

/** A table that a person can read: a pair a line, with what speaks for it below. */
export function asTable({ pairs, unmatched, names, changes }: Matched): string {
  const nameOf = (id: string) => names.get(id) ?? id;
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
    for (const reason of speaksFor(pair).slice(0, 3)) lines.push(`    ${reason}`);
  }
  const worst = pairs.reduce((least, { score }) => Math.min(least, score), 1);
  const mean = pairs.reduce((sum, { score }) => sum + score, 0) / pairs.length;
  lines.push(
    '',
    pairs.length
      ? `${pairs.length} pairs. Mean score ${Math.round(100 * mean)} of 100, worst ${Math.round(100 * worst)}.`
      : 'Nobody can be matched.',
  );
  if (unmatched.length > 0) lines.push('', 'Not matched:');
  unmatched.forEach(({ person, role, why }, index) => {
    lines.push(`  ${nameOf(person)} (${role}): ${[why, changes[index]].filter(Boolean).join(' ')}`);
  });
  return `${lines.join('\n')}\n`;
}

/** The pairs as CSV. What a spreadsheet would take for a formula is made text. */
export function asCsv({ pairs, names }: Matched): string {
  const rows = pairs.map((pair) => ({
    mentee: names.get(pair.mentee),
    mentor: names.get(pair.mentor),
    score: pair.score,
    reasons: speaksFor(pair).join(' '),
  }));
  return stringify(rows, { header: true, escape_formulas: true, columns: ['mentee', 'mentor', 'score', 'reasons'] });
}
