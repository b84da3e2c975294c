import type { Question } from '#domain/forms/form.ts';
import { scaleOf } from '#domain/forms/scale-ends.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { foldedWords, plain } from '#domain/replies/read/text/words.ts';
import { figuresIn, hasBoundSign } from '../numbers/figures-in.ts';
import { likelyStep } from './likely-step.ts';
import { type Clause, clausesOf } from './turned-clauses.ts';

interface Count {
  value: number;
  /** Index of the clause that it stands in. */
  clause: number;
}

/** The one figure that words have as their answer: "I'd say a 4", "rather good, I would give four", "8. No, 9, it was worth it". */
export function likelyNumber(question: Question, said: string): number | undefined {
  const words = inFigures(question, said);
  return hasBoundSign(words) || figuresIn(words).unsure ? undefined : figureIn(question, words);
}

/** Counts in words as figures, where times are counted: "twice in person plus a call". */
function inFigures({ ask }: Question, said: string): string {
  if (!/how many times|how often/i.test(ask)) return said;
  const counts: [RegExp, string][] = [
    [/(?<!\p{L})once(?!\p{L})/giu, '1 time'],
    [/(?<!\p{L})twice(?!\p{L})/giu, '2 times'],
    [/(?<!\p{L})(plus|and|und|e|et) an? (?=(?:phone |video )?(?:call|meeting)(?!\p{L}))/giu, '$1 1 '],
  ];
  return counts.reduce((words, [count, figure]) => words.replace(count, figure), said);
}

function figureIn(question: Question, said: string): number | undefined {
  const clauses = clausesOf(said);
  const counts: Count[] = [];
  for (const [index, clause] of clauses.entries()) {
    const { figures } = figuresIn(clause.said);
    if (figures.length > 1) return summed(question, said);
    const [figure] = figures;
    if (!figure) {
      if (isTurning(clause)) return undefined;
      continue;
    }
    if (figure.value >= 1900 && figure.value <= 2100 && counts.length > 0) continue;
    if (!isAnswer(question, clause, figure)) return undefined;
    counts.push({ value: figure.value, clause: index });
  }
  if (counts.length === 0) return question.type === 'scale' ? likelyStep(question, said) : undefined;
  const value = settled(counts, clauses) ?? summed(question, said);
  return value !== undefined && isPossible(question, value) ? value : undefined;
}

/** One figure, however often; of two the second, where its clause takes the first one back. */
function settled(counts: readonly Count[], clauses: readonly Clause[]): number | undefined {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return undefined;
  if (counts.every(({ value }) => value === first.value)) return first.value;
  const between = clauses.slice(first.clause + 1, last.clause + 1).map(({ said }) => plain(said));
  const isTakenBack = counts.length === 2 && between.some((words) => takesBack.test(words));
  return isTakenBack ? last.value : undefined;
}

const takesBack =
  /^(?:no|nein|non|nao|or rather|rather|sorry|actually|correction|make (?:it|that)|i mean|besser gesagt|ou melhor|ou plutot)(?!\p{L})/u;

function isPossible(question: Question, value: number): boolean {
  const { min, max } = question.type === 'scale' ? scaleOf(question) : question;
  if (question.type === 'scale' && !Number.isInteger(value)) return false;
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

/** Whether a clause without a figure turns what another one says: a few words with a "not", what nobody knows, or a limit. */
function isTurning({ tokens, turns }: Clause): boolean {
  const words = tokens.map(({ word }) => word);
  if (words.some((word) => limiting.has(word))) return true;
  return turns.some(({ turn }) => {
    if (turn !== 'negation') return turn === 'condition' || turn === 'doubt';
    return words.some((word) => knowing.has(word)) || (words.length < 4 && !takesBack.test(words.join(' ')));
  });
}

const limiting = new Set('minus except plus less without bar excluding including more fewer'.split(' '));
const knowing = new Set('say know sure tell count counted remember exactly certain'.split(' '));

/** Words before which a figure is the name of something, or a limit. */
const named = new Set(
  'question questions number numbers no nr see like page point step version week day month round chapter than to from under over until till before after by least most room floor building team since seit desde depuis vor nach bis pergunta frage ver siehe'.split(
    ' ',
  ),
);
/** What may stand behind a figure that is an answer. */
const behind = new Set(
  "for because since as so but only i it we it's she he they is would and this that now here too again please thanks weil denn porque car still with".split(
    ' ',
  ),
);
/** And behind one that counts something. */
const behindCount = new Set(
  'times time years year yrs ans anos jahre jahren mentees mentee people persons meetings meeting calls in altogether overall total all'.split(
    ' ',
  ),
);

/** Whether a figure is what its clause says, and not one of something else, a limit, or what is denied. */
function isAnswer(question: Question, { said, turns }: Clause, figure: { from: number; to: number }): boolean {
  if (turns.some(({ turn }) => turn === 'negation' || turn === 'condition' || turn === 'doubt')) {
    // "No, it's 17": the "no" is to what was said before it.
    const rest = turns.filter(
      ({ turn, from }) => turn !== 'bound' && turn !== 'contrast' && !(from === 0 && takesBack.test(plain(said))),
    );
    if (rest.length > 0) return false;
  }
  if (question.type === 'number' && isAdded(said, figure)) return false;
  const before = tokensOf(said.slice(0, figure.from));
  const after = tokensOf(said.slice(figure.to));
  const isSinceYears =
    /\b(?:since|seit|depuis|desde)\s*$/i.test(said.slice(0, figure.from)) &&
    /^\s*(?:years|jahren?|ans|anos)/i.test(said.slice(figure.to));
  if (turns.some(({ turn, from }) => turn === 'bound' && !(isSinceYears && from < before.length))) return false;
  const [last, next] = [before.at(-1)?.word ?? '', after[0]];
  if (named.has(last) && !isSinceYears) return false;
  if (/^\s*(?:%|€|\$|percent|prozent|st|nd|rd|th|[:.]\d|°)/i.test(said.slice(figure.to))) return false;
  const unit = next && units.has(next.word) ? next.word : undefined;
  if (question.type === 'scale')
    return unit === undefined && (next === undefined || behind.has(next.word) || next.breaks);
  if (unit !== undefined && !foldedWords(question.ask).some((word) => word.startsWith(unit.slice(0, 4))))
    return isYears(question, unit);
  return next === undefined || unit !== undefined || behind.has(next.word) || behindCount.has(next.word) || next.breaks;
}

/** "My boss and two friends", "twice in the office and ones on the phone": a second count that is not in figures. */
function isAdded(said: string, { from, to }: { from: number; to: number }): boolean {
  const and = '(?:and|plus|und|et|e|mais|y|as well as|besides)';
  const [before, after] = [plain(said.slice(0, from)), plain(said.slice(to))];
  if (new RegExp(`\\p{L}{3,}\\s+${and}\\s+(?:\\p{L}+\\s+)?$`, 'u').test(before)) return true;
  return new RegExp(`(?:^|\\s)${and}\\s+(?!(?:i|we|it|that|ich|wir|je|eu)(?!\\p{L}))\\p{L}`, 'u').test(after);
}

const units = new Set(
  'years year yrs yr months month weeks week days day hours hour minutes minute jahre jahren jahr monate monaten wochen tage stunden ans mois semaines jours heures anos meses semanas dias horas euros people persons meetings calls times mentees mentors teams'.split(
    ' ',
  ),
);

function isYears({ ask }: Question, unit: string): boolean {
  return /\byears\b/i.test(ask) && /^(?:yrs?|jahr|jahren?|ans|anos)$/.test(unit);
}

/** "Four times live and one by phone", where every meeting counts: two figures that are added, each with how it was. */
function summed(question: Question, said: string): number | undefined {
  if (question.type !== 'number' || !/how many times|how often/i.test(question.ask)) return undefined;
  const { figures } = figuresIn(said);
  const [one, other, ...more] = figures;
  if (!one || !other || more.length > 0 || /[.!?]\s+\S/.test(said.slice(one.to, other.from))) return undefined;
  const [first, second] = [plain(said.slice(one.to, other.from)), plain(said.slice(other.to))];
  const joins = /(?:^|[\s,])(?:and|plus|und|et|e|mais|y|\+|&)(?:\s+\p{L}+)?\s*$/u;
  const isIncluded = /of (?:which|that|them|these)|davon|dont|from that|including|dos quais|das quais/u;
  if (isIncluded.test(first) || !joins.test(first) || !way.test(first.replace(joins, '')) || !way.test(second))
    return undefined;
  const value = one.value + other.value;
  return isPossible(question, value) ? value : undefined;
}

const way =
  /(?<!\p{L})(?:live|in person|face to face|phone|telephone|calls?|online|video|zoom|teams|remote|personlich|telefon\w*|anruf|presenc\w+|presentiel\w*|visio|office|cafe|coffee|lunch)(?!\p{L})/u;
