import type { Answers, FormDefinition } from '#domain/form.ts';
import { understandYesNo } from './values/yesno.ts';
import { plain } from './words.ts';

/** A word for all of a form of yes-or-no questions: votes by index, and remarks by index. */
interface BulkAnswer {
  votes: Map<number, boolean>;
  comments: Map<number, string>;
}

const agree = set(
  'approve approved approving yes yep ok okay fine good great agree agreed accept accepted lgtm perfect ja oui si sim tak zustimmung einverstanden akkoord',
);
const refuse = set('reject rejected no decline declined veto nein non nao nee nej nie');
const everything = set(
  'all everything everyone every each both alle alles tout tous toutes todo todos todas tutti tutto alla wszystkie',
);
const others = set('rest others other remaining remainder ubrigen reste resto');
const except = set(
  'except excepting excluding but besides without außer ausser sauf excepto exceto tranne behalve utom oprocz',
);
const filler = set(
  'i we to for of the them these those pairs pair matches match proposals proposal questions question numbers number no. nr and are is looks look from me with my as they stand hello hi dear thanks thank you please apart than also und et y e en och i der die das',
);

/**
 * "approve", "yes to all", "approve all except 4 and 9", "all fine except 3: same team", "no to 2, yes to the rest".
 * Nothing when any word of it is not understood: a vote is never taken from half a sentence.
 */
export function bulkAnswer(form: FormDefinition, said: string, known: Answers = {}): BulkAnswer | undefined {
  if (said.length > 600 || !form.questions.every(({ type }) => type === 'yesno')) return undefined;
  if (isOneByOne(form, said)) return undefined;
  const votes = new Map<number, boolean>();
  const comments = new Map<number, string>();
  const text = plain(said);
  let vote: boolean | undefined;
  let excepted = false;
  /** Whether the last vote is for nothing yet. */
  let free = false;
  let forAll: boolean | 'unsaid' | undefined;
  /** Numbers that were just named, which a vote or a remark behind them is about. */
  let group: number[] = [];
  let waiting: number[] = [];
  const parts = [...text.matchAll(/[\p{L}\p{M}']+|\d+|\([^()]{0,200}\)|[:–—]|\s-\s|\n|👍|✅/gu)];
  for (let index = 0; index < parts.length; index += 1) {
    const [word = '', at] = [parts[index]?.[0].trim() ?? '', parts[index]?.index ?? 0];
    if (/^\d/.test(word)) {
      const question = Number(word) - 1;
      if (!form.questions[question]) return undefined;
      free = false;
      if (vote === undefined) waiting.push(question);
      else votes.set(question, excepted ? !vote : vote);
      group = lastIsNumber(parts, index) ? [...group, question] : [question];
    } else if (word.startsWith('(') && group.length > 0) {
      const own = said.slice(at, at + (parts[index]?.[0].length ?? 0)).trim();
      const one = group.at(-1);
      if (one !== undefined) comments.set(one, own.slice(1, -1));
    } else if (isNumberSign(parts, index)) {
      // The number itself comes next.
    } else if (agree.has(word) || word === '👍' || word === '✅' || refuse.has(word)) {
      const isNo = refuse.has(word);
      if (free && vote === isNo) return undefined;
      vote = !isNo;
      free = waiting.length === 0 && forAll === undefined;
      excepted = false;
      for (const one of waiting) votes.set(one, vote);
      waiting = [];
      if (forAll === 'unsaid') forAll = vote;
    } else if (everything.has(word) || others.has(word)) {
      if (forAll !== undefined) return undefined;
      free = false;
      forAll = vote ?? 'unsaid';
    } else if (except.has(word)) {
      excepted = true;
      if (vote === undefined) vote = forAll === 'unsaid' ? true : undefined;
      forAll ??= vote;
    } else if (word === '' || word === '-' || word === ':' || word === '–' || word === '—' || filler.has(word)) {
    } else if (group.length > 0 && !votesFollow(text.slice(at))) {
      const comment = said.slice(at).trim();
      for (const one of group) comments.set(one, comment);
      break;
    } else {
      return undefined;
    }
  }
  if (waiting.length > 0) return undefined;
  if (forAll === 'unsaid') forAll = excepted ? true : undefined;
  if (forAll === undefined && votes.size === 0 && vote !== undefined) forAll = vote;
  if (forAll === undefined && votes.size === 0) return undefined;
  if (forAll !== undefined) {
    // To someone who has voted on some pairs, "all" are those that are still open.
    const open = form.questions.flatMap(({ key }, question) => (known[key] === undefined ? [question] : []));
    for (const question of open.length > 0 ? open : form.questions.keys())
      if (!votes.has(question)) votes.set(question, forAll);
  }
  return { votes, comments };
}

/** Votes below each other, with numbers or without: which is for which has been read already, or nobody knows. */
export function isOneByOne({ questions: [first] }: FormDefinition, said: string): boolean {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const numbered = lines.filter((line) => /^\s{0,4}\d{1,2}[^\p{L}\p{N}]{1,4}\p{L}/u.test(line));
  const short = lines.filter((line) => line.length < 20 && first && understandYesNo(first, line).kind === 'answer');
  return numbered.length > 1 || short.length > 1;
}

/** A remark that has more numbers or votes in it may be more than a remark. */
function votesFollow(rest: string): boolean {
  return /\d|(?:^|[^\p{L}])(?:approve|reject|yes|no|except)(?![\p{L}])/u.test(rest);
}

function lastIsNumber(parts: readonly RegExpExecArray[], index: number): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const word = parts[before]?.[0].trim() ?? '';
    if (/^\d/.test(word)) return true;
    if (!/^(?:and|und|et|y|e|en|och|i|)$/.test(word)) return false;
  }
  return false;
}

/** "no. 4" is number 4. */
function isNumberSign(parts: readonly RegExpExecArray[], index: number): boolean {
  const next = parts[index + 1];
  const own = parts[index];
  return (
    own?.[0] === 'no' &&
    next !== undefined &&
    /^\d/.test(next[0]) &&
    own.input.slice(own.index, next.index).includes('.')
  );
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
