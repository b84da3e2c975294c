import PostalMime from 'postal-mime';

/** An email as the person who got it sees it. */
export interface Letter {
  from: { name: string; address: string };
  to: { name: string; address: string };
  /** Where a reply goes. */
  replyTo: string;
  /** Where a mailbox sends what it answers by itself (RFC 3834 section 4). */
  returnPath: string;
  subject: string;
  messageId: string;
  references: string[];
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  text: string;
  html: string;
  /** The questions in it, as a reader would count them. */
  questions: AskedQuestion[];
}

export interface AskedQuestion {
  number: number;
  /** The question with everything that explains it, in one line. */
  words: string;
  options: string[];
  /** Lines of the text that it takes up: the first, and the one after the last. */
  lines: [from: number, to: number];
}

/** Opens a message. Throws when it says no sender or has no words, which none of ours should. */
export async function openLetter(raw: Uint8Array): Promise<Letter> {
  const mail = await PostalMime.parse(Buffer.from(raw));
  const [to] = mail.to ?? [];
  const [reply] = mail.replyTo ?? [];
  const { from, text } = mail;
  if (!from?.address || !to?.address || text === undefined) {
    throw new Error(`A message "${mail.subject}" lacks its sender, its recipient or its text.`);
  }
  const plain = text.replaceAll('\r\n', '\n');
  return {
    from: { name: from.name ?? '', address: from.address },
    to: { name: to.name ?? '', address: to.address },
    replyTo: reply?.address ?? from.address,
    returnPath: (mail.returnPath ?? '').replace(/[<>\s]/g, ''),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    references: mail.references?.match(/<[^<>\s]+>/g) ?? [],
    at: mail.date ? Date.parse(mail.date) : 0,
    text: plain,
    html: mail.html ?? '',
    questions: questionsIn(plain),
  };
}

/** A question begins with its number at the beginning of a line and ends with an empty line. */
export function questionsIn(text: string): AskedQuestion[] {
  const lines = text.split('\n');
  const questions: AskedQuestion[] = [];
  for (const [index, line] of lines.entries()) {
    const begun = /^(\d{1,3})\. (\S.*)$/.exec(line);
    if (!begun?.[1] || !begun[2]) continue;
    const blank = lines.indexOf('', index);
    const to = blank === -1 ? lines.length : blank;
    const words = [begun[2]];
    const options: string[] = [];
    for (const more of lines.slice(index + 1, to)) {
      const option = /^ {3}[a-z]\) (.*)$/.exec(more);
      if (option?.[1]) options.push(option[1]);
      else if (options.length > 0) options.push(`${options.pop()} ${more.trim()}`);
      else words.push(more.trim());
    }
    questions.push({ number: Number(begun[1]), words: words.join(' '), options, lines: [index, to] });
  }
  return questions;
}
