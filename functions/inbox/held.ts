import type { Mail } from '#shared/mail/parse.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { fetchMail } from '#shared/mail/archive.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as replies from '#shared/store/replies.ts';
import { newForm } from '#domain/asked.ts';
import { derivedId } from '#shared/ids.ts';
import { accept, type Incoming } from './receive.ts';

/**
 * A valid reply address, used from somewhere else than the address that it was given to: a second mailbox, a colleague
 * it was forwarded to, or a forgery. The reply waits, and the person is asked from the address that we know. Once per
 * form and other address.
 */
export async function holdUntilConfirmed(incoming: Incoming, mail: Mail) {
  const { cohort, form, person, now, id } = incoming;
  if (form.purpose === 'confirm') return { became: 'refused' as const, why: 'confirmation from another address' };
  const other = mail.from?.address ?? 'an unknown address';
  const occasion = derivedId('', form.id, other);
  const confirm = newForm({
    id: forms.formId(cohort.id, person.id, 'confirm', occasion),
    cohort: cohort.id,
    person: person.id,
    purpose: 'confirm',
    occasion,
    about: { reply: id, mail: incoming.key, form: form.id, purpose: form.purpose },
    questions: [{ key: 'mine', ask: 'Did you write that reply?', label: 'Your reply', type: 'yesno' }],
    openedAt: now,
    expiresAt: cohort.expiresAt,
  });
  await forms.open(confirm);
  await post(cohort, { person: person.id, kind: 'confirm-sender', occasion, form: confirm, facts: { other } }, now);
  return { became: 'held' as const, why: 'from another address' };
}

/** The person says that a held reply is theirs: it is read as if it had come from them. */
export async function release(incoming: Incoming): Promise<void> {
  const { about } = incoming.form;
  if (!about) throw new Error(`The confirmation ${incoming.form.id} is about no reply.`);
  const form = await forms.form(incoming.cohort.id, about.purpose, about.form);
  const raw = await fetchMail(about.mail);
  if (!form || !raw) return;
  const mail = await parseMail(raw);
  const became = await accept({ ...incoming, id: about.reply, key: about.mail, form }, mail);
  const earlier = await replies.reply(incoming.cohort.id, about.reply);
  if (earlier) await replies.addReply({ ...earlier, id: `${about.reply}-confirmed`, ...became });
}
