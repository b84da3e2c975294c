import { tokensOf } from '../text/word-tokens.ts';
import { plain } from '../text/words.ts';
import { beginsWithNot } from './decided.ts';
import { optionText } from './named-option.ts';
import { turnsIn } from './turning-words.ts';
import type { Understood } from './understood-answer.ts';

/**
 * "Have you had a mentor, or been one?" with an option for each of the four answers. People say the two parts apart: "had one
 * in my first job, never been one". Each clause is one part of it or a remark; a part that nobody speaks of was not.
 */

/** The options for neither, the first, the second and both, in whatever order they stand. */
const texts = [
  /^(?:neither|none|no|never)$/,
  /^(?:i have |i )?had (?:a mentor|one)$/,
  /^(?:i have |i )?been (?:a mentor|one)$/,
  /^(?:both|had (?:one|a mentor) and been (?:one|a mentor))$/,
];

/** What stands before the verb: anything that ends with the writer, or adverbs. */
const adverb =
  "(?:never|not|ever|once|already|also|have|did|only|just|later|and|but|then|yes|no|n't|noch|nie|nicht|schon|mal|auch|aber|selbst|und|jamais|nunca|nem|ni|ja|ya|mai|e|depois|y|luego|ter)";
const lead = `^(?:.{0,60} (?=(?:i|i've|ich|j'ai|eu|yo) )|(?:${adverb} )*)(?:(?:i|i've|ich|j'ai|eu|yo|${adverb}) )*`;
/** "One" with what may follow it that it does not count. */
const one =
  '(?:one|1|two|2|some|none|any|einen|einer|keinen|keiner|un|uno|um|uma|una)(?: of them)?(?=$| (?:in|at|for|to|from|back|once|twice|before|as|when|during|too|also|myself|long|here|there|who|informally|formally|ages|years|im|bei|vor|selbst|na|no|em|en|dans)(?!\\p{L}))';
const object = `(?: ${adverb})*(?: ${one}| (?:(?!with|from|of|in)\\S+ ){0,3}ment\\p{L}+(?![\\p{L}'])|$)`;
const had = new RegExp(`${lead}(?:had|did have|hatte|tive|tuve|eu|avuto)${object}`, 'u');
const been = new RegExp(`${lead}(?:(?:been|was|war|fui|ete|sido|stat[oa])${object}|mentored \\S)`, 'u');
const both =
  /^(?:i've |i have |done |been on |on |sat on |have done )*(?:both|beides|les deux|ambos|ambas|as duas coisas|las dos cosas)(?: sides(?: of \S+(?: \S+)?)?)?(?: (?:of them|in my time|in fact|already|before|ja|at \S+ times|gemacht))*$/u;
const neither =
  /^(?:so far |bisher |no )?(?:neither|keins von beiden|keines von beiden|weder noch|ni l'un ni l'autre|nem uma coisa nem outra|ni lo uno ni lo otro)(?: of (?:them|these|the two))?$/u;

const never =
  /(?<!\p{L})(?:never|not|no|none|\p{L}+n't|nor|nie|nicht|kein\p{L}*|jamais|pas|nunca|nao|nem|ni|mai|non)(?!\p{L})/u;
/** One of the two in words that are not understood. */
const told =
  /(?<!\p{L})(?:had|have|been|was|being|having|hatte|war|tive|fui|tuve|sido|eu|ete)(?!\p{L}).*(?<!\p{L})(?:one|ment\p{L}+)|mentor/u;
/** What makes it no plain statement. */
const unsure =
  /(?<!\p{L})(?:would|could|should|wish|want|hope|almost|nearly|kind|sort|hardly|going|like to|quase|presque|casi|fast)(?!\p{L})/u;
const excepting = /(?<!\p{L})(?:except|apart from|außer|sauf|exceto|salvo|excepto|tranne|not really)(?!\p{L})/iu;

const cut =
  /[.,;:!()\n–—]+|\s-\s|\s(?=(?:and|but|nor|und|et|mais|e|mas|y|pero) )|(?<!\bwar|\bhatte) (?=aber )|(?<!\bi) (?=(?:never|not) (?:been|had|a |one|was)|(?:nem|ni) (?:fui|tive|tuve))| (?=i've |i (?:had|was|have|never) )/giu;

/** Reads what is said of the two in clauses; undefined where the options are others or the clauses say nothing certain. */
export function experienceIn(options: readonly string[], said: string): Understood | undefined {
  const own = texts.map((text) => options.findIndex((option) => text.test(optionText(option))));
  if (own.includes(-1) || said.length > 300 || /[?？]/.test(said)) return undefined;
  const words = said.replace(/\bthink (?=of|back)/giu, '');
  const isOpen = turnsIn(tokensOf(words), words).some(({ turn }) => turn === 'condition' || turn === 'doubt');
  if (isOpen || beginsWithNot(said) || excepting.test(words)) return undefined;
  const [isHad, isBeen] = [new Set<boolean>(), new Set<boolean>()];
  let hasRemark = false;
  for (const piece of plain(said).split(cut)) {
    const clause = piece
      .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const length = clause.split(' ').length;
    const isWhole = both.test(clause) || neither.test(clause);
    const parts = [...(isWhole || had.test(clause) ? [isHad] : []), ...(isWhole || been.test(clause) ? [isBeen] : [])];
    if (parts.length === 0) {
      // A "not" in a few words, or at the end, may be about either.
      if (never.test(clause) && (length < 4 || never.test(clause.slice(clause.lastIndexOf(' '))))) return undefined;
      if (told.test(clause)) return undefined;
      hasRemark ||= length > 2;
    } else if (unsure.test(clause) && !isWhole) return undefined;
    for (const part of parts) part.add(isWhole ? both.test(clause) : !never.test(clause));
  }
  if (isHad.size > 1 || isBeen.size > 1) return undefined;
  const which = (isHad.has(true) ? 1 : 0) + (isBeen.has(true) ? 2 : 0);
  const value = options[own[which] ?? -1];
  if (value === undefined || (which === 0 && isHad.size + isBeen.size < 2)) return undefined;
  return { kind: 'answer', value, by: 'words', ...(hasRemark && { comment: said.trim() }) };
}
