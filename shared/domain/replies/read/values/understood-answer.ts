import type { Answer } from '#domain/forms/form.ts';
import type { UnclearKind, UnclearReason } from '#domain/forms/unclear-reason.ts';

/** What was made of some words as the answer to one question. */
export type Understood =
  | {
      kind: 'answer';
      value: Answer;
      comment?: string;
      /** Read from words rather than from the option's own text; `guessed` by a rule of least certainty. */
      by?: 'words' | 'guessed';
    }
  | { kind: 'unclear'; why: UnclearReason }
  /** They passed the question over: "-", "skip". */
  | { kind: 'skipped' };

export function answer(value: Answer, comment?: string): Understood {
  const words = comment?.trim().replace(/^[\s,;:.!–—-]+/u, '');
  return words ? { kind: 'answer', value, comment: words } : { kind: 'answer', value };
}

export function unclear(kind: UnclearKind, told: Omit<UnclearReason, 'kind'> = {}): Understood {
  return { kind: 'unclear', why: { kind, ...told } };
}
