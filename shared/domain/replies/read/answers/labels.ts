import { type FormDefinition, labelOf } from '#domain/forms/form.ts';
import { beginsCorrection } from '../corrections/change-words.ts';
import { type Aside, questionFor } from '../letter/question-for.ts';
import { fold, foldedWords, narrow, type Word, wordsOf } from '../text/words.ts';
import { optionText } from '../values/named-option.ts';
import { understand } from '../values/understand.ts';
import { onOneLine } from './on-one-line.ts';

/** The beginning of an answer that says which question it is for. */
export interface Label {
  /** The line it stands on. */
  line: number;
  /** The line on which it ends: the words of a question may have been wrapped. */
  end: number;
  /** The index of the question. */
  question: number;
  /** What follows it on its line. */
  rest: string;
  /** "3 yes" or "3 - yes": a label only in the company of others. */
  weak: boolean;
  /** "3-yes", "4.7": a label only among others of which each has an answer behind it. */
  tight?: true;
  /** A word that the question is called by: "Why: ...". */
  named?: true;
  /** The words of the question itself: nobody types them as an answer, so they end the one above also when nothing follows. */
  whole?: true;
}

/** Answers by their labels, and the lines that belong to none. */
interface Segments {
  said: { question: number; lines: string[] }[];
  rest: string[];
}

const numbered =
  /^[\s*_]{0,6}(q|question|answer|frage|antwort|réponse|pregunta|respuesta|pergunta|resposta|domanda|risposta|vraag|antwoord|fråga|svar|pytanie|odpowiedź|no|nr|ad|re|pair|질문|问题|問題|質問)?\.?\s?([#(]?)\s?(\d{1,3})(?!\d)(?:([.)\]:：=])[*_]{0,2}(?!\d{2})|(\s?[-–—>]{1,2}\s|\s[:=]\s?|\s|[-–—/|>]{1,2}))?\s?(.*)$/iu;

/** Every line of `lines` that begins with the number, the letter-and-number or the name of a question. */
export function labelsOf(lines: readonly string[], form: FormDefinition): Label[] {
  const { names, asks } = namingOf(form);
  const labels: Label[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    const short = numberLabel(text, form);
    const found = (short && { ...short, end: line }) ?? askLabel(lines, line, asks) ?? nameLabel(text, line, names);
    if (!found) continue;
    labels.push({ ...found, line });
    line = found.end;
  }
  if (isNested(labels)) return [];
  const withWords = labels.filter((_, index) => hasWords(labels, index, lines));
  return withCompany(
    isAnswersWithoutNumbers(withWords, lines) || isDayAlone(withWords, lines, form) ? [] : withWords,
    lines,
    form,
  );
}

/** Lists of their own, each of which counts from one: their numbers are no questions'. */
function isNested(labels: readonly Label[]): boolean {
  const times = (question: number) => labels.filter((one) => one.question === question && !one.whole).length;
  return times(0) > 1 && times(1) > 1;
}

/** "2. August 2027" among lines that have no number is a date, where one is asked. */
function isDayAlone([only, ...more]: readonly Label[], lines: readonly string[], form: FormDefinition): boolean {
  const date = form.questions.find(({ type }) => type === 'date');
  if (!only || !date || more.length > 0 || (lines[only.line - 1] ?? '').trim() === '') return false;
  if (form.questions[only.question] === date || understand(date, only.rest).kind === 'answer') return false;
  return understand(date, lines[only.line] ?? '').kind === 'answer';
}

/** A "2." among lines that have no number is the answer "2" and no label. */
function isAnswersWithoutNumbers(labels: readonly Label[], lines: readonly string[]): boolean {
  const [first, ...more] = labels;
  const strong = labels.filter(({ weak }) => !weak);
  // Whether those that have nothing but a space between number and words are labels is seen from their company.
  if (!first || strong.length === 0 || strong.some(({ rest }) => rest.trim() !== '')) return false;
  const before = lines.slice(0, first.line);
  return (before.at(-1) ?? '').trim() !== '' || (more.length === 0 && before.some((line) => line.trim() !== ''));
}

function numberLabel(text: string, form: FormDefinition): Omit<Label, 'line' | 'end'> | undefined {
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

/** How the questions of a form are called: made once a form, because each answer under a quoted question is looked at by itself. */
interface Naming {
  names: ReadonlyMap<string, number>;
  /** The questions by the first word of their asks, with all the words. */
  asks: ReadonlyMap<string, readonly { question: number; words: readonly string[] }[]>;
}

const namings = new WeakMap<FormDefinition, Naming>();

function namingOf(form: FormDefinition): Naming {
  const made = namings.get(form);
  if (made) return made;
  const asks = new Map<string, { question: number; words: string[] }[]>();
  for (const [question, { ask }] of form.questions.entries()) {
    const words = foldedWords(ask);
    const [first = ''] = words;
    const own = asks.get(first);
    if (own) own.push({ question, words });
    else asks.set(first, [{ question, words }]);
  }
  const naming = { names: namesOf(form), asks };
  namings.set(form, naming);
  return naming;
}

/** What the questions are called, each name for the one question that has it. A label, which people see, goes before a key. */
function namesOf(form: FormDefinition): Map<string, number> {
  const names = new Map<string, number>();
  // As they are spelled, first: "learned" may be the key of one question and "Learned" the label of another.
  for (const [index, question] of form.questions.entries()) {
    names.set(`=${question.key}`, index);
    names.set(`=${labelOf(question)}`, index);
  }
  const kinds: ((question: FormDefinition['questions'][number]) => string)[] = [
    labelOf,
    ({ key }) => key,
    (question) => labelOf({ ...question, label: undefined }),
    ({ ask }) => ask,
  ];
  for (const nameOf of kinds) {
    const own = form.questions.map((question) => optionText(nameOf(question)));
    const times = new Map<string, number>();
    for (const name of own) times.set(name, (times.get(name) ?? 0) + 1);
    for (const [index, name] of own.entries()) {
      if (name !== '' && times.get(name) === 1 && !names.has(name)) names.set(name, index);
    }
  }
  for (const [aside, words] of Object.entries(otherNames)) {
    const question = questionFor(form, aside as Aside);
    for (const name of words) if (question !== undefined && !names.has(name)) names.set(name, question);
  }
  return names;
}

/** What people call the questions about people in their own lists. */
const otherNames: Record<Aside, readonly string[]> = {
  apart: ['bitte nicht mit', 'please not with', 'not matched with'],
  manager: ['boss', 'my boss', 'my manager', 'line manager', 'chef', 'chefin', 'vorgesetzte', 'vorgesetzter', 'chefe'],
  gender: ['my gender', 'geschlecht', 'genero', 'genre', 'sexe'],
};

/** As many lines as the words of one question are wrapped into by any mail program. */
const mostWrapped = 4;
/** The words of a question that is not marked off by a colon or a question mark: fewer may begin any sentence. */
const fewestWords = 4;

/** A question's own words, with the answer behind them: also where they end in a full stop, or go on in the next line. */
function askLabel(lines: readonly string[], line: number, asks: Naming['asks']): Omit<Label, 'line'> | undefined {
  const first = wordsOf((lines[line] ?? '').slice(0, 40))[0]?.word;
  const alike = first === undefined ? undefined : asks.get(first);
  if (!alike) return undefined;
  const near = lines.slice(line, line + mostWrapped).map((one) => wordsOf(one.slice(0, 600)));
  let longest: Omit<Label, 'line'> | undefined;
  let length = 0;
  for (const { question, words: ask } of alike) {
    // "What would you like to be?" is also how "What would you like to be different?" begins.
    if (ask.length < fewestWords || ask.length <= length) continue;
    let at = 0;
    for (const [offset, words] of near.entries()) {
      const left = ask.length - at;
      if (words.length === 0 || !isSameUpTo(words, ask, at)) break;
      const last = words[left - 1];
      if (last) {
        const end = line + offset;
        const rest = (lines[end] ?? '').slice(last.end).replace(/^[\s?:.=*_]{1,6}(?:[-–—]{1,2}\s)?/u, '');
        longest = { end, question, rest, weak: false, whole: true };
        length = ask.length;
        break;
      }
      at += words.length;
    }
  }
  return longest;
}

/** Whether the words of a line are those of `ask` from `at` on, as far as that goes. */
function isSameUpTo(words: readonly Word[], ask: readonly string[], at: number): boolean {
  const most = Math.min(words.length, ask.length - at);
  for (let index = 0; index < most; index += 1) if (words[index]?.word !== ask[at + index]) return false;
  return true;
}

function nameLabel(text: string, line: number, names: ReadonlyMap<string, number>): Omit<Label, 'line'> | undefined {
  const cut = /[:：=?]|\s[-–—]{1,2}\s/u.exec(text.slice(0, 200));
  if (!cut || cut.index === 0) return undefined;
  const name = text.slice(0, cut.index);
  const question = names.get(`=${name.trim()}`) ?? names.get(optionText(name));
  if (question === undefined) return undefined;
  return {
    end: line,
    question,
    rest: text.slice(cut.index + cut[0].length).replace(/^[\s*_]{1,4}/, ''),
    weak: false,
    named: true,
  };
}

/** "5." with nothing behind or under it is no label but an answer. */
function hasWords(labels: readonly Label[], index: number, lines: readonly string[]): boolean {
  const [label, next] = [labels[index], labels[index + 1]];
  if (!label) return false;
  if (label.whole || label.rest.trim() !== '') return true;
  return lines.slice(label.end + 1, next?.line ?? lines.length).some((line) => line.trim() !== '');
}

/**
 * Weak labels count when there are several, and every line between them has one; and when they rise, or what stands behind
 * each is an answer to its question. A sentence right above or below such a list is no part of it; then, as where nothing
 * but a sign stands between number and answer, what is behind every number has to be an answer.
 */
function withCompany(labels: readonly Label[], lines: readonly string[], form: FormDefinition): Label[] {
  const weak = labels.filter((label) => label.weak);
  if (weak.length === 0) return [...labels];
  const strong = labels.filter((label) => !label.weak);
  if (labels.length < 2) return isAloneAndMeant(labels[0], lines, form) ? [...labels] : strong;
  const isAnswer = ({ question, rest }: Label) => {
    const asked = form.questions[question];
    return asked !== undefined && (asked.type === 'text' || understand(asked, rest).kind === 'answer');
  };
  const rising = labels.every(({ question }, index) => index === 0 || question > (labels[index - 1]?.question ?? 0));
  const isOnce =
    labels.length <= form.questions.length && new Set(labels.map(({ question }) => question)).size === labels.length;
  const company = companyOf(labels, weak, lines);
  if (company === 'none') return labels.filter((label) => !label.weak || isInList(label, weak, form));
  const isCertain = company === 'whole' && !weak.some(({ tight }) => tight);
  if (isCertain && rising) return [...labels];
  const isValue = (label: Label) => form.questions[label.question]?.type !== 'text';
  const hasValues = isCertain || labels.filter(isValue).length > 1;
  const isOrdered = rising || (isCertain && isOnce);
  if (hasValues && isOrdered && labels.every(isAnswer)) return [...labels];
  return labels.filter((label) => !label.weak || isInList(label, weak, form));
}

/** "18 grace lee" as all there is: the number of a question that takes words, and words that are no amount. */
function isAloneAndMeant(label: Label | undefined, lines: readonly string[], form: FormDefinition): boolean {
  if (!label || label.tight || label.question === 0) return false;
  const isAlone = lines.every((line, index) => index === label.line || line.trim() === '');
  const isText = form.questions[label.question]?.type === 'text';
  return isAlone && isText && /^\p{L}{2,}/u.test(label.rest) && !amounts.test(label.rest);
}

/** What is counted, behind a number that is an answer itself. */
const amounts =
  /^(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|times?|mentees?|mentors?|people|persons?|places?|points?|of|out|or|to|and|is|are|was|in|at|am|pm|st|nd|rd|th|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|mal|personen|plätze|und|oder|von|bis|ans?|mois|semaines?|jours?|heures?|fois|personnes|places|et|ou|de|anos?|mes(?:es)?|semanas?|dias?|horas?|vezes|pessoas|lugares|vagas|ou|e|años?|veces|personas|plazas|y|o|anni?|mesi|settiman[ae]|giorni?|volte|persone|posti|would|should|could|may|might|will|please|thanks|but|maybe|perhaps)(?!\p{L})/iu;

/** Lines of a list that is one whatever stands around it. */
const fewestInList = 4;

/** Whether a label stands in a list that rises and leaves no line out, and has answers behind three of its numbers. */
function isInList(label: Label, weak: readonly Label[], form: FormDefinition): boolean {
  const at = weak.indexOf(label);
  const goesOn = (index: number) => {
    const [one, next] = [weak[index], weak[index + 1]];
    return one && next && next.line === one.end + 1 && next.question > one.question;
  };
  let [from, to] = [at, at];
  while (goesOn(from - 1)) from -= 1;
  while (goesOn(to)) to += 1;
  const values = weak.slice(from, to + 1).flatMap(({ question, rest }) => {
    const asked = form.questions[question];
    return asked && asked.type !== 'text' ? [understand(asked, rest).kind === 'answer'] : [];
  });
  const understood = values.filter((isAnswer) => isAnswer).length;
  return to - from + 1 >= fewestInList && understood >= 3;
}

/** whole: every line of the paragraphs of weak labels has a label. framed: but for lines above the first or below the last. */
function companyOf(
  labels: readonly Label[],
  weak: readonly Label[],
  lines: readonly string[],
): 'whole' | 'framed' | 'none' {
  const labelled = new Set(labels.map(({ line }) => line));
  const [first, last] = [labels[0]?.line ?? 0, labels.at(-1)?.line ?? 0];
  let company: 'whole' | 'framed' = 'whole';
  for (const { line } of weak) {
    for (const step of [-1, 1]) {
      for (let at = line + step; (lines[at] ?? '').trim() !== '' && !labelled.has(at); at += step) {
        const isBroken = (lines[at - 1] ?? '').length >= narrowest && at - 1 >= first;
        if (isBroken) continue;
        if (at > first && at < last) return 'none';
        company = 'framed';
      }
    }
  }
  return company;
}

/** Cuts `lines` at `labels`: what stands behind and under each is said of its question. */
export function segmentsAt(labels: readonly Label[], lines: readonly string[], form: FormDefinition): Segments {
  const segments: Segments = { said: [], rest: lines.slice(0, labels[0]?.line ?? lines.length) };
  for (const [index, { end: line, question, rest, named }] of labels.entries()) {
    const under = lines.slice(line + 1, labels[index + 1]?.line ?? lines.length);
    const { pieces, wrapped } = piecesOf(question, rest, lines[line] ?? '', under, form);
    under.splice(0, wrapped);
    for (const { question: one, said } of pieces.slice(0, -1)) segments.said.push({ question: one, lines: [said] });
    const last = pieces.at(-1);
    if (!last) continue;
    const isText = form.questions[last.question]?.type === 'text';
    // Under a short answer, a new paragraph is a remark to us; under a text it is more of the text.
    const goesOn = isText || last.said.trim() === '';
    const end = under.findIndex(
      (one) =>
        ((!goesOn || named) && one.trim() === '') ||
        beginsCorrection(one, isText) ||
        (named === true && ownLabel.test(one)),
    );
    const own = end === -1 ? under.length : end;
    segments.said.push({ question: last.question, lines: [last.said, ...under.slice(0, own)] });
    segments.rest.push(...under.slice(own));
  }
  return segments;
}

/** "Hours: after lunch", "- My mentor should be: frank", "in a year - out of here": a line that has a name of its writer's own before it. */
const ownLabel = /^\s*(?:[-–—•*]\s+)?[\p{L}']+(?: [\p{L}']+){0,4}(?:\s*:|\s[-–—])\s+\S/u;

/** The answers on the line of a label, and how many lines under it were the same line before a mail program broke it. */
function piecesOf(question: number, rest: string, line: string, under: readonly string[], form: FormDefinition) {
  const pieces = onOneLine(question, rest, form);
  if (!pieces) return { pieces: [{ question, said: behind(question, rest, line, form) }], wrapped: 0 };
  const blank = under.findIndex((one) => one.trim() === '');
  const own = under.slice(0, blank === -1 ? under.length : blank);
  const isBroken = line.length >= narrowest && own.length > 0;
  const whole = isBroken ? onOneLine(question, [rest, ...own].join(' '), form) : undefined;
  return whole ? { pieces: whole, wrapped: own.length } : { pieces, wrapped: 0 };
}

/** Columns at which mail programs break lines at the earliest. */
const narrowest = 50;

/** What stands behind a label. The "7." of "7. Juli 2027" is no label but the day, also under the seventh question. */
export function behind(question: number, rest: string, line: string, form: FormDefinition): string {
  const asked = form.questions[question];
  if (asked?.type !== 'date' || understand(asked, rest).kind === 'answer') return rest;
  return understand(asked, line).kind === 'answer' ? line : rest;
}
