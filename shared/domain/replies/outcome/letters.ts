import type { Asks } from '#domain/forms/follow-up.ts';
import type { Answers, Unclear } from '#domain/forms/form.ts';
import type { AskedForm, Strike } from '#domain/forms/form-record.ts';
import type { ConfidentialPurpose, FollowedUpPurpose, LatePurpose, Purpose } from '#domain/forms/purposes.ts';
import type { NamedAnswer } from '#domain/names/named-answers.ts';
import type { Instant } from '#domain/program/cohort.ts';
import type { WouldBe } from '#domain/replies/understand/understood-reply.ts';
import type { Unreadable } from './reply-outcome.ts';

/** An email that a decision writes. Person, kind and occasion make writing it again writing it once. */
interface Written<Kind extends string, Facts> {
  person: string;
  kind: Kind;
  occasion: string;
  facts: Facts;
}

/** An email to which a reply answers this form. */
interface Asking<Kind extends string, Facts> extends Written<Kind, Facts> {
  form: AskedForm;
}

/** Names of files that came with a reply, by whether they are kept. */
export type NamedFiles = {
  kept?: string[];
  refused?: string[];
};

/** What a form holds, for an email that says so. */
export type Standing = {
  answers: Answers;
  missing: string[];
  unclear: Unclear[];
  complete: boolean;
  worded?: Record<string, string>;
  proposed?: Answers;
  strikes?: Strike[];
};

/** Words of a reply that answer nothing, by what has become of them. */
export type WordsBeside = {
  passedOn?: string;
  unheard?: string;
  confided?: string;
};

type Understood = Standing &
  NamedFiles &
  WordsBeside & {
    asks: Asks;
    named?: NamedAnswer[];
    cut?: boolean;
    late?: 'pool' | 'list';
  };

type Unfinished = {
  who: string;
  email: string;
  purpose: FollowedUpPurpose;
  questions: string[];
  said: string[];
  isNothing: boolean;
};

type TooLate = { waits: boolean; passedOn: boolean; isBeside: boolean; mayStill: boolean } | { decided: 'no' };

type WroteMore = {
  who: string;
  email: string;
  purpose: ConfidentialPurpose;
  stage?: string | undefined;
};

export type Letter =
  | Asking<'understood', Understood>
  | Asking<'could-not-read', NamedFiles & { why: Unreadable }>
  | Asking<'theirs-or-not', { receipt: string }>
  | Asking<'stop-or-not', { said: string; hasAnswers: boolean }>
  | Asking<'declined', { passedOn?: 'question' | 'words'; until?: Instant }>
  | Asking<'too-late', TooLate>
  | Asking<'late-reply', { who: string; about: LatePurpose; stage?: string }>
  | Asking<'confirm-sender', { other: string; others: boolean; wouldBe: WouldBe }>
  | Asking<'passed-on', { words: string }>
  | Written<'stop-or-hand-over', { part: 'coordinator' | 'committee' }>
  | Written<'wrote-more', WroteMore>
  | Written<'unfinished', Unfinished>
  | Written<'pair-not-agreed', { mentor: string; mentee: string; by: 'mentor' | 'mentee' }>;

/** Somebody's words for the coordinator. They have their place when the email at it holds their key. */
export type ForwardedWords = Written<
  'question-from',
  { from: string; email: string; text: string; purpose: Purpose; isAgreed?: true; key: string }
>;
