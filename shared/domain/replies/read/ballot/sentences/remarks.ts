import { cautious, goesOnDoubting, isIdle, isQuestionBack, isSorry, ownTale } from '../besides-votes.ts';
import { holds, isGlue, isUnknown } from '../clause-content.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import { readReasonOfLast, readReasonOfNamed } from './reasons-apart.ts';

/** A sentence that votes on nothing and mentions no pair: courtesy, a remark, or a reason for what was said. */
export function readRemark(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const words = soFar.words();
  const { isQuestion } = soFar.sentence;
  if (isQuestion && soFar.inDoubt && goesOnDoubting(tokens, words)) {
    soFar.keepsDoubt = true;
    return true;
  }
  if (isQuestion && isQuestionBack(tokens, words)) return note(soFar);
  if (holds(tokens, 'pair', 'beyond', 'approve', 'reject', 'except', 'rest', 'none'))
    return readReasonOfNamed(soFar, tokens);
  if (isQuestion) return isOfCourse(tokens) && note(soFar);
  if (isSorry(words) && !holds(tokens, 'all', 'both', 'doubt', 'if', 'but')) return true;
  if (isThanks(tokens)) return note(soFar);
  const hasWords = tokens.some(({ kind }) => isUnknown(kind));
  // "All fine, thanks" is a vote.
  if (holds(tokens, 'praise') && (!hasWords || holds(tokens, 'all'))) return false;
  if (!hasWords && !holds(tokens, 'all', 'both', 'part', 'doubt', 'if', 'not', 'but', 'only', 'too'))
    return holds(tokens, 'kind', 'again') || tokens.every(({ kind }) => isGlue(kind));
  if (readReasonOfLast(soFar, tokens) || readMoreOfDoubt(soFar, tokens)) return true;
  return (isIdle(tokens, soFar.said) || isTale(words, tokens) || isFriendly(words, tokens)) && note(soFar);
}

/** "Paul, could you take this one?" speaks to somebody who has the name of one of a pair. */
export function readAddress(soFar: SaidSoFar, [first]: readonly Token[]): boolean {
  if (!soFar.sentence.isQuestion || !first?.named || !spokenTo.test(soFar.words())) return false;
  soFar.tally.passedOver.add(first);
  return note(soFar);
}

function note(soFar: SaidSoFar): true {
  soFar.note();
  return true;
}

/** "When will they be told?" */
function isOfCourse(tokens: readonly Token[]): boolean {
  return tokens[0]?.kind === 'when' && !holds(tokens, 'alarm', 'doubt', 'praise', 'all', 'part', 'if', 'not');
}

/** "Thank you for putting all of this together, I know how much work it was." */
function isThanks(tokens: readonly Token[]): boolean {
  return tokens[0]?.kind === 'kind' && !holds(tokens, 'doubt', 'if', 'not', 'but', 'only', 'too', 'part', 'praise');
}

/** "They sit in one room." behind "Not sure about 4." */
function readMoreOfDoubt(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const { inDoubt, tally, sentence } = soFar;
  if (!inDoubt || !goesOnDoubting(tokens, soFar.words())) return false;
  soFar.keepsDoubt = true;
  for (const pair of inDoubt) {
    const of = tally.asked.has(pair) ? tally.asked : tally.mentions;
    of.set(pair, [of.get(pair)?.[0] ?? sentence.start, sentence.end]);
  }
  return true;
}

/** "I looked hard for something to complain about": what they did, which takes nothing back. */
function isTale(words: string, tokens: readonly Token[]): boolean {
  const isPlain = !holds(tokens, 'if', 'but', 'only', 'doubt', 'too', 'except', 'part');
  const unknown = tokens.filter(({ kind }) => isUnknown(kind));
  return (
    ownTale.test(words) && !cautious.test(words) && isPlain && !unknown.some(({ proper }, index) => proper && index > 0)
  );
}

/** "It was a great read." */
function isFriendly(words: string, tokens: readonly Token[]): boolean {
  const unknown = tokens.filter(({ kind }) => isUnknown(kind));
  const weighs = holds(tokens, 'if', 'not', 'but', 'only', 'doubt', 'part', 'alarm', 'too', 'except', 'so', 'both');
  if (weighs || crossedOut.test(words) || unknown.some(({ proper }) => proper)) return false;
  const isPraise = holds(tokens, 'praise') && !holds(tokens, 'all') && unknown.some(({ kind }) => kind === 'word');
  return holds(tokens, 'kind') || isPraise;
}

/** Words for some of the pairs, or for what was done to some. */
const crossedOut =
  /(?<!\p{L})(?:cross|struck|strike|flag|mark)\p{L}*|(?<!\p{L})(?:one|two|three|some|few|ones)(?!\p{L})/iu;

/** "Paul, could you ..." */
const spokenTo = /^\s*\p{L}+\s*,.*(?<!\p{L})(?:you|your|du|dir|ihr|tu|te|vous|você|usted|podes|puedes)(?!\p{L})/iu;
