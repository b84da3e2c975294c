import type { Question } from '#domain/form.ts';
import { letterOf } from '../template.ts';
import { plain } from '../words.ts';
import { explain } from './account.ts';
import { languageOptions, mentionsIn, negationBefore, unnamed } from './mentions.ts';
import { numberWord } from './number-words.ts';
import { lettersOf, mentioned, named, optionText } from './options.ts';
import { tokensOf } from './tokens.ts';
import { turnsIn } from './turns.ts';
import { answer, type Understood, unclear } from './understood.ts';

const all = new Set(
  'all|all of them|all of these|all of the above|everything|every one|all options|alle|alles|alle davon|tous|toutes|tout|todos|todas|todo|todos ellos|tutti|tutte|tutto|alla|allt|allemaal|wszystkie|wszystko|全部|都|すべて|全て|모두|전부|الكل|كلها|جميعها|הכל|כולם'
    .split('|')
    .map(plain),
);
const none = new Set(
  'none|none of them|none of these|none of the above|nothing|no one|keine|keines|keins|nichts|keine davon|aucun|aucune|rien|ninguno|ninguna|nada|nenhum|nenhuma|nessuno|nessuna|niente|geen|niets|geen van alle|inga|inget|ingen|zadne|zaden|nic|没有|沒有|无|無|なし|ありません|特になし|없음|없습니다|لا شيء|لا يوجد|אף אחד|כלום'
    .split('|')
    .map(plain),
);
const ands = new Set('and plus und sowie et y e en och oraz i'.split(' '));
const and = /\s(?:and|plus|as well as|und|u\.|sowie|et|y|e|en|och|oraz|i)\s|\s?[&+]\s?/iu;

/** What stands between "all" and the options that are left out. */
const allBut =
  /^(?:(?:i'?d like |i would like |i want |i choose |i can do |yes,? )?(?:to )?(?:all|everything|every time|any ?time|any|anything|whenever|every one|alles?|alle|tout|toutes|tous|todos|todas|todo|tudo|tutto|tutti|tutte|allt|alla|wszystko|wszystkie)(?: of (?:them|these|those|it|the above)| times?| day| hours?| the above| options| davon| von ihnen| d'entre eux| ellos| eles)?),?(?: works?| (?:is |are |works? |would be )?(?:fine|good|ok(?:ay)?|possible|well|geht|passt|me va|serve))?,? (?:but|except(?:ing)?(?: for| of)?|apart from|aside from|other than|besides|bar|minus|save(?: for)?|without|w\/o|not|just not|but not|excluding|excl?\.?|exc\.?|ex\.?|au(?:ss|ß)er|bis auf|nur nicht|aber nicht|sauf|excepté|hormis|à part|exceto|excepto|menos|salvo|tirando|a não ser|sem|tranne|eccetto|behalve|utom|förutom|oprócz|poza) (?:for )?(.+)$/isu;

/** "h, on which I am no authority": without the clause that says something of what is left out, when it names no option. */
function withoutClause({ ask }: Question, options: readonly string[], but: string): string {
  const cut = /(?:,\s+|\s[-–—]\s|\.\s+)(?=\S)/u.exec(but);
  if (!cut) return but;
  const clause = but.slice(cut.index + cut[0].length);
  const tokens = tokensOf(clause);
  const isOpen = turnsIn(tokens, clause).some(
    ({ turn, to }) => (turn !== 'negation' && turn !== 'bound') || to === tokens.length,
  );
  const isSaid = mentionsIn(ask, options, clause, tokens).length > 0 || tokens.length < 2 || /[?？]/.test(clause);
  return isOpen || isSaid ? but : but.slice(0, cut.index);
}

/** "c and e. Not a": what is ruled out at the end. */
const ruledOut =
  /^(.+?)(?:[.,;\n]|\s[-–—])\s*\(?(?:but |and |just )?(?:definitely |certainly )?(?:not|no|never|nicht|kein|keine|pas|mais pas|aber nicht|não|mas não|pero no|ma non|non|niet|inte|nie)\s+(.+?)\)?[.!]?$/isu;
/** "en/es, zh no": the same with the "no" behind it. */
const ruledOutBehind =
  /^(.+?)[.,;\n]\s*([^\s,;.]+(?:\s[^\s,;.]+)?)\s+(?:not|no|nicht|pas|não|nao|non|niet|inte|nie)[.!]?$/isu;

/** Several options: "a, c and e", "a c e", "a-c", "all but c", their words one a line, "all". Every piece has to be an option. */
export function understandChoices(question: Question, said: string): Understood {
  const options = question.options ?? [];
  const signs = said.replace(/<?[-=]+>/g, ' ');
  const asks = `Please reply with letters, such as "a, b" (${lettersOf(options)}).`;
  // "all -c", "a+b-c", "a > c", "!c", "a, b?": signs that put an option aside or in doubt.
  if (
    /[?？؟]|[<>≠¬|\\]|!\s?[a-z](?![\p{L}])|[\p{L}\p{N}] ?[-–−] ?[a-z](?= *(?:[,;.)\n]|$))|(?:^|[\s,;+])(?:ex|excl|exc|esp|without|w\/o|minus|nicht|ohne|sans|sem|sin)\.?\s/iu.test(
      signs,
    ) &&
    !isRangeOnly(options, said) &&
    allBut.exec(said.trim()) === null
  ) {
    return unclear(`We could not tell whether all of it holds. ${asks}`);
  }
  const ask = `Please reply with letters, such as "a, b" (${lettersOf(options)}).`;
  // A list of bullets, of which the first may stand behind the number of the question.
  const { words, comment } = withoutAsides(
    withoutCourtesy(/\n\s*[-–•*]\s/u.test(said) ? said.replace(/^\s*[-–•*]\s+/gmu, '') : said),
  );
  const account =
    comment === '' ? { comment } : explain({ before: '', after: ` - ${comment}` }, 'option', question.ask);
  if ('turn' in account && !isAboutNoOption(options, comment))
    return unclear(`We could not tell whether all of it holds. ${ask}`);
  // "f - my field, plus e" has one more of the options behind the dash.
  if (comment !== '' && namesOption(question, options, comment))
    return unclear(`We could not tell whether all of it holds. ${ask}`);
  const read = readChoices(question, options, words, ask);
  if (read.kind !== 'answer' || comment === '' || read.comment !== undefined) return read;
  return { ...read, comment };
}

function namesOption({ ask }: Question, options: readonly string[], remark: string): boolean {
  return mentionsIn(ask, options, remark, tokensOf(remark)).some(({ by }) => by !== 'words');
}

/** A remark with a "not" in it that names no option at all: "(not that I am an expert)" is no turn of the others. */
function isAboutNoOption(options: readonly string[], comment: string): boolean {
  return /^\(?(?:not that|no need)/i.test(comment) && mentioned(options, comment).length === 0;
}

function readChoices(question: Question, options: readonly string[], words: string, ask: string): Understood {
  const whole = plain(words)
    .replace(/[^\p{L} ]/gu, '')
    .trim();
  if (named(options, words) === undefined) {
    if (all.has(whole) || (isOpenOffer(question.ask) && anything.has(whole))) return answer([...options]);
    if (none.has(whole)) {
      // A question that says "one or more" in its own words is not answered by none.
      if (question.required === false || !oneOrMore.test(plain(question.ask))) return answer([]);
      return unclear(`You wrote that it is none of them. If one of them is near enough, please say which. ${ask}`);
    }
  }
  const but = allBut.exec(words.trim())?.[1];
  if (but !== undefined) {
    const left = namedIn(question, options, but) ?? namedIn(question, options, withoutClause(question, options, but));
    if (left && left.chosen.size < options.length) {
      return byWords(options.filter((_, option) => !left.chosen.has(option)));
    }
    return unclear(`We could not tell which of the options you leave out. ${ask}`);
  }
  const written = allMentioned(options, words);
  if (written) return answer(inOrder(options, written));
  if (hasDoubtfulLetter(options, words))
    return unclear(`We could not tell whether a letter is an option or the word "and". ${ask}`);
  const together = lettersTogether(options, words);
  if (together) return byWords(inOrder(options, together));
  const found = namedIn(question, options, words);
  if (found) return found.exact ? answer(inOrder(options, found.chosen)) : byWords(inOrder(options, found.chosen));
  const [, kept, dropped] = ruledOut.exec(words.trim()) ?? ruledOutBehind.exec(words.trim()) ?? [];
  if (kept !== undefined && dropped !== undefined) {
    const [yes, no] = [namedIn(question, options, kept), namedIn(question, options, dropped)];
    const isApart = yes && no && ![...no.chosen].some((option) => yes.chosen.has(option));
    if (isApart) return byWords(inOrder(options, yes.chosen));
  }
  const inSentence = mentionedInSentence(question, options, words);
  if (inSentence) return inSentence;
  const asOneLine = chosenIn(question, options, words.replaceAll('\n', ' '));
  return unclear(
    `${typeof asOneLine === 'string' ? asOneLine : 'We could not tell which of the options you mean.'} ${ask}`,
  );
}

/** The options that `words` consist of; a line may be an option, or broken in the middle of one. */
function namedIn(
  question: Question,
  options: readonly string[],
  words: string,
): { chosen: Set<number>; exact: boolean } | undefined {
  for (const form of [words, words.replaceAll('\n', ' ')]) {
    const chosen = chosenIn(question, options, form);
    if (typeof chosen !== 'string') return chosen;
  }
  return undefined;
}

/** Options that are named in a sentence of which every other word changes nothing: "mostly in English, please". */
function mentionedInSentence(question: Question, options: readonly string[], words: string): Understood | undefined {
  const tokens = tokensOf(words);
  const mentions = mentionsIn(question.ask, options, words, tokens);
  const meant = mentions.filter(({ negated }) => !negated);
  const [first] = meant;
  if (!first || mentions.some(({ option }) => option === unnamed) || tokens.length > 60) return undefined;
  const chosen = new Set(meant.map(({ option }) => option));
  if (mentions.some(({ option, negated }) => negated && chosen.has(option))) return undefined;
  // "Not leading people and writing": of the second nobody knows.
  const isJoined = ({ from }: { from: number }) => tokens[from - 1]?.word === 'and' && !tokens[from - 1]?.breaks;
  if (mentions.some((one, at) => !one.negated && mentions[at - 1]?.negated && isJoined(one))) return undefined;
  let rest = words;
  for (const one of mentions) {
    const start = tokens[one.from - (one.negated ? negationBefore(tokens, one.from) : 0)]?.start ?? 0;
    const end = tokens[one.to - 1]?.end ?? 0;
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  // A letter that is left may be an option, and no article: "=> a and c".
  const isLetter = ({ word }: { word: string }) => /^[a-z]$/.test(word) && word.charCodeAt(0) - 97 < options.length;
  if (tokensOf(rest).some(isLetter)) return undefined;
  const isEither = isOpenOffer(question.ask);
  const own = isEither ? joiningOffers : joining;
  const [start, end] = [tokens[first.from]?.start ?? 0, tokens[(meant.at(-1) ?? first).to - 1]?.end ?? 0];
  const between = explain({ before: '', after: rest.slice(start, end) }, 'option', question.ask, own);
  if ('turn' in between && !(isEither && between.turn === 'doubt' && orOnly(rest.slice(start, end)))) return undefined;
  if (!('turn' in between) && between.comment !== '' && !onlyMarks(between.comment)) return undefined;
  const account = explain({ before: rest.slice(0, start), after: rest.slice(end) }, 'option', question.ask, own);
  if ('turn' in account) return undefined;
  // In a list, a clause in other words may be one more of its items: behind a comma, in a sentence of its own, or before.
  if (account.comment !== '' && !isRemark(rest.slice(end))) return undefined;
  if (hasUnknown(rest.slice(0, start), question.ask, own)) return undefined;
  const read = byWords(inOrder(options, chosen));
  return account.comment === '' || read.kind !== 'answer' ? read : { ...read, comment: account.comment };
}

/** What is in brackets, behind a dash or "because", or says something of somebody in a sentence of its own. */
function isRemark(after: string): boolean {
  if (/^\s*(?:\(|[-–—]\s|,?\s(?:because|since|as|weil|car|porque|perché)\s)/iu.test(after)) return true;
  if (!/^\s*[.!\n]/.test(after)) return false;
  const sentences = after.split(/[.!?\n]+/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.every((sentence) =>
    /^\s*(?:i|we|he|she|they|it|my|our|ich|wir|mein|je|nous|mon|eu|nós|yo|io|sou|tenho|j'ai)(?![\p{L}])/iu.test(
      sentence,
    ),
  );
}

function hasUnknown(words: string, ask: string, own: ReadonlySet<string>): boolean {
  const account = explain({ before: '', after: ` ${words}` }, 'option', ask, own);
  return 'turn' in account || account.comment !== '';
}

function onlyMarks(words: string): boolean {
  return !/[\p{L}\p{N}]/u.test(words);
}

function orOnly(words: string): boolean {
  return tokensOf(words).every(({ word }) => /^(?:or|oder|ou|o|of|eller|lub|albo|and|also|the|in)$/.test(word));
}

const joining: ReadonlySet<string> = new Set(
  'and also plus both well as too und auch sowie et aussi ainsi que e tambem y tambien anche ed en ook och samt oraz i mainly mostly first then secondly lastly finally'.split(
    ' ',
  ),
);
const joiningOffers: ReadonlySet<string> = new Set([...joining, 'or', 'oder', 'ou', 'o', 'of', 'eller', 'lub', 'albo']);

/** "When could you meet?": each of the options is offered, so "noon or early" is both. */
function isOpenOffer(ask: string): boolean {
  return /(?:^|[^\p{L}])(?:could you|can you|possible|available|suits?|konnten sie|konntest du|kannst du|pouvez vous|pourriez|podes|pode|poderia|puedes|podrias|puoi|potresti)(?![\p{L}])/u.test(
    plain(ask),
  );
}

const anything = new Set(
  'any|any of them|any of these|anything|any time|anytime|any time works|whenever|any works|any is fine|any would do|egal wann|jederzeit|n importe quand|n importe quel|nimporte quand|qualquer|qualquer um|qualquer hora|a qualquer hora|cualquiera|cualquier hora|quando vuoi|qualsiasi|altijd|nar som helst|kiedykolwiek'
    .split('|')
    .map((one) => plain(one)),
);

/** "a, b please", "Thanks! a and b": without the courtesy at either end. */
function withoutCourtesy(said: string): string {
  return said
    .replace(
      /[\s,.;]+(?:please|pls|plz|thanks|thank you|thx|bitte|danke|svp|s'il vous plaît|merci|por favor|obrigad[oa]|gracias|grazie|per favore|graag|tack|proszę|i'?d say|i would say|würde ich sagen|je dirais|diria eu|diria)[\s.!]*$/iu,
      '',
    )
    .replace(
      /^(?:please|sorry|yes|ok|okay|so|well|hmm?|um|uh|i'd say|i would say|i choose|i pick|i'd like|i would like|definitely|mainly|mostly|probably mainly|bitte|ja|oui|sim|sí|si)[\s,:]+(?=\S)/iu,
      (lead) => (/probably/i.test(lead) ? lead : ''),
    );
}

function byWords(value: string[]): Understood {
  return { kind: 'answer', value, by: 'words' };
}

const oneOrMore = /one or more|at least one|mindestens ein|un ou plusieurs|um ou mais|uno o mas/;

/** Whether every dash in it makes a range of two letters, in order. */
function isRangeOnly(options: readonly string[], said: string): boolean {
  const dashes = said.match(/(?<![\p{L}])[a-z]\)?\s?[-–]\s?[a-z](?![\p{L}])/giu) ?? [];
  return (
    dashes.length > 0 &&
    !said.includes('+') &&
    dashes.every((one) => rangeOf(options, one)) &&
    !/[?？؟<>≠¬|\\!]|(?:^|[\s,;+])(?:ex|excl|exc|esp|without|w\/o|minus)\.?\s/iu.test(said)
  );
}

/** "a-c", "b to d": the options from one letter to another. */
function rangeOf(options: readonly string[], piece: string): number[] | undefined {
  const match =
    /^([a-z])\)?\s?(?:-|–|—|\.{2,3}|…|to|through|thru|until|bis|à|a|até|al|tot|till|do)\s?([a-z])\)?$/iu.exec(
      piece.trim(),
    );
  if (!match) return undefined;
  const [from, to] = [match[1], match[2]].map((letter = '') => letter.toLowerCase().charCodeAt(0) - 97) as [
    number,
    number,
  ];
  const isAnd = /\sa\s/i.test(piece);
  if (from >= to || to >= options.length || isAnd) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The options that the pieces of `words` name; the reason in words when one of them names none, or more than one. */
function chosenIn(
  question: Question,
  options: readonly string[],
  words: string,
): { chosen: Set<number>; exact: boolean } | string {
  const chosen = new Set<number>();
  const languages = languageOptions(options);
  let exact = true;
  for (const piece of piecesOf(options, isOpenOffer(question.ask) ? withoutOr(words) : words)) {
    const range = rangeOf(options, piece) ?? positionsOf(options, piece);
    if (range) {
      for (const option of range) chosen.add(option);
      exact = false;
      continue;
    }
    const language = languages.get(
      plain(piece)
        .replace(/[^\p{L}\s]/gu, '')
        .trim(),
    );
    const found =
      named(options, piece) ??
      nearly(options, piece) ??
      (language === undefined ? undefined : { option: language, by: 'beginning' as const }) ??
      meaning(question, options, piece);
    const shown = piece.length > 60 ? 'a part of it' : `"${piece}"`;
    if (found === 'several') return `We could not tell which of the options you mean by ${shown}.`;
    if (found === undefined) return `We could not find ${shown} among the options.`;
    if (found.by === 'beginning' || found.by === 'typo') exact = false;
    chosen.add(found.option);
  }
  return chosen.size > 0 ? { chosen, exact } : 'We could not tell which of the options you mean.';
}

/** "lunch", "every other week": a piece of which all words together mean one option. */
function meaning({ ask }: Question, options: readonly string[], piece: string) {
  const words = optionText(piece).replace(/^(?:the|a|die|das|der|les?|la|o|os|as|el|los|las|il) (?=\S{3})/, '');
  const tokens = tokensOf(words);
  const [only, ...others] = mentionsIn(ask, options, words, tokens);
  const isWhole = only && others.length === 0 && only.from === 0 && only.to === tokens.length;
  return isWhole && only.by === 'words' && only.option !== unnamed
    ? { option: only.option, by: 'beginning' as const }
    : undefined;
}

/** "the evenings", "eve": a word of one option alone, with an article, in the plural, or cut short. */
function nearly(options: readonly string[], piece: string): { option: number; by: 'beginning' } | undefined {
  const words = optionText(piece).replace(
    /^(?:the|a|in the|at|on|die|das|der|am|les?|la|l|de|du|des|o|a|os|as|de|da|el|los|las|il|lo|gli|de la) (?=\S{3})/,
    '',
  );
  if (words.length < 3 || /\s/.test(words)) return undefined;
  const single = words.replace(/(?<=\p{L}{3})s$/u, '');
  const found = options.flatMap((text, option) => {
    const own = optionText(text)
      .split(' ')
      .filter((word) => word.length >= 4 && !common.has(word));
    return own.some((word) => word === words || word === single || word.startsWith(single)) ? [option] : [];
  });
  return found.length === 1 ? { option: found[0] as number, by: 'beginning' } : undefined;
}

const common: ReadonlySet<string> = new Set(
  'with from that this they them have been where what when which would could about before after every other another'.split(
    ' ',
  ),
);

/** "early or around noon", where each of them is offered. */
function withoutOr(words: string): string {
  return words.replace(/\s(?:or|oder|ou|of|eller|lub|albo)\s/giu, ', ').replace(/\s?\/\s?/g, ', ');
}

function inOrder(options: readonly string[], chosen: ReadonlySet<number>): string[] {
  return options.filter((_, option) => chosen.has(option));
}

/** The options in a text that consists of nothing but options in full, their letters and "and". */
function allMentioned(options: readonly string[], words: string): Set<number> | undefined {
  let rest = ` ${optionText(words)} `;
  const found = mentioned(options, words);
  if (found.length === 0) return undefined;
  const texts = found.map(({ option }) => options[option] ?? '').sort((one, other) => other.length - one.length);
  for (const text of texts) rest = rest.replace(` ${optionText(text)} `, '  ');
  const letters = new Set(found.map(({ option }) => letterOf(option)));
  const isRest = rest.split(' ').every((word) => word === '' || letters.has(word) || ands.has(word));
  return isRest ? new Set(found.map(({ option }) => option)) : undefined;
}

/**
 * "a e c" and "a, e c" are three options in English, and two with an "and" between them in Italian. Where there is no
 * option of that letter, as in "c i e" of five options, it can only be the word.
 */
function hasDoubtfulLetter(options: readonly string[], words: string): boolean {
  const doubtful = [...'eiyo'].filter((one) => one.charCodeAt(0) - 97 < options.length);
  const pieces = words.trim().toLowerCase().split(',');
  return pieces.some((piece, index) => {
    const letters = piece.trim().split(/\s+/);
    if (letters.length < 2 || !letters.every((one) => /^[a-z]$/.test(one))) return false;
    const rises = letters.every((one, at) => at === 0 || one > (letters[at - 1] ?? ''));
    const inner = letters.slice(index > 0 ? 0 : 1, -1).some((one) => doubtful.includes(one));
    return inner && (letters.length <= 3 || !rises);
  });
}

/** Words in brackets and after a dash are remarks: "a, c (especially grants)". */
function withoutAsides(said: string): { words: string; comment: string } {
  const asides: string[] = [];
  let words = said.replace(/\(([^()]{3,300})\)/g, (whole, inside: string) => {
    if (optionText(inside).length < 3) return whole;
    asides.push(inside.trim());
    return ' ';
  });
  const dash = /[^\n]\s[-–—]{1,2}\s(?=\S)/u.exec(words);
  if (dash && !words.slice(0, dash.index).includes('\n') && !/^\s*[-–—*•]/u.test(words)) {
    const rest = words.slice(dash.index + 1).replace(/^[\s–—-]{1,5}/u, '');
    if (!/^[a-z](?:[\s,)]|$)/i.test(rest)) {
      asides.unshift(rest.trim());
      words = words.slice(0, dash.index + 1);
    }
  }
  return { words: words.trim(), comment: asides.join('; ') };
}

/** "bc": letters of options without anything between them, in their order, where they can be no word. */
function lettersTogether(options: readonly string[], words: string): Set<number> | undefined {
  const text = words.trim().toLowerCase().replace(/[.!]$/, '');
  const letters = [...text];
  const last = String.fromCharCode(96 + Math.min(options.length, 8));
  const rises = letters.every(
    (letter, at) => letter >= 'a' && letter <= last && (at === 0 || letter > (letters[at - 1] ?? '')),
  );
  // Two letters with a vowel are a word, an abbreviation or the code of a language.
  const isWord = letters.length < 3 ? /[aei]|cf/.test(text) : /^(?:aced?|beg|def|eh)$/.test(text);
  if (letters.length < 2 || !rises || isWord || options.some((option) => optionText(option).startsWith(text)))
    return undefined;
  return new Set(letters.map((letter) => letter.charCodeAt(0) - 97));
}

/** "The last two": how many of the options stand at the beginning or the end. */
function positionsOf(options: readonly string[], piece: string): number[] | undefined {
  const [, place, count = ''] =
    /^(?:the |die |l[eo]s |[ao]s )?(first|last|ersten|letzten|primeir[oa]s|ultim[oa]s) (\p{L}+|\d)$/u.exec(
      optionText(piece),
    ) ?? [];
  const many = count === 'beiden' ? 2 : Number(count) || (numberWord(count) ?? 0);
  if (!place || many < 2 || many >= options.length) return undefined;
  const from = /^[fep]/.test(place) ? 0 : options.length - many;
  return Array.from({ length: many }, (_, index) => from + index);
}

/** What was said, cut into what should each be one option. Options that contain commas or "and" are taken out whole first. */
function piecesOf(options: readonly string[], words: string): string[] {
  const pieces: string[] = [];
  for (const line of words.split(/[\n;]/)) {
    const item = line.replace(/^\s*[-–—*•]\s?/u, '').trim();
    if (item === '') continue;
    if (isOne(options, item)) pieces.push(item);
    else pieces.push(...cutAtCommas(options, item));
  }
  return pieces;
}

function cutAtCommas(options: readonly string[], item: string): string[] {
  const atCommas = regroup(options, item.split(/[,、，/]/));
  return atCommas.flatMap((piece) => {
    if (isOne(options, piece)) return [piece];
    if (isLetters(options, piece) || isLanguages(options, piece)) return piece.split(/\s+/);
    const atAnd = regroup(options, piece.split(and));
    return atAnd.flatMap((part) => (isLetters(options, part) ? part.split(/\s+/) : [part]));
  });
}

/** Puts pieces back together where an option itself contains the separator. */
function regroup(options: readonly string[], cut: readonly string[]): string[] {
  const pieces = cut.map((piece) => withoutLead(options, piece)).filter((piece) => piece !== '');
  const done: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let taken = 1;
    for (let length = Math.min(6, pieces.length - at); length > 1; length -= 1) {
      const joined = pieces.slice(at, at + length).join(' and ');
      const bare = pieces.slice(at, at + length).join(' ');
      if (mentionsExactly(options, joined) || mentionsExactly(options, bare)) {
        taken = length;
        break;
      }
    }
    done.push(taken === 1 ? (pieces[at] ?? '') : pieces.slice(at, at + taken).join(' and '));
    at += taken;
  }
  return done.flatMap((piece) =>
    piece.includes(' and ') && !isOne(options, piece) ? [wholeOption(options, piece)] : [piece],
  );
}

function mentionsExactly(options: readonly string[], words: string): boolean {
  const text = optionText(words);
  return options.some((option) => optionText(option) === text);
}

function wholeOption(options: readonly string[], joined: string): string {
  const bare = optionText(joined.replaceAll(' and ', ' '));
  return options.find((option) => optionText(option) === bare) ?? joined;
}

/** Without the "and" that a piece begins with. A single letter may be an option itself, except before words of one: "e funding". */
function withoutLead(options: readonly string[], piece: string): string {
  if (isLanguages(options, piece)) return piece;
  const words = piece
    .trim()
    .replace(/^(?:and|also|und|auch|et|en|och|oraz)\s(?=\S)/i, '')
    .replace(/[.!]$/, '')
    .trim();
  const rest = /^[yei]\s(\S{2}.*)$/is.exec(words)?.[1];
  if (rest === undefined || named(options, words) !== undefined) return words;
  return mentionsExactly(options, rest) ? rest : words;
}

function isOne(options: readonly string[], words: string): boolean {
  const found = named(options, words);
  return found !== undefined && found !== 'several' && mentioned(options, words).length <= 1;
}

/** "en pt": names of languages with nothing between them but spaces. */
function isLanguages(options: readonly string[], words: string): boolean {
  const names = languageOptions(options);
  const pieces = plain(words).trim().split(/\s+/);
  return names.size > 0 && pieces.length > 1 && pieces.every((one) => names.has(one));
}

/** "a c e": letters with nothing between them but spaces. */
function isLetters(options: readonly string[], words: string): boolean {
  const letters = words.trim().split(/\s+/);
  return (
    letters.length > 1 &&
    letters.every((one) => /^[a-z][).]?$/i.test(one) && one.toLowerCase().charCodeAt(0) - 97 < options.length)
  );
}
