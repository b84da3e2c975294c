/**
 * Whether figures that are given group by group tell the groups of fewer than `smallest` people (but of some). `figures`
 * says of each figure which kinds of people it counts, and `sizes` how many of each kind there are; who is of which kind
 * counts as known (roles, who is held back, who has a partner: the committee reads names). Whatever adding up and taking
 * away can get out of the figures is found: two roles give two partitions of the same people, so that the mentors and the
 * mentees of a group, taken from all of it, leave those who are both.
 */
export function tellsOfFew(
  figures: readonly (readonly boolean[])[],
  sizes: readonly number[],
  smallest: number,
): boolean {
  const basis = reduced(figures);
  // In reduced form a combination has the factors of its rows in their leading columns. One that counts a set of people
  // counts each kind once or not at all, so its factors are 1 or 0: with six figures, 63 combinations are all there are.
  for (let chosen = 1; chosen < 2 ** basis.length; chosen++) {
    const counted = sizes.map((_, kind) =>
      basis.reduce((sum, row, index) => sum + ((chosen >> index) & 1) * (row[kind] as number), 0),
    );
    if (!counted.every((times) => isNear(times, 0) || isNear(times, 1))) continue;
    const people = counted.reduce((sum, times, kind) => sum + Math.round(times) * (sizes[kind] as number), 0);
    if (people > 0 && people < smallest) return true;
  }
  return false;
}

/** The reduced row echelon form of figures (Gauss and Jordan's elimination), without rows of zeros. */
function reduced(figures: readonly (readonly boolean[])[]): number[][] {
  const rows = figures.map((figure) => figure.map(Number));
  const columns = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= rank && !isNear(row[column] as number, 0));
    if (found < 0) continue;
    const [pivot] = rows.splice(found, 1) as [number[]];
    const lead = pivot[column] as number;
    const scaled = pivot.map((value) => value / lead);
    rows.splice(rank, 0, scaled);
    for (const [index, row] of rows.entries()) {
      const times = row[column] as number;
      if (index !== rank) rows[index] = row.map((value, at) => value - times * (scaled[at] as number));
    }
    rank += 1;
  }
  return rows.slice(0, rank);
}

function isNear(value: number, to: number): boolean {
  return Math.abs(value - to) < 1e-6;
}
