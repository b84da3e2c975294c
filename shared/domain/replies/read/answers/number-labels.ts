import type { FormDefinition } from '#domain/forms/form.ts';
import { fold, narrow } from '../text/words.ts';
import { understand } from '../values/understand-answer.ts';
import type { Label } from './label.ts';

const numbered =
  /^[\s*_]{0,6}(q|question|answer|frage|antwort|réponse|pregunta|respuesta|pergunta|resposta|domanda|risposta|vraag|antwoord|fråga|svar|pytanie|odpowiedź|no|nr|ad|re|pair|질문|问题|問題|質問)?\.?\s?([#(]?)\s?(\d{1,3})(?!\d)(?:([.)\]:：=])[*_]{0,2}(?!\d{2})|(\s?[-–—>]{1,2}\s|\s[:=]\s?|\s|[-–—/|>]{1,2}))?\s?(.*)$/iu;

/** The label that the number of a question makes at the beginning of a line. */
export function numberLabel(text: string, form: FormDefinition): Omit<Label, 'line' | 'end'> | undefined {
  const bullet = /^\s{0,4}[-–—•·]\s{1,3}(?=[q#(]?\d{1,3}[.):]\s)/iu.exec(text)?.[0] ?? '';
  if (bullet === '' && text.trimStart().startsWith('-')) return undefined;
  const line = narrowStart(text.slice(bullet.length, bullet.length + 2_000));
  const match = numbered.exec(line);
  if (!match) return undefined;
  const [, name, sign, number, strong, weakly, start = ''] = match;
  const prefix = name ?? (sign === '#' ? sign : undefined);
  const question = Number(number) - 1;
  const asked = form.questions[question];
  if (!asked) return undefined;
  const rest = start + text.slice(bullet.length + 2_000);
  // "Question 11 is wrong, it's 2" and "2 should be b" say something about an answer.
  if (strong === undefined && isAbout(start, asked.type === 'text')) return undefined;
  // "1c" and "3.5": a letter of the options right behind the number is an answer, a figure is a fraction.
  if (strong === undefined && weakly === undefined) {
    const isLetter =
      (asked.options !== undefined && /^[a-z][).]?(?:\s|$)/i.test(start)) ||
      (asked.type === 'choices' && areLetters(start, asked.options?.length ?? 0)) ||
      (asked.type === 'yesno' && /^[yn]\s*$/i.test(start));
    return isLetter || (prefix !== undefined && start === '') ? { question, rest, weak: false } : undefined;
  }
  // "2 out of 5", "1 or 5", "4 / 5": the number is the answer.
  if (
    strong === undefined &&
    /^(?:out of|of|or|to|oder|bis|von|ou|sur|o|de|di|su|of|van|av|eller|z|lub)\s\d/iu.test(start)
  )
    return undefined;
  // "3.-6. Not applicable": the same with a full stop.
  const [skipped, left = ''] = /^\s?[-–—]\s?\d{1,3}[.):]?\s+(.{1,40})$/u.exec(start) ?? [];
  if (skipped !== undefined && strong !== undefined) {
    const isLeft =
      understand(asked, left).kind === 'skipped' ||
      /^(?:not applicable|n\/a|does not apply|don't apply|entfällt|nicht zutreffend|não se aplica|no aplica|sans objet)[.!]?/iu.test(
        left,
      );
    if (isLeft) return { question, rest: '-', weak: false };
  }
  const [range, passed = ''] = /^\d{1,3}[.):]?\s+(.{1,40})$/u.exec(start) ?? [];
  // "17-19 skip": several that are left out.
  if (range !== undefined && /^\s?[-–—]/u.test(weakly ?? '') && understand(asked, passed).kind === 'skipped')
    return { question, rest: passed, weak: true };
  const isFraction = strong === '.' && /^\d/.test(start) && !/[.]\s/.test(line.slice(0, 6));
  if (isFraction || /^[-–—/|>]{1,2}$/u.test(weakly ?? '')) return { question, rest, weak: true, tight: true };
  const isWeak = bullet !== '' || (prefix === undefined && strong === undefined && !/^\s[:=]/.test(weakly ?? ''));
  return { question, rest, weak: isWeak };
}

/** "bc" or "b,c" right behind a number: letters of the options, each once. */
function areLetters(start: string, options: number): boolean {
  const letters = start
    .trim()
    .toLowerCase()
    .split(/(?:\s*[,/&+]\s*|\s+|)/u);
  const isOption = (letter: string) => /^[a-z]$/.test(letter) && letter.charCodeAt(0) - 97 < options;
  return letters.length <= options && letters.every(isOption) && new Set(letters).size === letters.length;
}

/** Behind a number with nothing that sets it apart: words about the answer rather than the answer. */
function isAbout(start: string, isText: boolean): boolean {
  const text = fold(start.slice(0, 60));
  return (
    /^(?:should|must|needs to|has to|ought to|was meant|becomes|sollte|devrait|deve|deberia|debería|dovrebbe|moet|(?:is|was|ist|est) (?:wrong|incorrect|not|now|a mistake|falsch|faux|fausse))(?!\p{L})/u.test(
      text,
    ) ||
    (isText && /^(?:is|was|are|ist|est|é|es|è)\s/u.test(text))
  );
}

/** "３．はい": a number as wide as the characters around it. */
function narrowStart(text: string): string {
  const start =
    /^\s{0,6}[\uff08\uff03\uff31]?[\d\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]{1,3}[\uff0e\uff1a\uff09\uff1d\u3001]?/u.exec(
      text,
    )?.[0];
  if (start === undefined || /^[\s\d]*$/.test(start)) return text;
  return `${narrow(start).replace(/[.:)=\u3001]$/, (sign) => (sign === '\u3001' ? '. ' : `${sign} `))}${text.slice(start.length)}`;
}
