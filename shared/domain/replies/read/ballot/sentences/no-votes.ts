import { holds } from '../clause-content.ts';
import { asksFor, isIrony, isOfAnother, isPartlyRead, isPromise, isTakenBack, isWish } from '../not-yet.ts';
import type { SaidSoFar } from '../said-so-far.ts';
import type { Token } from '../tokens/ballot-tokens.ts';
import { doubtSentence } from './conditions.ts';

/** What looks like a vote and is none: a wish, a promise, something taken back. */
export function readNoVote(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  const words = soFar.words();
  if (isWish(words) && !holds(tokens, 'pair') && !soFar.sentence.isQuestion) {
    if (asksFor(words)) soFar.leaveUnexplained();
    else soFar.note();
    return true;
  }
  if (isOfLaterOrAnother(soFar, tokens)) {
    doubtSentence(soFar, tokens);
    return true;
  }
  if (isPartlyRead(words)) {
    doubtSentence(soFar, tokens);
    soFar.leaveUnexplained();
    return true;
  }
  const takesBack = isIrony(words) || (isTakenBack(words) && !holds(tokens, 'pair'));
  if (takesBack) {
    soFar.takeBack();
    soFar.leaveUnexplained();
  }
  return takesBack;
}

/** "I'll approve the rest on Monday", "Friday is fine", "4 is as good as 5" */
function isOfLaterOrAnother(soFar: SaidSoFar, tokens: readonly Token[]): boolean {
  if (soFar.sentence.isQuestion) return false;
  const words = soFar.words();
  const verdict = tokens.findLast(({ kind, abstains }) => abstains || ['approve', 'praise', 'reject'].includes(kind));
  if (isPromise(words, verdict ? soFar.wordsOf([verdict]) : '')) return true;
  const names = holds(tokens, 'pair', 'all', 'rest', 'none');
  return verdict !== undefined && (isOfAnother(words, names) || compares(soFar, tokens));
}

/** "4 is as good as 5", "better than 5" */
function compares({ said, sentence }: SaidSoFar, tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, start }) => kind === 'pair' && comparing.test(said.slice(sentence.start, start)));
}

const comparing =
  /(?<!\p{L})(?:than|as \p{L}+ as|besser als|schlechter als|mejor que|peor que|melhor que|pior que|mieux que)\s+(?:(?:number|pair|the|no|nr|das|le|el|o)\s+)*$/iu;
