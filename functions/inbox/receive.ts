import { type Attachment, attached } from '#domain/attachments.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { refOf } from '#domain/forms/form-record.ts';
import { nameOfAsked, provesSender } from '#domain/forms/purposes.ts';
import type { Instant } from '#domain/program/cohort.ts';
import { isCircular, soundsAutomatic } from '#domain/replies/read/automatic/automatic.ts';
import { env, required } from '#shared/env.ts';
import { derivedId } from '#shared/ids.ts';
import { filesIn } from '#shared/intake/acknowledge.ts';
import { heardFrom } from '#shared/intake/reachable.ts';
import { repliedTo } from '#shared/links.ts';
import { log } from '#shared/logging.ts';
import { beginningOf, fetchMail, setAside } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';
import { isAuthentic } from './authentic.ts';
import { noteAbsence, noteForwarded } from './away.ts';
import { type Doubt, heldBy, holdUntilConfirmed, isConfirmed, nowConfirmed } from './held.ts';
import type { Became, Incoming } from './incoming.ts';
import { settleIfDecided } from './late.ts';
import { isToSender, passOnNewMail } from './new-mail.ts';
import { onReceipt } from './on-receipt.ts';
import type { Receipt } from './receipt.ts';
import { understand } from './understand.ts';
import { tellInTheMorning } from './unheard.ts';

/** Larger replies are kept but not read: an answer is some kilobytes, and reading takes memory of several times the size. */
const largestReply = 10 * 1024 * 1024;

/** Deals with one message. Dealing with it again changes nothing: every step is keyed by the reply's id. */
export async function receive(receipt: Receipt, now: Instant): Promise<void> {
  const addressed = await formOf(receipt.recipients);
  if (!addressed) {
    if (isToSender(receipt)) return passOnNewMail(receipt, largestReply, now);
    log.info('mail without a valid reply address', { key: receipt.key });
    return setAside(receipt.key);
  }
  const { form, isForwarded, receipt: replied } = addressed;
  const [cohort, person, raw] = await Promise.all([
    cohorts.cohort(form.cohort),
    people.person(form.cohort, form.person),
    receipt.isHarmful ? 'harmful' : fetchMail(receipt.key, largestReply),
  ]);
  if (!cohort || !person) throw new Error(`The form ${form.id} belongs to nobody.`);
  if (raw === undefined) throw new Error(`The message ${receipt.key} is not in the bucket.`);
  const isLarge = raw === 'too-large';
  // Of one that is too large to be read, the beginning tells whose it is, and whether anybody wrote it.
  const bytes = isLarge ? await beginningOf(receipt.key) : raw;
  const mail = typeof bytes === 'string' ? undefined : await parseMail(bytes);
  // Delivered twice by mail servers: the same Message-ID, and the same sender, for anybody can write under the id of another's.
  // Invoked twice by SES: the same key.
  const id = derivedId('rpl', form.id, mail?.messageId ?? receipt.key, mail?.from?.address ?? '');
  const incoming: Incoming = { id, key: receipt.key, form, cohort, person, now, ...(replied && { receipt: replied }) };
  const earlier = await replies.reply(form.cohort, form.id, id);
  if (earlier?.given) await settleIfDecided(incoming);
  if (earlier?.unheard && earlier.toldAt === undefined) await tellInTheMorning(incoming, true);
  if (earlier) return;

  const became = isForwarded ? await noteForwarded(incoming, mail) : await judge(incoming, receipt, mail, isLarge);
  const files = isLarge ? [] : attached(mail?.attachments ?? []);
  await replies.addReply({
    id,
    cohort: form.cohort,
    person: form.person,
    form: refOf(form),
    mail: receipt.key,
    receivedAt: now,
    ...became,
    ...(files.length > 0 && { attachments: files }),
    expiresAt: cohort.expiresAt,
  });
  if (became.given) await settleIfDecided(incoming);
  if (became.unheard) await tellInTheMorning(incoming);
  log.info('reply', { form: form.id, purpose: nameOfAsked(form), became: became.became, why: became.why });
}

/** The form that mail is about, and whether it went to the envelope's sender of our own mail: then SES has forwarded it. */
async function formOf(
  recipients: readonly string[],
): Promise<{ form: AskedForm; receipt?: string; isForwarded: boolean } | undefined> {
  const domain = `@${required(env.replyDomain)}`;
  for (const recipient of recipients) {
    const address = recipient.toLowerCase();
    const use = address.startsWith('r+') ? 'reply' : address.startsWith('a+') ? 'source' : undefined;
    if (!use || !address.endsWith(domain)) continue;
    const id = await idIn(use, address.slice(2, -domain.length));
    if (id === undefined) continue;
    const { form: formId, ...receipt } = repliedTo(id);
    const form = await forms.formById(formId);
    if (form) return { form, ...receipt, isForwarded: use === 'source' };
  }
  return undefined;
}

/** Nothing is known of a message with a virus: it is not opened. */
async function judge(incoming: Incoming, receipt: Receipt, mail: Mail | undefined, isLarge: boolean): Promise<Became> {
  if (!mail) return { became: 'refused', why: 'virus', unheard: true };
  if (mail.automatic || mail.bounce) return noteAbsence(incoming, mail, receipt);
  const isOwn = mail.from?.address === incoming.person.email;
  if (!isOwn && (isCircular(mail) || soundsAutomatic(mail))) return { became: 'automatic', unheard: true };
  const doubt = doubtOf(receipt, mail, incoming);
  const isSurelyOwn = isOwn && doubt === undefined;
  if (incoming.receipt && !isSurelyOwn) return { became: 'refused', why: 'to a receipt from elsewhere', unheard: true };
  const isTheirs = isSurelyOwn || (doubt === undefined && (await isConfirmed(incoming, mail)));
  if (isLarge && isTheirs) return cannotRead(incoming, 'too-large');
  // With a yes it would be no smaller: nobody is asked about it.
  if (isLarge) return { became: 'unreadable', why: 'too-large', unheard: true };
  return isTheirs ? accept(incoming, mail) : holdUntilConfirmed(incoming, mail, doubt);
}

/**
 * Why a message may be from somebody else than it says. The answer to "was this yours?" is not looked at as closely where a domain
 * publishes no policy: its address was in that one letter, so whoever has it reads the mailbox that we ask.
 */
function doubtOf(receipt: Receipt, mail: Mail, { form }: Incoming): Doubt | undefined {
  if (receipt.isForged) return 'fails DMARC';
  if (receipt.isSpam) return 'taken for spam';
  if (!mail.from) return 'names no sender plainly';
  const isAsked = provesSender(form.purpose) && receipt.dmarc === 'GRAY';
  return isAsked || isAuthentic(receipt, mail.from.address) ? undefined : 'sender not proven';
}

/** Reads a reply that is the person's own, and with a confirmation those that waited for it. */
async function accept(incoming: Incoming, mail: Mail): Promise<Became> {
  await heardFrom(incoming.person, incoming.now);
  if (mail.encrypted) return cannotRead(incoming, 'encrypted');
  const aboutReceipt = await onReceipt(incoming, mail);
  if (aboutReceipt) return aboutReceipt;
  const outcome = await understand(incoming, mail);
  if (typeof outcome === 'object') return outcome;
  if (outcome === 'automatic') return noteAbsence(incoming, mail, { isForged: false, isSpam: false });
  if (outcome !== 'confirmed') return cannotRead(incoming, outcome, attached(mail.attachments));
  for (const held of await heldBy(incoming)) {
    await nowConfirmed(held.incoming, await accept(held.incoming, held.mail));
  }
  return { became: 'read' };
}

/**
 * Keeps the message and says so: once a day, form and reason at most, so that two machines can't write to each other for
 * ever. What comes after that is for the coordinator's list.
 */
async function cannotRead(
  { cohort, form, person, now }: Incoming,
  why: 'empty' | 'too-large' | 'no-text' | 'outlook' | 'encrypted',
  attachments: readonly Attachment[] = [],
): Promise<Became> {
  const day = now.slice(0, 10);
  const occasion = `${form.id}.${day}.${why}`;
  const isAgain = (await replies.repliesTo(cohort.id, form.id)).some(
    (one) => one.became === 'unreadable' && one.why === why && one.receivedAt.startsWith(day),
  );
  const facts = { why, ...filesIn(attachments) };
  await queueEmail(cohort, { person: person.id, kind: 'could-not-read', occasion, form, facts }, now);
  return { became: 'unreadable', why, ...(isAgain && { unheard: true }) };
}
