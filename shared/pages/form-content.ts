import type { ReactNode } from 'react';
import type { FormDefinition } from '#domain/forms/form.ts';
import type { PageCohort } from './page.tsx';
import type { PostError } from './read-post.ts';

export interface FormPageContent {
  cohort: PageCohort;
  /** Whose form it is: a link may have been passed on. */
  person: { name: string };
  definition: FormDefinition;
  /** Where the form is sent to; the page's own address by default. */
  action?: string;
  /** Questions that were answered before, by reply or here. What the answers are is not shown: a link may have been passed on. */
  answered?: ReadonlySet<string>;
  /** What was sent just now and is not in order yet. It is shown as it was typed. */
  sent?: { body: URLSearchParams; errors: readonly PostError[] };
  /** One or two sentences under the title: until when, who sees it. */
  intro?: string;
  /** Whether "no thanks" is an answer, as it is to an invitation. */
  canDecline?: boolean;
  /** Whether each no needs a reason, as in a ballot. */
  asksReasons?: boolean;
  /** Whether the links of its person can be ended here. */
  endsLinks?: boolean;
  /** What the page has besides the form. */
  sections?: PageSections;
}

/** What stands around a form, for pages that are more than one. */
export interface PageSections {
  before: ReactNode;
  after: ReactNode;
  /** By question: words in place of its hint, and what there is below them for who wants to know more. */
  questions: Readonly<Record<string, { words: ReactNode; more: ReactNode }>>;
  /** Questions that are not asked any more, by key, and what is said of them. */
  closed: Readonly<Record<string, string>>;
  /** Rules for all that. */
  style: string;
}
