import { fold, foldedWords } from '../text/words.ts';

/** Ways of marking an option: a ticked box, a cross, a tick, an arrow. A box without a mark in it says nothing. */
const box = /[[(]\s?([xXvV*✓✔✗✘]?)\s?[\])]/u;
const before = new RegExp(`^\\s*(?:${box.source}|([xX✓✔☑☒✅✗✘→➔➜👉*]|[-=]{1,3}>|☐|□)(?=\\s|\\p{L}\\)))\\s*`, 'u');
const after = new RegExp(`^\\s*(?:${box.source}|([xX✓✔☑☒✅✗✘☐□])(?=\\s|$))\\s*`, 'u');

/** An option line with a mark taken off it. */
interface MarkedLine {
  marked: boolean;
  /** The line as it would stand without the mark. */
  line: string;
}

/** Takes a mark off the beginning of an option line, or from between its letter and its words. */
export function withoutMark(line: string): MarkedLine | undefined {
  const leading = before.exec(line);
  if (leading) return { marked: isMark(leading), line: line.slice(leading[0].length) };
  const letter = /^\s*[a-zA-Z][).]\s?/.exec(line)?.[0];
  const inner = letter && after.exec(line.slice(letter.length));
  if (!inner || !letter) return undefined;
  return { marked: isMark(inner), line: `${letter}${line.slice(letter.length + inner[0].length)}` };
}

function isMark(match: RegExpExecArray): boolean {
  const mark = match[1] ?? match[2] ?? '';
  return mark !== '' && mark !== '☐' && mark !== '□';
}

/** Whether words that stand behind an option mean "this one": a mark, an arrow, "yes", "this one". */
export function meansThisOne(said: string): boolean {
  const words = fold(said).trim();
  if (/^(?:[[(]?\s?[x✓✔☑☒✅✗✘*]\s?[\])]?|👍|👈|🙂|<-{1,3}|<={1,3}|←|⬅️?)$/u.test(words)) return true;
  const rest = words.replace(/^(?:<[-=]{1,4}|←|⬅️?|👈)\s*/u, '');
  return thisOne.has(foldedWords(rest).join(' '));
}

const thisOne = new Set(
  [
    'yes,yes please,this,this one,this one please,me,mine,my choice,that one,x,yes this one,my answer',
    'ja,ja bitte,das,dies,dieses,oui,celui ci,sí,si,este,esta,sim,este aqui,questo,questa,ja tack,den här,deze,tak,to',
  ]
    .join(',')
    .split(','),
);
