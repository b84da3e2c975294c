import type { Attachment } from '#domain/attachments.ts';
import type { Beside } from '#domain/forms/participant-questions.ts';
import type { Said } from '#domain/replies/outcome/merge-reply.ts';
import type { UnconfirmedSender, Unreadable } from '#domain/replies/outcome/reply-outcome.ts';

/** What a reply would store, in words that are fit to be shown to whoever is asked whether it is theirs. */
export interface WouldBe {
  answers: { label: string; value: string }[];
  /** What it says besides. */
  note: string;
  wish?: 'stop' | 'decline';
}

/** A message that is not from the person's own mailbox, or not surely. */
export interface Unconfirmed {
  is: 'unconfirmed';
  sender: UnconfirmedSender;
  /** The address that it comes from. */
  other: string;
  /** Known by what a confirmation is about: the address, or this reply alone where the address tells nothing. */
  confirmation: { id: string; occasion: string };
  /** Has been asked about before. */
  isAskedAbout: boolean;
  /** Absent where as many are asked about as are in a day. */
  wouldBe?: WouldBe;
}

/** A reply that says something about the form, answers or words. */
export interface UnderstoodAnswers {
  is: 'answers';
  said: Said;
  beside: Beside;
  /** It is about something that we asked besides the form; `agrees`: to having words of theirs passed on. */
  back?: { about: 'proposal' } | { about: 'offer'; agrees: boolean };
  /** There is nothing in it but that. */
  isOnlyWord: boolean;
  /** Words of theirs that wish for no more mail, beside answers. */
  stopWords?: string;
  attachments: readonly Attachment[];
  isCut: boolean;
  isReaction: boolean;
  /** The form takes answers because the coordinator has said so. */
  isLate: boolean;
}

/** What a message that came in for a form is, and says. */
export type Understood =
  | { is: 'refused'; why: string }
  /** By a program. `until`: its person is away until that day; `isTheirs`: it came from their mailbox; `isReport`: on delivery. */
  | { is: 'automatic'; isTheirs: boolean; until?: string; isReport?: true }
  | Unconfirmed
  | { is: 'unreadable'; why: Exclude<Unreadable, 'reaction'>; attachments: readonly Attachment[]; isTheirs: boolean }
  /** About a receipt for what was sent from the page. */
  | { is: 'about a receipt'; receipt: string; says: 'theirs' | 'not theirs' | 'neither' }
  /** A press on a button that answers nothing. */
  | { is: 'reaction'; isThanks: boolean }
  | { is: 'thanks' }
  /** The wish that all mail ends; `words` where there is more to it, which has to be asked about. */
  | { is: 'stop'; words?: string; beside: Beside }
  | { is: 'decline'; said: Said; beside: Beside }
  /** The form has closed. `said`: nothing where there are no words. */
  | { is: 'late'; said?: Said; beside: Beside }
  | UnderstoodAnswers;

export const nothingBeside: Beside = { passOn: '', kept: '' };
