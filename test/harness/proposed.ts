import * as answers from './answers.ts';
import { staff } from './new-cohort.ts';
import type { Program } from './program.ts';

/** A cohort whose committee has just been asked. Of the invitees the first `mentors` are mentors, the others mentees. */
export async function proposedIn(
  program: Program,
  domain: string,
  mentors: number,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await program.createCohort(domain, changes);
  await program.milestone(id, 'apply.open');
  const people = (changes.invitees ?? staff(domain).invitees) as { email: string }[];
  for (const [index, { email }] of people.entries()) {
    await program.reply(program.asked(email), index < mentors ? answers.asMentor : answers.asMentee);
  }
  await program.call('PATCH', `/v1/cohorts/${id}/milestones`, { 'apply.close': '2027-01-01' });
  await program.milestone(id, 'match.open');
  return id;
}
