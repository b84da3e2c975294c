import type { Token } from './tokens/ballot-tokens.ts';

/** How a clause is tied to the one before it. */
export type Lead = 'start' | 'list' | 'comma' | 'colon' | 'because' | 'so' | 'but' | 'open' | 'bare';

/** A part of a sentence that says one thing. */
export interface Clause {
  lead: Lead;
  tokens: Token[];
}

export interface Sentence {
  clauses: Clause[];
  isQuestion: boolean;
  /** An "or" stands in it. */
  isChoice: boolean;
  start: number;
  end: number;
}

/** Sentences, each with its clauses. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let own: Token[] = [];
  const end = (isQuestion: boolean) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first && last) {
      const clauses = clausesOf(own).flatMap(divided);
      sentences.push({
        clauses,
        isQuestion,
        isChoice: own.some(({ kind }) => kind === 'or'),
        start: first.start,
        end: last.end,
      });
    }
    own = [];
  };
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (token.kind === 'stop') {
      end(false);
      depth = 0;
    } else if (token.kind !== 'ask') own.push(token);
    // "4 (47 points??), 8" asks nothing.
    else if (depth === 0) {
      own.push(token);
      end(true);
    }
  }
  end(false);
  return sentences;
}

const leads: Partial<Record<Token['kind'], Lead>> = {
  comma: 'comma',
  dash: 'colon',
  colon: 'colon',
  because: 'because',
  so: 'so',
  but: 'but',
  and: 'list',
  or: 'list',
  slash: 'list',
  open: 'open',
  close: 'bare',
};
/** Of several that stand beside each other (", but"), the one that says most. */
const strength: Lead[] = ['bare', 'start', 'list', 'comma', 'colon', 'so', 'because', 'open', 'but'];

function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let own: Clause = { lead: 'start', tokens: [] };
  for (const token of tokens) {
    const lead = leads[token.kind];
    // "all but 4": "but" right behind "all" takes out.
    const takesOut = token.kind === 'but' && own.tokens.findLast(({ kind }) => kind !== 'fill')?.kind === 'all';
    if (!lead || takesOut) {
      own.tokens.push(takesOut ? { ...token, kind: 'except', isBut: true } : token);
      continue;
    }
    if (own.tokens.length === 0) {
      if (strength.indexOf(lead) > strength.indexOf(own.lead)) own.lead = lead;
      continue;
    }
    clauses.push(...(lead === 'colon' ? beforeColon(own) : [own]));
    own = { lead, tokens: [] };
  }
  const last = tokens.at(-1);
  const isLeftOpen = own.tokens.length === 0 && own.lead === 'but' && last !== undefined;
  // "Approve. But" says that something is to come; "I wonder about 6 though" has said it.
  if (isLeftOpen && !clauses.at(-1)?.tokens.some(({ kind }) => kind === 'pair'))
    own.tokens.push({ ...last, kind: 'only' });
  if (own.tokens.length > 0) clauses.push(own);
  return clauses;
}

/** In "4: no others: yes" the "no" is that of 4, and what stands before the second colon is what follows is said of. */
function beforeColon({ lead, tokens }: Clause): Clause[] {
  const verdict = tokens.findLastIndex(({ kind }) => verdicts.has(kind));
  const at = verdict < 0 ? 0 : tokens.findIndex(({ kind }, index) => index > verdict && targets.has(kind));
  const isSaid = lead === 'colon' && at > 0 && !tokens.slice(0, at).some(({ kind }) => targets.has(kind));
  return isSaid
    ? [
        { lead, tokens: tokens.slice(0, at) },
        { lead: 'bare', tokens: tokens.slice(at) },
      ]
    : [{ lead, tokens }];
}

const verdicts = new Set<Token['kind']>(['approve', 'praise', 'reject']);
const targets = new Set<Token['kind']>(['pair', 'all', 'rest', 'none']);

/** "5 yes 21 no" and "4 no rest yes" are two clauses without a sign between them. */
function divided({ lead, tokens }: Clause): Clause[] {
  const parts: Clause[] = [];
  let own: Clause = { lead, tokens: [] };
  let [hasTarget, hasVerdict, isExcept] = [false, false, false];
  for (const [index, token] of tokens.entries()) {
    const isTarget = targets.has(token.kind);
    const isVerdict = verdicts.has(token.kind);
    const isFull = hasTarget && hasVerdict;
    const begins =
      (isTarget && isFull && !isExcept && !followsNot(tokens, index) && !isSaidOfRest(own.tokens, token)) ||
      (isTarget && token.kind !== 'pair' && isExcept && hasTarget) ||
      (isVerdict && (isFull || (isExcept && hasTarget)) && verdictHasOwnTarget(tokens, index));
    if (begins) {
      parts.push(own);
      own = { lead: 'bare', tokens: [] };
      [hasTarget, hasVerdict, isExcept] = [false, false, false];
    }
    if (token.kind === 'except') {
      isExcept = true;
      hasTarget = false;
    }
    hasTarget ||= isTarget;
    hasVerdict ||= isVerdict;
    own.tokens.push(token);
  }
  return [...parts, own];
}

/** "Otherwise approve all" */
function isSaidOfRest(before: readonly Token[], { kind }: Token): boolean {
  return (
    kind === 'all' && before.some((token) => token.kind === 'rest') && !before.some((token) => token.kind === 'pair')
  );
}

/** "I approve all not 4" */
function followsNot(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.kind === 'not';
}

function verdictHasOwnTarget(tokens: readonly Token[], at: number): boolean {
  for (const { kind } of tokens.slice(at + 1)) {
    if (targets.has(kind)) return true;
    if (kind !== 'fill') return false;
  }
  return false;
}
