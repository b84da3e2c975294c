import type { FormDefinition } from '#domain/forms/form.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import { shownName } from '#domain/names/called.ts';
import type { Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** What every email may draw on, besides its own facts. */
export interface EmailContext {
  cohort: Cohort;
  program: ProgramDefinition;
  /** Whom we write to. */
  person: Person;
  /** The form that a reply to this email answers, and its address as a page. */
  form?: { definition: FormDefinition; asked: AskedForm; page: string };
  /** The page on which this person can stop all email from the program. */
  stop: string;
  /** The page on which somebody who has stopped it undoes that. In the last email before it stops. */
  again?: string;
  /** The page on which the weights of the matching are tried and set. In what goes to the coordinator, and nobody else. */
  weights?: string;
  now: Instant;
}

/**
 * A cohort with the names of those who run it as they are shown: lists come in capitals. Those of its people stay as they
 * are, because a greeting has to know how a name was written (see `givenName`).
 */
export function withShownNames<C extends Pick<Cohort, 'coordinator' | 'committee' | 'leadership'>>(cohort: C): C {
  const shown = <Who extends { name: string }>(who: Who): Who => ({ ...who, name: shownName(who.name) });
  const { coordinator, committee, leadership } = cohort;
  return {
    ...cohort,
    coordinator: shown(coordinator),
    committee: committee.map(shown),
    leadership: leadership.map(shown),
  };
}
