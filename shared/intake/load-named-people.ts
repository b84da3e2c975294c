import type { AskedForm } from '#domain/forms/form-record.ts';
import { isInvitation } from '#domain/forms/purposes.ts';
import { asksAbout, keysOfNames, NamedAnswer, namedAnswers } from '#domain/names/named-answers.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { Situation } from '#domain/replies/outcome/situation.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';

/** So many of the newest answers of ours are looked through for what has been asked: a form is rarely answered in more goes. */
const mostLookedAt = 10;

/** Whom an application may name, and whom acknowledgements before that of `reply` have asked about. */
export async function namesFor(
  program: ProgramDefinition,
  form: AskedForm,
  reply?: string,
): Promise<Pick<Situation, 'everyone' | 'earlierNamed'>> {
  if (!isInvitation(form.purpose) || keysOfNames(program, form.answers).length === 0)
    return { everyone: [], earlierNamed: [] };
  const everyone = await people.list(form.cohort);
  const isAsking = reply !== undefined && namedAnswers(program, form, everyone).some(asksAbout);
  return { everyone, earlierNamed: isAsking ? await earlierNamed(form, reply) : [] };
}

async function earlierNamed(form: AskedForm, reply: string): Promise<NamedAnswer[]> {
  const here = form.replies.findIndex(({ id }) => id === reply);
  const earlier = form.replies.slice(0, here < 0 ? undefined : here).slice(-mostLookedAt);
  const answers = await Promise.all(
    earlier.map(({ id }) => emails.get(form.cohort, emails.emailId(form.cohort, form.person, 'understood', id))),
  );
  return answers.flatMap((email) => NamedAnswer.array().safeParse(email?.facts.named).data ?? []);
}
