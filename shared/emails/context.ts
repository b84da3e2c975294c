import type * as z from 'zod';
import type { AskedForm } from '#domain/asked.ts';
import type { Cohort, Instant } from '#domain/cohort.ts';
import type { FormDefinition } from '#domain/form.ts';
import type { Person } from '#domain/person.ts';
import type { ProgramDefinition } from '#domain/program.ts';
import type { Email } from './content.ts';

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
  /** The page on which the weights of the matching are tried and set. In what goes to the coordinator, and nobody else. */
  weights?: string;
  now: Instant;
}

/** One kind of email: the facts that are written down when it is decided on, and the words that are made of them. */
export interface Kind<Facts extends z.ZodType> {
  facts: Facts;
  write(facts: z.infer<Facts>, context: EmailContext): Email;
}

export function kind<Facts extends z.ZodType>(
  facts: Facts,
  write: (facts: z.infer<Facts>, context: EmailContext) => Email,
): Kind<Facts> {
  return { facts, write };
}
