import * as z from 'zod';
import { type Answers, type FormDefinition, missing, type Unclear } from './form.ts';

/**
 * What the acknowledgement of a reply does about the questions that are open. nothing: none is. again: asks them, alone.
 * numbers: names them, because the questions themselves have been repeated already. page: stops asking by email.
 */
export const Asks = z.enum(['nothing', 'again', 'numbers', 'page']);
export type Asks = z.infer<typeof Asks>;

/** How a form has been followed up so far. Kept with it, so that a reply that is handled twice is counted once. */
export const FollowUp = z.object({
  /** What the newest reply asks for. */
  asks: Asks,
  /** Replies that tried to answer and left something open. */
  tried: z.number().int(),
  /** Whether an acknowledgement has repeated the questions. */
  repeated: z.boolean(),
  /** How often each open question was answered in words that we could not take. */
  unclear: z.record(z.string(), z.number().int()),
});
export type FollowUp = z.infer<typeof FollowUp>;

const none: FollowUp = { asks: 'nothing', tried: 0, repeated: false, unclear: {} };

interface State {
  answers: Answers;
  unclear: readonly Unclear[];
}

/** Questions that the person still has to answer: what is missing and what was unclear. */
export function openKeys(definition: FormDefinition, { answers, unclear }: State): string[] {
  return [...new Set([...missing(definition, answers).map(({ key }) => key), ...unclear.map(({ key }) => key)])];
}

/**
 * What follows from a reply. What is open is asked once more; after that only as long as there is progress, so that somebody
 * who answers in five parts is asked five times and somebody who is stuck is not pressed. A second unclear answer to the
 * same question is no progress: a third email would say nothing new. A remark is no try: it has answered nothing yet.
 */
export function followUp(
  earlier: FollowUp | undefined,
  definition: FormDefinition,
  { before, after, said }: { before: State; after: State; said: State },
): FollowUp {
  const { tried, repeated, unclear } = earlier ?? none;
  const open = openKeys(definition, after);
  if (open.length === 0) return { asks: 'nothing', tried, repeated, unclear: {} };

  const hasTried = Object.keys(said.answers).length > 0 || said.unclear.length > 0;
  if (!hasTried) {
    const asks = earlier?.asks === 'page' ? 'page' : repeated ? 'numbers' : 'again';
    return { asks, tried, repeated: true, unclear };
  }
  const saidUnclear = new Set(said.unclear.map(({ key }) => key));
  const times = Object.fromEntries(
    open
      .map((key): [string, number] => [key, (unclear[key] ?? 0) + (saidUnclear.has(key) ? 1 : 0)])
      .filter(([, count]) => count > 0),
  );
  const isNew = Object.entries(said.answers).some(([key, answer]) => !isSame(before.answers[key], answer));
  const isStuck = !isNew || open.every((key) => (times[key] ?? 0) > 1);
  const asks = tried > 0 && isStuck ? 'page' : 'again';
  return { asks, tried: tried + 1, repeated: repeated || asks === 'again', unclear: times };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
