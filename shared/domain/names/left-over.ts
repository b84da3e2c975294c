import type { MarkedText } from './marked-text.ts';
import { nobodyWords, ordinary, reasonWords, roleWords } from './ordinary.ts';

/** What a text says beside the names in it. */
export interface LeftOver {
  /** What seems to be about somebody who is not named: "my old boss". */
  unnamed: readonly string[];
  /** Everything else that is more than courtesy, or that there is nobody. */
  rest: readonly string[];
}

/** Parts of the text without a name that say more than courtesy. */
export function leftOver(marked: MarkedText): LeftOver {
  const unnamed: string[] = [];
  const rest: string[] = [];
  const hasNames = marked.matchOf.some((match) => match !== undefined);
  const { tokens } = marked;
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    // Without a name in it, a comma only divides a sentence.
    while (to < tokens.length && (tokens[to]?.before === 'none' || (!hasNames && tokens[to]?.before === 'comma'))) to++;
    const part = tokens.slice(from, to);
    const isNamed = part.some((_, at) => marked.matchOf[from + at]);
    const more = part.filter(({ plain, isTitle }) => !ordinary.has(plain) && !nobodyWords.has(plain) && !isTitle);
    if (!isNamed && more.length > 0) {
      const words = marked.text.slice(part[0]?.from, part.at(-1)?.to);
      const isReason = reasonWords.has(part[0]?.plain ?? '') || part[0]?.before === 'comma' || isLabel(marked, to);
      const isSomebody = more.some(({ plain }) => roleWords.has(plain)) && part.length <= 8 && !isReason;
      // "No, we all get along" has said it already; "no one from sales" has not.
      const isAnswered = nobodyWords.has(tokens[0]?.plain ?? '') && (tokens[1]?.before ?? 'hard') !== 'none';
      (isSomebody || (!hasNames && !isAnswered) ? unnamed : rest).push(words);
    }
    from = to;
  }
  return { unnamed, rest };
}

/** "Manager - Grace Lee": what stands before says who that is. */
function isLabel(marked: MarkedText, to: number): boolean {
  return marked.tokens[to]?.before === 'comma' && marked.matchOf[to] !== undefined;
}
