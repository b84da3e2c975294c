import type { FormDefinition } from '#domain/forms/form.ts';
import { understand } from '../values/understand-answer.ts';

/** "1. c 2. b 3. yes" or "1c, 2b" on one line, as people answer on a phone. */
export function onOneLine(question: number, rest: string, form: FormDefinition): Piece[] | undefined {
  const asked = form.questions[question];
  if (rest.length > 200) return undefined;
  // The "7." of "7. Dezember 2027" is the day.
  if (asked?.type === 'date' && understand(asked, rest).kind === 'answer') return undefined;
  const pieces: Piece[] = [{ question, said: '', from: 0 }];
  let text = asked?.type === 'text' ? 0 : -1;
  for (const match of rest.matchAll(/(?:^|[\s,;|])(\d{1,3})(?:[.):=](?=\s|[a-z])|(?=[a-z](?:[\s,;|.)]|$)))\s?/gi)) {
    const next = Number(match[1]) - 1;
    const before = pieces.at(-1);
    const isNext = text === -1 ? next > (before?.question ?? next) : next === (before?.question ?? next) + 1;
    // In "1. 6. 2. yes" the 6 is the answer: nothing stands before it that could be one.
    if (before && rest.slice(before.from, match.index).trim() === '') continue;
    if (!before || !isNext || !form.questions[next]) {
      // A figure in words of theirs is no label; among short answers it makes all of the line doubtful.
      if (text === -1) return undefined;
      continue;
    }
    before.said = trimmedEnd(rest.slice(before.from, match.index));
    pieces.push({ question: next, said: '', from: match.index + match[0].length });
    if (text === -1 && form.questions[next].type === 'text') text = pieces.length - 1;
  }
  const last = pieces.at(-1);
  if (last) last.said = trimmedEnd(rest.slice(last.from));
  const certain =
    text === -1 || isListBehind(pieces.slice(text + 1), form) || goesOnCounting(pieces, text)
      ? pieces
      : withTextToEnd(pieces, text, rest);
  return certain.length > 1 ? certain : undefined;
}

interface Piece {
  question: number;
  said: string;
  /** Where it begins on its line. */
  from: number;
}

/** Behind words of theirs, numbers are labels only when there are several and what follows each is an answer. */
function isListBehind(pieces: readonly Piece[], form: FormDefinition): boolean {
  const strict = pieces.filter(({ question }) => form.questions[question]?.type !== 'text');
  return (
    strict.length > 1 &&
    strict.every(({ question, said }) => {
      const asked = form.questions[question];
      return asked !== undefined && understand(asked, said).kind === 'answer';
    })
  );
}

/** "1. yes 2. monthly 3. Learn to guide 4. ...": in a list of four that leaves none out, the numbers behind words of theirs are labels. */
function goesOnCounting(pieces: readonly Piece[], text: number): boolean {
  return (
    text >= 1 &&
    pieces.length >= 4 &&
    pieces.every(({ question }, index) => question === (pieces[0]?.question ?? 0) + index)
  );
}

function withTextToEnd(pieces: readonly Piece[], text: number, rest: string): Piece[] {
  return pieces
    .slice(0, text + 1)
    .map((piece, index) => (index === text ? { ...piece, said: trimmedEnd(rest.slice(piece.from)) } : piece));
}

function trimmedEnd(said: string): string {
  return said.replace(/[\s,;|]{1,5}$/, '');
}
