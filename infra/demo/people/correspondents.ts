import type { Answers } from '#domain/forms/form.ts';

/** How somebody meets the invitation. */
export type Behaviour =
  | 'answers at once'
  | 'answers after a reminder'
  | 'answers after two reminders'
  | 'answers in two goes'
  | 'answers too late'
  | 'is away first'
  | 'answers from another address'
  | 'declines'
  | 'is silent'
  | 'cannot be reached';

/** A mail program that people reply with. */
export type ClientName = 'gmail' | 'apple' | 'iphone' | 'outlook' | 'thunderbird' | 'mutt';

/**
 * Where answers are typed. under: below each question, outside the quotation. inside: on the empty line within the
 * quotation. above: numbered, before the quotation.
 */
export type Manner = 'under' | 'inside' | 'above';

/** How options are named: by letter ("b"), by their words, or both ("b) mentee"). */
export type Wording = 'letters' | 'words' | 'both';

/** How many reminders it takes until somebody answers. */
export type Patience = 0 | 1 | 2 | 'never';

/** Somebody who reads mail and may answer it. */
export interface Correspondent {
  name: string;
  email: string;
  client: ClientName;
  manner: Manner;
  wording: Wording;
  /** Written above the answers, such as "Dear Maria,". */
  opening?: string;
  /** Written below them. */
  closing?: string;
}

export interface Invitee extends Correspondent {
  role: 'mentor' | 'mentee' | 'both';
  team: string;
  site: string;
  behaviour: Behaviour;
  /** What they would say to each question of the application, if they were asked and answered. */
  application: Answers;
  /** The mailbox that they answer from, when it is not the one that we write to. */
  elsewhere?: string;
  /** A question to the coordinator that comes along with the application. */
  remark?: string;
  /** A file that comes along with the application, which nobody asked for. */
  encloses?: string;
  agreement: Patience;
  /** By the form of a survey. */
  surveys: Record<string, Patience>;
}

export interface Reviewer extends Correspondent {
  /** How they vote: everything at once, everything but some, or pair by pair. */
  votes: 'approve' | 'except' | 'each';
  patience: Patience;
}

export interface Population {
  seed: number;
  name: string;
  organisation: string;
  timeZone: string;
  coordinator: Correspondent;
  committee: Reviewer[];
  leadership: Correspondent[];
  invitees: Invitee[];
}

/** Whether this behaviour ends in an application that counts. */
export function applies(behaviour: Behaviour): boolean {
  return !['answers too late', 'declines', 'is silent', 'cannot be reached'].includes(behaviour);
}
