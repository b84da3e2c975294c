import { provesSender } from '#domain/forms/purposes.ts';
import type { UnconfirmedSender } from '#domain/replies/outcome/reply-outcome.ts';
import { isAskedEnough, wouldBe } from '#domain/replies/outcome/unconfirmed-sender.ts';
import { isCircular, isFromGroup, isReport, soundsAutomatic } from '#domain/replies/read/automatic/automatic.ts';
import { understandAutomatic } from '#domain/replies/understand/understand-reply.ts';
import type { Unconfirmed, Understood } from '#domain/replies/understand/understood-reply.ts';
import { derivedId } from '#shared/ids.ts';
import type { Mail } from '#shared/mail/parse.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as replies from '#shared/store/replies.ts';
import { isAuthentic } from './authentic.ts';
import type { Incoming } from './incoming.ts';
import type { Receipt } from './ses-receipt.ts';
import { readMail } from './understand.ts';

/**
 * What a message is that is not read, or not yet, for what it is or who it is from. Undefined for the person's own. `isLarge`:
 * it is too large to be read, and the beginning alone is known.
 */
export async function judgeSender(
  incoming: Incoming,
  mail: Mail,
  { receipt, isLarge }: { receipt: Receipt; isLarge: boolean },
): Promise<Understood | undefined> {
  const isOwn = mail.from?.address === incoming.person.email;
  if (mail.automatic || mail.bounce)
    return understandAutomatic(mail, incoming, isOwn && !receipt.isForged && !receipt.isSpam);
  if (!isOwn && (isCircular(mail) || soundsAutomatic(mail))) return { is: 'automatic', isTheirs: false };
  const doubt = doubtOf(receipt, mail, incoming);
  const isSurelyOwn = isOwn && doubt === undefined;
  if (incoming.receipt && !isSurelyOwn) return { is: 'refused', why: 'to a receipt from elsewhere' };
  const isTheirs = isSurelyOwn || (doubt === undefined && (await isConfirmed(incoming, mail)));
  if (isLarge) return { is: 'unreadable', why: 'too-large', attachments: [], isTheirs };
  return isTheirs ? undefined : unconfirmed(incoming, mail, doubt);
}

/**
 * What a machine sent to the envelope's sender of our mail, which is SES, and SES forwarded: a note that somebody is away, with
 * SES as its writer, or a bounce, which SES reports as an event as well. The address is in no message, so that SES alone can
 * have sent it; what the verdicts say of a forwarded message is of no use. Never answered, whatever it is: no loop can begin.
 */
export function judgeForwarded(incoming: Incoming, mail: Mail): Understood {
  return isReport(mail)
    ? { is: 'automatic', isTheirs: false, isReport: true }
    : understandAutomatic(mail, incoming, true);
}

/**
 * Why a message may be from somebody else than it says. The answer to "was this yours?" is not looked at as closely where a domain
 * publishes no policy: its address was in that one letter, so whoever has it reads the mailbox that we ask.
 */
function doubtOf(receipt: Receipt, mail: Mail, { form }: Incoming): UnconfirmedSender | undefined {
  if (receipt.isForged) return 'fails DMARC';
  if (receipt.isSpam) return 'taken for spam';
  if (!mail.from) return 'names no sender plainly';
  const isAsked = provesSender(form.purpose) && receipt.dmarc === 'GRAY';
  return isAsked || isAuthentic(receipt, mail.from.address) ? undefined : 'sender not proven';
}

/** `alone`: the reply that the confirmation is for, when it says nothing about others from the same address. */
function confirmationOf({ cohort, form, person }: Incoming, other: string, alone?: string) {
  const occasion = derivedId('', form.id, other, ...(alone === undefined ? [] : [alone]));
  return { id: forms.formId(cohort.id, person.id, { purpose: 'confirm' }, occasion), occasion };
}

/** Whether the person has said that another address, which this reply to the form comes from, is theirs. */
async function isConfirmed(incoming: Incoming, mail: Mail): Promise<boolean> {
  // What comes through a group has the group's address, whoever wrote it.
  if (!mail.from || provesSender(incoming.form.purpose) || isFromGroup(mail)) return false;
  const { id } = confirmationOf(incoming, mail.from.address);
  const confirmation = await forms.get(incoming.cohort.id, { purpose: 'confirm', id });
  return confirmation?.answers.mine === true;
}

async function unconfirmed(
  incoming: Incoming,
  mail: Mail,
  doubt: UnconfirmedSender | undefined,
): Promise<Unconfirmed | Extract<Understood, { is: 'refused' }>> {
  const { cohort, form, reply, now } = incoming;
  if (provesSender(form.purpose)) return { is: 'refused', why: 'confirmation from another address' };
  const other = mail.from?.address ?? 'unknown';
  const sender = doubt ?? (isFromGroup(mail) ? 'through a group' : 'from another address');
  const confirmation = confirmationOf(incoming, other, sender === 'from another address' ? undefined : reply);
  const from = { is: 'unconfirmed' as const, sender, other, confirmation };
  if (isAskedEnough(await replies.repliesTo(cohort.id, form.id), now)) {
    const isAskedAbout = (await forms.get(cohort.id, { purpose: 'confirm', id: confirmation.id })) !== undefined;
    return { ...from, isAskedAbout };
  }
  const program = await cohorts.program(cohort.id);
  const shown = mail.encrypted
    ? { answers: [], note: '' }
    : wouldBe((await readMail(incoming, mail)).reading, { form, program });
  return { ...from, isAskedAbout: false, wouldBe: shown };
}
