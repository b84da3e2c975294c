import type { Strike } from '#domain/forms/form-record.ts';
import { isAllCourtesy } from '#domain/forms/participant-questions.ts';
import { publishesPairs } from '#domain/forms/purposes.ts';
import type { Said } from '#domain/replies/outcome/merge-reply.ts';
import type { Known } from '#domain/replies/outcome/situation.ts';
import type { Reading, ReplyMail, Sent } from '#domain/replies/read/reply-reading.ts';
import { type PairNames, reasonFor, strikesIn, wordsOf } from '#domain/strikes-in-words.ts';

/**
 * A reply to "Shall we publish these pairs?" that says yes to all but some of them, or the reason why these are left out, is
 * a proposal that its writer confirms with one word. Anything else is as it was said.
 */
export function leaveOut(
  said: Said,
  { sent, mail, names }: { sent: readonly Sent[]; mail: ReplyMail; names: readonly string[] },
  { form, waitingPairs: shown }: Pick<Known, 'form' | 'waitingPairs'>,
): Said {
  if (!publishesPairs(form.purpose)) return said;
  const { publish } = said.answers;
  const remarks = `${said.comments.publish ?? ''}\n${said.note}`;
  const isPlain = publish !== undefined && isAllCourtesy(remarks, names);
  const awaited = form.strikes?.some(({ reason }) => reason === '') ? form.strikes : undefined;
  if (isPlain) {
    if (!awaited) return said;
    const why = { kind: 'asked-for-reason' as const };
    return { ...saidNothing, unclear: [{ key: 'publish', said: publish ? 'yes' : 'no', why }] };
  }
  const words = wordsOf(form, sent, mail);
  const found = strikesIn(words, shown);
  const strikes =
    found?.strikes ?? (awaited && publish !== false ? withReason(awaited, words, { shown, names }) : undefined);
  if (!strikes) return said;
  const isWhole = strikes.every(({ reason }) => reason !== '');
  return {
    ...saidNothing,
    note: found?.note ?? '',
    strikes,
    ...(isWhole
      ? { answers: { publish: true }, worded: { publish: { said: words, sure: false } } }
      : { unclear: [{ key: 'publish', said: words, why: { kind: 'why-left-out' } }] }),
  };
}

/** Whether a reply may leave pairs out: it says more about publishing than yes or no. */
export function mayLeaveOut(
  { purpose }: Pick<Known['form'], 'purpose'>,
  { answers, comments, note }: Reading,
): boolean {
  return publishesPairs(purpose) && (answers.publish === undefined || `${comments.publish ?? ''}${note}` !== '');
}

const saidNothing: Said = { answers: {}, unclear: [], comments: {}, note: '' };

/** "Yes, they share a desk" to "Why?" is the reason alone. */
function withReason(
  awaited: readonly Strike[],
  words: string,
  { shown, names }: { shown: readonly PairNames[]; names: readonly string[] },
): Strike[] | undefined {
  const reason = words.replace(/^(?:yes|ja|oui|sim|sí)[\s,.:;–-]+(?=\p{L})/iu, '');
  return isAllCourtesy(reason, names) ? undefined : reasonFor(awaited, reason, shown);
}
