import type { NumberedQuestion } from '#domain/forms/form.ts';
import type { Inline } from '#shared/words/message.ts';

export type { Inline };

/** What an email is made of. Text and HTML are rendered from the same blocks, so they say the same. */
export type Block =
  | { kind: 'paragraph'; of: readonly Inline[] }
  | { kind: 'heading'; of: string }
  | { kind: 'list'; of: readonly string[] }
  /** Label and value, as in "To be: mentor and mentee". */
  | { kind: 'facts'; of: readonly { label: string; value: string }[] }
  /** The questions to be answered by typing under them. Closed by whatever block comes next. */
  | { kind: 'questions'; of: readonly NumberedQuestion[] }
  /** Words of somebody else, shown as a quotation. */
  | { kind: 'quote'; of: string }
  /** Shares of a whole or means on a scale, as bars with their figures beside them. `value` is 0..1. */
  | { kind: 'bars'; of: readonly { label: string; value: number; shown: string }[] }
  /** The line that signs the email. */
  | { kind: 'signature'; of: string }
  /** Why they got it, what happens otherwise, how to stop. */
  | { kind: 'small'; of: readonly Inline[] };

export interface Email {
  subject: string;
  /** BCP 47; decides `lang` and `dir`. */
  language: string;
  blocks: readonly Block[];
  /** Somebody else whom a reply to this reaches, rather than us: the writer of words that are passed on. */
  replyTo?: string;
  attachments?: readonly { name: string; type: string; content: string | Uint8Array }[];
}
