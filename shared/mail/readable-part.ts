/**
 * How much of a raw message is parsed. The parser takes time for every line, and for every part once for each part before
 * it; no reply that a person writes comes near these.
 */
const most = { bytes: 10 * 1024 * 1024, lines: 150_000, boundaries: 500 };

/** The beginning of `raw` that is worth parsing. */
export function readable(raw: Uint8Array): Uint8Array {
  let lines = 0;
  let boundaries = 0;
  const end = Math.min(raw.length, most.bytes);
  for (let at = 0; at !== -1 && at < end; ) {
    lines += 1;
    if (raw[at] === 45 && raw[at + 1] === 45) boundaries += 1;
    if (lines > most.lines || boundaries > most.boundaries) return raw.subarray(0, at);
    const next = raw.indexOf(10, at);
    at = next === -1 ? -1 : next + 1;
  }
  return raw.subarray(0, end);
}
