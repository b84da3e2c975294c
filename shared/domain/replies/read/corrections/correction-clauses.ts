import { narrowest } from '../text/lines.ts';
export interface Clause {
  /** What stands between this clause and the one before it. */
  before: string;
  words: string;
}

/** Sentences, and lines that are not broken sentences. */
export function clausesOf(prose: string): Clause[] {
  const clauses: Clause[] = [];
  let [from, before] = [0, ''];
  const ends = /(?<!(?:^|[^\p{L}])(?:no|nr|q|p\.s|ps))([.!?;。！？]+["')\]]*)(\s{1,200})|([^\S\n]{0,20}\n\s{0,200})/giu;
  for (const match of prose.matchAll(ends)) {
    const end = match.index + (match[1]?.length ?? 0);
    const isLine = match[3] !== undefined;
    const line = prose.slice(prose.lastIndexOf('\n', match.index - 1) + 1, match.index);
    // A line that a mail program broke goes on in the next one.
    if (isLine && line.length >= narrowest && !/\n\s*\n/.test(match[3] ?? '')) continue;
    // "5. 19" at the beginning of a clause is a number and its answer.
    if (!isLine && /^\s*\d{1,3}$/.test(prose.slice(from, match.index))) continue;
    if (end > from) clauses.push({ before, words: prose.slice(from, end) });
    [from, before] = [match.index + match[0].length, match[2] ?? match[3] ?? ''];
  }
  if (from < prose.length) clauses.push({ before, words: prose.slice(from) });
  return clauses;
}

/** Characters of several corrections in one sentence. */
const longestJoined = 400;

/** "4 should be 1 and 5 should be 19", "4 1, 5 19": where another question may begin. */
const joint =
  /\s*(?:[,;&]|(?<![\p{L}])(?:and|und|et|e|y|en|och)(?![\p{L}]))\s*(?=(?:question |number |answer |frage |q|#)?\d{1,3}(?:\s*[:=]|\s*-+>|\s*→|\s+(?:should|is|to|sollte|ist|devrait|deve|\S{1,3}(?:\s*$|\s*[,;&]|\s+(?:and|und|et|e|y|en|och)\s))))/iu;

/** The corrections that one sentence may hold, each with its question. */
export function partsOf(clause: string): string[] {
  return clause.length > longestJoined ? [clause] : clause.split(new RegExp(joint.source, 'giu'));
}
