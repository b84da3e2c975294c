import { type Token, tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { type Language, languagesOf, leavesOpen, type Turning, turnsIn } from '../turning-words.ts';

/** A part of a sentence between two signs, or up to a "but": what a "not" in it is about. */
export interface Clause {
  said: string;
  tokens: readonly Token[];
  turns: readonly Turning[];
  /** Which sentence it is in, and whether it begins that. */
  sentence: number;
  begins: boolean;
  isBracketed: boolean;
}

/** How people say politely what they have decided. "I would think" and "probably" are none: these leave it open. */
const hedge =
  /(?<![\p{L}'])(?:(?:,?\s*or )?at least i hope so|(?:,\s*)?(?:i (?:think|guess|suppose|hope|believe|reckon|fear)(?: so)?|i'?m afraid|i am afraid|i must (?:say|admit)|i have to (?:say|admit)|if (?:that'?s (?:ok|okay|fine|all right|alright|possible|not (?:too )?greedy)|i may|you don'?t mind|you like|you must know|you please)|denke ich|glaube ich|würde ich sagen|ich denke|ich glaube|je (?:pense|crois|dirais)|acho eu|acho que|creio que|creio eu|se der|creo|creo que|supongo|direi|credo|penso))(?![\p{L}'])[,:]?/giu;
/** A hedge behind a "not" is part of what is denied. */
const denied = /(?<!\p{L})(?:not|don'?t|doesn'?t|nicht|pas|não|no)\s+(?:\p{L}+\s+)?$/iu;
/** What other people think is no doubt of the writer's: "somebody who says what they think". */
const ofOthers =
  /(?<!\p{L})(?:they|you|he|she|who|people|others|someone|somebody) (?:really |actually )?(?:think|believe|guess|wonder|suppose)s?(?!\p{L})/giu;

/** "wouldn't hurt", "wouldn't go amiss", "schadet auch nicht": a "not" that says yes. */
const litotes =
  /(?<!\p{L})(?:(?:would(?:n'?t| not)|wdn'?t|never|can(?:not|'?t)) (?:\p{L}+ )?(?:hurts?|go amiss|be (?:bad|wrong|amiss)|do (?:any |me )?(?:any )?harm|mind|say no to|help it)(?: either| too)?(?: (?:anyone|anybody|me|us))?|(?:schadet|schaden)(?: \p{L}+)? nicht|nicht schaden)(?!\p{L})/giu;

/** The words without such manners of speaking. */
export function withoutHedges(said: string): string {
  const words = said.replace(/[\u2018\u2019]/g, "'");
  return words
    .replace(hedge, (whole, at: number) => (denied.test(words.slice(0, at)) ? whole : ' '))
    .replace(ofOthers, 'they say')
    .replace(/(?<!\p{L})(?:he or she|she or he)(?!\p{L})/giu, 'they')
    .replace(/(?<=\p{L})-se(?!\p{L})/giu, '')
    .replace(litotes, 'is good')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
    .replace(/\s+([.,!;])/g, '$1');
}

/** Doubt that is none: an "or" joins what may be chosen, and it is for the reader of options to say so. */
const joining: ReadonlySet<string> = new Set('or oder ou o of eller lub albo hmm hm'.split(' '));

/** Whether something is asked, doubted or made to depend on something. `own`: words that the options themselves have. */
export function isOpen(said: string, own: ReadonlySet<string> = new Set()): boolean {
  if (/[?？؟]/.test(said)) return true;
  const tokens = tokensOf(said);
  return turnsIn(tokens, said).some(({ turn, from, to }) => {
    const word = tokens[from]?.word ?? '';
    return leavesOpen.has(turn) && !(to - from === 1 && (joining.has(word) || own.has(word)));
  });
}

/** Words at which a clause ends that have no sign before them. */
const turnsAway = new Set('but though although however aber jedoch doch mais mas pero ma maar men ale'.split(' '));

/** What was said, clause by clause. */
export function clausesOf(said: string): Clause[] {
  const tokens = tokensOf(said);
  const languages = languagesOf(tokens, said);
  const turned = new Set(
    turnsIn(tokens, said, languages).flatMap(({ turn, from }) => (turn === 'contrast' ? [from] : [])),
  );
  const clauses: Clause[] = [];
  let [from, sentence] = [0, 0];
  for (let at = 1; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token && !token.breaks && !(turnsAway.has(token.word) && turned.has(at))) continue;
    const before = said.slice(tokens[from - 1]?.end ?? 0, tokens[from]?.start ?? 0);
    const begins = from === 0 || /[.!?\n。！？]/u.test(before);
    if (begins) sentence += 1;
    const upTo = said.slice(0, tokens[from]?.start ?? 0);
    const isBracketed = upTo.lastIndexOf('(') > upTo.lastIndexOf(')');
    const one = partOf(said, tokens.slice(from, at), languages);
    if (one) clauses.push({ ...one, sentence, begins, isBracketed });
    from = at;
  }
  return clauses;
}

/** Parts that are joined by "and": each of them should be an item of the list that it seems to be. */
export function atAnds(said: string, clauses: readonly Clause[]): Clause[] {
  const languages = languagesOf(tokensOf(said), said);
  return clauses.flatMap((clause) => {
    const { tokens } = clause;
    if (clause.isBracketed) return [clause];
    const parts: Clause[] = [];
    let from = 0;
    const add = (to: number) => {
      const own = tokens.slice(from, to);
      const one = partOf(said, own, languages);
      if (one) parts.push({ ...clause, ...one, begins: clause.begins && from === 0 });
    };
    for (const [at, { word, start, end }] of tokens.entries()) {
      const isAnd = ands.has(word) && said.slice(start, end).toLowerCase() === word;
      const isBesideLetter = tokens[at - 1]?.word.length === 1 || tokens[at + 1]?.word.length === 1;
      // "is my bread and butter": no list, but what is said of something.
      const isTold = tokens.slice(from, at).some(({ word: one }) => /^(?:is|are|was|ist|sind|est|sont)$/.test(one));
      if (!isAnd || at === 0 || isBesideLetter || isTold) continue;
      add(at);
      from = at;
    }
    add(tokens.length);
    return parts;
  });
}

const ands = new Set('and plus und sowie et y e och oraz'.split(' '));

function partOf(
  said: string,
  tokens: readonly Token[],
  languages: ReadonlySet<Language>,
): Pick<Clause, 'said' | 'tokens' | 'turns'> | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return undefined;
  const turns = turnsIn(tokens, said, languages);
  // A word that turns in several languages is found once for each.
  const once = turns.filter(
    ({ turn, from }, at) => turns.findIndex((one) => one.turn === turn && one.from === from) === at,
  );
  return { said: said.slice(first.start, last.end), tokens, turns: once };
}
