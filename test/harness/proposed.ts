import type { Answers } from '#domain/form.ts';
import * as answers from './answers.ts';
import { staff } from './new-cohort.ts';
import type { Program } from './program.ts';
import { Table } from './table.ts';

/**
 * A cohort whose committee has just been asked. Of the invitees the first `mentors` are mentors, the others mentees, unless
 * it is said what each of them has answered. They have applied behind its back, since reading a whole application for each
 * of them takes most of a test's time.
 */
export async function proposedIn(
  program: Program,
  domain: string,
  mentors: number | readonly Answers[],
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await program.createCohort(domain, changes);
  await program.milestone(id, 'apply.open');
  const addresses = ((changes.invitees ?? staff(domain).invitees) as { email: string }[]).map(({ email }) => email);
  const emailOf = new Map((await program.people(id)).map((person) => [person.id, person.email]));
  const table = new Table(program.system);
  for (const form of await table.items(id, 'FORM#application#')) {
    const index = addresses.indexOf(emailOf.get(form.person) ?? '');
    const asRole = (isMentor: boolean) => (isMentor ? answers.mentorAnswers : answers.menteeAnswers);
    const said = typeof mentors === 'number' ? asRole(index < mentors) : mentors[index];
    await table.put({ ...form, status: 'complete', answers: said });
  }
  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.milestone(id, 'match.open');
  return id;
}
