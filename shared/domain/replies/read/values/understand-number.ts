import type { Question } from '#domain/forms/form.ts';
import { longestNumber, misleadingNumberWord, numberWord } from '../text/number-words.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { plain } from '../text/words.ts';
import { explain } from './account.ts';
import { turnsIn } from './turns.ts';
import { answer, type Understood, unclear } from './understood.ts';

const one = 'Please reply with one number.';
const notSure = `We were not sure of the exact number. ${one} A good guess is fine.`;

/** A number that was said, in figures or in words, with its place. */
export interface Figure {
  value: number;
  from: number;
  to: number;
}

/** "12", "about 12 years", "twelve", "twice". More than one number, a range, a bound, or another unit is asked again. */
export function understandNumber(question: Question, said: string): Understood {
  const counts = countInWords(question, said);
  if (counts) return counts;
  const grouped = inFigures(question, said);
  if (grouped !== said) {
    const read = understandNumber(question, grouped);
    return read.kind === 'answer' ? { ...read, by: 'words' } : read;
  }
  // "Once. In six months.": a count in words beside a number.
  if (/\bhow (?:many times|often)\b/i.test(question.ask) && /\b(?:once|twice|thrice)\b/i.test(said))
    return unclear(`We could not tell which number you mean. ${one}`);
  const { figures, unsure } = figuresIn(said);
  if (unsure) return unclear(`We could not tell which number you mean. ${one}`);
  const [first] = figures;
  if (!first) return unclear(`We could not find a number in it. ${one}`);
  const after = withoutOtherNumbers(said, figures);
  if (after === undefined) return unclear(`We found more than one number. ${one}`);
  if (isBound(question, said, first)) return unclear(notSure);
  const beside = withoutCeiling(question, { before: said.slice(0, first.from), after });
  const other = otherUnit(
    question.ask,
    `${beside.before} ${said.slice(first.from, first.to)}${after.split(/[,.;:(\n]/)[0]}`,
  );
  if (other) return unclear(`We asked for ${other.asked}, and this seems to be in ${other.said}. ${one}`);
  if (isRate(after)) return unclear(`We were not sure what the number counts. ${one}`);
  const isAbout = about.test(plain(question.ask));
  const account = explain(beside, 'amount', question.ask, isAbout ? estimates : amounts);
  if ('turn' in account)
    return unclear(account.turn === 'unknown' ? `We could not tell which number you mean. ${one}` : notSure);
  const isPlain = figures.length === 1 && account.comment === '';
  return within(question, first.value, account.comment, isPlain ? undefined : 'words');
}

/** "Two decades" in years, and "half a dozen" in figures. */
function inFigures({ ask }: Question, said: string): string {
  const dozen = said.replace(
    /(?<!\p{L})(?:half a dozen|(?:ein )?halbes dutzend|meia dúzia|media docena)(?!\p{L})/iu,
    '6',
  );
  if (!/\byears\b/i.test(ask)) return dozen;
  return dozen.replace(/(?<!\p{L})(\p{L}+|\d) (?:decades?|jahrzehnte?|décadas?)(?!\p{L})/iu, (whole, count: string) => {
    const many = count === 'a' ? 1 : Number(count) || numberWord(count);
    return many === undefined ? whole : String(many * 10);
  });
}

function within({ min, max }: Question, value: number, comment = '', by?: 'words'): Understood {
  if (min !== undefined && value < min) return unclear(`The number should be ${min} or more.`);
  if (max !== undefined && value > max) return unclear(`The number should be ${max} or less.`);
  const read = answer(value, comment);
  return by && read.kind === 'answer' ? { ...read, by } : read;
}

/** Counts that are said without a number. */
const counted: [number, RegExp][] = [
  [
    1,
    /^(?:just |only |exactly )?(?:once|one time|einmal|ein mal|une fois|uma vez|una vez|una volta|een keer|en gang|raz)(?: so far| now| bisher)?$/,
  ],
  [
    2,
    /^(?:just |only |exactly )?(?:twice|two times|zweimal|zwei mal|deux fois|duas vezes|dos veces|due volte|twee keer|tva ganger|dwa razy)(?: so far| now| bisher)?$/,
  ],
  [
    3,
    /^(?:just |only |exactly )?(?:thrice|three times|dreimal|drei mal|trois fois|tres vezes|tres veces|tre volte|drie keer|tre ganger|trzy razy)(?: so far| now| bisher)?$/,
  ],
];
const zero =
  /^(?:none|nil|no|zero|nobody|no one|no-one|nothing|none at all|zero times|not once|never|not at all|not yet|not so far|not even once|we haven'?t|we have not|we haven'?t (?:yet|met|met yet)|we have not (?:yet|met|met yet)|we have never met|we'?ve never met|we never met|we never did|we didn'?t|we did not|we'?ve not|we'?ve not met|we'?ve not met yet|we are yet to meet|haven'?t|haven'?t yet|haven'?t met|haven'?t met yet|have not met|have not met yet|no meetings?|no meetings? (?:yet|so far)|no one else|nobody else|keine?|keiner|keine?(?:r|n|s)? einzige[rs]?|niemand|nie|noch nie|noch nicht|noch gar nicht|gar nicht|gar keine?|kein(?:e)? mal|kein einziges mal|bisher nicht|bisher nie|bislang nicht|null mal|aucune?|aucune fois|jamais|pas encore|pas une fois|zero fois|personne|nenhum|nenhuma|nenhuma vez|nunca|ainda nao|ainda nenhuma|ainda nenhuma vez|zero vezes|ninguem|ninguno|ninguna|ninguna vez|todavia no|aun no|nadie|nessuno|nessuna|nessuna volta|mai|non ancora|ancora mai|geen|geen enkele|nog niet|nog nooit|nooit|niemand|inga|ingen|inte an|aldrig|zaden|zadne|zadna|ani razu|jeszcze nie|nigdy)$/;
/** Zero for what has no count of times: "none", not "never". */
const noneAtAll =
  /^(?:none|nil|no|zero|none at all|keine?|keiner|aucune?|ninguno|ninguna|nenhum|nenhuma|nessuno|nessuna|geen|inga|ingen|zaden|zadne|nobody|no one|no-one|niemand|personne|ninguem|nadie|no one else|nobody else)$/;

const counts =
  /(?<!\p{L})(?:once|twice|thrice|einmal|zweimal|une fois|deux fois|uma vez|duas vezes|una vez|dos veces|una volta|due volte|times|mal|fois|vezes|veces|volte|met)(?!\p{L})/u;

/** "once", "not yet" and "we haven't", where the question asks how many times, how many people or how many of anything. */
function countInWords(question: Question, said: string): Understood | undefined {
  const words = plain(said)
    .replace(
      /^(?:sorry|sadly|unfortunately|well|leider|malheureusement|infelizmente|desgraciadamente|purtroppo|helaas|tyvarr|niestety|i'm afraid|i am afraid)[\s,]+/u,
      '',
    )
    .replace(
      /[\s.!,]*(?:,? ?(?:sorry|i'm afraid|i am afraid|sadly|unfortunately|leider|thanks|thank you|danke|merci|obrigad[oa]))?[\s.!]*$/u,
      '',
    );
  const ask = plain(question.ask);
  const isTimes = /how many times|how often|wie oft|combien de fois|quantas vezes|cuantas veces|quante volte/.test(ask);
  const isCount = /how many|wie viele|combien|quant[oa]s|cuant[oa]s|quant[ei]/.test(ask);
  // "We have never met. My mentor does not answer my emails.": the count, and what somebody has to hear.
  const cut = /[.!]\s+(?=\S)/.exec(said);
  if (cut) {
    const [first, rest] = [said.slice(0, cut.index), said.slice(cut.index + 1).trim()];
    const count = countInWords(question, first);
    const isRemark =
      figuresIn(rest).figures.length === 0 &&
      !turnsIn(tokensOf(rest), rest).some(({ turn }) => turn === 'condition' || turn === 'doubt');
    return count?.kind === 'answer' && isRemark && !counts.test(plain(rest)) ? { ...count, comment: rest } : undefined;
  }
  if (noneAtAll.test(words)) return within(question, 0, '', 'words');
  if (isCount && zero.test(words))
    return /never|jamais|nie|nunca|mai|nooit|aldrig|nigdy/.test(words) && !isTimes
      ? undefined
      : within(question, 0, '', 'words');
  if (!isTimes) return undefined;
  const found = counted.find(([, pattern]) => pattern.test(words));
  return found && within(question, found[0], '', 'words');
}

/**
 * What follows the first number, without the numbers that change nothing: "not 13", and the parts of a whole ("15 years, 5 in
 * this company", "4 (two of them online)"). Undefined when another number is left that could be the answer.
 */
function withoutOtherNumbers(said: string, [first, ...others]: readonly Figure[]): string | undefined {
  if (!first) return undefined;
  let after = said.slice(first.to);
  let [low, offset] = [first.to, 0];
  for (const other of others) {
    if (other.value === first.value && /^\s*(?:\(|=|-|,|i\.?e\.?)?\s*$/.test(said.slice(low, other.from))) {
      // "15 (fifteen)" is one number.
      after = after.slice(0, other.from - first.to - offset) + after.slice(other.to - first.to - offset);
      offset += other.to - other.from;
      low = other.to;
      continue;
    }
    const lead = plain(said.slice(low, other.from));
    const tail = plain(said.slice(other.to)).split(/[,;\n)]|\.\s/)[0] ?? '';
    const isNot =
      /(?:^|[\s(,;–-])(?:not|instead of|rather than|nicht|statt|pas|nao|non|no|niet|inte|nie)\s+(?:the\s+|as\s+)?$/.test(
        lead,
      ) && other.value !== first.value;
    const isWhole =
      /^\s*(?:[^\d,;(:.–-]{0,30})[,;(:–-]\s*(?:and\s+|of which\s+|of them\s+|including\s+|davon\s+|dont\s+|incluindo\s+|sendo\s+|de los cuales\s+|di cui\s+|about\s+|some\s+|the last\s+|last\s+|only\s+)*$/.test(
        plain(said.slice(first.to, other.from)),
      );
    const isUnitBetween = hasOnlyUnits(said.slice(first.to, other.from));
    const isPart =
      /^\s*(?:years?\s+|of them\s*|of these\s*|of those\s*|of which\s*|ans\s+|anos\s+|jahre\s+)?(?:in|at|as|with|of|here|there|for|online|bei|in der|als|hier|davon|chez|dans|ici|aqui|na|no|em|en|aqui|como|come|qui)\b/.test(
        `${tail} `,
      );
    if (!isNot && !(isWhole && isUnitBetween && isPart && other.value < first.value && others.length === 1))
      return undefined;
    const end = said.slice(other.to).search(/[,;)\n]|\.\s/);
    const to = end === -1 ? said.length : other.to + end;
    after =
      said
        .slice(first.to, other.from)
        .replace(
          /(?:not|instead of|rather than|nicht|statt|pas|não|nao|niet|inte|nie|of which|only|including)\s+$/i,
          '',
        ) + said.slice(to);
    if (others.length > 1) return undefined;
  }
  return after;
}

function hasOnlyUnits(between: string): boolean {
  const words = plain(between).match(/\p{L}+/gu) ?? [];
  return words.every((word) => amounts.has(word) || /^(?:of|which|them|including|davon|dont|and|the|last)$/.test(word));
}

/** Every number in `said`, in figures or in words. `unsure` when figures may be read in two ways, such as 1,200. */
export function figuresIn(said: string): { figures: Figure[]; unsure: boolean } {
  // One character for one, so that places stay those of the original.
  const text = [...said.toLowerCase()]
    .map((character) =>
      /^[\u2010-\u2015\u2212\ufe63\uff0d]$/u.test(character) ? '-' : character === '’' ? "'" : character,
    )
    .join('');
  const same = text.length === said.length ? text : said.toLowerCase();
  const figures: Figure[] = [];
  let unsure = false;
  const pieces = [...same.matchAll(/\d[\d.,]*|\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)?/gu)];
  for (let index = 0; index < pieces.length; index += 1) {
    const match = pieces[index] as RegExpExecArray;
    const before = same.slice(0, match.index);
    if (!/^\d/.test(match[0])) {
      const word = wordNumberAt(pieces, index, same);
      if (!word) continue;
      const minus = /(?:^|[^\p{L}])(?:minus|negative|moins|menos|meno|min)\s$/u.test(before.slice(-10));
      // A word for a number somewhere in a long sentence need not be the answer.
      if (same.length > longestPhrase && figures.length === 0 && match.index > 30) unsure = true;
      figures.push({
        value: minus ? -word.value : word.value,
        from: minus ? startOfMinus(before) : match.index,
        to: word.to,
      });
      index += word.words - 1;
      continue;
    }
    const digits = match[0].replace(/[.,]+$/, '');
    const end = match.index + digits.length;
    // Three figures after a comma or a point are thousands in one country and a fraction in the next.
    if (/[.,]\d{3}$/.test(digits) || (digits.match(/[.,]/g)?.length ?? 0) > 1) unsure = true;
    // "2nd", "5k": more than a number, unlike a unit that is written without a space.
    if (/^(?:k|m|st|nd|rd|th)(?![a-z])/.test(same.slice(end))) unsure = true;
    const value = Number(digits.replace(',', '.'));
    const sign = /(?:^|[\s(])(-|minus\s|negative\s|moins\s|menos\s|meno\s)$/.exec(before);
    figures.push({ value: sign ? -value : value, from: match.index - (sign?.[1]?.length ?? 0), to: end });
  }
  if (/\d\s?[/½¼¾⅓⅔]\s?\d|[½¼¾⅓⅔]/.test(said) || half.test(plain(said))) unsure = true;
  return { figures, unsure };
}

function startOfMinus(before: string): number {
  return before.trimEnd().search(/\p{L}+$/u);
}

/** A number in words that begins at a piece: the longest, of words with nothing but spaces or hyphens between them. */
function wordNumberAt(
  pieces: readonly RegExpExecArray[],
  index: number,
  text: string,
): { value: number; to: number; words: number } | undefined {
  const first = pieces[index] as RegExpExecArray;
  for (let words = Math.min(longestNumber, pieces.length - index); words > 1; words -= 1) {
    const last = pieces[index + words - 1] as RegExpExecArray;
    const to = last.index + last[0].length;
    const value = numberWord(text.slice(first.index, to));
    if (value !== undefined && value > 20) return { value, to, words };
  }
  const to = first.index + first[0].length;
  const after = text.slice(to);
  if (isPronoun(first[0], text.slice(0, first.index), after)) return undefined;
  const ish = /^(\p{L}{3,})-?ish$/u.exec(first[0])?.[1];
  const value = numberWord(ish ?? first[0]) ?? beyondDoubt(first[0], text, after);
  return value === undefined ? undefined : { value, to, words: 1 };
}

/** "dix ans et demi", "anderthalb". */
const half =
  /(?<!\p{L})(?:half|halb\p{L}{0,10}|anderthalb|eineinhalb|demie?|medi[oa]|mei[oa]|mezz[oa]|halve|halv[at]?|poł|połtora)(?!\p{L})/u;

/** "once" is eleven before "años", and "elf" as the whole answer. */
function beyondDoubt(word: string, text: string, after: string): number | undefined {
  const next = plain(after.slice(0, 20));
  const isWhole = word !== 'once' && text.replace(/[\s.!]/g, '') === word;
  if (isWhole && /^(?:ein|eine[nrs]?|une?|uma?|una|een|ett)$/u.test(plain(word))) return 1;
  return isWhole || units.some(([, stems]) => stems.exec(next)?.index === 0) ? misleadingNumberWord(word) : undefined;
}

/** Eight or nine words. */
const longestPhrase = 60;

/** "this one", "no one", "the last one": a one that is no number, unless it begins the answer or stands behind "about". */
function isPronoun(word: string, before: string, after: string): boolean {
  return (
    /^(?:one|uno)$/.test(word) &&
    (/^\s+(?:of\s|would|can|could|has|is)/.test(after) ||
      !/(?:^|[^\p{L}\s]\s*|(?:^|\s)(?:a|about|around|approximately|almost|and|at least|at most|barely|circa|exactly|for|have|just|just the|only the|maybe|menos|meno|minus|moins|nearly|number|only|or|perhaps|roughly|say|take|than|to|o|solo|quasi)\s)$/u.test(
        before,
      ))
  );
}

/** "4+", "5-", "> 3", "3 -> 4": more, less or other than the figure. */
export function hasBoundSign(said: string): boolean {
  return /\d\s?\+(?!\s?\d)|\d\s?[-–]{1,2}\s*(?:$|[,.;)])|[<>≤≥±]\s?=?\s?\d|\d\s?(?:[<>≤≥→➔±]|->|=>)/u.test(
    said.replace(/^\s*(?:[-=]{1,2}>|[→➔➜])\s*/u, ''),
  );
}

const room = /room for|could you take|at most|willing to take|wie viele .* (?:nehmen|platz)/;

/** "At most two" is two, where the question is how many somebody has room for. */
const moreOrLess =
  /(?<!\p{L})(?:more or less|mehr oder weniger|plus ou moins|mais ou menos|más o menos|più o meno|min of meer|mer eller mindre|mniej więcej)(?!\p{L})/giu;

function withoutCeiling({ ask }: Question, beside: { before: string; after: string }) {
  const [before, after] = [beside.before.replace(moreOrLess, ' '), beside.after.replace(moreOrLess, ' ')];
  if (!room.test(plain(ask))) return { before, after };
  const ceiling =
    /(?<!\p{L})(?:(?:no|not) more than|at (?:the )?most|up to|max(?:imum)?\.?|tops|maximal|höchstens|nicht mehr als|au maximum|au plus|pas plus de|no máximo|não mais de|até|como máximo|no más de|al massimo|non più di)(?!\p{L})/giu;
  return { before: before.replace(ceiling, ' '), after: after.replace(ceiling, ' ') };
}

/** "10+", "more than 10", "less than 5", "since 2015": a bound, not a number. */
function isBound({ ask }: Question, said: string, first: Figure): boolean {
  const text = plain(said);
  if (hasBoundSign(said)) return true;
  // "Two at most" is how many somebody has room for.
  const isRoom = room.test(plain(ask));
  if (isRoom)
    return /(?:^|[^\p{L}])(?:over|at least|mindestens|au moins|pelo menos|al menos|almeno|minimum|(?<!not |no |nicht )(?:mehr als|more than|mais de|plus de)|less than|weniger als)(?![\p{L}])/u.test(
      text,
    );
  const year = first.value >= 1900 && first.value <= 2100;
  return (
    year &&
    /(?:^|[^\p{L}])(?:since|in|started|began|from|seit|ab|depuis|en|desde|em|dal|sinds|sedan|od)(?![\p{L}])/u.test(text)
  );
}

/** "2 a month": how often, where it was asked how many. */
function isRate(after: string): boolean {
  return /^\s*(?:times?|x|mal|fois|vezes|veces|volte)?\s*(?:a|per|each|every|pro|je|im|in der|par|por|al|all)\s+(?:week|month|day|year|fortnight|woche|monat|tag|jahr|semaine|mois|jour|an|semana|mes|dia|ano|settimana|mese|giorno|anno)(?!\p{L})/u.test(
    plain(after),
  );
}

const about =
  /(?:^|[^\p{L}])(?:about|roughly|approximately|around|etwa|ungefahr|environ|cerca|aproximadamente|circa)(?![\p{L}])/u;

const unitWords =
  '年 年間 年间 歳 岁 回 次 人 名 점 년 년간 번 명 회 약 정도 쯤 約 约 大约 大約 左右 くらい ぐらい ほど שנים שנה פעמים בערך כ سنة سنوات عام اعوام مرة مرات تقريبا حوالي years year yrs yr y months month mos weeks week days day hours hour hrs h minutes minute times time x meetings meeting calls call mentees mentee mentors mentor people persons person others places place of jahre jahren jahr monate monat mal treffen personen leute ans annees annee mois fois rencontres rencontre personnes personne anos ano meses mes vez vezes encontros reunioes pessoas veces reuniones personas anni anno mesi volte incontri persone jaar jaren keer gesprekken mensen ar ganger traffar lat lata razy razem spotkan osoby';
const roughly =
  'hmm hm at disons omkring digamos sagen wir zeggen diciamo about around roughly approximately approx ca circa some ish give or take so say guess near enough odd rough estimate estimated nearly almost close just only exactly precisely bang solid good full whole etwa ungefahr rund zirka knapp gut fast genau environ presque peu pres juste exactement cerca aproximadamente quase exatamente unos unas casi exactamente quasi esattamente ongeveer bijna precies ungefar nastan okolo prawie dokladnie cerca';
/** Words that stand beside an amount and leave it what it is. */
const amounts: ReadonlySet<string> = new Set(
  `it has been is that's that makes ${unitWords} ${roughly} now already yet far to date till still total together altogether experience working worked work field industry job max maximum most tops limit room capable handle manage start begin met meet with seen have had so we i been for in the up`.split(
    ' ',
  ),
);
/** Where a guess is asked for, "I think" is how one is given. */
const estimates: ReadonlySet<string> = new Set([
  ...amounts,
  ...'think believe guess reckon suppose glaube denke schatze crois pense acho penso creo credo would'.split(' '),
]);

/** Units of time by their stems, so that months are not stored as years. */
const units: [name: string, stems: RegExp][] = [
  [
    'years',
    /(?:^|[\s\d])(?:years?|yrs?|y|jahren?|jahre?|ans|annees?|anos?|anni|anno|jaar|jaren|ar|lata?|rok[ui]?)(?![\p{L}])/u,
  ],
  [
    'months',
    /(?:^|[\s\d])(?:months?|mos?|monate?n?|mois|mes|meses|mesi|mese|maanden|maand|manader|manad|miesi[a-z]+)(?![\p{L}])/u,
  ],
  [
    'weeks',
    /(?:^|[\s\d])(?:weeks?|wks?|wochen?|semaines?|semanas?|settiman[ae]|weken|veckor|vecka|tygodni[ae]?)(?![\p{L}])/u,
  ],
  ['days', /(?:^|[\s\d])(?:days?|tagen?|tage?|jours?|dias?|giorni|giorno|dagen|dag|dagar|dni|dzien)(?![\p{L}])/u],
  [
    'hours',
    /(?:^|[\s\d])(?:hours?|hrs?|h|stunden?|heures?|horas?|ore|ora|uren|uur|timmar|timme|godzin[ay]?)(?![\p{L}])/u,
  ],
  ['minutes', /(?:^|[\s\d])(?:minutes?|mins?|minuten|minutos?|minuti|minuter|minut)(?![\p{L}])/u],
];

function otherUnit(ask: string, said: string): { asked: string; said: string } | undefined {
  const inAsk = units.filter(([, stems]) => stems.test(plain(ask))).map(([name]) => name);
  const inSaid = units.filter(([, stems]) => stems.test(plain(said))).map(([name]) => name);
  const [asked = 'something else'] = inAsk;
  const other = inSaid.find((name) => !inAsk.includes(name));
  return asked && other ? { asked, said: other } : undefined;
}
