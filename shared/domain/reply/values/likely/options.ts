import type { Question } from '#domain/form.ts';
import { languageOptions } from '../mentions.ts';
import { namedIn } from './described.ts';
import { isRemark } from './remark.ts';
import { isOffer, type Sense, senseOf } from './sense.ts';
import { atAnds, type Clause, clausesOf } from './turned.ts';

/**
 * Options that are named with something said beside them: "b, e (writing only)", "plain speaking", "Leading people, and how to
 * deal with difficult situations". Every part of a list has to name one, or be a remark: what names none could be one more
 * option in words that we don't know, and then all of it is asked again.
 */
export function likelyOptions(question: Question, said: string): string | string[] | undefined {
  const options = question.options ?? [];
  if (isDoubtfulLetter.test(said) || isRange.test(said)) return undefined;
  const chosen = chosenIn(question, said) ?? allBut(question, said);
  if (!chosen || chosen.size === 0) return undefined;
  const picked = options.filter((_, option) => chosen.has(option));
  if (question.type === 'choices') return picked;
  return picked.length === 1 ? picked[0] : undefined;
}

/** "c e d": three options in English, and two with an "and" between them in Portuguese. */
const isDoubtfulLetter = /(?<![\p{L}\p{N}])[a-z],? [eiyo] [a-z](?![\p{L}\p{N}])/iu;

/** "a bis c, wobei c nur am Rande": what stands between is meant, too, and perhaps not all of it. */
const isRange = /(?<![\p{L}\p{N}])[a-z]\)?\s?(?:[-–]|to|bis|through|thru|until|até)\s?[a-z](?![\p{L}\p{N}])/iu;

function chosenIn(question: Question, said: string): Set<number> | undefined {
  const options = question.options ?? [];
  const about = { options, isOffer: isOffer(question.ask), isOfLanguages: languageOptions(options).size > 0 };
  const chosen = new Set<number>();
  const refused = new Set<number>();
  /** Named as a matter of degree: "I do have some French". */
  const slight = new Set<number>();
  let before: { clause: Clause; sense: Sense } | undefined;
  for (const clause of atAnds(said, clausesOf(said))) {
    const named = namedIn(question.ask, options, clause.said, clause.tokens);
    const sense =
      named.length > 0
        ? senseOf(clause, named, about)
        : unnamedSense(clause, before, about.isOffer && !about.isOfLanguages);
    if (sense === 'open') return undefined;
    if (sense === 'takes back' && before && before.sense !== 'open' && typeof before.sense === 'object') {
      for (const option of before.sense.chosen) {
        chosen.delete(option);
        refused.add(option);
      }
    } else if (typeof sense === 'object') {
      for (const option of sense.chosen) (sense.isSlight ? slight : chosen).add(option);
      for (const option of sense.refused) refused.add(option);
    }
    if (typeof sense === 'object') before = { clause, sense };
  }
  const isOpen =
    [...slight].some((option) => !refused.has(option)) || [...chosen].some((option) => refused.has(option));
  return isOpen ? undefined : chosen;
}

/** What a part that names no option does to the one before it. */
function unnamedSense(
  clause: Clause,
  before: { clause: Clause; sense: Sense } | undefined,
  isOffer: boolean,
): Sense | 'takes back' {
  const { tokens, turns } = clause;
  const hasNot = turns.some(({ turn }) => turn === 'negation');
  const isSameSentence = before?.clause.sentence === clause.sentence;
  const isRefused = typeof before?.sense === 'object' && before.sense.chosen.length === 0;
  // "Portuguese I only understand, speaking not".
  const isBut = /^(?:but|aber|mas|pero|mais|ma)$/.test(tokens[0]?.word ?? '');
  if (hasNot && isSameSentence && isRefused && tokens.length < 4) return isBut ? 'open' : 'remark';
  // "I did French at school but not well enough for this": about all that its sentence names.
  if (hasNot && isBut && isSameSentence && before?.clause.begins && tokens.length >= 3) return 'takes back';
  return isRemark(clause, isOffer) ? 'remark' : 'open';
}

/** "Anything except the writing and the field skills": all options but those that are named behind it. */
function allBut(question: Question, said: string): Set<number> | undefined {
  const options = question.options ?? [];
  const rest =
    /^(?:all|anything|everything|any of (?:them|these)|tudo|todos|todas|alles?|tout|toutes)(?: of (?:them|these))?,? (?:but|except(?: for)?|apart from|other than|bar|menos|exceto|excepto|außer|ausser|sauf|without)(?: not)? (.+)$/isu.exec(
      said.trim(),
    )?.[1];
  if (rest === undefined || question.type !== 'choices') return undefined;
  const left = new Set<number>();
  for (const clause of atAnds(rest.replaceAll('&', ' and '), clausesOf(rest.replaceAll('&', ' and ')))) {
    const named = namedIn(question.ask, options, clause.said, clause.tokens);
    if (clause.turns.length > 0) return undefined;
    if (named.length === 0 && !isRemark(clause, isOffer(question.ask)) && !pointsBack.test(clause.said))
      return undefined;
    for (const { option } of named) left.add(option);
  }
  if (left.size === 0 || left.size >= options.length - 1) return undefined;
  return new Set(options.flatMap((_, option) => (left.has(option) ? [] : [option])));
}

/** "disso estou servida", "that I have": what is left out is spoken of once more. */
const pointsBack = /^(?:that|this|those|disso|isso|das|davon|ça|eso)(?!\p{L})/iu;
