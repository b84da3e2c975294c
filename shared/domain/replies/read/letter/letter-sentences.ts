import { narrowest } from '../text/lines.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { type Turn, turnsIn } from '../values/turning-words.ts';

export interface Sentence {
  text: string;
  /** Whether it holds a doubt or a condition. */
  isOpen: boolean;
}

/** Sentences; a line that a mail program did not break is one too. */
export function sentencesOf(prose: string): Sentence[] {
  return prose
    .replace(/^(.+)\n(?=.)/gmu, (whole, line: string) =>
      line.length >= narrowest && !/[.!?:]\s*$/.test(line) ? `${line} ` : whole,
    )
    .split(/(?<=[.!?…;])\s+(?=\S)|\n+/u)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, isOpen: hasTurn(text, 'condition', 'doubt') }));
}

/** "Or" between two of what is offered is no doubt. */
export function hasTurn(text: string, ...turns: Turn[]): boolean {
  const tokens = tokensOf(text);
  return turnsIn(tokens, text).some(
    ({ turn, from }) => turns.includes(turn) && !/^(?:or|oder|ou|o|hmm?)$/.test(tokens[from]?.word ?? ''),
  );
}
