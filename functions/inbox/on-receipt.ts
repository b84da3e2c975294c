import { definitionOf } from '#domain/forms/form-record.ts';
import { isAllCourtesy } from '#domain/forms/participant-questions.ts';
import { isActing } from '#domain/forms/purposes.ts';
import type { ReplyMail, Sent } from '#domain/replies/read/reply-reading.ts';
import { type Word, wordOf } from '#domain/replies/read/wishes/bare-word.ts';
import { intentOf } from '#domain/replies/read/wishes/intent.ts';
import { takeBack } from '#shared/intake/page/take-back.ts';
import { sentFor } from '#shared/mail/archive.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import type { Became, Incoming } from './incoming.ts';

/**
 * A reply to the receipt for what was sent from a page. A no takes that back; a yes, courtesy, changes nothing: neither may be
 * taken for an answer to the form's own questions. Undefined for what is neither: it is read as a reply to the form.
 */
export async function onReceipt(incoming: Incoming, mail: Mail): Promise<Became | undefined> {
  const { receipt, form, cohort, person, now } = incoming;
  if (receipt === undefined) return undefined;
  const letters = await Promise.all((await sentFor(form.id)).map(parseMail));
  const word = wordOf(letters.map(asRead), asRead(mail));
  if (isDenial(word, [person.name, mail.from?.name ?? '', cohort.coordinator.name])) {
    await takeBack(cohort, form, receipt, now);
    return { became: 'read', why: 'what was sent from the page was not theirs' };
  }
  if (word.kind !== 'other') return { became: 'read', why: 'what was sent from the page was theirs' };
  const { questions } = definitionOf(form, await cohorts.program(cohort.id));
  const isToOneQuestion = isActing(form.purpose) && questions.length === 1;
  const isStop = intentOf(word.words)?.intent === 'stop';
  const isDoubtful = word.isYesNo || /^(?:yes|no)(?!\p{L})/iu.test(word.words);
  if (isStop || !(isDoubtful || isToOneQuestion)) return undefined;
  const occasion = `${receipt}.${now.slice(0, 10)}`;
  await queueEmail(cohort, { person: person.id, kind: 'theirs-or-not', occasion, form, facts: { receipt } }, now);
  return { became: 'unreadable', why: 'neither yes nor no to a receipt' };
}

function asRead({ from, subject, text, html }: Mail): Sent & ReplyMail {
  return { from, subject, text: text ?? '', ...(html !== undefined && { html }) };
}

const notMe =
  /(?<!\p{L})(?:(?:not|wasn['’]?t|isn['’]?t) (?:by )?(?:me|mine|myself)|not my (?:answers?|vote|doing)|(?:somebody|someone) else|(?:didn['’]?t|did not|have not|haven['’]?t|never) (?:do|done|send|sent|answer|answered|write|wrote|written|vote|voted))(?!\p{L})/iu;

/** "No", "No, thank you", "That wasn't me": that whoever sent the page was somebody else. */
function isDenial(word: Word, names: readonly string[]): boolean {
  if (word.kind !== 'other') return word.kind === 'no';
  if (/^yes(?!\p{L})/iu.test(word.words)) return false;
  const rest = /^no(?!\p{L})[\s,.!;:–—-]*(.*)$/isu.exec(word.words)?.[1];
  return notMe.test(word.words) || (rest !== undefined && isAllCourtesy(rest, names));
}
