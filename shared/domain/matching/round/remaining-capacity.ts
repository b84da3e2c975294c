import type { Applicant } from '#domain/applicants.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { type MentorAndMentee, placesOf } from '../scoring/exclusions.ts';

/**
 * Who of these can still be given a partner while some pairs go on without being matched again: a mentee of one of them has
 * a mentor, and a mentor has a place less, or none. `among` are the applicants; pairs of which both are among them and stay
 * as they are can be pinned, and need not be given here.
 */
export function remainingCapacity(
  pairs: readonly MentorAndMentee[],
  among: readonly Applicant[],
  program: ProgramDefinition,
): Applicant[] {
  const { capacity } = program.matching.rules;
  return among.map((applicant) => {
    const taken = pairs.filter(([mentor]) => mentor === applicant.id).length;
    const hasMentor = pairs.some(([, mentee]) => mentee === applicant.id);
    const places = placesOf(applicant, program) - taken;
    const roles = applicant.roles.filter((role) => (role === 'mentee' ? !hasMentor : taken === 0 || places > 0));
    const answers =
      capacity !== undefined && taken > 0
        ? { ...applicant.answers, [capacity]: Math.max(0, places) }
        : applicant.answers;
    return { ...applicant, roles, answers };
  });
}
