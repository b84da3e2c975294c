import type { Answers, FormDefinition } from '#domain/form.ts';
import { isOfOneself, isReasonOfAbstention } from './abstention.ts';
import {
  cautious,
  goesOnDoubting,
  isAside,
  isCorrection,
  isIdle,
  isMeantInstead,
  isQuestionBack,
  isSoftDoubt,
  isSorry,
  ownTale,
  referredTo,
} from './asides.ts';
import { readClauses } from './clauses/clause-reader.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { contentOf, isGlue, isUnknown, spanOf } from './content.ts';
import { likelyVotes } from './likely.ts';
import { Names } from './names.ts';
import { asksFor, isDemand, isIrony, isOfAnother, isPartlyRead, isPromise, isTakenBack, isWish } from './not-yet.ts';
import { SaidSoFar } from './said-so-far.ts';
import { withoutSignature } from './signature.ts';
import { type BallotReading, type Span, Tally } from './tally.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Characters of prose that are read: a page and a half. Whoever writes more than that writes a letter. */
const longest = 4_000;

/**
 * What the prose of a member of the committee says of the pairs of a ballot, a form of yes-or-no questions: "yes to all
 * except the second one: same team". `known` are votes from before, and `proposed` those that they were asked to confirm. Nothing
 * when it says nothing of any. Linear in the length of what is said.
 */
export function readBallot(
  form: FormDefinition,
  said: string,
  known: Answers = {},
  proposed: Answers = {},
): BallotReading | undefined {
  if (said.length > longest || !isBallot(form)) return undefined;
  const names = new Names(form.questions.map(({ ask }) => ask));
  const tokens = tokensOf(withoutSignature(said, names), names, form.questions.length);
  const tally = new Tally(said, form.questions.length);
  const reader = new SentenceReader(said, tally);
  const sentences = sentencesOf(tokens);
  for (const sentence of sentences) reader.read(sentence);
  const likely = () => likelyVotes(sentences, said, form.questions.length);
  return tally.result(form, { known, proposed }, tokens, likely);
}

/** Whether `said`, which stands by the number of a pair, takes back or leaves open the vote that it begins with. */
export function isHedged(form: FormDefinition, pair: number, said: string): boolean {
  const line = `${pair + 1}: ${said}`;
  if (said.length > longest || !isBallot(form) || readBallot(form, line)?.votes.has(pair)) return false;
  const tokens = tokensOf(said, new Names(form.questions.map(({ ask }) => ask)), form.questions.length);
  const has = (...kinds: Token['kind'][]) => tokens.some(({ kind }) => kinds.includes(kind));
  const isNoOfNothing = /^\s*(?:no|não|nao)(?!\p{L})/iu.test(said) && !has('approve', 'praise', 'reject');
  // "Not really" alone takes nothing back: it is a no.
  const isBack = isTakenBack(said) && !/^\s*not really[\s.!]*$/iu.test(said);
  return has('doubt', 'if', 'part') || (has('approve') && has('reject')) || isNoOfNothing || isBack;
}

/** Whether a form puts several pairs to the vote: yes-or-no questions only. */
export function isBallot({ questions }: FormDefinition): boolean {
  return questions.length > 1 && questions.every(({ type }) => type === 'yesno');
}

/** Reads sentences: what each of them is as a whole, a remark, a question, a summary, or votes in its clauses. */
class SentenceReader {
  private readonly said: string;
  /** What has been read so far. */
  private readonly tally: Tally;
  private readonly soFar: SaidSoFar;
  private sentence: Sentence = {
    clauses: [],
    isQuestion: false,
    isChoice: false,
    start: 0,
    end: 0,
  }; /** Pairs that the sentence before has left in doubt. */
  private inDoubt: readonly number[] | undefined;
  private keepsDoubt = false;

  constructor(said: string, tally: Tally) {
    this.said = said;
    this.tally = tally;
    this.soFar = new SaidSoFar(said, tally);
  }

  read(sentence: Sentence): void {
    this.begin(sentence);
    const tokens = sentence.clauses.flatMap(({ tokens: own }) => own);
    const kinds = new Set(tokens.map(({ kind }) => kind));
    if (this.isNoVote(sentence, tokens, kinds)) return;
    if (this.isReference(sentence, kinds) || this.isRemark(sentence, tokens)) return;
    // "Paul, could you take this one?" speaks to somebody who has the name of one of a pair.
    const isSpokenTo = spokenTo.test(this.said.slice(sentence.start, sentence.end));
    if (sentence.isQuestion && tokens[0]?.named && isSpokenTo) {
      this.tally.notes.push([sentence.start, sentence.end]);
      this.tally.passedOver.add(tokens[0]);
      return;
    }
    // "approve 4 or 9" leaves both open; "all except 4 or 9" takes out both.
    const isChoice = sentence.isChoice && kinds.has('pair') && !kinds.has('except') && !kinds.has('reject');
    const isEither = sentence.isChoice && (kinds.has('approve') || kinds.has('praise')) && kinds.has('reject');
    if (kinds.has('if') || sentence.isQuestion || isChoice || isEither) {
      const from = this.readBefore(sentence);
      const rest = sentence.clauses.slice(from).flatMap(({ tokens: own }) => own);
      this.doubtSentence(rest, new Set(rest.map(({ kind }) => kind)));
      return;
    }
    if (this.isSlip(sentence, tokens)) return;
    if (this.isSummary(sentence, kinds)) this.tally.startAfresh(sentence.start);
    if (kinds.has('pair') && !kinds.has('all') && !kinds.has('rest') && !kinds.has('none'))
      this.tally.aboutPairs.set(sentence.start, [...new Set(tokens.flatMap(({ pairs = [] }) => pairs))]);
    readClauses(this.soFar, sentence.clauses);
  }

  /** What looks like a vote and is none: a wish, a promise, something taken back. */
  private isNoVote(sentence: Sentence, tokens: readonly Token[], kinds: ReadonlySet<Token['kind']>): boolean {
    const span: Span = [sentence.start, sentence.end];
    const words = this.said.slice(...span);
    if (isWish(words) && !kinds.has('pair') && !sentence.isQuestion) {
      (asksFor(words) ? this.tally.doubts : this.tally.notes).push(span);
      return true;
    }
    const verdict = tokens.findLast(({ kind, abstains }) => abstains || ['approve', 'praise', 'reject'].includes(kind));
    if (!sentence.isQuestion && isPromise(words, verdict ? this.words(verdict) : '')) {
      this.doubtSentence(tokens, kinds);
      return true;
    }
    const names = kinds.has('pair') || kinds.has('all') || kinds.has('rest') || kinds.has('none');
    if (verdict && !sentence.isQuestion && (isOfAnother(words, names) || this.compares(tokens))) {
      this.doubtSentence(tokens, kinds);
      return true;
    }
    if (isPartlyRead(words)) {
      this.doubtSentence(tokens, kinds);
      this.tally.doubts.push(span);
      return true;
    }
    if (isIrony(words) || (isTakenBack(words) && !kinds.has('pair'))) {
      this.soFar.takeBack();
      this.tally.doubts.push(span);
      return true;
    }
    return false;
  }

  /** "4 is as good as 5", "better than 5" */
  private compares(tokens: readonly Token[]): boolean {
    return tokens.some(({ kind, start }) => {
      return kind === 'pair' && comparing.test(this.said.slice(this.sentence.start, start));
    });
  }

  /** "All approved, but does Ada know?": reads the vote before the "but", and returns the clause that the rest begins with. */
  private readBefore({ clauses }: Sentence): number {
    const but = clauses.findIndex(({ lead }, index) => index > 0 && lead === 'but');
    const before = clauses.slice(0, Math.max(0, but));
    const isVote = before.every(({ tokens }) => {
      const { all, polarity, unknown, pairs, except } = contentOf(tokens);
      const isPlain = tokens.every(({ kind }) => !['if', 'or', 'doubt', 'part', 'ask', 'beyond'].includes(kind));
      return isPlain && unknown.length === 0 && pairs.length === 0 && except < 0 && (all || polarity === true);
    });
    if (before.length === 0 || !isVote) return 0;
    readClauses(this.soFar, before);
    return but;
  }

  /**
   * "As Ada and Paul share a room, I would say no to that one": the last clause votes and refers back to the pairs that were
   * named, in this sentence or in the doubt before it.
   */
  private isReference({ clauses, isQuestion, start }: Sentence, kinds: ReadonlySet<Token['kind']>): boolean {
    const last = clauses.at(-1);
    if (!last || isQuestion || kinds.has('if') || kinds.has('or') || kinds.has('part') || kinds.has('beyond'))
      return false;
    const { polarity, pairs, unknown, all, rest, none, except, strong } = contentOf(last.tokens);
    const isVerdict = typeof polarity === 'boolean' && strong && !(all || rest || none) && except < 0;
    if (!isVerdict || pairs.length > 0 || unknown.length > 0 || this.hasDoubt(last.tokens)) return false;
    const span = spanOf(last.tokens);
    const refers = referredTo(this.said.slice(...span)) ?? (last.lead === 'so' ? 'any' : undefined);
    const before = clauses.slice(0, -1).flatMap(({ tokens }) => tokens);
    const decides = before.some(({ kind }) => ['approve', 'reject', 'except', 'rest', 'all', 'none'].includes(kind));
    if (refers === undefined || decides) return false;
    const named = before.filter(({ kind }) => kind === 'pair');
    if (named.some(({ several }) => several)) return false;
    const own = [...new Set(named.flatMap(({ pairs: indices = [] }) => indices))];
    const meant = own.length > 0 ? own : before.every(({ kind }) => isGlue(kind)) ? (this.inDoubt ?? []) : [];
    if (meant.length === 0 || !isCount(refers, meant.length)) return false;
    const doubts = meant.map((pair) => this.tally.asked.get(pair) ?? this.tally.mentions.get(pair));
    if (own.length === 0) for (const pair of meant) this.tally.asked.delete(pair);
    const group = this.soFar.vote(
      [{ kind: 'pair', start, end: span[1], pairs: meant, named: true }],
      polarity,
      last,
      false,
    );
    group.guessed ||= polarity || own.length === 0;
    const reason: Span | undefined = own.length > 0 ? [start, clauses.at(-2)?.tokens.at(-1)?.end ?? start] : doubts[0];
    if (!polarity && reason) group.reasons.push(reason);
    return true;
  }

  private hasDoubt(tokens: readonly Token[]): boolean {
    return tokens.some((token) => token.kind === 'doubt' && !isSoftDoubt(this.words(token)));
  }

  /** "Sorry, 11 I mean." behind "All good except 10.": another pair than the one that was named last. */
  private isSlip({ start, end }: Sentence, tokens: readonly Token[]): boolean {
    const { last } = this.soFar;
    const words = this.said.slice(start, end);
    const pairs = [...new Set(tokens.flatMap(({ pairs: own = [] }) => own))];
    const votes = tokens.some(({ kind }) =>
      ['approve', 'praise', 'reject', 'not', 'except', 'rest', 'all'].includes(kind),
    );
    // "Sorry, 3 not 4."
    const named = tokens.filter(({ kind }) => kind === 'pair');
    const swapped =
      swap.test(words) && named.length === 2 && last?.pairs.size === 1 && last.pairs.has(named[1]?.pairs?.[0] ?? -1);
    if (last && swapped && isCorrection(words)) {
      for (const pair of last.pairs) this.tally.withdrawn.add(pair);
      last.pairs.clear();
      for (const pair of named[0]?.pairs ?? []) last.pairs.add(pair);
      last.guessed = true;
      return true;
    }
    const corrects = isCorrection(words) || (this.tally.corrects && isMeantInstead(words));
    if (!last || !corrects || pairs.length === 0 || votes) return false;
    if (!isMeantInstead(words) || last.pairs.size !== pairs.length || tokens.some(({ several }) => several)) {
      for (const pair of [...last.pairs, ...pairs]) this.tally.ask(pair, [start, end]);
      return true;
    }
    for (const pair of last.pairs) this.tally.withdrawn.add(pair);
    last.pairs.clear();
    for (const pair of pairs) last.pairs.add(pair);
    last.guessed = true;
    last.reasons = [[start, end]];
    return true;
  }

  /** "So: all of them, minus ten." at the end of a message is what it comes to. */
  private isSummary({ clauses }: Sentence, kinds: ReadonlySet<Token['kind']>): boolean {
    const isWhole = kinds.has('except') || kinds.has('approve');
    const isPlain = !(['doubt', 'part', 'beyond', 'word', 'reject', 'not'] as const).some((kind) => kinds.has(kind));
    // "No to 4. So the rest is approved." goes on with what was said.
    const isAfresh = kinds.has('all') && !kinds.has('rest') && (kinds.has('except') || this.tally.groups.length === 0);
    return clauses[0]?.lead === 'so' && isWhole && isPlain && isAfresh;
  }

  /** A sentence that votes on nothing and mentions no pair: courtesy, a remark, a reason for what was said, or a riddle. */
  private isRemark({ isQuestion, start, end }: Sentence, tokens: readonly Token[]): boolean {
    const has = (...wanted: Token['kind'][]) => tokens.some(({ kind }) => wanted.includes(kind));
    const unknown = tokens.filter(({ kind }) => isUnknown(kind));
    if (isQuestion && this.inDoubt && goesOnDoubting(tokens, this.said.slice(start, end))) {
      this.keepsDoubt = true;
      return true;
    }
    if (isQuestion && isQuestionBack(tokens, this.said.slice(start, end))) {
      this.tally.notes.push([start, end]);
      return true;
    }
    if (has('pair', 'beyond', 'approve', 'reject', 'except', 'rest', 'none')) return this.isOwnReason(tokens);
    if (isQuestion) {
      const isOfCourse = tokens[0]?.kind === 'when' && !has('alarm', 'doubt', 'praise', 'all', 'part', 'if', 'not');
      if (isOfCourse) this.tally.notes.push([start, end]);
      return isOfCourse;
    }
    if (isSorry(this.said.slice(start, end)) && !has('all', 'both', 'doubt', 'if', 'but')) return true;
    // "Thank you for putting all of this together, I know how much work it was."
    if (tokens[0]?.kind === 'kind' && !has('doubt', 'if', 'not', 'but', 'only', 'too', 'part', 'praise')) {
      this.tally.notes.push([start, end]);
      return true;
    }
    const isMeaningful = unknown.length > 0 || has('all', 'both', 'part', 'doubt', 'if', 'not', 'but', 'only', 'too');
    // "All fine, thanks" is a vote.
    if (has('praise') && (unknown.length === 0 || has('all'))) return false;
    if (!isMeaningful) {
      if (has('kind', 'again')) return true;
      return tokens.every(({ kind }) => isGlue(kind));
    }
    if (!this.inDoubt && this.isReasonForLast(tokens)) {
      this.soFar.last?.reasons.push([start, end]);
      return true;
    }
    if (this.inDoubt && goesOnDoubting(tokens, this.said.slice(start, end))) {
      this.keepsDoubt = true;
      for (const pair of this.inDoubt) {
        const of = this.tally.asked.has(pair) ? this.tally.asked : this.tally.mentions;
        of.set(pair, [of.get(pair)?.[0] ?? start, end]);
      }
      return true;
    }
    if (isIdle(tokens, this.said)) {
      this.tally.notes.push([start, end]);
      return true;
    }
    // "I looked hard for something to complain about": what they did, which takes nothing back.
    const words = this.said.slice(start, end);
    const isTale =
      ownTale.test(words) &&
      !cautious.test(words) &&
      !has('if', 'but', 'only', 'doubt', 'too', 'except', 'part') &&
      !unknown.some(({ proper }, index) => proper && index > 0);
    if (isTale) {
      this.tally.notes.push([start, end]);
      return true;
    }
    const isSafe =
      !crossedOut.test(words) &&
      !has('if', 'not', 'but', 'only', 'doubt', 'part', 'alarm', 'too', 'except', 'so', 'both');
    const isPraise = has('praise') && (unknown.some(({ kind }) => kind === 'word') || has('kind')) && !has('all');
    if (isSafe && !unknown.some(({ proper }) => proper) && (has('kind') || isPraise)) {
      this.tally.notes.push([start, end]);
      return true;
    }
    return false;
  }

  /** "Juliana is her manager." behind "No to 4.": the people of the pair that was just refused. */
  private isOwnReason(tokens: readonly Token[]): boolean {
    // "4: no, same team" says again what "all but 4" has said.
    const isNumbered = tokens[0]?.kind === 'pair' && !tokens[0].named;
    const isTurned = tokens.some(({ kind }) => kind === 'not');
    const isPlain = tokens.every(
      (token) =>
        (!beyondReasons.has(token.kind) ||
          (isNumbered && token.kind === 'reject') ||
          (isTurned && token.kind === 'praise')) &&
        (token.kind !== 'doubt' || isSoftDoubt(this.words(token))),
    );
    const pairs = this.pairsOfReason(tokens);
    if (pairs.length > 0 && pairs.every((pair) => this.tally.isAbstained(pair))) {
      const isReason = isReasonOfAbstention(tokens, this.said);
      return isReason && this.tally.addReasonTo(pairs, [this.sentence.start, this.sentence.end]);
    }
    if (!isPlain || pairs.length === 0 || !tokens.some(({ kind }) => isUnknown(kind))) return false;
    const first = isNumbered ? tokens.find(({ kind }) => kind !== 'pair' && kind !== 'fill') : undefined;
    return this.tally.addReasonTo(pairs, [first?.start ?? this.sentence.start, this.sentence.end]);
  }

  /** "Ada wants somebody else, so Ren is not it": beside Ada, who is in one pair, Ren is spoken of as her mentor alone. */
  private pairsOfReason(tokens: readonly Token[]): number[] {
    const named = tokens.filter(({ kind }) => kind === 'pair');
    const isSure = named.some(({ pairs = [] }) => pairs.every((pair) => this.tally.isRefused(pair)));
    return [
      ...new Set(
        named.flatMap((token) => {
          const refused = (token.pairs ?? []).filter((pair) => this.tally.isRefused(pair));
          if (!isSure || !token.several || refused.length === 0) return token.pairs ?? [];
          this.tally.passedOver.add(token);
          return refused;
        }),
      ),
    ];
  }

  /** "They are on the same team." behind "No to 4." */
  private isReasonForLast(tokens: readonly Token[]): boolean {
    const { last } = this.soFar;
    if (!last || last.value || this.sentence.clauses[0]?.lead === 'but') return false;
    const isOfAbstention = last.abstains && isReasonOfAbstention(tokens, this.said);
    if (last.abstains && !isOfAbstention) return false;
    if (isOfAbstention && isOfOneself(this.sentenceWords())) return true;
    if (last.abstains === 'perhaps') return false;
    if (tokens[0]?.kind !== 'again' && this.sentence.clauses[0]?.lead !== 'because')
      return isAside(tokens, this.sentenceWords()) && !isDemand(this.sentenceWords());
    return tokens.every(
      (token) =>
        !['if', 'but', 'praise', 'all', 'ask'].includes(token.kind) &&
        (token.kind !== 'doubt' || isSoftDoubt(this.words(token))),
    );
  }

  private sentenceWords(): string {
    return this.said.slice(this.sentence.start, this.sentence.end);
  }

  private words({ start, end }: Token): string {
    return this.said.slice(start, end);
  }

  /** A condition or a question: what it names is asked about. */
  private doubtSentence(tokens: readonly Token[], kinds: ReadonlySet<Token['kind']>): void {
    const span: Span = [this.sentence.start, this.sentence.end];
    const pairs = tokens.flatMap(({ pairs: own = [] }) => own);
    for (const pair of pairs) this.tally.ask(pair, span);
    if (kinds.has('rest')) this.tally.isRestAsked = span;
    if (kinds.has('all') || kinds.has('none') || (pairs.length === 0 && !kinds.has('rest')))
      this.tally.doubts.push(span);
    if (kinds.has('beyond')) this.tally.doubts.push(span);
    // "No to 4. Unless they have moved since."
    const turns = kinds.has('if') || (this.sentence.isQuestion && (kinds.has('approve') || kinds.has('or')));
    if (turns && pairs.length === 0 && this.soFar.last?.value === false) this.soFar.takeBack();
    this.soFar.isDoubted = true;
  }

  private begin(sentence: Sentence): void {
    const { start, clauses } = this.sentence;
    this.soFar.isAnswer = this.sentence.isQuestion;
    const asked = this.tally.doubtfulIn(start);
    if (!this.keepsDoubt) this.inDoubt = asked.length > 0 && clauses.length > 0 ? asked : undefined;
    this.keepsDoubt = false;
    if (isCorrection(this.said.slice(sentence.start, sentence.end))) {
      this.tally.corrects = true;
      this.tally.aboutPairs.set(sentence.start, []);
    }
    this.sentence = sentence;
    this.soFar.begin(sentence);
  }
}

/** Words for some of the pairs, or for what was done to some. */
const crossedOut =
  /(?<!\p{L})(?:cross|struck|strike|flag|mark)\p{L}*|(?<!\p{L})(?:one|two|three|some|few|ones)(?!\p{L})/iu;

const comparing =
  /(?<!\p{L})(?:than|as \p{L}+ as|besser als|schlechter als|mejor que|peor que|melhor que|pior que|mieux que)\s+(?:(?:number|pair|the|no|nr|das|le|el|o)\s+)*$/iu;

/** "Paul, could you ..." */
const spokenTo = /^\s*\p{L}+\s*,.*(?<!\p{L})(?:you|your|du|dir|ihr|tu|te|vous|você|usted|podes|puedes)(?!\p{L})/iu;

/** "3 not 4", "I meant 3, not 4" */
const swap = /\d{1,3},?\s+not\s+(?:number\s+)?\d{1,3}[.!]?$/iu;

function isCount(refers: 'one' | 'two' | 'any', pairs: number): boolean {
  return refers === 'any' || (refers === 'one' ? pairs === 1 : pairs === 2);
}

/** What a sentence that names refused pairs may not hold, in order to be their reason. */
const beyondReasons = new Set<Token['kind']>([
  'approve',
  'reject',
  'except',
  'rest',
  'none',
  'beyond',
  'if',
  'but',
  'all',
  'praise',
  'part',
  'ask',
]);
