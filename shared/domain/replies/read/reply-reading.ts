import type { Answers, Unclear } from '#domain/forms/form.ts';

/** A message that we sent, as archived. */
export interface Sent {
  text: string;
  html?: string;
}

/** What a reply says, as plain data: the decoded subject and bodies. */
export interface ReplyMail {
  /** Who sent it; a name as the last line is a signature. */
  from?: { name: string } | undefined;
  subject: string;
  text?: string;
  html?: string;
}

/**
 * answer: they wrote something to us (answers, something unclear or only a note). decline: "no thanks" is all they
 * wrote. stop: "unsubscribe" is all they wrote. nothing: not a word of it is theirs.
 */
export type Intent = 'answer' | 'decline' | 'stop' | 'nothing';

/** What an answer was read from when it was not the option's own text. `sure` is false for the rules of least certainty. */
export interface Worded {
  said: string;
  sure: boolean;
}

/** What one reply says, read against the form it answers. */
export interface Reading {
  /** The answers that this reply gives, without earlier ones. */
  answers: Answers;
  /** Keys of required questions that have no answer, neither in this reply nor earlier; unclear ones among them. */
  missing: string[];
  /** What was said of a question but could not be taken as its answer. */
  unclear: Unclear[];
  /** Their words that answer no question: a question back to us, a remark. Empty when there are none. */
  note: string;
  /** What was added to an answer, by question: "same team" after "no". */
  comments: Record<string, string>;
  /**
   * Answers that were read from words rather than from an option's own text, a letter, a figure, or a plain yes or no: what
   * was said, in their words, by question; absent when there are none.
   * The acknowledgement shows these first.
   */
  worded?: Record<string, Worded>;
  /** Answers that are likely, of questions that are `unclear`: they count when their writer has confirmed them. Absent when there are none. */
  proposed?: Answers;
  /** Questions that they passed over ("-", "I prefer not to say"): what was unclear of them is so no more. Absent when there are none. */
  passed?: string[];
  intent: Intent;
  /** The wish to stop is only a part of what they wrote, so that it may be about something else. */
  isPart?: true;
  /** The message was longer than what is read of one; what stood behind that is unknown. */
  cut?: true;
}
