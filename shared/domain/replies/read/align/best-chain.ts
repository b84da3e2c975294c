import type { Row, Run } from './common-runs.ts';
import type { Template } from './sent-template.ts';

/** The heaviest chain of runs that follow each other in the reply and in what we sent; overlaps count once. */
export function bestChain(runs: readonly Run[]): Run[] {
  const best = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  let last = -1;
  for (const [index, run] of runs.entries()) {
    best[index] = run.weight;
    for (let before = 0; before < index; before += 1) {
      const other = runs[before];
      if (!other || !follows(other, run)) continue;
      const lost = overlap(other, run);
      const total = (best[before] ?? 0) + run.weight * (1 - lost / run.length);
      if (total > (best[index] ?? 0)) {
        best[index] = total;
        previous[index] = before;
      }
    }
    if (last === -1 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  }
  const chain: Run[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const run = runs[index];
    if (run) chain.push(run);
  }
  chain.reverse();
  return chain.map((run, index) => {
    const before = chain[index - 1];
    const lost = before ? overlap(before, run) : 0;
    return { ...run, reply: run.reply + lost, sent: run.sent + lost, length: run.length - lost };
  });
}

function follows(one: Run, other: Run): boolean {
  return (
    one.reply < other.reply &&
    one.sent < other.sent &&
    one.reply + one.length < other.reply + other.length &&
    one.sent + one.length < other.sent + other.length
  );
}

function overlap(one: Run, other: Run): number {
  return Math.max(0, one.reply + one.length - other.reply, one.sent + one.length - other.sent);
}

/**
 * Without quote marks, a short run that stands alone ("c) both") is what they typed, not what is left of our message: it
 * counts as ours only beside other words of ours.
 */
export function supported(chain: readonly Run[], row: Row, template: Template): Run[] {
  const asked = [...template.asked.values()];
  return chain.filter((run, index) => {
    if (run.length >= 6 || (row.depth[run.reply] ?? 0) > 0) return true;
    if (asked.some((start) => start >= run.sent && start < run.sent + run.length)) return true;
    const before = chain[index - 1];
    const next = chain[index + 1];
    if (before && isWholeLineAround(run, template)) return true;
    const near = 3;
    return (
      (before !== undefined && run.sent - before.sent - before.length <= near) ||
      (next !== undefined && next.sent - run.sent - run.length <= near)
    );
  });
}

/** Our signature, or another line of ours that belongs to no question: nobody types that. */
function isWholeLineAround({ sent, length }: Run, { begins, ends, question, derived }: Template): boolean {
  const last = sent + length - 1;
  return !derived && begins[sent] === true && ends[last] === true && question[sent] === -1 && question[last] === -1;
}
