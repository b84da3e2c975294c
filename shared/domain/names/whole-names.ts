import {
  type Candidates,
  familyOnly,
  hasTwoWords,
  havingWord,
  mostCovered,
  withInitial,
  withWord,
} from './candidates.ts';
import type { MarkedText, Match } from './marked-text.ts';
import type { Token } from './name-tokens.ts';
import { ordinary } from './ordinary.ts';
import { particles } from './titles.ts';

/** Names of which at least two words are given, wherever they stand. */
export function takeWholeNames(marked: MarkedText): void {
  for (let at = 0; at < marked.tokens.length; ) {
    const match = marked.matchOf[at] ? undefined : wholeNameAt(marked, at);
    if (match) marked.take(match);
    at = match?.to ?? at + 1;
  }
}

function wholeNameAt(marked: MarkedText, start: number): Match | undefined {
  const { tokens, index } = marked;
  const initials = initialsAt(tokens, start);
  const first = start + initials.length;
  const begin = tokens[first];
  if (!begin || begin.isTitle || begin.isAddress || marked.matchOf[first]) return undefined;
  if (initials.length > 0 && begin.before !== 'none') return undefined;
  let people: Candidates = new Map(index.of(begin));
  for (const initial of initials) people = withInitial(index, people, initial);
  let used = initials.length;
  let best = hasTwoWords(index, people) ? { to: first + 1, people, initials: used } : undefined;
  let commas = 0;
  for (let at = first + 1; at < tokens.length && people.size > 0; at++) {
    const token = tokens[at] as Token;
    if (token.isAddress || token.before === 'stop' || token.before === 'hard') break;
    if (token.before === 'and') people = havingWord(index, people, token.joined);
    if (token.before === 'comma') {
      commas++;
      if (commas > 1) break;
      people = familyOnly(index, people, marked.endsEntry(at + 1) && tokens[start]?.before === 'hard');
    }
    if (token.isTitle && token.before === 'none') continue;
    const next = withNext(marked, people, at);
    if (!next) {
      if (particles.has(token.plain) && token.before === 'none') continue;
      break;
    }
    people = next.people;
    if (next.isInitial) used++;
    at += next.width - 1;
    if (hasTwoWords(index, people)) best = { to: at + 1, people, initials: used };
  }
  if (!best) return undefined;
  const found = mostCovered(index, best.people);
  if (isSentence(marked, start, best.to)) return undefined;
  return { from: start, to: best.to, people: found.people, by: 'name', isFull: best.initials === 0 && found.isFull };
}

function initialsAt(tokens: readonly Token[], start: number): Token[] {
  const initials: Token[] = [];
  for (let at = start; ; at++) {
    const token = tokens[at];
    if (!token?.isInitial || (at > start && token.before !== 'none')) return initials;
    initials.push(token);
  }
}

/** Candidates who have the next token, too: as a word, as an initial, or as one word with the token behind it. */
function withNext(
  { tokens, index }: MarkedText,
  people: Candidates,
  at: number,
): { people: Candidates; width: number; isInitial: boolean } | undefined {
  const token = tokens[at] as Token;
  const byWord = withWord(index, people, token);
  if (byWord.size > 0) return { people: byWord, width: 1, isInitial: false };
  const byInitial = token.isInitial ? withInitial(index, people, token) : byWord;
  if (byInitial.size > 0) return { people: byInitial, width: 1, isInitial: true };
  const after = tokens[at + 1];
  if (after?.before !== 'none') return undefined;
  const joined = withWord(index, people, {
    plain: token.plain + after.plain,
    spelled: token.spelled + after.spelled,
    loose: token.loose + after.loose,
  });
  return joined.size > 0 ? { people: joined, width: 2, isInitial: false } : undefined;
}

/** "I may park there" names no May Park: all of these words are ordinary, and none is written as a name. */
function isSentence(marked: MarkedText, from: number, to: number): boolean {
  const words = marked.tokens.slice(from, to);
  const isAlone = words[0]?.before === 'hard' && marked.endsEntry(to);
  return (
    !isAlone && words.every(({ plain, isCapital, before }) => ordinary.has(plain) && !(isCapital && before === 'none'))
  );
}
