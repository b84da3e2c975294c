import { definitionOf } from '#domain/forms/form-record.ts';
import type { Known } from '#domain/replies/outcome/situation.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import type { ReplyMail, Sent } from '#domain/replies/read/reply-reading.ts';
import { reactionOf } from '#domain/replies/read/wishes/reaction.ts';
import { writtenOn } from '#domain/replies/read/written-on.ts';
import { understandAboutReceipt } from '#domain/replies/understand/about-receipt.ts';
import {
  isLeaving,
  type ReadMail,
  understandReaction,
  understandReply,
  understandWordless,
} from '#domain/replies/understand/understand-reply.ts';
import type { Understood } from '#domain/replies/understand/understood-reply.ts';
import { askedText } from '#shared/emails/render/plain-text.ts';
import { sentFor } from '#shared/mail/archive.ts';
import type { Mail } from '#shared/mail/parse.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import { askedWordsOf } from '#shared/words/asked-words.ts';
import type { Incoming } from './incoming.ts';
import { loadKnown } from './snapshot.ts';

/** A message as it was understood, with what was known. */
export interface UnderstoodMail {
  understood: Understood;
  known: Known;
}

/** Reads a message that is the person's own. */
export async function understand(incoming: Incoming, mail: Mail): Promise<UnderstoodMail> {
  const { person, receipt, form } = incoming;
  if (mail.encrypted) {
    const understood = { is: 'unreadable', why: 'encrypted', attachments: [], isTheirs: true } as const;
    return { understood, known: await loadKnown(incoming) };
  }
  const letters = lettersFor(form.id);
  if (receipt !== undefined) {
    const { sent, failure } = await letters;
    if (failure !== undefined) throw failure;
    const known = await loadKnown(incoming);
    const understood = understandAboutReceipt(receipt, mail, sent, known);
    if (understood) return { understood, known };
  }
  const reaction = reactionOf(mail, [person.name, mail.from?.name ?? '', person.email]);
  const isWordless = !mail.text?.trim() && !mail.html?.trim();
  if (reaction || isWordless) {
    const known = await loadKnown(incoming);
    return { understood: reaction ? understandReaction(reaction, known) : understandWordless(mail, known), known };
  }
  const read = await readMail(incoming, mail, letters);
  const known = await loadKnown(incoming, read.reading);
  return { understood: understandReply(read, known), known };
}

interface Letters {
  sent: Sent[];
  /** Why they can't be had for now. */
  failure?: unknown;
}

/** What was sent for a form. */
async function lettersFor(form: string): Promise<Letters> {
  try {
    return { sent: await sentFor(form) };
  } catch (failure) {
    return { sent: [], failure };
  }
}

/** Reads a message by comparing it with what was sent. */
export async function readMail(
  { form, cohort, now }: Incoming,
  mail: Mail,
  letters = lettersFor(form.id),
): Promise<ReadMail> {
  const { sent, failure } = await letters;
  const definition = definitionOf(form, await cohorts.program(cohort.id));
  const asText = askedText(definition, askedWordsOf(cohort.language));
  const today = writtenOn(mail.date, now, cohort.timeZone);
  const { answers: known, proposed } = form;
  const asked = form.unclear.map(({ key }) => key);
  const read = (words: ReplyMail) =>
    readReply({ form: definition, sent, asText, mail: words, known, proposed, asked, today });
  const reading = read(mail);
  // An answer is found by comparing it with what we sent. "Stop", or "no thanks" and nothing else, is heard without.
  if (failure !== undefined && !isLeaving(reading, form.purpose)) throw failure;
  return { mail, reading, sent, read };
}
