import type { Question } from '#domain/form.ts';
import { answer, type Understood } from './understood.ts';

/** Their words, with the lines that a mail program broke put back together and their own paragraphs kept. */
export function understandText(_question: Question, said: string): Understood {
  const words = unwrapped(withoutStars(said).replace(/^[-=]{1,2}>\s+/, ''));
  return /^[-–—./?\s]*$/u.test(words) ? { kind: 'skipped' } : answer(words);
}

/** Bold print is written with stars around it in plain text. */
function withoutStars(said: string): string {
  const pieces = said.split('*');
  const isBold = pieces.length % 2 === 1 && pieces.every((piece, index) => (piece.trim() === '') === (index % 2 === 0));
  return isBold ? pieces.join('') : said;
}

/** Columns at which mail programs break lines at the earliest; a shorter line was ended by its writer. */
const narrow = 50;

/** Joins lines that were broken because the next word did not fit. */
function unwrapped(said: string): string {
  const lines = said.split('\n').map((line) => line.trimEnd());
  const width = Math.max(narrow, ...lines.filter((line) => line.length <= 80).map((line) => line.length));
  const done: string[] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const words = line.trim();
    if (open && words !== '') done[done.length - 1] = `${done.at(-1)} ${words}`;
    else done.push(words);
    const next = (lines[index + 1] ?? '').trim();
    const firstWord = next.split(' ', 1)[0] ?? '';
    open =
      next !== '' &&
      line.length <= 80 &&
      line.length >= narrow - 10 &&
      line.length + 1 + firstWord.length > width &&
      !isItem(next);
  }
  return done
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The line of a list begins a line of its own. */
function isItem(line: string): boolean {
  return /^(?:[-*•–]\s|\d{1,2}[.)]\s|[a-z]\)\s)/u.test(line);
}
