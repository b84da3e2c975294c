import { plain } from '../words.ts';
import { beginsWithNot } from './decided.ts';
import { optionText } from './options.ts';
import { tokensOf } from './tokens.ts';
import { turnsIn } from './turns.ts';
import type { Understood } from './understood.ts';

/**
 * "Have you had a mentor, or been one?" with an option for each of the four answers. People say the two parts apart: "had one
 * in my first job, never been one". Each clause is one part of it or a remark; a part that nobody speaks of was not.
 */

interface Experience {
  neither: string;
  had: string;
  been: string;
  both: string;
}

/** The options as they stand for the four, or undefined when they are others. */
function experienceOf(options: readonly string[]): Experience | undefined {
  const find = (pattern: RegExp) => options.filter((text) => pattern.test(optionText(text)));
  const both = find(/^(?:both|had one and been one|had and been|had a mentor and been (?:one|a mentor))$/);
  const neither = find(/^(?:neither|none|no|never)$/);
  const [had, been] = [find(/^(?:i have |i )?had (?:a mentor|one)$/), find(/^(?:i have |i )?been (?:a mentor|one)$/)];
  const all = [neither, had, been, both];
  if (options.length !== 4 || all.some((one) => one.length !== 1)) return undefined;
  return { neither: all[0]?.[0] ?? '', had: all[1]?.[0] ?? '', been: all[2]?.[0] ?? '', both: all[3]?.[0] ?? '' };
}

const subject =
  "(?:.{0,60} (?=(?:i|i've|ich|j'ai|j'en|eu|yo|io) )|(?:yes|yep|no|well|and|but|so|then|also|only|just|once|later|before|actually|myself|already|even|though|ja|nein|und|aber|auch|selber|selbst|oui|non|et|mais|puis|sim|e|mas|depois|si|y|pero|luego|ma|poi) )*(?:(?:i|i've|i have|i did|i also|we|have|did|ich|je|j'en ai|j'ai|eu|yo|io|nem|ni|ne|noch) )*";
const article =
  '(?:a|an|one|1|two|2|several|some|my|a few|many|three|the|such a|einen|eine|einige|mehrere|un|une|des|um|uma|uns|umas|varios|varias|una|unos|unas|alcuni)';
const often =
  "(?:never |not |ever |once |already |have |also |n't |nie |noch nie |jamais |nunca |ja |mai |ya |nem |ni )*";
/** What may follow "one" that still is one: no noun that it counts. */
const adjunct =
  "(?: of (?:them|those))?(?=$| (?:in|at|for|to|from|back|once|twice|before|when|while|during|too|also|as well|myself|long|here|there|who|informally|formally|previously|already|assigned|through|ages|some|long|as a|im|bei|wahrend|vor|fruher|damals|selbst|mal|schon|no|na|em|quando|durante|en|al|nel|quand|pendant|dans|au|a l'|il y a|ha|hace|\\d+ years? ago|years ago)(?![\\p{L}]))";
const noun = '(?:mentors?|mentores|mentora|mentoras|mentorin|mentorinnen|mentore|mentrice)';

/** Clauses about having had one, and about having been one; "never" and the like stand anywhere in them. */
const had = [
  `^${subject}${often}(?:had|have had|did have|used to have|hatte|habe gehabt|eu|tive|tinha|tuve|he tenido|tenido|ho avuto|avuto)(?: never| not| noch nie| nie| nicht| jamais)?(?: ${article})?(?: \\S+){0,3}? ?${noun}(?![\\p{L}'])`,
  `^${subject}${often}(?:had|have had|did have|used to have|hatte|eu|tive|tuve|he tenido|ho avuto|avuto)(?: noch nie| nie| schon| mal)? (?:${article}|keinen|keine|any|none)${adjunct}`,
  `^(?:and |but )?(?:a )?${noun} (?:for myself )?i (?:have )?(?:never |not |already )?had(?!\\p{L})`,
  `^(?:tive|ja tive|nunca tive|ter nunca tive|ter tive|j'en ai eu|jamais eu|tuve|ya tuve|nunca tuve|ho avuto|mai avuto|hatte schon|had|never had|i had|i never had|nem tive|ni tuve)$`,
].map((pattern) => new RegExp(pattern, 'u'));
const been = [
  `^${subject}${often}(?:been|have been|was|were|acted as|worked as|served as|war|bin gewesen|ete|etais|fui|era|he sido|sido|sono stat[oa]|stat[oa])(?: never| not| noch nie| nie| nicht| schon| selbst| selber| eu| auch)*(?: ${article}| auch| keiner| einer| keine| eine| kein)*(?: \\S+){0,2}? ?${noun}(?![\\p{L}'])`,
  `^${subject}${often}(?:been|have been|was|were|war|ete|fui|he sido|sono stat[oa]|stat[oa])(?: aber| noch nie| nie| schon| selbst| auch)* (?:one|1|one myself|einer|eine|keiner|keine|auch einer|un|um|uma|uno|una)${adjunct}`,
  `^${subject}${often}mentored (?:\\p{L}+|\\d+)`,
  `^(?:and |but )?(?:a )?${noun} (?:myself )?i (?:have )?(?:never |not |already )?(?:was|been|have been)(?!\\p{L})`,
  `^(?:fui|ja fui|nunca fui|j'en ai ete|jamais ete|ya fui|nunca he sido|mai stat[oa]|been|never been|was never|i was never|nem fui|ni fui|ni he sido)$`,
].map((pattern) => new RegExp(pattern, 'u'));

const bothAlike = new RegExp(
  `^${subject}(?:done |did |been on |on |sat on |seen |i've done |i've been on |habe |war |fait |ja fiz |fiz )*(?:both|beides|both sides(?: of (?:it|that|this|the table|that table))?|les deux|ambos|ambas|as duas coisas|os dois|las dos cosas|entrambi|tutti e due)(?: of them| in fact| before| in my time| at various times| actually| gemacht| ja| already| of those)*$`,
  'u',
);
const neitherNor =
  /^(?:so far |until now |bisher |noch )?(?:no )?(?:neither(?: nor)?(?: of (?:them|these|the two))?|neither (?:had|been).*|nor one nor the other|neither one nor the other|neither the one nor the other|keins von beiden|keines von beiden|weder noch|weder das eine noch das andere|ni l'un ni l'autre|nem uma coisa nem outra|nem tive nem fui|ni lo uno ni lo otro|ne l'uno ne l'altro|never (?:had|been) (?:or|nor) (?:had|been)(?: (?:one|a mentor|either))?)$/u;

const never =
  /(?<![\p{L}])(?:never|not|no|nobody|none|haven't|hasn't|wasn't|didn't|nor|neither|n't|nie|nicht|kein|keine|keiner|keinen|weder|jamais|pas|ni|aucun|nunca|nao|nem|nenhum|no|ningun|mai|non|nessun)(?![\p{L}])/u;
const excepting =
  /(?<!\p{L})(?:except|excepting|apart from|außer|ausser|sauf|exceto|exceto|salvo|excepto|tranne|really not|not really)(?!\p{L})/iu;
/** What makes it no plain statement of what has been. */
const unsure =
  /(?<![\p{L}])(?:would|could|should|wish|want|hope|need|almost|nearly|kind of|sort of|sorta|kinda|barely|hardly|or|like to|about to|going to|beinahe|fast|hatte gern|quase|presque|casi|quasi)(?![\p{L}])/u;

const cut =
  /[.,;:!()\n–—]+|\s-{1,2}\s|(?<=\S)\s(?=(?:and|but|nor|yet|though|und|et|mais|e|mas|y|pero|ma|then)\s)|(?<!\bwar|\bhatte)\s(?=aber\s)|(?<!\bi)\s(?=(?:never|not)\s(?:been|had|a\s|one|was)|(?:nem|ni)\s(?:fui|tive|tuve|he)\s?)|(?<!\bmentor|\bmyself)\s(?=i've\s|i\s(?:had|was|have|never)\s)/giu;

/** Reads what is said of the two in clauses; undefined where the options are others or the clauses say nothing certain. */
export function experienceIn(options: readonly string[], said: string): Understood | undefined {
  const experience = experienceOf(options);
  if (!experience || said.length > 300 || /[?？]/.test(said)) return undefined;
  const words = said.replace(/\bthink (?=of|back|about (?:her|him|them))/giu, '');
  const tokens = tokensOf(words);
  const isOpen = turnsIn(tokens, words).some(({ turn }) => turn === 'condition' || turn === 'doubt');
  if (isOpen || beginsWithNot(said) || excepting.test(words)) return undefined;
  let [isHad, isBeen]: (boolean | undefined)[] = [undefined, undefined];
  const remarks: string[] = [];
  for (const piece of plain(said)
    .replace(/\band (?=been one|had one)/g, ', ')
    .split(cut)) {
    const clause = (piece ?? '')
      .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (clause === '') continue;
    const said = { had: had.some((one) => one.test(clause)), been: been.some((one) => one.test(clause)) };
    const whole = bothAlike.test(clause) ? true : neitherNor.test(clause) ? false : undefined;
    if (whole === undefined && !said.had && !said.been) {
      // A "not" in a few words, or at the end, may be about either.
      const isShort = clause.split(' ').length < 4;
      if (never.test(clause) && (isShort || never.test(clause.split(' ').at(-1) ?? ''))) return undefined;
      remarks.push(clause);
      continue;
    }
    if (unsure.test(clause) && whole === undefined) return undefined;
    const value = whole ?? !never.test(clause);
    if (whole !== undefined || said.had) {
      if (isHad !== undefined && isHad !== value) return undefined;
      isHad = value;
    }
    if (whole !== undefined || said.been) {
      if (isBeen !== undefined && isBeen !== value) return undefined;
      isBeen = value;
    }
  }
  const value =
    isHad && isBeen
      ? experience.both
      : isHad
        ? experience.had
        : isBeen
          ? experience.been
          : isHad === false && isBeen === false
            ? experience.neither
            : undefined;
  if (value === undefined) return undefined;
  const comment = remarks.some((one) => one.split(' ').length > 2) ? said.trim() : undefined;
  return { kind: 'answer', value, by: 'words', ...(comment && { comment }) };
}
