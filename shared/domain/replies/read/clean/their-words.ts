import type { FormDefinition } from '#domain/forms/form.ts';
import type { Placed, Stretch } from '../align/place.ts';
import type { Template } from '../align/sent-template.ts';
import { unrollLists } from '../answers/unroll-lists.ts';
import { trimBlank, withoutGreeting, withoutSignature } from './signature-and-greeting.ts';

/** Stretches of a message in which lists of answers are looked for: people write them in one, or beside what is left of ours. */
const mostWithLists = 12;

/** What of it is really theirs: not what is left of other messages, signatures, greetings and farewells. */
export function theirWords(
  { stretches, marked }: Placed,
  template: Template,
  sender: string | undefined,
  form: FormDefinition,
): Placed {
  const lastAsked = Math.max(-1, ...template.question);
  const isTyped = stretches.some(({ depth, question }) => depth === 0 && question >= 0);
  const kept: Stretch[] = [];
  let withLists = 0;
  for (const stretch of stretches) {
    const { depth, question } = stretch;
    // Quoted words that are under no question are somebody else's, or ours in a wording that we don't have.
    if (depth > 0 && (question < 0 || (template.derived && isTyped))) continue;
    let lines = withoutSignature(stretch.lines, question >= 0, sender);
    if (question < 0 || stretch.where === 'bottom') lines = withoutGreeting(lines);
    if (template.derived && question === lastAsked && stretch.where !== 'bottom') lines = untilBlank(lines);
    lines = trimBlank(lines);
    if (question < 0 && lines.length > 0 && withLists++ < mostWithLists) lines = unrollLists(lines, form);
    if (lines.length > 0) kept.push({ ...stretch, lines });
  }
  return { stretches: kept, marked };
}

function untilBlank(lines: readonly string[]): string[] {
  const own = trimBlank(lines);
  const blank = own.findIndex((line) => line.trim() === '');
  return blank === -1 ? own : own.slice(0, blank);
}
