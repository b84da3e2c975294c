import type { Audit, AuditNote, NamedFlag } from '#domain/matching/audit/audit-tables.ts';
import type { Share } from '#domain/matching/audit/four-fifths.ts';
import type { WorstScore } from '#domain/matching/audit/group-scores.ts';
import type { Group } from '#domain/matching/audit/groups.ts';
import type { Words } from './index.ts';

/** What an audit is of: the label of its question, or departments, or locations. */
export function auditTitle({ about, title }: Pick<Audit, 'about' | 'title'>, { audit }: Words): string {
  return title ?? (about === 'location' ? audit.location : audit.department);
}

export function groupWords(group: Group, { audit }: Words): string {
  return typeof group === 'string' ? group : audit.groups[group.is];
}

/** A rate in numbers: "24 of 40 (60%)". */
export function shareWords({ part, of }: Share, { audit }: Words): string {
  if (of === 0) return audit.nobody;
  return audit.share({ part: String(part), of: String(of), percent: String(Math.round((100 * part) / of)) });
}

/** "34", or "30 to 39". */
export function worstWords({ from, to }: WorstScore, { audit }: Words): string {
  return from === to ? String(from) : audit.range({ from: String(from), to: String(to) });
}

/** What was rated, by its title. */
export function rateWords(flag: Pick<NamedFlag, 'rate' | 'about' | 'title'>, words: Words): string {
  return words.audit.rates[flag.rate]({ title: auditTitle(flag, words) });
}

/** A rate under four fifths of another, as sentences. */
export function flagWords(flag: NamedFlag, words: Words): string {
  const { group, has, highest, ratio, tooSmall } = flag;
  return words.audit.flag({
    rate: rateWords(flag, words),
    group: groupWords(group, words),
    has: shareWords(has, words),
    highest: groupWords(highest.group, words),
    highestHas: shareWords(highest, words),
    ratio: ratio.toFixed(2),
    isByChance: tooSmall ? 'yes' : 'no',
  });
}

/** What is not shown and why, or how to read what is. */
export function auditNoteWords(note: AuditNote, { audit }: Words): string {
  const { notes } = audit;
  switch (note.kind) {
    case 'few':
      return notes.few(note);
    case 'too-few':
      return notes.tooFew({ role: note.role ?? 'any' });
    case 'partners-withheld':
      return sentences(notes.partnersWithheld(note), note.rest && notes.noRateIsLow(note.rest));
    case 'eligibility-withheld':
      return sentences(notes.eligibilityWithheld(note), note.areHeldCounted ? undefined : notes.heldNotCounted);
    case 'applications-withheld':
      return notes.applicationsWithheld(note);
    case 'small-groups-merged':
      return notes.smallGroupsMerged;
    case 'unsaid-in-no-group':
      return notes.unsaidInNoGroup;
  }
}

function sentences(...all: readonly (string | undefined)[]): string {
  return all.filter((one) => one !== undefined).join(' ');
}
