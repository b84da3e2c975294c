import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { Person } from '#domain/person.ts';

/** A reply to a form that we asked, and everything that it takes to judge it. */
export interface Incoming {
  id: string;
  key: string;
  form: AskedForm;
  cohort: Cohort;
  person: Person;
  now: Instant;
}
