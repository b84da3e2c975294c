import type { Became } from '#domain/replies/outcome/reply-outcome.ts';
import { fetchMail } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import * as forms from '#shared/store/forms.ts';
import * as replies from '#shared/store/replies.ts';
import type { Incoming } from './incoming.ts';

/**
 * The replies that waited for this confirmation, oldest first, as if they had come from the person: the one that we asked
 * about, and those that came from the same address after it. One that is gone is left out.
 */
export async function confirmedBy(
  confirmation: Pick<Incoming, 'now' | 'cohort' | 'person' | 'form'>,
): Promise<{ incoming: Incoming; mail: Mail }[]> {
  const { now, cohort, person } = confirmation;
  const { about } = confirmation.form;
  if (!about) throw new Error(`The confirmation ${confirmation.form.id} is about no reply.`);
  const form = await forms.get(cohort.id, { ...about, id: about.form });
  const first = await mailAt(about.mail);
  if (!form || !first) return [];
  const incomingOf = (reply: string, original: string): Incoming => ({
    ...{ now, cohort, person, form, reply, original },
    wasConfirmed: true,
  });
  const all = await replies.repliesTo(cohort.id, about.form);
  const isOfAddress = all.find(({ id }) => id === about.reply)?.why === elsewhere;
  const others = all.filter(
    ({ id, became, why }) => isOfAddress && became === 'unconfirmed' && why === elsewhere && id !== about.reply,
  );
  const waiting = [{ incoming: incomingOf(about.reply, about.mail), mail: first }];
  for (const { id, mail: key } of others.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    const mail = await mailAt(key);
    if (mail?.from?.address !== first.from?.address || mail === undefined) continue;
    waiting.push({ incoming: incomingOf(id, key), mail });
  }
  return waiting;
}

const elsewhere = 'from another address';

async function mailAt(key: string): Promise<Mail | undefined> {
  const raw = await fetchMail(key);
  return raw && parseMail(raw);
}

/** Notes what became of a reply once it was confirmed, beside the note that it waited. */
export async function recordConfirmed({ reply, cohort, form, now }: Incoming, became: Became): Promise<void> {
  const waited = await replies.get(cohort.id, form.id, reply);
  if (!waited) return;
  const { unheard, ...kept } = waited;
  await replies.add({ ...kept, id: `${reply}-confirmed`, ...became });
  // The person has heard of it by now: it need not be on the coordinator's list as well.
  if (unheard) await replies.markTold(waited, now);
}
