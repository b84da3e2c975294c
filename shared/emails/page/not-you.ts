import type { Block } from '../content.ts';
import { paragraph } from '../parts/phrases.ts';

/** In the receipt for what was sent from a page: whoever has an email of ours can open its page. */
export function notYou(): Block {
  return paragraph(
    'Was it not you? Reply "no" to this email: we put back what was there before, and the link that was used stops working.',
  );
}
