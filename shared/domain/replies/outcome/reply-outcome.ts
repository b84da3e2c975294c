import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Instant } from '#domain/program/cohort.ts';
import type { ForwardedWords, Letter } from './letters.ts';
import type { Said } from './merge-reply.ts';

/** A form with what was given to it. */
export interface RecordedAnswers {
  /** The version that was decided on: `form` takes the place of this one alone. */
  seen: AskedForm;
  form: AskedForm;
  /** What the audit trail says, in order. */
  events: { what: string; channel: 'page' | 'api' | 'reply' }[];
  /** Its person had said "no thanks" to being asked, and has changed their mind. */
  undeclines: boolean;
  /** What the answers set going: the cohort, its matching while pairs are made, the cohort if hardly any consent is left. */
  wakes?: 'cohort' | 'matching' | 'cohort at the last consents';
}

/** What is to be done, in this order. Doing it again changes nothing. */
export interface Effects {
  /** Their mailbox had refused our mail, and may be written to again. */
  isReachable?: true;
  /** No reminder before this moment. */
  awayUntil?: Instant;
  recorded?: RecordedAnswers;
  /** A question that is opened, to the coordinator or to the person. */
  opened?: AskedForm;
  /** All mail to its person ends, in each cohort. */
  unsubscribes?: true;
  /** The receipt of which its person says that it was not they who had answered on the page. */
  takesBack?: string;
  /** They are not asked again before this moment, in any cohort. */
  declinedUntil?: Instant;
  /** Letters that go before words to the coordinator. */
  lettersBefore?: readonly Letter[];
  forwarded: readonly ForwardedWords[];
  letters: readonly Letter[];
  /** The replies that waited for this one: late ones, or those that have to be confirmed by their writer. */
  settles?: 'late replies' | 'confirmed replies';
}

export type Unreadable = 'empty' | 'too-large' | 'no-text' | 'outlook' | 'encrypted' | 'reaction';

/** Why the address that a reply comes from tells nothing of its writer, or less than the one that we wrote to. */
export type UnconfirmedSender =
  | 'from another address'
  | 'through a group'
  | 'fails DMARC'
  | 'taken for spam'
  | 'names no sender plainly'
  | 'sender not proven';

/**
 * What becomes of a reply, for its record. read: understood, whatever it said. automatic: a program wrote it. unconfirmed: it
 * waits for its person to say that it is theirs. refused: not looked at. late: its form had closed. unreadable: its
 * writer is asked to write again. `unheard`: neither its writer nor anybody else is told of it.
 */
export type Became = (
  | { became: 'read'; why?: string }
  | { became: 'automatic'; why?: string }
  | { became: 'unconfirmed'; why: UnconfirmedSender }
  | { became: 'refused'; why: string }
  | { became: 'late'; why: string; given?: Said }
  | { became: 'unreadable'; why: Unreadable | 'neither yes nor no to a receipt' }
) & { unheard?: true };

/** What becomes of a reply, and what is done about it: plain data. */
export interface ReplyOutcome extends Effects {
  reply: Became;
}

/** A reply of which nothing follows. */
export function nothingFollows(reply: Became): ReplyOutcome {
  return { reply, forwarded: [], letters: [] };
}
