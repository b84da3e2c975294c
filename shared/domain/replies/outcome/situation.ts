import type { Question } from '#domain/forms/form.ts';
import type { AskedForm, Strike } from '#domain/forms/form-record.ts';
import type { NamedAnswer } from '#domain/names/named-answers.ts';
import type { Pair } from '#domain/pair.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** A pair that waits to be published. */
export interface WaitingPair extends Omit<Strike, 'reason'> {
  isNew: boolean;
}

/** An earlier message to the same form, as far as a later one is judged by it. */
export interface EarlierReply {
  became: string;
  why?: string | undefined;
  receivedAt: Instant;
}

/** A place for words to the coordinator among those of a day: the keys of whose words have it, none where it is free. */
export interface Place {
  occasion: string;
  keys: readonly unknown[];
  isToday: boolean;
  isLast: boolean;
}

/** Ids of records that may come to be. */
export interface Ids {
  coordinator: string;
  lateQuestion: string;
}

/** What there is to know of a reply before it is understood. Each record is loaded once. */
export interface Known {
  now: Instant;
  cohort: Cohort;
  program: ProgramDefinition;
  person: Person;
  /** The form as it was when the reply was read. */
  form: AskedForm;
  /** The reply's id, and the key of its original in the bucket. */
  reply: string;
  original: string;
  /** Its person has said that it is theirs, having been shown what it says. */
  wasConfirmed: boolean;
  /** The pair that the form is about. */
  pair?: Pair | undefined;
  /** The question to the coordinator about late replies to the form, if it was asked. */
  lateQuestion?: AskedForm | undefined;
  /** Of a form on which somebody decides what is published: the pairs that wait, without their own. */
  waitingPairs: readonly WaitingPair[];
  /** Of an application that is taken back: whether its person is one of a pair that has met. */
  isPaired: boolean;
  ids: Ids;
  /** Questions that may come to be asked, as they are asked: of the coordinator about a late reply, and whether a reply is theirs. */
  asks: { late: Question; confirm: Question };
}

/** What there is to know when it is decided what becomes of a reply. What its case does not need is empty. */
export interface Situation extends Known {
  /** The form as it is by now, where another reply has changed it since. */
  latest?: AskedForm | undefined;
  /** The two of the pair, where the coordinator hears of it. */
  members?: { mentor: Pick<Person, 'id' | 'name'>; mentee: Pick<Person, 'id' | 'name'> } | undefined;
  /** Places for words to the coordinator, yesterday's and today's, as far as they are taken, and free ones of today. */
  places: readonly Place[];
  /** All people of the cohort, where an application names some. */
  everyone: readonly Person[];
  /** Whom earlier acknowledgements have asked about. */
  earlierNamed: readonly NamedAnswer[];
  /** Other messages to the same form. */
  earlier: readonly EarlierReply[];
}
