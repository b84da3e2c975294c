import type { Answers } from '#domain/forms/form.ts';
import { Table } from '#test/harness/system/table.ts';
import type { TestSystem } from '#test/harness/system/test-system.ts';
import * as answers from './answers.ts';
import { invitees, staff } from './new-cohort.ts';

/**
 * A cohort whose committee has just been asked. Of the invitees the first `mentors` are mentors, the others mentees, unless
 * it is said what each of them has answered. They have applied behind its back, since reading a whole application for each
 * of them takes most of a test's time.
 */
export async function proposedIn(
  program: TestSystem,
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

/** A cohort of two pairs whose votes are in, and what the coordinator does who is asked whether to publish them. */
export async function toPublish(program: TestSystem, domain: string, changes: Record<string, unknown> = {}) {
  // Not "Invitee 1": where pairs are named, a number is that of a pair.
  const names = ['Ada Park', 'Juliana Teles', 'Paul Neri', 'Thuy Bui'];
  const applicants = invitees(4, domain).map((one, index) => ({ ...one, name: names[index] ?? one.name }));
  const id = await proposedIn(program, domain, 2, { invitees: applicants, ...changes });
  const table = new Table(program.system);
  for (const reviewer of ['ines', 'tom'])
    await program.reply(program.asked(`${reviewer}@${domain}.example.org`), 'approve all');
  const maria = `maria@${domain}.example.org`;
  const people = await program.people(id);
  const nameOf = (person: unknown) => {
    const email = people.find((one) => one.id === person)?.email;
    return applicants.find((one) => one.email === email)?.name;
  };
  const [struck, other] = await table.items(id, 'PAIR#');
  return {
    id,
    /** The first pair by its names, and both by their ids. */
    pair: `${nameOf(struck?.mentor)} and ${nameOf(struck?.mentee)}`,
    struck: String(struck?.id),
    other: String(other?.id),
    says: (words: string) => program.reply(program.asked(maria), words),
    heard: () => program.newest(maria).mail.text?.replace(/\s+/g, ' ') ?? '',
    subject: () => program.newest(maria).mail.subject,
    /** Pairs of which both sides have been asked. */
    published: async () => (await table.items(id, 'FORM#consent#')).map(({ pair }) => pair),
    statusOf: async (pair: string) => (await table.items(id, 'PAIR#')).find((one) => one.id === pair)?.status,
  };
}
