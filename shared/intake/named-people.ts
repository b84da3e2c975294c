import type { AskedForm } from '#domain/forms/form-record.ts';
import { isInvitation } from '#domain/forms/purposes.ts';
import { asksAbout, keysOfNames, NamedAnswer, namedAnswers, withoutAsked } from '#domain/names/named-answers.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';

/** So many of the newest answers of ours are looked through for what has been asked: a form is rarely answered in more goes. */
const mostLookedAt = 10;

/**
 * Whom an application names, for its acknowledgement: among all who are on the cohort's list, whether or not they have applied.
 * With `reply`, leaves out what an acknowledgement of an earlier reply has asked.
 */
export async function namedPeople(program: ProgramDefinition, form: AskedForm, reply?: string): Promise<NamedAnswer[]> {
  if (!isInvitation(form.purpose) || keysOfNames(program, form.answers).length === 0) return [];
  const named = namedAnswers(program, form, await people.people(form.cohort));
  if (reply === undefined || !named.some(asksAbout)) return named;
  return withoutAsked(named, await earlierNamed(form, reply));
}

async function earlierNamed(form: AskedForm, reply: string): Promise<NamedAnswer[]> {
  const here = form.replies.findIndex(({ id }) => id === reply);
  const earlier = form.replies.slice(0, here < 0 ? undefined : here).slice(-mostLookedAt);
  const answers = await Promise.all(
    earlier.map(({ id }) => emails.email(form.cohort, emails.emailId(form.cohort, form.person, 'understood', id))),
  );
  return answers.flatMap((email) => NamedAnswer.array().safeParse(email?.facts.named).data ?? []);
}
