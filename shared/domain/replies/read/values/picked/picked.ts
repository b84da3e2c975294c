import type { Question } from '#domain/forms/form.ts';
import { type Token, tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { type Mention, unnamed } from '../mentions/mention.ts';
import { mentionsIn } from '../mentions/option-mentions.ts';
import { optionText } from '../named-option.ts';
import type { Understood } from '../understood-answer.ts';
import { clausesOf, effectOf } from './option-clauses.ts';
import { byOwnWords, light } from './own-words.ts';

/** More than this is a letter, and what it says beside an option may be about anything. */
const longest = 260;

/**
 * Options that are named one by one with something said beside each: "(b), because I no longer see the bench; and (f)", "I'd
 * like to pick up some newer tools, and another country would be great". An option is named by its letter, by words that are
 * its own, or by words of it that no other option has. Each clause has to be explained: it chooses, rules out, gives a reason or
 * says something else of somebody. A condition, a doubt, a contrast, or one more thing in the list that is none of the options
 * leaves all of it open.
 */
export function pickedIn(question: Question, answered: string): Understood | undefined {
  const options = question.options ?? [];
  const opinion = question.type === 'choices' ? opinions.exec(answered)?.[0] : undefined;
  const said = withoutBrackets(question, spelledOut(opinion ? answered.replace(opinion, '') : answered));
  if (
    said === undefined ||
    answered.length > longest ||
    /[?？؟=+<>|]|\s[-–—]\s|(?<!\p{L})(?:see|number|question|wait|scratch|sorry(?! to say))(?!\p{L})/iu.test(said) ||
    options.some((text) => text.trim().length < 3) ||
    areAlike(options)
  )
    return undefined;
  const tokens = tokensOf(said);
  const mentions = allMentions(question, options, said, tokens);
  if (mentions.some(({ option }) => option === unnamed) || hasLooseLetter(options, tokens, mentions)) return undefined;
  if (mentions.some((one, at) => isSomebodys(options, tokens, one) || isOfNext(tokens, one, mentions[at + 1])))
    return undefined;
  const [chosen, ruledOut] = [new Set<number>(), new Set<number>()];
  let wasRuling = false;
  for (const clause of clausesOf(said, tokens, mentions)) {
    const effect = effectOf(clause, question);
    if (effect === undefined) return undefined;
    if (clause.isFirst) wasRuling = false;
    // "Not the writing and the field": of the second nobody knows.
    if (wasRuling && clause.mentions.length > 0) return undefined;
    wasRuling ||= effect === 'rulesOut';
    for (const { option } of clause.mentions) (effect === 'rulesOut' ? ruledOut : chosen).add(option);
  }
  if (chosen.size === 0 || [...chosen].some((option) => ruledOut.has(option))) return undefined;
  if (question.type === 'choice' && chosen.size > 1) return undefined;
  const picked = options.filter((_, option) => chosen.has(option));
  const [only] = picked;
  const value = question.type === 'choice' ? only : picked;
  if (value === undefined) return undefined;
  return { kind: 'answer', value, by: opinion === undefined ? 'words' : 'guessed', comment: answered };
}

/** "I think", "I hope": how somebody says modestly what they choose of several. */
const opinions =
  /(?<!\p{L})(?:i (?:think|suppose|guess|hope|believe|reckon)(?: so)?|glaube? ich|denke ich|acho(?: eu)?|je pense|creo|espero)(?!\p{L}|\s+(?:not|nicht|pas|não|no)(?!\p{L}))/iu;

/** "I'd", "wouldn't" and their kin in full, so that the words of an option are found in both. */
function spelledOut(said: string): string {
  return said
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/(?<=\p{L})n't(?!\p{L})/giu, (short, at: number) =>
      /(?:ca|wo|sha)$/i.test(said.slice(0, at)) ? short : ' not',
    )
    .replace(/(?<=\p{L})'d(?!\p{L})/giu, ' would')
    .replace(
      /(?<=\p{L})'(?:ll|ve|re|m)(?!\p{L})/giu,
      (short) => ({ "'ll": ' will', "'ve": ' have', "'re": ' are' })[short.toLowerCase()] ?? ' am',
    )
    .replace(/\bwdn't\b/gi, 'would not');
}

/** Without remarks in brackets; undefined where one names an option or says that something is not so. */
function withoutBrackets({ ask, options = [] }: Question, said: string): string | undefined {
  let isPlain = true;
  const rest = said.replace(/\(([^()]{3,200})\)/g, (_, inside: string) => {
    const tokens = tokensOf(inside);
    const isOpen = /(?<!\p{L})(?:not|no|but|if|maybe|perhaps|only|except|or)(?!\p{L})/iu.test(inside);
    if (isOpen || mentionsIn(ask, options, inside, tokens).length > 0) isPlain = false;
    return ' ';
  });
  return isPlain ? rest : undefined;
}

/** "With my background", "my questions": a word of an option that is said to be somebody's, and may be another thing. */
function isSomebodys(options: readonly string[], tokens: readonly Token[], { option, from, to, by }: Mention): boolean {
  const before = tokens[from - 1]?.word ?? '';
  const own = optionText(options[option] ?? '').split(' ');
  return by === 'words' && to - from === 1 && own.length > 1 && whose.test(before) && !own.includes(before);
}

const whose = /^(?:my|our|your|his|her|their|same|similar|mein\p{L}*|mesmo|meu|minha|même|mon|ma|mes)$/u;

/** "Honest feedback from younger colleagues": two options in one. */
function isOfNext(tokens: readonly Token[], { to }: Mention, next: Mention | undefined): boolean {
  const between = next ? tokens.slice(to, next.from) : [];
  return (
    between.length === 1 && /^(?:from|for|with|in|of|about|by|to|on|von|de|da|do|para)$/.test(between[0]?.word ?? '')
  );
}

/** A letter of an option that is not taken for one: "a e c". The article of "a big change" is none. */
function hasLooseLetter(options: readonly string[], tokens: readonly Token[], mentions: readonly Mention[]): boolean {
  return tokens.some(({ word }, at) => {
    const isLetter = word.length === 1 && word.charCodeAt(0) - 97 >= 0 && word.charCodeAt(0) - 97 < options.length;
    const next = tokens[at + 1];
    const isArticle = word === 'a' && next !== undefined && !next.breaks && next.word.length > 2 && next.word !== 'and';
    // "Leading people e escrever": between words it is the "and" of another language.
    const isAnd = word === 'e' && next !== undefined && next.word.length > 2 && (tokens[at - 1]?.word.length ?? 0) > 2;
    return isLetter && !isArticle && !isAnd && !mentions.some(({ from, to }) => at >= from && at < to);
  });
}

/** What is named by its letter or in full, and what is named by words of one option alone. */
function allMentions(
  question: Question,
  options: readonly string[],
  said: string,
  tokens: readonly Token[],
): readonly Mention[] {
  const named = [...mentionsIn(question.ask, options, said, tokens), ...marked(options, said, tokens)];
  const taken = (at: number) => named.some(({ from, to }) => at >= from && at < to);
  return [...named, ...byOwnWords(options, tokens, taken)].sort((one, other) => one.from - other.from);
}

/** "(b)", "d and f" with words around them, and a "b" with a comma or a full stop behind it at the beginning. */
function marked(options: readonly string[], said: string, tokens: readonly Token[]): Mention[] {
  const isJoined = (at: number) => isOption(options, tokens[at - 2]?.word) && joins.test(tokens[at - 1]?.word ?? '');
  return tokens.flatMap(({ word, start, end }, index): Mention[] => {
    if (!isOption(options, word)) return [];
    const isInBrackets = said[start - 1] === '(' && said[end] === ')';
    const isFirst = index === 0 && /^(?:[,.:;)]\s|\s[-–—]\s)/.test(said.slice(end, end + 3));
    const isPair = word !== 'a' ? isJoined(index) || isJoined(index + 2) : isJoined(index + 2);
    if (!isInBrackets && !isFirst && !isPair) return [];
    return [{ option: word.charCodeAt(0) - 97, from: index, to: index + 1, by: 'letter', negated: false }];
  });
}

const joins = /^(?:and|und|et|plus|also|auch|tambem|aussi)$/;

function isOption(options: readonly string[], word = ''): boolean {
  return word.length === 1 && word >= 'a' && word.charCodeAt(0) - 97 < options.length;
}

/** "had a mentor", "been a mentor": options that are told apart by their small words alone. */
function areAlike(options: readonly string[]): boolean {
  const words = options.map((text) =>
    optionText(text)
      .split(' ')
      .filter((word) => !light.has(word)),
  );
  return words.some(
    (own, index) =>
      own.length > 0 &&
      words.some(
        (other, at) => at !== index && own.every((word) => other.includes(word)) && own.length === other.length,
      ),
  );
}
