import type { Question } from '#domain/forms/form.ts';
import { languageOptions } from '../mentions/language-options.ts';
import { namedIn } from './described.ts';
import { isRemark } from './remark.ts';
import { isOffer, type Sense, senseOf } from './sense.ts';
import { atAnds, type Clause, clausesOf } from './turned-clauses.ts';

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
  let before: Sense | undefined;
  for (const clause of atAnds(said, clausesOf(said))) {
    const named = namedIn(question.ask, options, clause.said, clause.tokens);
    const sense =
      named.length > 0
        ? senseOf(clause, named, about)
        : unnamedSense(clause, before, about.isOffer && !about.isOfLanguages);
    if (sense === 'open') return undefined;
    if (typeof sense !== 'object') continue;
    for (const option of sense.chosen) chosen.add(option);
    for (const option of sense.refused) refused.add(option);
    before = sense;
  }
  return [...chosen].some((option) => refused.has(option)) ? undefined : chosen;
}

/** What a part that names no option does: "Afternoons rather not, evenings yes, mornings never" goes on with what was refused. */
function unnamedSense(clause: Clause, before: Sense | undefined, isOffer: boolean): Sense {
  const { tokens, turns } = clause;
  const isRefused = typeof before === 'object' && before.chosen.length === 0;
  const isBut = /^(?:but|aber|mas|pero|mais|ma)$/.test(tokens[0]?.word ?? '');
  const isMore = turns.some(({ turn }) => turn === 'negation') && !clause.begins && tokens.length < 4;
  if (isMore && isRefused) return isBut ? 'open' : 'remark';
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
