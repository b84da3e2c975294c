import { cardinalOf, phraseAt } from './lexicon.ts';
import { isCapital, joins, type Piece } from './pieces.ts';

/** The pieces of a message in the words that were meant: without the greeting, with the numbers that were dictated or left out. */
export function asMeant(pieces: readonly Piece[], total: number): readonly Piece[] {
  return withoutGreeting(inTurn(counted(leftToOthers(heard(pieces)), total), total));
}

const greetings = new Set(
  'hi hello hey dear respected hallo liebe lieber liebes guten bonjour bonsoir cher chere ola hola caro cara querido querida prezada prezado estimada estimado'.split(
    ' ',
  ),
);

/** Words that go on with a greeting: "good morning", "dear all". */
const mostGreeted = 4;

/** Whom a message greets is no one that it speaks of: "Hi Ada, all fine" says nothing of the pair that Ada is in. */
/** "Thank you Maria," */
function withoutThanked(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter((one, at) => {
    const [before, behind] = [pieces[at - 1]?.word ?? '', pieces[at + 1]];
    const isThanked = /^(?:thanks|you|danke|merci|obrigad[oa]|gracias)$/.test(before);
    const isName = one.is === 'word' && isCapital(one) && phraseAt([one.word], 0) === undefined;
    return !(isThanked && isName && (behind === undefined || behind.is === 'sign' || behind.is === 'break'));
  });
}

function withoutGreeting(all: readonly Piece[]): readonly Piece[] {
  const pieces = withoutThanked(all);
  const at = /^(?:yes|yeah|ok|okay|oh|so|and)$/.test(pieces[0]?.word ?? '') ? 1 : 0;
  if (!greetings.has(pieces[at]?.word ?? '')) return pieces;
  const end = pieces.findIndex((one, index) => index > at && one.is !== 'word');
  const isClosed =
    end > at + 1 && end - at <= mostGreeted + 1 && /^(?:,|!|\s*\n\s*|-|–|—)$/.test(pieces[end]?.text ?? '');
  if (isClosed) return [...pieces.slice(0, at), ...pieces.slice(end)];
  // Dictated: "hi paul all good".
  const [name, behind] = [pieces[at + 1], pieces[at + 2]];
  const isName = name?.is === 'word' && phraseAt([name.word], 0) === undefined && !greetings.has(name.word);
  const goesOn = behind === undefined || joins.has(behind.word) || behind.word === 'with';
  return isName && !goesOn ? [...pieces.slice(0, at), ...pieces.slice(at + 2)] : pieces;
}

const soundLike: readonly (readonly string[])[] = [
  ['won'],
  ['to', 'too'],
  ['tree', 'free'],
  ['for', 'fore'],
  ['hive'],
  ['sicks', 'sex'],
  [],
  ['ate'],
  ['mine'],
  ['then', 'tan'],
];

/**
 * "one yes to yes three yes for no": what a telephone writes for numbers that were dictated. Taken for numbers only where they
 * fill the gaps of a list that counts from one to the last pair, each with its vote.
 */
function counted(pieces: readonly Piece[], total: number): readonly Piece[] {
  if (total < 3 || pieces.some(({ is }) => is === 'number')) return pieces;
  const found: number[] = [];
  for (const [index, { is, word }] of pieces.entries()) {
    const next = found.length + 1;
    const isNext = is === 'word' && (cardinalOf(word, true) === next || (soundLike[next - 1] ?? []).includes(word));
    const behind = pieces[index + 1];
    if (isNext && behind?.is === 'word' && isVerdict(behind.word)) found.push(index);
  }
  if (found.length !== total || found[0] !== 0) return pieces;
  return pieces.flatMap((one, index) => {
    const number = found.indexOf(index) + 1;
    return number === 0 ? [one] : [stopBefore(one), numberBefore(one, number, one.end)];
  });
}

function stopBefore({ start }: Piece): Piece {
  return { text: ';', word: ';', start, end: start, is: 'sign' };
}

function numberBefore({ start }: Piece, number: number, end = start): Piece {
  return { text: String(number), word: String(number), start, end, is: 'number', heard: true };
}

/** "y y n y" in one line, as many as there are pairs: a vote each, in turn. */
function inTurn(pieces: readonly Piece[], total: number): readonly Piece[] {
  const end = pieces.findIndex(({ is }) => is === 'break');
  const line = pieces.slice(0, end < 0 ? pieces.length : end);
  const votes = line.filter(({ text }) => !/^[,;/|-]$/.test(text));
  const areVotes = votes.length === total && total > 2 && votes.every(isShortVote);
  if (!areVotes) return pieces;
  return [
    ...votes.flatMap((vote, index) => [stopBefore(vote), numberBefore(vote, index + 1), spelledOut(vote)]),
    ...pieces.slice(line.length).map((one, index) => (index === 0 ? { ...one, text: '\n\n' } : one)),
  ];
}

function spelledOut(vote: Piece): Piece {
  return { ...vote, word: vote.word === 'y' ? 'yes' : vote.word === 'n' ? 'no' : vote.word };
}

function isShortVote({ word, text }: Piece): boolean {
  return /^(?:y|n|yes|no|ja|nein|oui|non|sim|nao|si)$/.test(word) || /^(?:👍|👎|✅|❌|[✓✔☑✗✘☒])/u.test(text);
}

/** "approve everything accept number eight": dictated for "except". */
function heard(pieces: readonly Piece[]): readonly Piece[] {
  const isAll = (piece: Piece | undefined) => /^(?:everything|all|them|everyone)$/.test(piece?.word ?? '');
  const isNumber = (piece: Piece | undefined) =>
    piece?.is === 'number' || /^(?:number|numbers|pair|pairs|the)$/.test(piece?.word ?? '');
  return pieces.map((one, at) =>
    (one.word === 'accept' || one.word === 'expect') && isAll(pieces[at - 1]) && isNumber(pieces[at + 1])
      ? { ...one, word: 'except', heard: true }
      : one,
  );
}

const leaving = new Set('leave leaving'.split(' '));
const toOthers =
  /^to (?:the others|others|the other members|the other reviewers|my colleagues|the rest of (?:you|the committee|the group))$/;
/** Words between "leave" and "to the others": a few pairs, or "it". */
const mostLeft = 8;

/** "leave 6 to the others": to abstain on 6, and no word on the others. */
function leftToOthers(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findIndex(({ word }) => leaving.has(word));
  const own = pieces[from];
  if (!own || /^(?:t|not|dont|wont|never)$/.test(pieces[from - 1]?.word ?? '')) return pieces;
  for (let at = from + 1; at <= from + mostLeft && pieces[at]?.is !== 'break'; at += 1) {
    for (const length of [6, 5, 4, 3, 2]) {
      const words = pieces.slice(at, at + length);
      if (words.length < length || !toOthers.test(words.map(({ word }) => word).join(' '))) continue;
      const abstaining = { ...own, word: 'abstain', end: own.end };
      return [...pieces.slice(0, from), abstaining, ...pieces.slice(from + 1, at), ...pieces.slice(at + length)];
    }
  }
  return pieces;
}

function isVerdict(word: string): boolean {
  const sense = phraseAt([word], 0)?.sense;
  return sense === 'approve' || sense === 'praise' || sense === 'reject';
}
