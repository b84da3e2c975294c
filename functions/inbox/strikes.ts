import type { Strike } from '#domain/forms/form-record.ts';
import { isAllCourtesy } from '#domain/forms/participant-questions.ts';
import { publishesPairs } from '#domain/forms/purposes.ts';
import type { ReplyMail, Sent } from '#domain/reply/reading.ts';
import { type PairNames, reasonFor, strikesIn, wordsOf } from '#domain/strikes-in-words.ts';
import { pairsToPublish } from '#shared/intake/decision.ts';
import type { Incoming } from './incoming.ts';
import type { Said } from './late.ts';

/**
 * A reply to "Shall we publish these pairs?" that says yes to all but some of them, or the reason why these are left out, is
 * a proposal that its writer confirms with one word. Anything else is as it was said.
 */
export async function withStrikes(
  incoming: Incoming,
  said: Said,
  { sent, mail, names }: { sent: readonly Sent[]; mail: ReplyMail; names: readonly string[] },
): Promise<Said & { strikes?: readonly Strike[] }> {
  const { form } = incoming;
  if (!publishesPairs(form.purpose)) return said;
  const { publish } = said.answers;
  const remarks = `${said.comments.publish ?? ''}\n${said.note}`;
  const isPlain = publish !== undefined && isAllCourtesy(remarks, names);
  const awaited = form.strikes?.some(({ reason }) => reason === '') ? form.strikes : undefined;
  if (isPlain) {
    if (!awaited) return said;
    const why = 'We had asked for a reason.';
    return { ...saidNothing, unclear: [{ key: 'publish', said: publish ? 'yes' : 'no', why }] };
  }
  const words = wordsOf(sent, mail);
  const shown = await pairsToPublish(incoming.cohort, incoming.person.id);
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
      : { unclear: [{ key: 'publish', said: words, why: 'Why?' }] }),
  };
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
