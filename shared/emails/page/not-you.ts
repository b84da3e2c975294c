import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import { paragraph } from '../parts/phrases.ts';

/** In the receipt for what was sent from a page: whoever has an email of ours can open its page. */
export function notYou(): Block {
  return paragraph(wordsOf().pageEmails.notYou);
}
