import type { Applicant } from '#domain/applicants.ts';
import type { Answer } from '#domain/forms/form.ts';
import { MatchingProblem } from '#domain/matching/solver/solve.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { askedOf } from './cell.ts';
import { type Person, peopleIn, someOf } from './list.ts';
import type { Sheet } from './rows.ts';

/** More faults than this are one fault over and over, such as commas between choices in every row. */
const mostFaults = 100;

/**
 * The applicants in two CSV files: a person a row, with `name`, `email` (what tells people apart; the name where there is
 * none) and a column for each question, headed by its key, its label or the question itself. Several choices in a cell are
 * separated by semicolons. Whoever is in both files would be mentor and mentee. Cells are text, whatever they start with.
 *
 * Throws one `MatchingProblem` for everything that would change who is matched with whom, each with file, row, column, what
 * is there and what was expected. What would not, is left out and said in `warnings`.
 */
export function applicantsIn(
  sheets: { mentors: Sheet; mentees: Sheet },
  program: ProgramDefinition,
): { applicants: Applicant[]; warnings: string[] } {
  const mentors = peopleIn(sheets.mentors, program);
  const mentees = peopleIn(sheets.mentees, program);
  const { people, faults } = together(mentors.people, mentees.people, program);
  const all = [...mentors.faults, ...mentees.faults, ...faults];
  if (all.length > 0) throw new MatchingProblem(someOf(all, mostFaults).join('\n'));
  const ignored = new Set([...mentors.ignored, ...mentees.ignored]);
  const withoutEmail = [mentors.withoutEmail, mentees.withoutEmail].filter((words) => words !== undefined);
  return {
    applicants: people.map(({ at, ...applicant }) => applicant),
    warnings: [
      ...(ignored.size > 0 ? [`No question of the program, so not used: ${[...ignored].join(', ')}.`] : []),
      ...(withoutEmail.length > 0
        ? [
            `${withoutEmail.join(', ')}: somebody in both files is recognised by a name written the same way, and may be matched with themselves otherwise.`,
          ]
        : []),
      ...someOf([...mentors.warnings, ...mentees.warnings], mostFaults),
    ],
  };
}

/** Everyone once, with the roles that they have; and who is there twice, or may be. */
function together(mentors: readonly Person[], mentees: readonly Person[], program: ProgramDefinition) {
  const faults: string[] = [];
  const found = new Map<string, Applicant & { at: string }>();
  const plain = (name: string) => name.toLowerCase();
  for (const [role, people] of [
    ['mentor', mentors],
    ['mentee', mentees],
  ] as const) {
    for (const person of people) {
      const known = found.get(plain(person.id));
      if (known === undefined) {
        found.set(plain(person.id), { ...person, roles: [role] });
      } else if (known.roles.includes(role)) {
        faults.push(`${person.at}: ${person.id} is there twice.`);
      } else {
        faults.push(...contradictions(known, person, program));
        known.roles.push(role);
        Object.assign(known.answers, person.answers);
      }
    }
  }
  const everyone = [...found.values()];
  const byName = new Map(everyone.filter(({ email }) => email !== '').map((person) => [plain(person.name), person]));
  for (const { at, name, email } of everyone) {
    const other = email === '' ? byName.get(plain(name)) : undefined;
    if (other) faults.push(`${at}: ${name} has no email. Is this ${other.email} in ${other.at}? Expected the email.`);
  }
  return { people: everyone, faults };
}

/** What somebody who is in both files says differently in each, where it matters; only one of the two could be kept. */
function contradictions(one: Person, other: Person, program: ProgramDefinition): string[] {
  const said = (answer: Answer | undefined) => JSON.stringify(Array.isArray(answer) ? answer.join('; ') : answer);
  const sorted = (answer: Answer | undefined) => said(Array.isArray(answer) ? answer.toSorted() : answer);
  return program.forms.application.questions.flatMap((question) => {
    const [before, now] = [one.answers[question.key], other.answers[question.key]];
    if (before === undefined || now === undefined || sorted(before) === sorted(now)) return [];
    if (!askedOf(question, program).isUsed) return [];
    return `${other.at}, ${question.key} is ${said(now)}, and ${said(before)} in ${one.at}: expected the same for one person.`;
  });
}
