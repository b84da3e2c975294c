import * as z from 'zod';
import { Answers, type FormDefinition, missing } from './forms/form.ts';
import { AskedForm, FormRef } from './forms/form-record.ts';
import { isActing } from './forms/purposes.ts';
import { Instant } from './program/cohort.ts';

/** What of a form is put back when its person says that a change was not theirs. */
const Part = AskedForm.pick({
  unclear: true,
  worded: true,
  proposed: true,
  struck: true,
  strikes: true,
  answers: true,
  comments: true,
  status: true,
});
type Part = z.infer<typeof Part>;

/** What was sent from the page of a form. Its person gets a receipt for it, and may say that it was somebody else. */
export const PageChange = z.object({
  id: z.string(),
  cohort: z.string(),
  person: z.string(),
  form: FormRef,
  /** The receipt that tells of it; several changes within minutes share one. */
  receipt: z.string(),
  /** Before when that does not go out, where another one had just done so. */
  due: Instant.optional(),
  at: Instant,
  given: z.object({
    answers: Answers,
    comments: z.record(z.string(), z.string()),
    declines: z.boolean(),
    isWhole: z.boolean(),
    struck: z.record(z.string(), z.string()).optional(),
  }),
  /** It sets something going for others, so that it counts only when its receipt was sent. */
  acts: z.boolean(),
  /** waits: for its receipt. counts: the form holds it. late: its form had closed by then. undone: its person took it back. */
  state: z.enum(['waits', 'counts', 'late', 'undone']),
  /** Of the form, what it changed: before and after. What stood nowhere is absent. */
  was: Part,
  became: Part,
  expiresAt: z.number().int(),
});
export type PageChange = z.infer<typeof PageChange>;

/** Whether answers from a page set something going for others: a vote, a word on a pair, a refusal, leaving. */
export function actsOnOthers(form: Pick<AskedForm, 'purpose'>, declines: boolean, isRefused: boolean): boolean {
  return isActing(form.purpose) || declines || isRefused;
}

/** What differs between two states of a form. Undefined when nothing does. */
export function difference(before: AskedForm, after: AskedForm): Pick<PageChange, 'was' | 'became'> | undefined {
  const [was, became] = [Part.parse(before), Part.parse(after)];
  if (isSame(was, became)) return undefined;
  for (const field of ['answers', 'comments'] as const) {
    for (const key of Object.keys(was[field])) {
      if (!isSame(was[field][key], became[field][key])) continue;
      delete was[field][key];
      delete became[field][key];
    }
  }
  return { was, became };
}

/**
 * The form without a change. What was answered since, by reply or otherwise, stays: a value goes back only while it is the
 * one that the change made.
 */
export function withoutChange(
  form: AskedForm,
  { was, became }: Pick<PageChange, 'was' | 'became'>,
  definition: FormDefinition,
): AskedForm {
  const answers = putBack(form.answers, was.answers, became.answers);
  const comments = putBack(form.comments, was.comments, became.comments);
  const { unclear, worded, proposed, struck, strikes } = putBack<unknown>(
    Part.omit({ answers: true, comments: true, status: true }).parse(form),
    Part.omit({ answers: true, comments: true, status: true }).parse(was),
    Part.omit({ answers: true, comments: true, status: true }).parse(became),
  ) as Partial<Part>;
  const isAsItLeftIt = form.status === became.status;
  const status = isAsItLeftIt ? was.status : statusOf(form, answers, definition);
  return AskedForm.parse({
    ...form,
    answers,
    comments,
    unclear: unclear ?? [],
    worded,
    proposed,
    struck,
    strikes,
    status,
  });
}

function putBack<T>(
  now: Readonly<Record<string, T>>,
  was: Readonly<Record<string, T>>,
  became: Readonly<Record<string, T>>,
): Record<string, T> {
  const result = { ...now };
  for (const key of new Set([...Object.keys(was), ...Object.keys(became)])) {
    if (!isSame(now[key], became[key])) continue;
    const before = was[key];
    if (before === undefined) delete result[key];
    else result[key] = before;
  }
  return result;
}

function statusOf({ status }: AskedForm, answers: Answers, definition: FormDefinition): AskedForm['status'] {
  if (status === 'declined') return status;
  if (missing(definition, answers).length === 0) return 'complete';
  return Object.keys(answers).length > 0 ? 'partial' : 'open';
}

/** Whether two values are equal; a table gives the fields of a record back in any order. */
export function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** How many changes of a form a day takes from its page: whoever has a link could send it all day. */
const mostChangesADay = 20;

export function isTooMany(earlier: readonly PageChange[], now: Instant): boolean {
  const dayAgo = new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString();
  return earlier.filter(({ at }) => at > dayAgo).length >= mostChangesADay;
}

/** Changes within so many seconds of a receipt are told of together, in one more. */
const quiet = 10 * 60;

/**
 * When the receipt for one more change goes out at the earliest: at once, which is undefined, or together with what else is
 * changed within minutes of the receipt before. What acts on others is told of at once, for it waits for that.
 */
export function receiptDue(earlier: readonly PageChange[], now: Instant): Instant | undefined {
  const last = earlier.findLast(({ acts }) => !acts);
  if (!last) return undefined;
  const end = new Date(Date.parse(last.due ?? last.at) + quiet * 1000).toISOString();
  return end > now ? end : undefined;
}
