import * as z from 'zod';
import { Asks } from '#domain/forms/follow-up.ts';
import { Answers, Unclear } from '#domain/forms/form.ts';
import { Strike } from '#domain/forms/form-record.ts';
import { canRefusePartner, isDecision, isRefusedByDecline } from '#domain/forms/purposes.ts';
import { NamedAnswer } from '#domain/names/named-answers.ts';
import { ReceiptFacts } from '../../page/receipt-facts.ts';
import type { formOf } from '../../parts/question-blocks.ts';

/** What a reply has said, and what became of it. */
export const UnderstoodFacts = ReceiptFacts.extend({
  /** All answers as they are after the reply. */
  answers: Answers,
  /** Keys of required questions without an answer. */
  missing: z.array(z.string()),
  unclear: z.array(Unclear),
  complete: z.boolean(),
  /** How what is missing or unclear is asked in this email. */
  asks: Asks,
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
  /** What they wrote beside a yes or no, where the form has it only once this was sent. */
  comments: z.record(z.string(), z.string()).optional(),
  /** The reply came late, and the coordinator said yes: before the pairs were published, or after. */
  late: z.enum(['pool', 'list']).optional(),
});
export type UnderstoodFacts = z.infer<typeof UnderstoodFacts>;

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
