import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { paragraph } from '../parts/phrases.ts';

/** In the receipt for what was sent from a page: whoever has an email of ours can open its page. */
export function notYou({ cohort }: EmailContext): Block {
  return paragraph(wordsOf(cohort.language).pageEmails.notYou);
}
