import { definitionOf } from '#domain/forms/form-record.ts';
import { isAllCourtesy } from '#domain/forms/participant-questions.ts';
import { isActing } from '#domain/forms/purposes.ts';
import type { Known } from '#domain/replies/outcome/situation.ts';
import type { Sent } from '#domain/replies/read/reply-reading.ts';
import { type Word, wordOf } from '#domain/replies/read/wishes/bare-word.ts';
import { intentOf } from '#domain/replies/read/wishes/intent.ts';
import type { ReceivedMail } from './understand-reply.ts';
import type { Understood } from './understood-reply.ts';

/**
 * What a reply says to the receipt for what was sent from a page. A no takes that back; a yes, courtesy, changes nothing:
 * neither may be taken for an answer to the form's own questions. Undefined for what is neither: it is read as a reply to the form.
 */
export function understandAboutReceipt(
  receipt: string,
  mail: ReceivedMail,
  sent: readonly Sent[],
  { form, program, person, cohort }: Known,
): Understood | undefined {
  const about = { is: 'about a receipt' as const, receipt };
  const word = wordOf(sent, mail);
  if (isDenial(word, [person.name, mail.from?.name ?? '', cohort.coordinator.name]))
    return { ...about, says: 'not theirs' };
  if (word.kind !== 'other') return { ...about, says: 'theirs' };
  const { questions } = definitionOf(form, program);
  const isToOneQuestion = isActing(form.purpose) && questions.length === 1;
  const isStop = intentOf(word.words)?.intent === 'stop';
  const isDoubtful = word.isYesNo || /^(?:yes|no)(?!\p{L})/iu.test(word.words);
  return isStop || !(isDoubtful || isToOneQuestion) ? undefined : { ...about, says: 'neither' };
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
