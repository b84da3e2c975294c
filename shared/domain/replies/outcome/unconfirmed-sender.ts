import { type Answer, labelOf, numbered } from '#domain/forms/form.ts';
import { askedForOf, definitionOf, newForm } from '#domain/forms/form-record.ts';
import type { Instant } from '#domain/program/cohort.ts';
import type { Reading } from '#domain/replies/read/reply-reading.ts';
import { limitReplySize } from '#domain/replies/understand/reply-size.ts';
import type { Unconfirmed, WouldBe } from '#domain/replies/understand/understood-reply.ts';
import { shownWords } from '#domain/strangers.ts';
import type { Letter } from './letters.ts';
import { nothingFollows, type ReplyOutcome } from './reply-outcome.ts';
import type { EarlierReply, Known, Situation } from './situation.ts';

/** Replies to one form that are asked about in a day before we stop: it has got onto a list, or worse. */
const mostAskedADay = 3;

/** Whether so many replies to a form came from elsewhere in a day that one more is not asked about. */
export function isAskedEnough(earlier: readonly EarlierReply[], now: Instant): boolean {
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  return (
    earlier.filter(({ became, receivedAt }) => became === 'unconfirmed' && receivedAt > dayAgo).length >= mostAskedADay
  );
}

/** What a yes to "was this reply from you?" would take from a reply. */
export function wouldBe(reading: Reading, { form, program }: Pick<Known, 'form' | 'program'>): WouldBe {
  const { answers, note } = limitReplySize(reading);
  const given = numbered(definitionOf(form, program)).flatMap((question) => {
    const answer = answers[question.key];
    return answer === undefined ? [] : [{ label: labelOf(question), value: shownWords(wordsOf(answer)) }];
  });
  const { intent } = reading;
  const isWish = intent === 'stop' || intent === 'decline';
  return { answers: given, note: shownWords(note), ...(isWish && { wish: intent }) };
}

function wordsOf(answer: Answer): string {
  if (Array.isArray(answer)) return answer.join('; ');
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}

/**
 * A valid reply address, used from somewhere else than the address that it was given to: a second mailbox, a colleague
 * it was forwarded to, or a forgery. The reply waits, and the person is asked from the address that we know. Once per
 * form and other address; for each reply when the address tells nothing: one through a group, or in doubt.
 */
export function decideUnconfirmed(
  { sender, other, confirmation, isAskedAbout, wouldBe }: Unconfirmed,
  { cohort, person, form, reply, original, now, asks }: Situation,
): ReplyOutcome {
  const waits = { became: 'unconfirmed' as const, why: sender };
  if (!wouldBe) return nothingFollows({ ...waits, ...(!isAskedAbout && { unheard: true as const }) });
  const confirm = newForm({
    ...confirmation,
    cohort: cohort.id,
    person: person.id,
    purpose: 'confirm',
    about: { reply, mail: original, form: form.id, ...askedForOf(form) },
    questions: [asks.confirm],
    openedAt: now,
    expiresAt: cohort.expiresAt,
  });
  const facts = { other, others: sender === 'from another address', wouldBe };
  const letter: Letter = {
    person: person.id,
    kind: 'confirm-sender',
    occasion: confirm.occasion,
    form: confirm,
    facts,
  };
  return { reply: waits, opened: confirm, forwarded: [], letters: [letter] };
}
