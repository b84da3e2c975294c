import type { Words } from './index.ts';

/** A pair by name, with the reasons that were given for or against it, if any were. */
export function pairWithReasons(
  { reasons, ...two }: { mentor: string; mentee: string; reasons: readonly string[] },
  { proposedPairs }: Words,
): string {
  if (reasons.length === 0) return proposedPairs.pair(two);
  const all = reasons.reduce((before, reason) => proposedPairs.furtherReason({ reasons: before, reason }));
  return proposedPairs.because({ ...two, reasons: all });
}
