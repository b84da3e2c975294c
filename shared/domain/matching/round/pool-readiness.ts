import type { Applicant } from '#domain/applicants.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { reasonForMentee, reasonForMentor, type UnmatchedReason } from '../explain/unmatched-reasons.ts';
import { choicesIn } from '../scoring/answer-values.ts';
import { exclusions, placesOf } from '../scoring/exclusions.ts';
import type { Side } from '../scoring/reason.ts';

/** How a pool stands before anyone is matched. */
export interface Readiness {
  /** Who would be a mentor, including those who would be both. */
  mentors: number;
  /** Who would be a mentee, including those who would be both. */
  mentees: number;
  both: number;
  /** How many mentees all mentors together can take. */
  places: number;
  /** Who has nobody they may be paired with, and why, for the coordinator. */
  unmatchable: { person: string; role?: Side; why: UnmatchedReason }[];
  /** For each factor by which mentors cover what mentees want: who wants each choice, and who offers it. */
  coverage: { factor: string; title: string; topics: Coverage[] }[];
}

export interface Coverage {
  topic: string;
  /** Mentees who chose it. */
  wanted: number;
  /** Mentors with a place who chose it. */
  offered: number;
  /** Their places. */
  places: number;
}

export function readiness(applicants: readonly Applicant[], program: ProgramDefinition): Readiness {
  const mentees = applicants.filter(({ roles }) => roles.includes('mentee'));
  const mentors = applicants.filter(({ roles }) => roles.includes('mentor'));
  const places = mentors.reduce((sum, mentor) => sum + placesOf(mentor, program), 0);
  return {
    mentors: mentors.length,
    mentees: mentees.length,
    both: mentees.filter(({ roles }) => roles.includes('mentor')).length,
    places,
    unmatchable: unmatchable(applicants, mentees, mentors, program),
    coverage: program.matching.factors
      .filter(({ compare, mentee, mentor, weight }) => compare === 'covers' && mentee !== mentor && weight > 0)
      .map(({ id, title, mentee, mentor }) => ({ factor: id, title, topics: topicsOf(mentee, mentor) })),
  };

  function topicsOf(wants: string, offers: string): Coverage[] {
    const question = program.forms.application.questions.find(({ key }) => key === wants);
    const able = mentors.filter((one) => placesOf(one, program) > 0);
    return (question?.options ?? []).map((topic) => {
      const offering = able.filter(({ answers }) => choicesIn(answers[offers])?.includes(topic));
      return {
        topic,
        wanted: mentees.filter(({ answers }) => choicesIn(answers[wants])?.includes(topic)).length,
        offered: offering.length,
        places: offering.reduce((sum, one) => sum + placesOf(one, program), 0),
      };
    });
  }
}

function unmatchable(
  applicants: readonly Applicant[],
  mentees: readonly Applicant[],
  mentors: readonly Applicant[],
  program: ProgramDefinition,
): Readiness['unmatchable'] {
  const rules = exclusions({ mentees, mentors }, program);
  const able = mentors.flatMap((mentor, column) => (placesOf(mentor, program) > 0 ? [{ mentor, column }] : []));
  const places = able.reduce((sum, { mentor }) => sum + placesOf(mentor, program), 0);
  return [
    ...applicants
      .filter(({ roles }) => roles.length === 0)
      .map(({ id }) => ({ person: id, why: { kind: 'no-role' as const } })),
    ...mentees.flatMap((mentee, row) => {
      const excluded = able.map(({ column }) => rules.between(row, column));
      if (excluded.some((exclusion) => exclusion === undefined)) return [];
      const why = reasonForMentee(excluded, { mentees: mentees.length, places });
      return [{ person: mentee.id, role: 'mentee' as const, why }];
    }),
    ...mentors.flatMap((mentor, column) => {
      const excluded = mentees.map((_, row) => rules.between(row, column));
      const room = placesOf(mentor, program);
      if (room > 0 && excluded.some((exclusion) => exclusion === undefined)) return [];
      return [{ person: mentor.id, role: 'mentor' as const, why: reasonForMentor(excluded, room) }];
    }),
  ];
}
