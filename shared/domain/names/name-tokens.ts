import { type Folded, folded } from './fold.ts';
import { conjunctions } from './ordinary.ts';
import { isSuffix, isTitle } from './titles.ts';

/** What stands before a word: nothing of note, a comma, "and", the end of a sentence, or a new line or entry. */
export type Break = 'none' | 'comma' | 'and' | 'stop' | 'hard';

/** A word of a text, or an address in it. */
export interface Token extends Folded {
  from: number;
  to: number;
  raw: string;
  before: Break;
  /** The "and" before it, which in a few names is a part of the name ("Ortega y Gasset"). */
  joined: string;
  isAddress: boolean;
  isCapital: boolean;
  isTitle: boolean;
  /** One letter that stands for a name. */
  isInitial: boolean;
}

const word =
  /[^\s<>()[\]{},;:"“”„«»|]+@[^\s<>()[\]{},;:"“”„«»|]+|\p{Script=Hiragana}+|[\p{Script=Han}\p{Script=Katakana}ー々]+|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;

const breaks: readonly Break[] = ['none', 'comma', 'and', 'stop', 'hard'];

/** Takes a text apart, once. A full stop after a title or an initial ends no sentence. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // Text in capitals only says nothing by its capitals.
  const isMixed = /\p{Ll}/u.test(text);
  let [end, before, joined]: [number, Break, string] = [0, 'hard', ''];
  for (const match of text.matchAll(word)) {
    const between = text.slice(end, match.index);
    const last = tokens.at(-1);
    before = stronger(before, breakIn(between, last));
    const isAddress = match[0].includes('@');
    const raw = isAddress ? match[0].replace(/[.!?'’]+$/, '') : withoutEnding(match[0]);
    end = match.index + match[0].length;
    const forms = isAddress ? { plain: raw.toLowerCase(), spelled: '', loose: '' } : folded(raw);
    if (/^\p{Script=Hiragana}+$/u.test(raw) || (conjunctions.has(forms.plain) && !/^\p{Lu}/u.test(raw))) {
      before = stronger(before, 'and');
      joined = forms.plain;
      continue;
    }
    const follows = text[end] ?? '';
    const isInitial = /^\p{Lu}$/u.test(raw) && (follows === '.' || !/^[AIOYEU]$/.test(raw));
    // A number at the beginning is that of a list; elsewhere it may be told apart by it ("Smith 2").
    if (isAddress || before === 'none' || !/^\p{N}+$/u.test(raw)) {
      tokens.push({
        ...forms,
        from: match.index,
        to: isAddress ? match.index + raw.length : end,
        raw,
        before: tokens.length === 0 ? 'hard' : before,
        joined,
        isAddress,
        isCapital: isMixed && /^\p{Lu}/u.test(raw),
        isTitle: !isAddress && (isTitle(raw) || (isSuffix(raw) && tokens.length > 0)),
        isInitial,
      });
      [before, joined] = ['none', ''];
    }
  }
  return tokens;
}

function breakIn(between: string, last: Token | undefined): Break {
  if (/[;|•·*\n\r/]/u.test(between)) return 'hard';
  if (/[&+]/.test(between)) return 'and';
  if (/[,、،，]|\s[-–—]+\s/u.test(between)) return 'comma';
  if (/[!?。]/u.test(between)) return 'stop';
  if (/\.\s/.test(between) && last && !last.isTitle && last.raw.length > 1) return 'stop';
  return 'none';
}

function stronger(one: Break, other: Break): Break {
  return breaks.indexOf(one) > breaks.indexOf(other) ? one : other;
}

/** "Anna's" is about Anna, and in Korean, Chinese and Japanese a title is the end of the word. */
function withoutEnding(raw: string): string {
  return raw
    .replace(/['’ʼ][sS]$/u, '')
    .replace(/(?<=\p{Script=Han}{2})(様|氏|先生|老师|老師|经理)$|(?<=\p{Script=Hangul}{2})(씨|님)$/u, '');
}
