import * as z from 'zod';
import type { Email } from './content.ts';
import type { EmailContext } from './context.ts';

/** What a kind of email is, besides its words. What only posts emails needs no more than this (see `emailKinds`). */
export interface KindOfEmail {
  /** What is written down when such an email is decided on. */
  facts: z.ZodObject;
  /** Whether a reply to it answers a form. */
  form: 'required' | 'optional' | 'none';
  /** Nobody has asked for it by writing to us, and it wants an answer: it helps to hear from a machine that its reader is away. */
  startsConversation: boolean;
}

/** Of an email that says the same to everybody. */
export const noFacts = z.object({});

/** Makes the words of an email. */
export type Writer<Facts extends z.ZodObject> = (facts: z.infer<Facts>, context: EmailContext) => Email;

/** A writer for each of these kinds. */
export type Writers<Kinds extends Readonly<Record<string, KindOfEmail>>> = {
  readonly [Kind in keyof Kinds]: Writer<Kinds[Kind]['facts']>;
};
