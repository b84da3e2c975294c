import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { mentionsIn } from './mentions/option-mentions.ts';
import { figuresIn } from './numbers/figures-in.ts';
import { turnsIn } from './turning-words.ts';
import type { Understood } from './understood-answer.ts';

/**
 * A plain answer first, and a remark behind it: "One. Two would be showing off.", "8, and I don't hand those out". The remark
 * stands in a sentence or clause of its own, says something of somebody, and neither limits the answer nor names another one.
 */
export function openedIn(question: Question, said: string, read: (said: string) => Understood): Understood | undefined {
  if (!typed.has(question.type) || said.length > 300) return undefined;
  for (const cut of said.matchAll(/[.!](?:["')]?\s+|\s*\n\s*)(?=\S)|\s[-–—]{1,2}\s(?=\S)|,\s(?=\S)|\s\((?=\S)/gu)) {
    const head = said.slice(0, cut.index);
    if (tokensOf(head).length > mostWords) return undefined;
    const rest = said.slice(cut.index + cut[0].length).replace(/\)\s*$/, '');
    const isSentence = /[.!\n]/.test(cut[0]);
    if (isSentence || begins.test(rest)) {
      const first = read(head.trim());
      const isPlain = first.kind === 'answer' && first.comment === undefined && first.by === undefined;
      if (isPlain && isRemark(question, rest, first.value)) return { ...first, by: 'words', comment: rest.trim() };
    }
  }
  return undefined;
}

const typed: ReadonlySet<Question['type']> = new Set(['choice', 'choices', 'scale', 'number']);

/** Words of an answer that is plain by itself: "c, d and h" or "four out of five". */
const mostWords = 6;

/** A clause behind a comma is a remark when it has a subject and says something of it. */
const begins =
  /^(?:(?:and|but|because|as|und|weil|et|mais|e|porque) )?(?:(?:i|we|you|he|she|they|it|that|there)(?:'\p{L}+)?|my|his|her|their|(?:god|heaven) knows|ich|wir|sie|es|das|meine?|je|il|elle|c'est|eu|ele|ela|já|would be|would have been|wäre|seria)(?![\p{L}'])/iu;

/** What is said to be other than it is: another answer behind it is none. */
const hypothetical =
  /(?<!\p{L})(?:would|'d|could|might|wäre|hätte|serait|seria|sería|sarebbe)(?!\p{L})|^[^.,;]{0,30}? (?:is|are) (?:for|too|what) /iu;

/** Whether a remark limits nothing, leaves nothing open and names no answer but in what is not so. */
function isRemark(question: Question, rest: string, value: unknown): boolean {
  if (/[?？؟]/.test(rest) || joining.test(rest) || (question.type === 'choices' && offering.test(rest))) return false;
  const tokens = tokensOf(rest);
  if (tokens.length < 3) return false;
  const isHypothetical = hypothetical.test(rest);
  const figure = figuresIn(rest).figures[0]?.to;
  let conditions = isHypothetical ? 1 : 0;
  for (const { turn, from, to } of turnsIn(tokens, rest)) {
    const word = tokens[from]?.word ?? '';
    const left = tokens.length - to;
    if (turn === 'bound') continue;
    // "Would be nine if not for these forms": what makes it not so.
    const isBehindOther = figure !== undefined && (tokens[from]?.start ?? 0) >= figure;
    const isTold = /^(?:not|it|there|they|she|he|only|the|nicht|es|pas|ce|não|no|non)$/.test(tokens[to]?.word ?? '');
    if (turn === 'condition' && conditions > 0 && left > 1 && isBehindOther && isTold) {
      conditions -= 1;
      continue;
    }
    if (turn === 'condition' || turn === 'doubt') return false;
    if (turn === 'contrast' && (exceptive.test(word) || left < 2)) {
      if (isHypothetical && isBehindOther && left >= 2 && word === 'but') continue;
      return false;
    }
    // "It is not", "not really": short, it is about the answer; "I don't hand those out" is not.
    const least = /^(?:without|ohne|sans|sem|sin|senza|zonder|utan|bez)$/.test(word) ? 1 : 2;
    if (turn === 'negation' && (left < least || about.test(rest) || (tokens.length < 5 && from < 2))) return false;
  }
  return !namesAnother(question, rest, value, isHypothetical);
}

/** One more of a list, or the answer in other words. */
const joining =
  /(?<!\p{L})(?:also|plus|too|as well|auch|außerdem|aussi|également|também|tambem|también|anche|only|nur|sorry|wait|actually|rather|instead|eher|plutôt)(?!\p{L})/iu;

/** What somebody can, likes or knows may be one more of a list, in their words. */
const offering =
  /(?<!\p{L})(?:i|we|ich|eu|yo|je)(?:'d|'ve)? (?:can|could|would|like|love|want|know|have|kann|mag|habe|sais|posso|gosto|puedo)(?!\p{L})/iu;

/** A "not" behind these is about the answer itself. */
const about =
  /^(?:but |and )?(?:it|that|this|das|es|ce|isso)(?:'s| is| was| ist| est)?\s?(?:n't|not|isn't|wasn't|nicht|pas|não) (?:really|quite|my|the|what|true|sure|an?|mine|me|for me|ein|das)/iu;

const exceptive =
  /^(?:but|though|although|however|except\p{L}*|excl?|only|apart|other|aside|rather|instead|minus|bar|aber|jedoch|nur|au(?:ß|ss)er|sauf|mais|mas|exceto|salvo|só|pero|solo|ma|tranne)$/u;

function namesAnother({ type, ask, options = [] }: Question, rest: string, value: unknown, isHypothetical: boolean) {
  if (type === 'number' || type === 'scale') {
    const others = figuresIn(rest).figures.filter((figure) => figure.value !== value);
    return others.length > (isHypothetical ? 1 : 0);
  }
  const chosen = Array.isArray(value) ? value : [value];
  const others = mentionsIn(ask, options, rest, tokensOf(rest)).filter(
    ({ option }) => !chosen.includes(options[option]),
  );
  return others.length > (isHypothetical && type === 'choice' ? 1 : 0);
}
