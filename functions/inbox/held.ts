import { askedForOf, newForm } from '#domain/forms/form-record.ts';
import { provesSender } from '#domain/forms/purposes.ts';
import { isFromGroup } from '#domain/replies/read/automatic/automatic.ts';
import { derivedId } from '#shared/ids.ts';
import { fetchMail } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as replies from '#shared/store/replies.ts';
import type { Became, Incoming } from './incoming.ts';
import { wouldBe } from './would-be.ts';

/** Replies to one form that may be held in a day before we stop asking about them: it has got onto a list, or worse. */
const mostAskedADay = 3;

const elsewhere = 'from another address';

/** Why the address that a reply comes from tells nothing about its writer. */
export type Doubt = 'fails DMARC' | 'taken for spam' | 'names no sender plainly' | 'sender not proven';

/** `alone`: the reply that the confirmation is for, when it says nothing about others from the same address. */
function confirmationOf({ cohort, form, person }: Incoming, other: string, alone?: string) {
  const occasion = derivedId('', form.id, other, ...(alone === undefined ? [] : [alone]));
  return { id: forms.formId(cohort.id, person.id, { purpose: 'confirm' }, occasion), occasion };
}

/** Whether the person has said that another address, which this reply to the form comes from, is theirs. */
export async function isConfirmed(incoming: Incoming, mail: Mail): Promise<boolean> {
  // What comes through a group has the group's address, whoever wrote it.
  if (!mail.from || provesSender(incoming.form.purpose) || isFromGroup(mail)) return false;
  const { id } = confirmationOf(incoming, mail.from.address);
  const confirmation = await forms.form(incoming.cohort.id, { purpose: 'confirm', id: id });
  return confirmation?.answers.mine === true;
}

/**
 * A valid reply address, used from somewhere else than the address that it was given to: a second mailbox, a colleague
 * it was forwarded to, or a forgery. The reply waits, and the person is asked from the address that we know. Once per
 * form and other address; for each reply when the address tells nothing: one through a group, or in doubt.
 */
export async function holdUntilConfirmed(incoming: Incoming, mail: Mail, doubt?: Doubt) {
  const { cohort, form, person, now, id } = incoming;
  if (provesSender(form.purpose)) {
    return { became: 'refused' as const, why: 'confirmation from another address', unheard: true as const };
  }
  const other = mail.from?.address ?? 'unknown';
  const held = {
    became: 'held' as const,
    why: doubt ?? (isFromGroup(mail) ? 'through a group' : elsewhere),
  };
  const confirmation = confirmationOf(incoming, other, held.why === elsewhere ? undefined : id);
  if (await isAskedEnough(incoming)) {
    const isAskedAbout = (await forms.form(cohort.id, { purpose: 'confirm', id: confirmation.id })) !== undefined;
    return isAskedAbout ? held : { ...held, unheard: true as const };
  }
  const confirm = newForm({
    ...confirmation,
    cohort: cohort.id,
    person: person.id,
    purpose: 'confirm',
    about: { reply: id, mail: incoming.key, form: form.id, ...askedForOf(form) },
    questions: [{ key: 'mine', ask: 'Did you write that reply?', label: 'Your reply', type: 'yesno' }],
    openedAt: now,
    expiresAt: cohort.expiresAt,
  });
  await forms.open(confirm);
  const { occasion } = confirm;
  const facts = { other, others: held.why === elsewhere, wouldBe: await wouldBe(incoming, mail) };
  await queueEmail(cohort, { person: person.id, kind: 'confirm-sender', occasion, form: confirm, facts }, now);
  return held;
}

async function isAskedEnough({ cohort, form, now }: Incoming): Promise<boolean> {
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  const held = (await replies.repliesTo(cohort.id, form.id)).filter(({ became }) => became === 'held');
  return held.filter(({ receivedAt }) => receivedAt > dayAgo).length >= mostAskedADay;
}

/**
 * The replies that waited for this confirmation, oldest first, as if they had come from the person: the one that we asked
 * about, and those that came from the same address after it. One that is gone is left out.
 */
export async function heldBy(confirmation: Incoming): Promise<{ incoming: Incoming; mail: Mail }[]> {
  const { cohort, form } = confirmation;
  const { about } = form;
  if (!about) throw new Error(`The confirmation ${form.id} is about no reply.`);
  const answered = await forms.form(cohort.id, { ...about, id: about.form });
  const first = await mailAt(about.mail);
  if (!answered || !first) return [];
  const asked = await replies.reply(cohort.id, about.form, about.reply);
  const waiting = [
    {
      incoming: { ...confirmation, id: about.reply, key: about.mail, form: answered, wasHeld: true as const },
      mail: first,
    },
  ];
  const others = (await replies.repliesTo(cohort.id, about.form)).filter(
    ({ id, became, why }) => asked?.why === elsewhere && became === 'held' && why === elsewhere && id !== about.reply,
  );
  for (const { id, mail: key } of others.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    const mail = await mailAt(key);
    if (mail?.from?.address !== first.from?.address || mail === undefined) continue;
    waiting.push({ incoming: { ...confirmation, id, key, form: answered, wasHeld: true as const }, mail });
  }
  return waiting;
}

async function mailAt(key: string): Promise<Mail | undefined> {
  const raw = await fetchMail(key);
  return raw && parseMail(raw);
}

/** Notes what became of a held reply once it was confirmed, beside the note that it was held. */
export async function nowConfirmed({ id, cohort, form, now }: Incoming, became: Became): Promise<void> {
  const held = await replies.reply(cohort.id, form.id, id);
  if (!held) return;
  const { unheard, ...kept } = held;
  await replies.addReply({ ...kept, id: `${id}-confirmed`, ...became });
  // The person has heard of it by now: it need not be on the coordinator's list as well.
  if (unheard) await replies.markTold(held, now);
}
