import type { ClientName } from '../people/correspondents.ts';
import { apple, iphone } from './clients/apple.ts';
import type { Draft } from './clients/draft.ts';
import { gmail } from './clients/gmail.ts';
import { type Body, messageOf } from './clients/mime-message.ts';
import { outlook } from './clients/outlook.ts';
import { mutt, thunderbird } from './clients/plain.ts';
import type { Letter } from './letter.ts';

const programs: Record<ClientName, (letter: Letter, draft: Draft) => Body> = {
  gmail,
  apple,
  iphone,
  outlook,
  thunderbird,
  mutt,
};

/** The reply to `letter` as the mail program of its writer would send it: headers, quotation, markup and all. */
export function composeReply(letter: Letter, draft: Draft): Promise<Buffer> {
  return messageOf(letter, draft, programs[draft.client](letter, draft));
}

/** What a mailbox answers by itself while its owner is away (RFC 3834), to the envelope's sender. */
export function outOfOffice(letter: Letter, draft: Pick<Draft, 'from' | 'at'> & { words: string }): Promise<Buffer> {
  return messageOf({ ...letter, replyTo: letter.returnPath }, draft, {
    subject: `Automatic reply: ${letter.subject}`,
    text: `${draft.words}\n`,
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', Precedence: 'auto_reply' },
  });
}
