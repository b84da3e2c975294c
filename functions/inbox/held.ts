import { newForm } from '#domain/asked.ts';
import { derivedId } from '#shared/ids.ts';
import { fetchMail } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { post } from '#shared/mail/post.ts';
import * as forms from '#shared/store/forms.ts';
import * as replies from '#shared/store/replies.ts';
import type { Incoming } from './incoming.ts';

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

/** The reply that waited for this confirmation, as if it had come from the person; undefined when it is gone. */
export async function heldBy(confirmation: Incoming): Promise<{ incoming: Incoming; mail: Mail } | undefined> {
  const { about } = confirmation.form;
  if (!about) throw new Error(`The confirmation ${confirmation.form.id} is about no reply.`);
  const form = await forms.form(confirmation.cohort.id, about.purpose, about.form);
  const raw = await fetchMail(about.mail);
  if (!form || !raw) return undefined;
  return { incoming: { ...confirmation, id: about.reply, key: about.mail, form }, mail: await parseMail(raw) };
}

/** Notes what became of a held reply once it was confirmed, beside the note that it was held. */
export async function nowConfirmed({ id, cohort }: Incoming, became: Pick<replies.ReplyRecord, 'became' | 'why'>) {
  const held = await replies.reply(cohort.id, id);
  if (held) await replies.addReply({ ...held, id: `${id}-confirmed`, ...became });
}
