import { type Token, tokensOf } from './name-tokens.ts';
import type { PeopleIndex } from './people-index.ts';

/** How surely: by an address, by names that are all theirs, by part of the name, or by all but a slip of the finger. */
export type Surety = 'address' | 'name' | 'part' | 'slip';

/** A name that was found in a text: its tokens, and everyone whose it is. */
export interface Match {
  from: number;
  /** The first token after it. */
  to: number;
  people: number[];
  by: Surety;
  isFull: boolean;
}

/**
 * How many people the words of one text may bring up, the same ones each time they do: a hundred names, each in the names of
 * 200 people. Where hundreds have one name, a text of nothing else would be weighed for each of them, and so would everyone's.
 */
const mostBroughtUp = 20_000;

/** A text taken apart, with the names that have been found in it so far. */
export class MarkedText {
  readonly text: string;
  readonly index: PeopleIndex;
  readonly tokens: readonly Token[];
  /** By token: the name that it is part of. */
  readonly matchOf: (Match | undefined)[];

  constructor(text: string, index: PeopleIndex) {
    this.text = text;
    this.index = index;
    // Two letters that would be initials of nobody.
    this.tokens = upTo(mostBroughtUp, tokensOf(text.replace(/\bn\/a\b/gi, 'na ')), index);
    this.matchOf = this.tokens.map(() => undefined);
  }

  take(match: Match): void {
    for (let at = match.from; at < match.to; at++) this.matchOf[at] = match;
  }

  endsEntry(at: number): boolean {
    const after = this.tokens[at];
    return after === undefined || after.before === 'hard' || after.before === 'stop';
  }

  isIndexed(at: number): boolean {
    return this.index.of(this.tokens[at] as Token) !== undefined;
  }

  /** The part of a list that a token stands in: between commas, "and", line ends. */
  part(at: number): [from: number, to: number] {
    let [from, to] = [at, at + 1];
    while (from > 0 && this.tokens[from]?.before === 'none') from--;
    while (to < this.tokens.length && this.tokens[to]?.before === 'none') to++;
    return [from, to];
  }
}

function upTo(most: number, tokens: readonly Token[], index: PeopleIndex): readonly Token[] {
  let broughtUp = 0;
  const end = tokens.findIndex((token) => {
    broughtUp += index.of(token)?.size ?? 0;
    return broughtUp > most;
  });
  return end < 0 ? tokens : tokens.slice(0, end);
}
