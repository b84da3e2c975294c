import { Phrases, type Token, tokensOf } from '../text/word-tokens.ts';
import { plain } from '../text/words.ts';
import { everyDays } from './frequency.ts';
import { optionText } from './named-option.ts';

/** An option that is named somewhere in what was said. */
export interface Mention {
  option: number;
  /** Its tokens: from the first to the one after the last. */
  from: number;
  to: number;
  /** In its own words, by its letter, or by words that mean it. */
  by: 'own' | 'letter' | 'words';
  /** "not a mentor", "rather than a mentor". */
  negated: boolean;
}

/** Every option that is named in `said`, in order. Two names never share a word; of two that could, the longer one is meant. */
export function mentionsIn(ask: string, options: readonly string[], said: string, tokens: readonly Token[]): Mention[] {
  const found = [
    ...byText(options, tokens),
    ...byFrequency(options, tokens),
    ...byMeaning(options, tokens),
    ...byTimeOfDay(options, tokens),
    ...byLetter(options, said, tokens),
    ...byPosition(options, tokens),
    ...byWord(ask, options, tokens),
  ];
  const taken: Found[] = [];
  const named = found.filter(
    (one) => one.by !== 'words' || !isTime(options[one.option]) || !isBeside(tokens, one.from),
  );
  for (const one of named.sort((a, b) => b.to - b.from - (a.to - a.from) || rank[a.by] - rank[b.by])) {
    if (!taken.some(({ from, to }) => one.from < to && from < one.to)) taken.push(one);
  }
  taken.sort((a, b) => a.from - b.from);
  return taken.map((one) => ({ ...one, negated: isNegated(tokens, one.from) }));
}

const rank = { own: 0, letter: 1, words: 2 };

type Found = Omit<Mention, 'negated'>;

function byText(options: readonly string[], tokens: readonly Token[]): Found[] {
  return options.flatMap((text, option) =>
    runs(
      tokens,
      tokensOf(optionText(text)).map(({ word }) => word),
      option,
      'own',
    ),
  );
}

function runs(tokens: readonly Token[], words: readonly string[], option: number, by: Mention['by']): Found[] {
  if (words.length === 0) return [];
  const found: Found[] = [];
  for (let from = 0; from + words.length <= tokens.length; from += 1) {
    if (words.every((word, step) => tokens[from + step]?.word === word))
      found.push({ option, from, to: from + words.length, by });
  }
  return found;
}

/** Times of the day, by what people call them; only where one of the options alone is that time. */
const timesOfDay: [RegExp, Phrases<true>][] = [
  [
    /\bearly\b/,
    new Phrases<true>().add(
      "früh|cedo|de manhã cedo|logo de manhã|tôt|tôt le matin|temprano|presto|di buon'ora|vroeg|tidigt|wcześnie|first thing|first thing in the morning|early morning|early in the morning|early mornings|early in the day|early on|the early bit|before (nine|9|eight|8|9am|work)|(morgens vor|vor) (neun|9|acht|8)|avant 9h|antes das (nove|9)|antes de las 9",
      true,
    ),
  ],
  [
    /\bnoon\b|\bmidday\b/,
    new Phrases<true>().add(
      'mittag|mittags|um die mittagszeit|gegen mittag|über mittag|in der mittagspause|midi|à midi|vers midi|le midi|meio dia|ao meio dia|à hora de almoço|hora de almoço|hora do almoço|mediodía|al mediodía|mezzogiorno|a mezzogiorno|lunch|lunchtime|lunch (time|break)|around lunchtime|at lunch|at lunchtime|around lunch|over lunch|midday|at noon|rond de middag|lunchtid|południe|w południe',
      true,
    ),
  ],
  [
    /\bafternoon\b/,
    new Phrases<true>().add(
      "nachmittag|nachmittags|am nachmittag|après midi|l'après midi|tarde|à tarde|de tarde|da tarde|por la tarde|pomeriggio|nel pomeriggio|middags|'s middags|eftermiddag|på eftermiddagen|popołudnie|po południu|afternoons|pm|(early|late|in the early|in the late) afternoon|fim da tarde|after lunch|after lunchtime|after the lunch break|after noon|nach dem mittag|nach dem mittagessen|nach der mittagspause|après le déjeuner|depois do almoço|após o almoço|después de comer",
      true,
    ),
  ],
  [
    /\bevening\b/,
    new Phrases<true>().add(
      "abend|abends|am abend|soir|le soir|en soirée|noite|à noite|de noite|ao fim do dia|ao final do dia|noche|por la noche|sera|di sera|la sera|avond|'s avonds|kväll|på kvällen|wieczór|wieczorem|evenings|eve|after work|after hours|(early|late|in the early|in the late) evening|am frühen abend|nach feierabend|after (five|5|5pm|six|6|6pm)",
      true,
    ),
  ],
];

function byTimeOfDay(options: readonly string[], tokens: readonly Token[]): Found[] {
  return timesOfDay.flatMap(([pattern, phrases]) => {
    const own = options.flatMap((text, option) => (pattern.test(optionText(text)) ? [option] : []));
    const [option] = own;
    if (option === undefined || own.length > 1) return [];
    return tokens.flatMap((_, from): Found[] => {
      const phrase = phrases.at(tokens, from);
      return phrase ? [{ option, from, to: from + phrase.length, by: 'words' }] : [];
    });
  });
}

function isTime(option = ''): boolean {
  return timesOfDay.some(([pattern]) => pattern.test(optionText(option)));
}

/** "Before noon" and "after lunch" are not at noon, whatever they are. */
function isBeside(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  const [last = ''] = before.slice(-1);
  return besideWord.test(last) || (/^(?:the|my|dem|der|le|do|o|de)$/.test(last) && besideWord.test(before[0] ?? ''));
}

const besideWord = /^(?:after|past|before|nach|vor|apres|avant|depois|apos|antes|despues|dopo|prima)$/;

/** The longest runs of words that say how often, where options do. */
function byFrequency(options: readonly string[], tokens: readonly Token[]): Found[] {
  const days = options.map(everyDays);
  if (days.every((one) => one === undefined)) return [];
  const found: Found[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = Math.min(tokens.length, from + 6); to > from; to -= 1) {
      const said = everyDays(
        tokens
          .slice(from, to)
          .map(({ word }) => word)
          .join(' '),
      );
      const option = said === undefined ? -1 : days.indexOf(said);
      if (option === -1) continue;
      found.push({ option, from, to, by: 'words' });
      break;
    }
  }
  return found;
}

/** What mentors and mentees say they want, for options that are the two roles. */
const roleWords = new Phrases<'mentor' | 'mentee' | 'both' | 'open'>()
  .add(
    `(be|being|get) mentored|mentored|(looking for a|look for a|seeking a|seek a|searching for a|search for a|in search of a|find a|ich suche einen|suche einen|auf der suche nach einem|je cherche un|cherche un|à la recherche d'un|procuro um|à procura de um|busco un|busco|cerco un) mentor|mentees|a protégé|protégé|protégée|the mentee|as a mentee|suche eine mentorin|ich suche eine mentorin|procuro uma mentora|cerco un mentore|mentorado|mentorada|mentoré|mentorée|mentorando|mentoranda|mentorierte|mentorado mesmo`,
    'mentee',
  )
  .add(`(on the|the) receiving end|the (student|learner|one who learns|one who gets the advice)`, 'mentee')
  .add(`(on the|the) giving end|the (teacher|one who teaches|one who gives it|one who gives advice)`, 'mentor')
  .add(
    `mentor (someone|somebody|others|people|other people|a colleague|for someone|to someone|for others)|mentoring (someone|somebody|others|people)|mentors|mentorin|mentora|mentore|mentrice|mentorka|jemanden begleiten`,
    'mentor',
  )
  .add(
    `mentor and mentee|mentee and mentor|mentor plus mentee|mentee plus mentor|mentor mentee|mentee mentor|mentor & mentee|mentor as well as mentee|mentor und mentee|mentee und mentor|mentor et mentee|mentor e mentee|mentor y mentee|both of them|both roles|beides|beide|alles beides|les deux|les 2|tous les deux|ambos|ambas|os dois|as duas|los dos|las dos|entrambi|entrambe|tutti e due|allebei|båda|oba|obie|obydwa|a bit of both|each|(both|from both) sides|both things|sowohl als auch|as duas coisas|las dos cosas|둘 다|둘다|両方|两者|两个都|都|كلاهما|שניהם|שתיהן`,
    'both',
  )
  .add(
    `(need a|needs a|want a|would like a|i'd like a|like to have a|like a|have a|having a|get a|love a|love to have a|brauche einen|möchte einen|hätte gern einen|hätte gerne einen|besoin d'un|voudrais un|aimerais un|aimerais avoir un|preciso de um|gostava de ter um|gostaria de ter um|quero um|necesito un|quiero un|me gustaría tener un|ho bisogno di un) mentor|mentor (for me|for myself|myself)`,
    'open',
  );

/** Whether the options are the roles of a pair. */
function rolesOf(options: readonly string[]): { mentor: number; mentee: number; both: number } | undefined {
  const texts = options.map(optionText);
  const [mentor, mentee] = [
    texts.findIndex((text) => /^(?:a )?mentor$/.test(text)),
    texts.findIndex((text) => /^(?:a )?mentee$/.test(text)),
  ];
  const both = texts.findIndex((text) => /^both$|^mentor (?:and|&) mentee$/.test(text));
  return mentor >= 0 && mentee >= 0 ? { mentor, mentee, both } : undefined;
}

/** Someone who needs a mentor is no mentor, but may want to be both: a mention of no option, which is asked about. */
export const unnamed = -1;

function byMeaning(options: readonly string[], tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  const roles = rolesOf(options);
  const neither = options
    .map(optionText)
    .flatMap((text, option) => (/^(?:neither|none|no|never|not yet|nein|non|nao)$/.test(text) ? [option] : []));
  for (let at = 0; at < tokens.length; ) {
    const phrase = roles && roleWords.at(tokens, at);
    const kind = phrase?.kinds[0];
    if (!roles || !phrase || kind === undefined) {
      at += 1;
      continue;
    }
    const option = kind === 'open' ? unnamed : roles[kind];
    // The frontier between two sentences is none between two roles.
    const isOne = tokens.slice(at + 1, at + phrase.length).every(({ breaks }) => !breaks) || kind === 'both';
    if ((option >= 0 || kind === 'open') && isOne)
      found.push({ option, from: at, to: at + phrase.length, by: 'words' });
    at += phrase.length;
  }
  found.push(...byGender(options, tokens));
  const [only] = neither;
  if (neither.length === 1 && only !== undefined && nothing.has(tokens.map(({ word }) => word).join(' '))) {
    found.push({ option: only, from: 0, to: tokens.length, by: 'words' });
  }
  return found;
}

/** What people write for "woman" and "man", where those are options. */
const genders: [RegExp, ReadonlySet<string>][] = [
  [
    /^(?:a )?wom[ae]n$|^female$/,
    new Set(
      'f w female woman lady girl she her weiblich frau femme feminin feminine mulher feminino mujer femenino donna vrouw kvinna kobieta'.split(
        ' ',
      ),
    ),
  ],
  [
    /^(?:a )?m[ae]n$|^male$/,
    new Set(
      'm male man guy gentleman bloke he him mannlich mann homme masculin homem masculino hombre uomo mezczyzna'.split(
        ' ',
      ),
    ),
  ],
];

function byGender(options: readonly string[], tokens: readonly Token[]): Found[] {
  const [woman, man] = genders.map(([pattern]) => options.findIndex((text) => pattern.test(optionText(text))));
  if (woman === undefined || man === undefined || woman < 0 || man < 0) return [];
  return tokens.flatMap(({ word }, from): Found[] => {
    const option = genders[0]?.[1].has(word) ? woman : genders[1]?.[1].has(word) ? man : undefined;
    return option === undefined ? [] : [{ option, from, to: from + 1, by: 'words' }];
  });
}

const nothing = new Set(
  "no|none|neither|never|not yet|nope|no never|neither of them|none of these|none of them|neither of these|never before|no neither|nein|nie|noch nie|weder noch|keins von beiden|keines von beiden|non|jamais|ni l un ni l autre|ni l'un ni l'autre|aucun|aucun des deux|nao|nunca|nem uma coisa nem outra|nenhum|nenhuma|nenhum dos dois|ninguno|ninguna|ni uno ni otro|nessuno|nessuna|nessuno dei due|mai|geen van beide|nee|nooit|nej|aldrig|ingetdera|nie|nigdy|zadne".split(
    '|',
  ),
);

/** "option b", "b)", "(b)"; a letter by itself between breaks, at the end of what was said, or before "please" and "because". */
function byLetter(options: readonly string[], said: string, tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  for (const [at, { word, start, end, breaks }] of tokens.entries()) {
    if (!/^[a-z]$/.test(word)) continue;
    const option = word.charCodeAt(0) - 97;
    if (option >= options.length) continue;
    const before = tokens[at - 1]?.word ?? '';
    const next = tokens[at + 1];
    if (
      /^(?:option|letter|answer|choice|opcao|opcion|opzione|optie|antwort|buchstabe|alternativ|odpowiedz|lettre|letra)$/.test(
        before,
      )
    ) {
      found.push({ option, from: at - 1, to: at + 1, by: 'letter' });
      continue;
    }
    const isMarked =
      /^\s?[).\]]/.test(said.slice(end)) && (/[([]\s?$/.test(said.slice(0, start)) || at === 0 || breaks);
    const isAlone = (at === 0 || breaks) && (next === undefined || next.breaks);
    const isLast = next === undefined && at > 0;
    const goesOn =
      (at === 0 || breaks) &&
      next !== undefined &&
      /^(?:please|because|since|thanks|danke|merci|weil|car|porque|pls|for|definitely|only)$/.test(next.word);
    if (isMarked || isAlone || isLast || goesOn) found.push({ option, from: at, to: at + 1, by: 'letter' });
  }
  return found;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const ordinalWords: Record<string, number> = {
  ...Object.fromEntries(ordinals.map((word, index) => [word, index])),
  '1st': 0,
  '2nd': 1,
  '3rd': 2,
  '4th': 3,
  '5th': 4,
  erste: 0,
  erstes: 0,
  zweite: 1,
  zweites: 1,
  dritte: 2,
  drittes: 2,
  vierte: 3,
  premier: 0,
  premiere: 0,
  deuxieme: 1,
  seconde: 1,
  troisieme: 2,
  quatrieme: 3,
  primeiro: 0,
  primeira: 0,
  segundo: 1,
  segunda: 1,
  terceiro: 2,
  terceira: 2,
  quarto: 3,
  quarta: 3,
  primero: 0,
  primera: 0,
  tercero: 2,
  tercera: 2,
  prima: 0,
  primo: 0,
  seconda: 1,
  secondo: 1,
  terza: 2,
  terzo: 2,
};

/** "the second", "the last one", "number 2": by where an option stands, unless the options have figures of their own. */
function byPosition(options: readonly string[], tokens: readonly Token[]): Found[] {
  if (options.some((text) => /\p{N}/u.test(text))) return [];
  const found: Found[] = [];
  for (const [at, { word }] of tokens.entries()) {
    const next = tokens[at + 1]?.word ?? '';
    const hasNoun = /^(?:one|option|choice|answer|option|variante|opcao|opcion|opzione)$/.test(next);
    const before = tokens[at - 1]?.word ?? '';
    const hasArticle = /^(?:the|die|das|der|le|la|o|a|el|il)$/.test(before);
    const option =
      word === 'last' ||
      word === 'letzte' ||
      word === 'derniere' ||
      word === 'dernier' ||
      word === 'ultima' ||
      word === 'ultimo'
        ? options.length - 1
        : ordinalWords[word];
    if (
      option !== undefined &&
      option < options.length &&
      (hasNoun || hasArticle) &&
      !/^(?:time|year|week|month|thing|things|mal|fois|vez)$/.test(next)
    ) {
      found.push({ option, from: hasArticle ? at - 1 : at, to: hasNoun ? at + 2 : at + 1, by: 'words' });
    }
    const number = /^\d$/.test(word) ? Number(word) - 1 : ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(word);
    const isNumbered =
      /^(?:number|no|nr|option|nummer|numero|choice)$/.test(before) && number >= 0 && number < options.length;
    if (isNumbered) found.push({ option: number, from: at - 1, to: at + 1, by: 'words' });
  }
  return found;
}

/** A word of five letters or more that one option alone has, and the question has not: "writing". */
function byWord(ask: string, options: readonly string[], tokens: readonly Token[]): Found[] {
  const inAsk = new Set(tokensOf(ask).map(({ word }) => word));
  const owner = new Map<string, number>();
  for (const [option, text] of options.entries()) {
    for (const word of new Set(tokensOf(text).map(({ word: one }) => one)))
      owner.set(word, owner.has(word) ? unnamed : option);
  }
  return tokens.flatMap(({ word }, from): Found[] => {
    const option = owner.get(word);
    const counts =
      option !== undefined && option !== unnamed && word.length >= 5 && !inAsk.has(word) && !vague.has(word);
    return counts ? [{ option, from, to: from + 1, by: 'words' }] : [];
  });
}

/** Words that are in options and say little by themselves. */
const vague: ReadonlySet<string> = new Set(
  'other others another something anything nothing everything people things where which would could about before after every already there their others work working like going making'.split(
    ' ',
  ),
);

const negating = new Phrases<true>().add(
  `exc|excl|except|not|(not|not as|rather than|instead of|don't want to be|do not want to be|definitely not|certainly not) a|not the|rather than|instead of|as opposed to|other than|no|without|never|nor|neither|nicht|nicht als|kein|keine|keinen|statt|anstatt|pas|pas de|plutôt que|au lieu de|sans|não|nao|nem|em vez de|sem|sin|en vez de|ni|non|invece di|senza|niet|geen|inte|nie|zamiast|don't want to be|do not want to be|definitely not|certainly not`,
  true,
);

function isNegated(tokens: readonly Token[], from: number): boolean {
  return negationBefore(tokens, from) > 0;
}

/** How many tokens before a negated option say that it is. */
export function negationBefore(tokens: readonly Token[], from: number): number {
  // "Neither / had a mentor" are two of the options.
  if (tokens[from]?.breaks) return 0;
  for (let start = Math.max(0, from - 7); start < from; start += 1) {
    const phrase = negating.at(tokens, start);
    if (phrase && start + phrase.length === from) return from - start;
  }
  return 0;
}

/** The name of a language in the languages of our readers, for options that are languages: "Englisch", "inglês". */
export function languageOptions(options: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [option, text] of options.entries()) {
    const code = codeOf(plain(text));
    if (code === undefined) continue;
    for (const name of [...namesOf(code), ...(short[code] ?? [])]) names.set(name, option);
  }
  return names;
}

const codes = [
  'en',
  'es',
  'fr',
  'de',
  'pt',
  'zh',
  'it',
  'nl',
  'sv',
  'pl',
  'ja',
  'ko',
  'ar',
  'he',
  'ru',
  'tr',
  'hi',
  'da',
  'nb',
  'fi',
  'cs',
  'uk',
  'el',
  'ro',
  'hu',
];
const readers = ['en', 'de', 'fr', 'pt', 'es', 'it', 'nl', 'sv', 'pl'];
const known = new Map<string, string[]>();
/** How people shorten the name of a language, besides its code. */
const short: Record<string, string[]> = {
  en: ['en', 'eng', 'engl', 'inglish', 'ingles'],
  es: ['es', 'esp', 'span', 'castellano', 'castilian'],
  fr: ['fr', 'fra', 'fre', 'french'],
  de: ['de', 'deu', 'ger', 'german', 'dt'],
  pt: ['pt', 'por', 'port', 'br'],
  zh: ['zh', 'chi', 'mandarin', 'cn', 'putonghua'],
};

function namesOf(code: string): string[] {
  const cached = known.get(code);
  if (cached) return cached;
  const names = [
    ...new Set(
      [...readers, code].flatMap((reader) =>
        plain(new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? ''),
      ),
    ),
  ];
  known.set(code, names);
  return names;
}

function codeOf(name: string): string | undefined {
  return codes.find((code) => namesOf(code)[0] === name);
}
