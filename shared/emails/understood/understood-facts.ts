import * as z from 'zod';
import { Asks } from '#domain/follow-up.ts';
import { Answers, Unclear } from '#domain/forms/form.ts';
import { Strike } from '#domain/forms/form-record.ts';
import { canRefusePartner, isDecision, isRefusedByDecline } from '#domain/forms/purposes.ts';
import { NamedAnswer } from '#domain/names/named-answers.ts';
import type { formOf } from '../asking.ts';

/** What a reply has said, and what became of it. */
export const Facts = z.object({
  /** All answers as they are after the reply. */
  answers: Answers,
  /** Keys of required questions without an answer. */
  missing: z.array(z.string()),
  unclear: z.array(Unclear),
  complete: z.boolean(),
  /** Whether what is missing or unclear is asked again in this email. */
  again: z.boolean(),
  /** More exactly; `again` says it for emails that were queued before this was known. */
  asks: Asks.optional(),
  /** Files that came with the reply, by name: those that we keep, and the others. */
  kept: z.array(z.string()).optional(),
  refused: z.array(z.string()).optional(),
  /** The reply was longer than what is read of one. */
  cut: z.boolean().optional(),
  /** Words of theirs that answer nothing: the coordinator has them; nobody has; they wait for their writer's word. */
  passedOn: z.string().optional(),
  unheard: z.string().optional(),
  confided: z.string().optional(),
  /** Answers that were read from words of theirs rather than from ours: those words, by question. */
  worded: z.record(z.string(), z.string()).optional(),
  /** Answers that we propose and that count once their writer has confirmed them. */
  proposed: Answers.optional(),
  /** Of a decision to publish: pairs that they leave out, or that we would leave out when they have said that we read them rightly. */
  strikes: z.array(Strike).optional(),
  /** Whom their answers name, where these ask for people. */
  named: z.array(NamedAnswer).optional(),
  /** They answered on the page: this is their receipt. */
  onPage: z.boolean().optional(),
  /** Of a receipt: which one it is, so that a reply can take back what it tells of; and whether that counts once it was sent. */
  receipt: z.string().optional(),
  acts: z.boolean().optional(),
  /** What they wrote beside a yes or no, where the form has it only once this was sent. */
  comments: z.record(z.string(), z.string()).optional(),
  /** The reply came late, and the coordinator said yes: before the pairs were published, or after. */
  late: z.enum(['pool', 'list']).optional(),
});
export type Facts = z.infer<typeof Facts>;

/** The form that was replied to, and what it asks for. */
export type AskedOf = ReturnType<typeof formOf>;

/** Somebody who has said no to their partner is asked nothing more about how to work together. */
export function hasRefused(answers: Answers, { asked, definition }: AskedOf): boolean {
  return canRefusePartner(asked.purpose) && definition.questions.some(({ key }) => answers[key] === false);
}

/** What is acted on at once, and can't be taken back: a no to a partner, and a yes that publishes, introduces or takes. */
export function isFinal(answers: Answers, { asked }: AskedOf): boolean {
  const isYes = answers.publish === true || answers.introduce === true || answers.take === true;
  return isRefusedByDecline(asked.purpose) ? answers.with === false : isDecision(asked.purpose) && isYes;
}
