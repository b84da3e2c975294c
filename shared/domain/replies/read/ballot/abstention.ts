import { isGlue, isUnknown, spanOf } from './clause-content.ts';
import { isDemand } from './not-yet.ts';
import { ballotTokensOf, type Token } from './tokens/ballot-tokens.ts';
import { Names } from './tokens/pair-names.ts';

/** What goes with an abstention and its reason in no way that is clear. */
const beyond = new Set<Token['kind']>([
  'approve',
  'reject',
  'except',
  'rest',
  'all',
  'none',
  'if',
  'or',
  'part',
  'ask',
  'but',
  'only',
  'beyond',
]);

/** Words by which a conflict, or a pass, could be the pair's. */
const weak = /conflict of interest|pass(?:ing)? on/iu;
const ownConflict = /(?<!\p{L})(?:i have|i['’]ve|i['’]ve got|my|mine)(?!\p{L}).*conflict/iu;
const firstPerson =
  /(?<!\p{L})(?:i(?:['’](?:m|ve|d))?|my|me|mine|myself|we|our|us|ich|wir|mein\p{L}*|mich|mir|je|j['’]|moi|mon|ma|mes|nous|eu|meu|minha|nosso|nossa|yo|mi)(?!\p{L})/iu;

/**
 * Whether `tokens` of `said`, without those of the pairs, say that somebody would rather not vote, and nothing but the reason
 * behind it.
 */
export function isAbstention(tokens: readonly Token[], said: string): boolean {
  const at = tokens.findIndex(({ abstains }) => abstains);
  const before = tokens.slice(0, at).filter((token) => !leading.test(wordsOf([token], said)));
  // "They have a conflict of interest"
  if (at < 0 || before.some(({ kind }) => !isGlue(kind) || kind === 'again')) return false;
  const behind = tokens.slice(at + 1).filter(({ abstains }) => !abstains);
  const hasReason = behind.some(({ kind }) => isUnknown(kind));
  const isOwn = hasReason && firstPerson.test(said.slice(tokens[at]?.end, tokens.at(-1)?.end));
  if (hasReason && !isOwn && (isUnsure(tokens, said) || !isApart(behind, said, tokens[at]?.end))) return false;
  if (hasReason && isAsking(said.slice(tokens[at]?.end, tokens.at(-1)?.end))) return false;
  return behind.every((token) => isOfReason(token, said, isOwn));
}

const leading =
  /^(?:where|here|also|too|likewise|that|this|that one|this one|that pair|this pair|these two|those two)$/iu;

/** What somebody wants who may vote yet: "please ask Maria", "they could be brothers". */
function isAsking(words: string): boolean {
  return isDemand(words) || /(?<!\p{L})(?:could|would|might|leaning|lean|tend)(?!\p{L})/iu.test(words);
}

/** "I can't judge 4 favourably": what stands behind without a sign may be a part of it. */
function isApart(behind: readonly Token[], said: string, from: number | undefined): boolean {
  const first = behind.find(({ kind }) => isUnknown(kind));
  return behind.some(({ kind }) => kind === 'because') || /[-–—,;:.(]/u.test(said.slice(from, first?.start));
}

/** Whether the pair's conflict of interest could be meant, or "pass on" for a no. */
export function isUnsure(tokens: readonly Token[], said: string): boolean {
  return weak.test(wordsOf(tokens, said)) && !ownConflict.test(wordsOf(tokens, said));
}

function wordsOf(tokens: readonly Token[], said: string): string {
  return said.slice(...spanOf(tokens));
}

function isOfReason(token: Token, said: string, isOwn: boolean): boolean {
  const { kind } = token;
  // "I don't know either of them"
  if (kind === 'if') return /^either$/iu.test(wordsOf([token], said));
  return !beyond.has(kind) && kind !== 'doubt' && (kind !== 'praise' || isOwn);
}

/** "Conflict of interest" behind a no: its reason. */
export function isConflict(tokens: readonly Token[], said: string): boolean {
  return isAbstention(tokens, said) && /conflict of interest/iu.test(wordsOf(tokens, said));
}

export function isOfOneself(words: string): boolean {
  return firstPerson.test(words);
}

/** Whether words behind an abstention, in a clause or a sentence of their own, are its reason: "I know her too well". */
export function isReasonOfAbstention(tokens: readonly Token[], said: string): boolean {
  const words = wordsOf(tokens, said);
  const isOwn = firstPerson.test(words);
  if (isAsking(words)) return false;
  return tokens.some(({ kind }) => isUnknown(kind)) && tokens.every((token) => isOfReason(token, said, isOwn));
}

/** The reason with which `said`, which stands by one pair alone, abstains; undefined when it does not. */
export function abstentionIn(said: string): { reason: string } | undefined {
  if (said.length > longest) return undefined;
  const tokens = ballotTokensOf(said, new Names([]), 0).filter(({ kind }) => kind !== 'stop');
  if (!isAbstention(tokens, said)) return undefined;
  const at = tokens.findLastIndex(({ abstains }) => abstains);
  const first = tokens.slice(at + 1).find(({ kind }) => !isGlue(kind) || kind === 'again');
  if (!first || !tokens.slice(at + 1).some(({ kind }) => isUnknown(kind))) return { reason: '' };
  const reason = said.slice(first.start).trim();
  return { reason: /^[^(]*\)[.!]?$/.test(reason) ? reason.replace(/\)[.!]?$/, '') : reason };
}

/** Characters of a reason. Who writes more may have changed their mind in it. */
const longest = 200;
