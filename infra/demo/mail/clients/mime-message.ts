import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../letter.ts';
import type { Draft } from './draft.ts';

/** What a mail program makes of a draft. */
export interface Body {
  text: string;
  html?: string;
  headers: Record<string, string>;
  /** The domain of Message-IDs, which mail programs make up; the sender's own unless given. */
  idDomain?: string;
  encoding?: 'quoted-printable' | 'base64';
  /** Paragraphs are one line each, broken softly (RFC 3676). */
  flowed?: boolean;
  /** "Re: " and the original's unless given. */
  subject?: string;
}

/** The message, as it goes to a mail server. */
export async function messageOf(
  letter: Letter,
  draft: Pick<Draft, 'from' | 'at' | 'encloses'>,
  body: Body,
): Promise<Buffer> {
  const id = createHash('sha256')
    .update(`${letter.messageId}\n${draft.from.address}\n${draft.at}`)
    .digest('hex')
    .slice(0, 32);
  const composer = new MailComposer({
    from: draft.from,
    to: letter.replyTo,
    subject: body.subject ?? subjectOf(letter),
    date: new Date(draft.at),
    messageId: `<${id}@${body.idDomain ?? draft.from.address.split('@').at(-1)}>`,
    inReplyTo: letter.messageId,
    references: [...letter.references, letter.messageId].join(' '),
    text: body.text,
    ...(body.html !== undefined && { html: body.html }),
    textEncoding: body.encoding ?? 'quoted-printable',
    headers: body.headers,
    ...(draft.encloses && {
      attachments: [{ filename: draft.encloses, contentType: 'application/pdf', content: '%PDF-1.7\n%%EOF\n' }],
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  if (body.flowed) message.setHeader('Content-Type', 'text/plain; charset=UTF-8; format=flowed');
  return message.build();
}

function subjectOf({ subject }: Letter): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}
