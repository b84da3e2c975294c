import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { mentionsIn } from '../mentions/option-mentions.ts';
import { turnsIn } from '../turning-words.ts';
import { type Understood, unclear } from '../understood-answer.ts';
import { byWords, inOrder } from './chosen-options.ts';
import { namedIn } from './listed-options.ts';

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

/** "All but c". */
export function withoutLeftOut(question: Question, options: readonly string[], words: string): Understood | undefined {
  const but = allBut.exec(words.trim())?.[1];
  if (but === undefined) return undefined;
  const left = namedIn(question, options, but) ?? namedIn(question, options, withoutClause(question, options, but));
  return left && left.chosen.size < options.length
    ? byWords(options.filter((_, option) => !left.chosen.has(option)))
    : unclear('which-left-out');
}

export function saysAllBut(said: string): boolean {
  return allBut.test(said.trim());
}

/** "c and e. Not a": what is ruled out at the end. */
const ruledOut =
  /^(.+?)(?:[.,;\n]|\s[-–—])\s*\(?(?:but |and |just )?(?:definitely |certainly )?(?:not|no|never|nicht|kein|keine|pas|mais pas|aber nicht|não|mas não|pero no|ma non|non|niet|inte|nie)\s+(.+?)\)?[.!]?$/isu;

/** "en/es, zh no": the same with the "no" behind it. */
const ruledOutBehind =
  /^(.+?)[.,;\n]\s*([^\s,;.]+(?:\s[^\s,;.]+)?)\s+(?:not|no|nicht|pas|não|nao|non|niet|inte|nie)[.!]?$/isu;

export function withoutRuledOut(question: Question, options: readonly string[], words: string): Understood | undefined {
  const [, kept, dropped] = ruledOut.exec(words.trim()) ?? ruledOutBehind.exec(words.trim()) ?? [];
  if (kept === undefined || dropped === undefined) return undefined;
  const [yes, no] = [namedIn(question, options, kept), namedIn(question, options, dropped)];
  const isApart = yes && no && ![...no.chosen].some((option) => yes.chosen.has(option));
  return isApart ? byWords(inOrder(options, yes.chosen)) : undefined;
}
