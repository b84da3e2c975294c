import { attached } from '#domain/attachments.ts';
import { type AskedForm, refOf } from '#domain/forms/form-record.ts';
import { nameOfAsked } from '#domain/forms/purposes.ts';
import type { Instant } from '#domain/program/cohort.ts';
import type { Became } from '#domain/replies/outcome/reply-outcome.ts';
import { env, required } from '#shared/env.ts';
import { derivedId } from '#shared/ids.ts';
import { lateQuestionOf, settleLateAnswers } from '#shared/intake/late-answers.ts';
import { log } from '#shared/logging.ts';
import { beginningOf, fetchMail, setAside } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { repliedTo } from '#shared/page-links.ts';
import { idIn } from '#shared/signing.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as replies from '#shared/store/replies.ts';
import { actWithoutReading, readAndAct } from './act.ts';
import { isToSender, passOnNewMail } from './answer-new-mail.ts';
import type { Incoming } from './incoming.ts';
import { judgeForwarded, judgeSender } from './judge-sender.ts';
import { tellInTheMorning } from './list-unheard.ts';
import type { Receipt } from './ses-receipt.ts';

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
    cohorts.get(form.cohort),
    people.get(form.cohort, form.person),
    receipt.isHarmful ? 'harmful' : fetchMail(receipt.key, largestReply),
  ]);
  if (!cohort || !person) throw new Error(`The form ${form.id} belongs to nobody.`);
  if (raw === undefined) throw new Error(`The message ${receipt.key} is not in the bucket.`);
  const isLarge = raw === 'too-large';
  // A message with a virus is not opened. Of one that is too large to be read, the beginning tells whose it is, and whether anybody wrote it.
  const bytes = isLarge ? await beginningOf(receipt.key) : raw;
  const mail = typeof bytes === 'string' ? undefined : await parseMail(bytes);
  // Delivered twice by mail servers: the same Message-ID, and the same sender, for anybody can write under the id of another's.
  // Invoked twice by SES: the same key.
  const id = derivedId('rpl', form.id, mail?.messageId ?? receipt.key, mail?.from?.address ?? '');
  const incoming: Incoming = {
    ...{ now, cohort, person, form, reply: id, original: receipt.key, wasConfirmed: false },
    ...(replied && { receipt: replied }),
  };
  const earlier = await replies.get(form.cohort, form.id, id);
  if (earlier?.given) await settleIfDecided(incoming);
  if (earlier?.unheard && earlier.toldAt === undefined) await tellInTheMorning(incoming, true);
  if (earlier) return;

  const became = mail
    ? await judgeAndAct(incoming, mail, { receipt, isLarge, isForwarded })
    : await actWithoutReading({ is: 'refused', why: 'virus' }, incoming);
  const files = isLarge ? [] : attached(mail?.attachments ?? []);
  await replies.add({
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
  if (became.became === 'late' && became.given) await settleIfDecided(incoming);
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
    const form = await forms.getById(formId);
    if (form) return { form, ...receipt, isForwarded: use === 'source' };
  }
  return undefined;
}

async function judgeAndAct(
  incoming: Incoming,
  mail: Mail,
  { isForwarded, ...arrived }: { receipt: Receipt; isLarge: boolean; isForwarded: boolean },
): Promise<Became> {
  const judged = isForwarded ? judgeForwarded(incoming, mail) : await judgeSender(incoming, mail, arrived);
  return judged ? actWithoutReading(judged, incoming) : readAndAct(incoming, mail);
}

/** The coordinator may have said yes while a reply was being kept; then nobody else would look at it again. */
async function settleIfDecided({ cohort, form, now }: Incoming): Promise<void> {
  const question = await lateQuestionOf(cohort, form, now);
  if (question?.answers.take === true) await settleLateAnswers(cohort, question, now);
}
