import type { Strike } from '#domain/forms/form-record.ts';
import { shownName } from '#domain/names/called.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { pairWithReasons } from '#shared/words/pair-words.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { quoted, quotedAtEnd } from '../parts/answer-words.ts';
import { paragraph, thankYou } from '../parts/phrases.ts';

/** What the answer to "all but these" begins with, and the request for a word that goes with it. */
export function leavingOut(
  strikes: readonly Strike[],
  said: string,
  context: EmailContext,
  page: string,
): { subject: string; blocks: Block[] } {
  const words = wordsOf(context.cohort.language);
  const { leavingOut: messages } = words.proposalEmails;
  const pairs = strikes.length;
  const without = strikes.filter(({ reason }) => reason === '');
  const wrote = said === '' ? [] : [messages.wrote({ said: quotedAtEnd(said, words) })];
  return {
    subject: without.length > 0 ? messages.why.subject({ pairs }) : messages.isRight.subject({ pairs }),
    blocks: [
      paragraph(thankYou(context), ...wrote, messages.read({ pairs })),
      listOf(strikes, words),
      paragraph(without.length > 0 ? askWhy(without, pairs, words) : messages.isRight.ask({ pairs })),
      paragraph(...messages.orPage({ page })),
    ],
  };
}

/** Names the pairs without a reason where others have one. */
function askWhy(without: readonly Strike[], pairs: number, words: Words): string {
  const { why } = words.proposalEmails.leavingOut;
  if (without.length === pairs) return why.all;
  const names = without.map((strike) => words.proposedPairs.pair(shownTwo(strike)));
  const pair = names.pop() ?? '';
  return names.length === 0 ? why.one({ pair }) : why.some({ pairs: words.enumeration(names), pair });
}

/** Which pairs a decision that has been taken leaves out. */
export function leftOut(strikes: readonly Strike[] | undefined, { cohort }: Pick<EmailContext, 'cohort'>): Block[] {
  if (!strikes || strikes.length === 0) return [];
  const words = wordsOf(cohort.language);
  return [paragraph(words.proposalEmails.leavingOut.leftOut), listOf(strikes, words)];
}

function listOf(strikes: readonly Strike[], words: Words): Block {
  const pairs = strikes.map((strike) => ({
    ...shownTwo(strike),
    reasons: strike.reason === '' ? [] : [quoted(strike.reason, words)],
  }));
  return { kind: 'list', of: pairs.map((pair) => pairWithReasons(pair, words)) };
}

function shownTwo({ mentor, mentee }: Strike) {
  return { mentor: shownName(mentor), mentee: shownName(mentee) };
}
