import type { Question } from '#domain/forms/form.ts';
import { narrowest } from '../text/lines.ts';
import { plain } from '../text/words.ts';
import { answer, type Understood, unclear } from './understood-answer.ts';

/** Their words, with the lines that a mail program broke put back together and their own paragraphs kept. */
export function understandText(_question: Question, said: string): Understood {
  const words = unwrapped(withoutStars(said).replace(/^[-=]{1,2}>\s+/, ''));
  if (/^(?:[-–—./?\s]*|skip|skipped|pass)[.!]?$/iu.test(words)) return { kind: 'skipped' };
  if (words.length < 80 && deferred.test(plain(words))) {
    return unclear('later');
  }
  return answer(words);
}

/** Words that promise an answer, or point to another one, instead of giving it. */
const deferred =
  /^(?:tb[adc]|t\.b\.[adc]\.?|to be (?:decided|confirmed|announced|discussed)|later|ask me (?:later|again|after .{0,30}|then|next time)|(?:i )?don'?t know(?: yet)?|dunno(?: yet)?|no idea(?: yet)?|no clue(?: yet)?|not sure(?: yet)?|(?:i(?:'ll| will)|will) (?:think|tell you|say|write|let you know|get back|come back|have to think).{0,40}|(?:see|as|same as|like|cf\.?) (?:above|below|before|last (?:time|year)|(?:no\.?|nr\.?|number|question|answer|q)? ?\d{1,2})|ditto|dto\.?|idem|(?:also|again|same as|the same as)? ?(?:him|her|them|the same(?: person| one| as before)?)|(?:auch|wieder) (?:er|sie|ihn|der|die)(?:selbe)?|same(?: again| here)?|weiss (?:ich )?(?:noch )?nicht|keine ahnung|spater|siehe (?:oben|unten|\d{1,2})|wie oben|je ne sais pas(?: encore)?|plus tard|voir (?:plus haut|ci-dessus|\d{1,2})|nao sei(?: ainda)?|ainda nao sei|mais tarde|depois digo|ver acima|no se(?: todavia)?|todavia no se|mas tarde|ver arriba|non so(?: ancora)?|vedi sopra)[\s.!?…]*$/;

/** Bold print is written with stars around it in plain text. */
function withoutStars(said: string): string {
  const pieces = said.split('*');
  const isBold = pieces.length % 2 === 1 && pieces.every((piece, index) => (piece.trim() === '') === (index % 2 === 0));
  return isBold ? pieces.join('') : said;
}

/** Joins lines that were broken because the next word did not fit. */
function unwrapped(said: string): string {
  const lines = said.split('\n').map((line) => line.trimEnd());
  const width = Math.max(narrowest, ...lines.filter((line) => line.length <= 80).map((line) => line.length));
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
      line.length >= narrowest - 10 &&
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
