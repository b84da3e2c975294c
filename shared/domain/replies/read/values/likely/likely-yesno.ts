import type { Question } from '#domain/forms/form.ts';
import { plain } from '#domain/replies/read/text/words.ts';
import { understandYesNo } from '../understand-yesno.ts';
import { attitudes, exceptive, pointing } from '../word-lists.ts';
import { type Clause, clausesOf } from './turned-clauses.ts';

/** What people say for yes and for no in so many words that it is plain, though it is no phrase of its own. */
const says: readonly [boolean, RegExp][] = [
  [
    true,
    /(?<!\p{L})(?:would i ever|nothing (?:at all )?against|(?:do(?:n't| not) )?see (?:any|no) (?:problem|reason against|harm)|could(?:n't| not) (?:have )?(?:wish(?:ed)?|ask(?:ed)?|hope[d]?) for (?:\p{L}+ )?(?:better|more)|wild horses|(?:with )?the greatest (?:of )?pleasure|my word(?: on (?:it|both|that))?|undertake to|(?:would|'d) be (?:very |so |really |only too )?(?:glad|happy|pleased|delighted|honou?red)|go ahead|they all have my blessing|would expect the same|looking forward to it|can(?:'t|not) wait|keinen? grund dagegen|rien contre|nao vejo (?:inconveniente|problema)|sem inconveniente|publique-se|fine by me|ok with me)(?!\p{L})/u,
  ],
  [
    false,
    /(?<!\p{L})(?:rules are rules|hold your horses|not (?:quite )?yet|(?:be )?not fair|not in favou?r|would(?:n't| not) put|with regret not|over my dead body|lieber nicht|besser nicht|melhor nao|pas pour moi)(?!\p{L})/u,
  ],
];

/** A yes or a no that is plain, with remarks beside it: "Well, naturally, I wouldn't dream of telling. Yes." */
export function likelyYesNo(question: Question, said: string): boolean | undefined {
  const clauses = clausesOf(said);
  const found = new Set<boolean>();
  const others: Clause[] = [];
  for (const clause of clauses) {
    const value = yesOrNoIn(question, clause);
    if (value === undefined) others.push(clause);
    else found.add(value);
  }
  const [value, ...more] = found;
  if (value === undefined || more.length > 0) return undefined;
  return others.every((clause) => leavesStanding(clause, value)) ? value : undefined;
}

function yesOrNoIn(question: Question, { said }: Clause): boolean | undefined {
  const words = plain(said);
  const plainly = says.filter(([, phrase]) => phrase.test(words));
  const [first, second] = plainly;
  if (first && !second) return first[0];
  if (second) return undefined;
  const read = understandYesNo(question, said);
  return read.kind === 'answer' && typeof read.value === 'boolean' ? read.value : undefined;
}

/** What limits the remark that it stands in. */
const limiting: ReadonlySet<string> = new Set([
  ...exceptive,
  ...'but though although however unless aber nur mais mas pero solo menos'.split(' '),
]);

/** A remark that takes nothing back and names no part of what it is about. */
function leavesStanding({ tokens, turns }: Clause, isYes: boolean): boolean {
  if (turns.some(({ turn }) => turn === 'condition' || turn === 'doubt')) return false;
  if (
    turns.some(
      ({ turn, from }) => turn === 'bound' && !(!isYes && tokens.length >= 4) && tokens[from]?.word !== 'since',
    )
  )
    return false;
  if (tokens.some(({ word }) => limiting.has(word))) return false;
  const hasNot = turns.some(({ turn }) => turn === 'negation') || tokens.some(({ word }) => word === 'only');
  return !hasNot || (tokens.length >= 5 && !tokens.some(({ word }) => attitudes.has(word) || pointing.has(word)));
}
