import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ReplyRecord } from '#shared/store/replies.ts';

/** A reply to a form that we asked, and everything that it takes to judge it. */
export interface Incoming {
  id: string;
  key: string;
  form: AskedForm;
  cohort: Cohort;
  person: Person;
  now: Instant;
  /** The receipt that it replies to, which tells its reader what was sent from the form's page. */
  receipt?: string;
  /** It has waited until its person said that it is theirs. */
  wasHeld?: true;
}

/** What became of a reply, as it is recorded. */
export type Became = Pick<ReplyRecord, 'became' | 'why' | 'unheard' | 'given' | 'attachments'>;
