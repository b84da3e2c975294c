import { type Draft, stretchesOf, wrapped } from '../draft.ts';

/** A program that quotes plain text. */
export interface PlainStyle {
  attribution: string;
  mark: string;
  /** RFC 3676: long paragraphs are broken softly, blank quoted lines are bare. */
  flowed: boolean;
  below?: boolean;
  signature?: readonly string[];
}

const colleague = ['Hi Paul, can you answer this for us?', ''];

export function plainText(draft: Draft, { attribution, mark, flowed, below = false, signature }: PlainStyle): string {
  const own = (line: string) => {
    // A line that is to end is not left with a space at its end, which would join it to the next.
    const lines = wrapped(flowed ? line.trimEnd() : line, 72);
    return flowed ? lines.map((one, index) => stuffed(one) + (index < lines.length - 1 ? ' ' : '')) : lines;
  };
  const quote = (line: string, depth: number) => {
    const marks = (mark === '> ' && flowed ? '>' : mark).repeat(depth);
    if (line === '') return marks.trimEnd();
    return flowed && mark === '> ' ? `${marks} ${line}` : marks + line;
  };
  const gap = draft.tight ? [] : [''];
  const pieces = stretchesOf(draft, draft.letter.plain).flatMap(
    ({ piece, typed = [], before = '', behind = '', inside }) => {
      if (!piece)
        return inside ? typed.map((line) => quote(line, draft.depth)) : [...gap, ...typed.flatMap(own), ...gap];
      return piece.lines.map((line, index) => {
        const start = index === 0 && before !== '' ? `   ${before}${line.trimStart()}` : line;
        return quote(index === piece.lines.length - 1 ? start + behind : start, draft.depth);
      });
    },
  );
  const inner = draft.depth === 2 ? [...colleague, attribution, ''].map((line) => quote(line, 1)) : [];
  const typed = draft.above.flatMap(own);
  // Answers between the questions leave the greeting where it is, above.
  const isBelow = below && draft.under.size + draft.onLine.size + draft.before.size + draft.after.size === 0;
  return [
    ...(isBelow ? [] : [...typed, ...(typed.length > 0 ? gap : [])]),
    ...(draft.withoutQuote ? [] : [attribution, ...inner, ...pieces]),
    ...(isBelow && typed.length > 0 ? ['', ...typed] : []),
    ...draft.below.flatMap(own),
    ...(draft.footer && signature ? ['', ...signature] : []),
    ...(draft.appended.length > 0 ? ['', ...draft.appended.flatMap(own)] : []),
    '',
  ].join('\n');
}

/** A line that begins like a quotation or with a space gets one more space, so that it does not (RFC 3676 section 4.4). */
function stuffed(line: string): string {
  return /^(?: |>|From )/.test(line) ? ` ${line}` : line;
}
