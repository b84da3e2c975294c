import { openKeys } from '#domain/follow-up.ts';
import { awaitsWord } from '#domain/forms/confirming.ts';
import { definitionOf } from '#domain/forms/form-record.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { Reaction } from '#domain/replies/read/wishes/reaction.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import type { Became, Incoming } from './incoming.ts';
import type { Said } from './late.ts';

/**
 * What a reaction answers: the only question that is open, when that is one of yes or no. It is the least certain of
 * answers, so what acts at once is confirmed first. Beside something that we have proposed or offered it could be about either.
 */
export function answeredBy(
  { said, means }: Reaction,
  { form }: Incoming,
  program: ProgramDefinition,
): Said | undefined {
  const definition = definitionOf(form, program);
  const [key, ...more] = openKeys(definition, form);
  const question = definition.questions.find((one) => one.key === key);
  if (means === undefined || key === undefined || more.length > 0 || question?.type !== 'yesno') return undefined;
  if (awaitsWord(form, definition) || form.strikes || (form.offer && form.offer.settled === undefined))
    return undefined;
  return { answers: { [key]: means }, unclear: [], comments: {}, note: '', worded: { [key]: { said, sure: false } } };
}

/** A reaction that answers nothing: thanks, where nothing is open; else we say how to answer, once a form. */
export async function acknowledgeReaction(
  { means }: Reaction,
  incoming: Incoming,
  program: ProgramDefinition,
): Promise<Became> {
  const { cohort, form, person, now } = incoming;
  if (means === true && openKeys(definitionOf(form, program), form).length === 0)
    return { became: 'read', why: 'thanks' };
  const [kind, occasion] = ['could-not-read' as const, `${form.id}.reaction`];
  await queueEmail(cohort, { person: person.id, kind, occasion, form, facts: { why: 'reaction' } }, now);
  return { became: 'unreadable', why: 'reaction' };
}
