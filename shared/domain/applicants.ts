import type { Answers } from './forms/form.ts';
import type { AskedForm } from './forms/form-record.ts';
import type { Person } from './person.ts';
import type { ProgramDefinition } from './program/program-definition.ts';

/** Somebody who has applied, as the matching sees them. */
export interface Applicant {
  id: string;
  name: string;
  email: string;
  answers: Answers;
  roles: ('mentor' | 'mentee')[];
}

/** What an application says that its writer would like to be. */
export function rolesIn(answers: Answers, program: ProgramDefinition): Applicant['roles'] {
  const said = answers[program.roles.question];
  if (typeof said !== 'string') return [];
  return (['mentor', 'mentee'] as const).filter((role) => program.roles[role].includes(said));
}

/** People whose application is complete and who may still be written to, in a stable order. */
export function applicantsOf(
  people: readonly Person[],
  applications: readonly AskedForm[],
  program: ProgramDefinition,
): Applicant[] {
  const byPerson = new Map(applications.map((form) => [form.person, form]));
  return people
    .filter((person) => person.parts.includes('participant') && person.unreachable === undefined)
    .flatMap((person) => {
      const form = byPerson.get(person.id);
      if (form?.status !== 'complete') return [];
      const { id, name, email } = person;
      return [{ id, name, email, answers: form.answers, roles: rolesIn(form.answers, program) }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
