import type { FormDefinition } from '#domain/forms/form.ts';
import { labelsOf } from '../answers/labels.ts';
import { understand } from '../values/understand-answer.ts';
import type { Stretch } from './place.ts';

/**
 * Whether the answers may stand above their questions rather than under them: something stands right above the first
 * question, nothing under the last, and every answer fits the question after it. Read as usual, each would be stored
 * under the question before its own, so such a reply is asked again.
 */
export function isTypedAbove(
  stretches: readonly Stretch[],
  form: FormDefinition,
  present: ReadonlySet<number>,
): boolean {
  const shown = [...present].filter((question) => question >= 0).sort((one, other) => one - other);
  const [first, last] = [shown[0], shown.at(-1)];
  const inline = stretches.filter(({ question, next }) => question >= 0 || next >= 0);
  if (first === undefined || first === last || inline.length < 2) return false;
  const isShifted =
    inline[0]?.question === -1 && inline[0].next === first && inline.every(({ question }) => question !== last);
  if (!isShifted || labelsOf(inline[0]?.lines ?? [], form).length > 0) return false;
  return inline.every(({ next, lines }) => {
    const asked = form.questions[next];
    return asked !== undefined && understand(asked, lines.join('\n')).kind === 'answer';
  });
}
