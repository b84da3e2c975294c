import { isAbstention, isConflict, isOfOneself, isReasonOfAbstention, isUnsure } from './abstention.ts';
import { goesOnDoubting, isLooking, isSorry } from './asides.ts';
import type { Clause, Sentence } from './clauses.ts';
import {
  bulkValue,
  type Content,
  contentOf,
  isGlue,
  isLeadingDoubt,
  isUnknown,
  lastIndexOfVerdict,
  spanOf,
} from './content.ts';
import { isAbstaining, isDeed, isHypothetical, isOfOthers, isPassing, isSpeech } from './not-yet.ts';
import { type Group, type Span, type Tally, voteOf } from './tally.ts';
import type { Token } from './tokens.ts';

/** Reads the clauses of a sentence, one after the other: votes, with the pairs that they are for and their reasons. */
export class ClauseReader {
  /** What has been read so far. */
  private readonly tally: Tally;

  // Of the sentence that is being read.
  private sentence: Sentence = { clauses: [], isQuestion: false, isChoice: false, start: 0, end: 0 };
  /** Pairs that wait for a vote. */
  private pending: Token[] = [];
  /** What was said between pairs that wait for a vote and that vote. */
  private pendingWords: Span[] = [];
  private pendingExcept: Group | undefined;
  private pendingAll = false;
  private pendingRest = false;
  private bare: { value: boolean; said: Span } | undefined;
  /** "Abstain", before the pairs that it is for. */
  private abstaining: Clause | undefined;
  /** The vote that was read last, where what follows may be its reason. */
  last: Group | undefined;
  private isReasonBegun = false;
  private hasStatement = false;
  /** Something was doubted since the vote that was read last. */
  isDoubted = false;
  /** Votes of this sentence contradict each other. */
  private isTorn = false;
  /** The sentence before asked something. */
  isAnswer = false;
  private readonly said: string;

  constructor(said: string, tally: Tally) {
    this.said = said;
    this.tally = tally;
  }

  /** Turns to the next sentence. */
  begin(sentence: Sentence): void {
    this.sentence = sentence;
    this.pending = [];
    this.pendingWords = [];
    this.pendingExcept = undefined;
    this.pendingAll = false;
    this.pendingRest = false;
    if (this.last) this.last.follows = false;
    this.bare = undefined;
    this.abstaining = undefined;
    this.isReasonBegun = false;
    this.hasStatement = false;
    this.isTorn = false;
  }

  /** Takes back the votes that were read last, in `span`. */
  takeBack(span: Span): void {
    for (const pair of this.last?.pairs ?? []) this.ask(pair, span);
  }

  readClause(clause: Clause): void {
    const content = contentOf(clause.tokens);
    const span = spanOf(clause.tokens);
    if (clause.tokens.some(({ kind }) => kind === 'beyond') && !this.isReasonText(clause, content)) {
      this.tally.doubts.push(this.whole());
      for (const { pairs = [] } of content.pairs) for (const pair of pairs) this.ask(pair, this.whole());
      return;
    }
    for (const { kind, count } of clause.tokens) {
      if (count !== undefined && (kind === 'all' || kind === 'rest')) this.tally.counts[kind] = count;
    }
    if (content.isEmpty || isSorry(this.said.slice(...span))) return;
    if (isLooking(clause.tokens, this.said.slice(...span))) {
      this.tally.notes.push(span);
      return;
    }
    // "But approve": set against something that is not there.
    const isSetAgainst = clause.lead === 'but' && clause === this.sentence.clauses[0];
    if (isSetAgainst && content.pairs.length === 0 && this.tally.groups.length === 0) this.riddle();
    if (this.isReasonText(clause, content)) {
      this.addReason(clause, span);
      return;
    }
    if (this.readAbstention(clause, content)) return;
    if (clause.tokens.some(({ kind }) => kind === 'doubt' || kind === 'part')) this.readDoubt(clause, content);
    else if (content.except >= 0) this.readExcept(clause, content);
    else if (content.pairs.length > 0) this.readPairs(clause, content, span);
    else if (content.rest) this.readRest(content, span);
    else if (content.all || content.none) this.readAll(clause, content, span);
    else if (content.polarity !== 'unsaid') this.readBare(clause, content, span);
    else this.readWords(clause, content, span);
  }

  // Abstentions

  /** "I abstain on 3", "4: can't judge, she is my sister". False where it is not clear that it is one, or of which pairs. */
  private readAbstention(clause: Clause, content: Content): boolean {
    const { lead, tokens } = clause;
    const { pairs, rest, all } = content;
    const before = this.abstaining;
    this.abstaining = undefined;
    if (before) {
      // "Abstain: 3, 5."
      const isList =
        lead === 'colon' && pairs.length > 0 && tokens.every(({ kind }) => kind === 'pair' || isGlue(kind));
      if (!isList) this.readDoubt(before, contentOf(before.tokens));
      else this.abstain(pairs, clause, true);
      return isList;
    }
    const others = tokens.filter(({ kind }) => kind !== 'pair' && kind !== 'rest' && kind !== 'all');
    if (!isAbstention(others, this.said)) return false;
    const isOfNo = this.last?.value === false && !this.last.abstains && !this.last.isLeftOut && this.hasStatement;
    if (isOfNo && pairs.length === 0 && lead !== 'list' && isConflict(tokens, this.said)) {
      this.addReason(clause, spanOf(tokens));
      return true;
    }
    const said = tokens.findIndex(({ abstains }) => abstains);
    const [first, last] = [
      tokens.findIndex(({ kind }) => kind === 'pair'),
      tokens.findLastIndex(({ kind }) => kind === 'pair'),
    ];
    const reason = tokens.find(({ kind }, index) => index > said && isUnknown(kind));
    const isForMany = rest || all || this.pendingRest;
    if (isForMany) {
      const isPlain = pairs.length === 0 && this.pending.length === 0 && !this.bare && !this.pendingExcept && !reason;
      if (isPlain && all) this.tally.setBulk(false, spanOf(tokens), this.whole(), { abstains: true });
      else if (isPlain) this.setRest(false, spanOf(tokens), true);
      return isPlain;
    }
    const isOpen = said < first;
    const isOneSided = isOpen || last < said;
    // "Ada can't judge 4", "I can't judge this well, 4"
    const isOfAnother = pairs.some((pair) => this.isOnePerson(pair));
    const isReasonLast = reason === undefined || (tokens[last]?.start ?? -1) < reason.start;
    if (pairs.length > 0) {
      if (!isOneSided || !isReasonLast || (isOfAnother && (!isOpen || pairs.length > 1))) return false;
      this.abstain(isOpen ? pairs : [...this.pending.splice(0), ...pairs], clause, isOpen);
    } else if (this.pending.length > 0) {
      if (this.bare || this.pendingWords.length > 0) return false;
      this.abstain(this.pending.splice(0), clause, false);
    } else if (this.last?.isLeftOut && this.hasStatement && lead !== 'list') {
      if (this.last.pairs.size !== 1 || reason) return false;
      // "All but 4 (conflict of interest)" may be the pair's.
      if (isUnsure(tokens, this.said)) this.takeBack(this.whole());
      this.last.abstains = 'clearly';
      this.last.isLeftOut = false;
    } else if (!this.bare && !this.hasStatement && !reason && !this.bulkSaidHere()) {
      this.abstaining = clause;
      return true;
    } else return false;
    if (reason) {
      this.last?.reasons.push([beginningOf(tokens, reason), this.endOf(clause)]);
      this.isReasonBegun = true;
    }
    return true;
  }

  private abstain(pairs: readonly Token[], clause: Clause, isOpen: boolean): void {
    for (const { pairs: own = [] } of pairs) for (const pair of own) this.tally.putBack(pair);
    this.group(pairs, false, clause, isOpen).abstains = isUnsure(clause.tokens, this.said) ? 'perhaps' : 'clearly';
  }

  // Doubt

  private readDoubt(clause: Clause, content: Content): void {
    this.isDoubted = true;
    const isPart = clause.tokens.some(({ kind }) => kind === 'part');
    const pairs = content.pairs.flatMap(({ pairs: own = [] }) => own);
    const except = content.except;
    if (!isPart && except > 0 && !clause.tokens.slice(0, except).some(({ kind }) => kind === 'doubt')) {
      // "approve all except maybe 9"
      const left = contentOf(clause.tokens.slice(0, except));
      if (left.unknown.length === 0 && (left.all || left.polarity !== 'unsaid') && pairs.length > 0) {
        this.takeBulk(left, clause);
        for (const pair of pairs) this.ask(pair, this.whole());
        return;
      }
    }
    for (const pair of pairs) this.ask(pair, this.whole());
    if (content.rest) this.tally.isRestAsked = this.whole();
    if (isPart || content.all || content.none || content.except >= 0) {
      const span = this.riddle();
      // "No to 4 and a couple of others"
      if (isPart && this.hasStatement) this.tally.firm.add(span);
    } else if (pairs.length === 0 && !content.rest && this.tally.doubtfulIn(this.sentence.start).length === 0) {
      const waiting = this.pending.flatMap(({ pairs: own = [] }) => own);
      if (waiting.length > 0 && !this.bare && !this.bulkSaidHere())
        for (const pair of waiting) this.ask(pair, this.whole());
      else if (this.last && this.hasStatement && clause.lead !== 'list')
        for (const pair of this.last.pairs) this.ask(pair, this.whole());
      else {
        if (this.last?.value === false && !this.hasStatement && !this.namesPairs()) this.takeBack(this.whole());
        this.riddle();
      }
      if (this.bulkSaidHere()) this.tally.doubts.push(this.whole());
    }
    this.pending = [];
  }

  /** "Abstain: 9." is about 9, and not about what was said before. */
  private namesPairs(): boolean {
    return this.sentence.clauses.some(({ tokens }) =>
      tokens.some(({ kind }) => kind === 'pair' || kind === 'rest' || kind === 'all'),
    );
  }

  private bulkSaidHere(): boolean {
    return this.tally.bulk !== undefined && this.tally.bulk.said[0] >= this.sentence.start && this.tally.bulk.value;
  }

  // "all except 4"

  private readExcept(clause: Clause, content: Content): void {
    const left = contentOf(clause.tokens.slice(0, content.except));
    const rightTokens = clause.tokens.slice(content.except + 1);
    const right = contentOf(rightTokens);
    const firstPair = rightTokens.findIndex(({ kind }) => kind === 'pair');
    const before = contentOf(rightTokens.slice(0, Math.max(0, firstPair)));
    const isClear =
      left.unknown.length === 0 &&
      left.pairs.length === 0 &&
      right.pairs.length > 0 &&
      before.unknown.length === 0 &&
      !right.none;
    if (!isClear || left.polarity === 'mixed' || left.rest || right.all || right.rest) {
      this.tally.doubts.push(this.whole());
      for (const { pairs = [] } of [...left.pairs, ...right.pairs])
        for (const pair of pairs) this.ask(pair, this.whole());
      return;
    }
    const hasLeft = left.all || left.none || left.polarity !== 'unsaid';
    const trailing = right.polarity === 'not' && before.polarity === 'not' ? 'unsaid' : right.polarity;
    let bulk: boolean | undefined;
    if (left.polarity !== 'unsaid' || left.none) bulk = this.takeBulk(left, clause);
    else if (left.all && trailing === true) {
      // "all except 4 are fine"
      bulk = true;
      this.setBulk(true, spanOf(clause.tokens));
      this.group(right.pairs, false, clause, true);
      return;
    } else if (!hasLeft && (this.bare || this.tally.bulk)) {
      bulk = this.bare?.value ?? this.tally.bulk?.value;
      if (this.bare) this.setBulk(this.bare.value, this.bare.said);
      this.bare = undefined;
    }
    if (trailing === 'mixed' || trailing === 'none' || trailing === 'not' || (trailing === true && bulk !== false)) {
      for (const { pairs = [] } of right.pairs) for (const pair of pairs) this.ask(pair, this.whole());
      if (bulk === undefined) this.tally.doubts.push(this.whole());
      return;
    }
    if (trailing === false && bulk !== true) {
      this.tally.doubts.push(this.whole());
      for (const { pairs = [] } of right.pairs) for (const pair of pairs) this.ask(pair, this.whole());
      return;
    }
    const group = this.group(right.pairs, bulk === undefined ? false : !bulk, clause, true);
    group.isLeftOut = true;
    if (bulk === undefined) {
      this.pendingExcept = group;
      this.pendingAll ||= left.all;
    }
    const after = rightTokens.slice(firstPair + 1).filter(({ kind }) => isUnknown(kind));
    const [first] = after;
    if (!first) return;
    if (bulk === undefined) {
      // "all except 4 should be looked at again"
      this.tally.doubts.push(this.whole());
      this.askAll(right.pairs);
      return;
    }
    // "except 4 same team"
    const isBut = clause.tokens[content.except]?.isBut === true;
    // "All but 4 keeps me awake": the "but" may have begun another sentence.
    if (isBut) this.askAll(right.pairs);
    else if (after.some(({ proper }) => proper) || group.value) {
      this.tally.doubts.push(this.whole());
      this.askAll(right.pairs);
    } else {
      group.reasons.push([beginningOf(rightTokens, first), this.endOf(clause)]);
      this.isReasonBegun = true;
    }
  }

  /** A vote for all in a clause; `undefined` when it can't be told. */
  private takeBulk(content: Content, clause: Clause): boolean | undefined {
    const value = bulkValue(content);
    if (value === undefined) {
      if (content.all && content.polarity === 'unsaid') {
        this.setBulk(true, spanOf(clause.tokens));
        return true;
      }
      this.tally.doubts.push(this.whole());
      return undefined;
    }
    this.setBulk(value, spanOf(clause.tokens));
    return value;
  }

  private setBulk(value: boolean, said: Span): void {
    this.tally.setBulk(value, said, this.whole());
  }

  // "4: no", "no to 4"

  private readPairs(clause: Clause, content: Content, span: Span): void {
    const { polarity, unknown, pairs } = content;
    const isTooMuch = content.all || content.rest || content.none;
    // "Ada says yes", "Grace has declined"
    if (pairs.some((pair) => pair.named && this.isDeedOf(pair))) {
      this.askAll([...this.pending.splice(0), ...pairs]);
      if (isTooMuch) this.riddle();
      return;
    }
    if (isTooMuch || polarity === 'mixed') {
      this.askAll(pairs);
      if (isTooMuch) this.tally.doubts.push(this.whole());
      return;
    }
    if (clause.lead === 'open' && polarity === 'unsaid' && this.isAboutOwn(pairs)) {
      this.addReason(clause, span);
      return;
    }
    if (polarity === 'unsaid') {
      this.readPairsAlone(clause, content);
      return;
    }
    if (polarity === 'not' || polarity === 'none') {
      // "everything ok but not 4"
      const isBehind = clause.tokens.at(-1)?.kind === 'not' && polarity === 'not';
      if (isBehind && unknown.length === 0) {
        // "4 nicht"
        this.statement(clause, content, false);
        return;
      }
      const isContrast = this.tally.bulk?.value === true || this.bare?.value === true;
      const isAlone = clause.tokens.every(
        ({ kind, start, end }) =>
          ['not', 'pair', 'too'].includes(kind) || (kind === 'fill' && beforeNumber.test(this.said.slice(start, end))),
      );
      // "Not 3. Everything else can go ahead."
      if (polarity === 'not' && isAlone && clause.lead === 'start') {
        this.group(pairs, false, clause, true);
        return;
      }
      if (
        polarity === 'not' &&
        unknown.length === 0 &&
        !clause.tokens.some(({ kind }) => kind === 'only') &&
        isContrast &&
        clause.tokens[clause.tokens.length - 1]?.kind === 'pair'
      ) {
        if (this.bare) this.setBulk(true, this.bare.said);
        this.bare = undefined;
        this.group(pairs, false, clause, true);
      } else this.askAll(pairs);
      return;
    }
    if (unknown.length > 0) {
      this.readPairsWithWords(clause, content);
      return;
    }
    this.statement(clause, content, polarity);
  }

  private isOnePerson({ named, start, end }: Token): boolean {
    return named === true && !besides.test(this.said.slice(start, end));
  }

  /** Whether one person of a pair, rather than both of them, is said to have done something. */
  private isDeedOf({ start, end }: Token): boolean {
    return !besides.test(this.said.slice(start, end)) && isDeed(this.said.slice(end, this.sentence.end));
  }

  private statement(clause: Clause, content: Content, value: boolean): void {
    const verdictAt = clause.tokens.findIndex(
      ({ kind }) => kind === 'approve' || kind === 'praise' || kind === 'reject' || kind === 'not',
    );
    const pairAt = clause.tokens.findIndex(({ kind }) => kind === 'pair');
    const isOpen = verdictAt < pairAt;
    const lastVerdict = lastIndexOfVerdict(clause.tokens);
    // "not see 4 go ahead" has its end behind the pair.
    const isClosed = lastVerdict > pairAt;
    if (this.pendingExcept && (clause.lead === 'list' || clause.lead === 'comma') && !isOpen) {
      // "everything except 4 and 9 is fine"
      if (value && this.pendingAll) {
        this.setBulk(true, spanOf(clause.tokens));
        for (const { pairs = [] } of content.pairs) for (const pair of pairs) this.pendingExcept.pairs.add(pair);
      } else {
        this.askAll(content.pairs);
        this.tally.doubts.push(this.whole());
      }
      this.pendingExcept = undefined;
      return;
    }
    if (value && clause.lead === 'but' && (this.tally.bulk?.value === true || this.bare?.value === true)) {
      // A yes that is set against a yes.
      this.askAll(content.pairs);
      return;
    }
    if (
      !isOpen &&
      this.last?.follows &&
      voteOf(this.last) !== value &&
      (clause.lead === 'list' || clause.lead === 'comma')
    ) {
      // "no to 4, 9 and 11 yes": nobody knows of 9.
      for (const pair of this.last.pairs) this.ask(pair, this.whole());
    }
    const waiting = isOpen ? [] : this.pending.splice(0);
    const words = isOpen ? [] : this.pendingWords.splice(0);
    if (isOpen && this.pending.length > 0) this.askAll(this.pending.splice(0));
    const bareNow = this.bare;
    if (bareNow && clause.lead === 'but') this.setBulk(bareNow.value, bareNow.said);
    if (bareNow) this.bare = undefined;
    const group = this.group([...waiting, ...content.pairs], value, clause, isOpen && !isClosed);
    if (value && words.length > 0) this.askAll(waiting);
    else group.reasons.push(...words);
  }

  private readPairsWithWords(clause: Clause, content: Content): void {
    const { polarity, pairs, unknown, strong } = content;
    const lastPair = clause.tokens.findLastIndex(({ kind }) => kind === 'pair');
    const anchor = Math.max(
      lastPair,
      clause.tokens.findIndex(({ kind }) => kind === 'reject'),
    );
    const behind = clause.tokens.slice(anchor + 1);
    const words = behind.filter(({ kind }) => isUnknown(kind));
    const before = clause.tokens.slice(0, anchor + 1).filter(({ kind }) => isUnknown(kind));
    const isPlain = !behind.some(({ kind }) => kind === 'approve') && !unknown.some(({ proper }) => proper);
    const refuses = clause.tokens.slice(0, anchor + 1).some(({ kind }) => kind === 'reject');
    const [first] = words;
    // "no to 4 same team"
    const isMeant = first !== undefined && !isHypothetical(this.said.slice(first.start));
    if (polarity === false && strong && refuses && before.length === 0 && first && isPlain && isMeant) {
      this.statement({ ...clause, tokens: clause.tokens.slice(0, anchor + 1) }, content, false);
      this.last?.reasons.push([beginningOf(behind, first), this.endOf(clause)]);
      this.isReasonBegun = true;
      return;
    }
    if (clause.tokens.some(({ kind }) => kind === 'too') && unknown.length === 0) return;
    this.askAll(this.pending.splice(0));
    this.askAll(pairs);
  }

  private readPairsAlone(clause: Clause, { pairs, unknown }: Content): void {
    const isToo = clause.tokens.some(({ kind }) => kind === 'too');
    if (isToo && (this.isDoubted || this.isOfOther(clause))) {
      this.askAll(pairs);
      return;
    }
    if (isToo && unknown.length === 0 && this.last && (this.hasStatement || clause.lead === 'start')) {
      this.likeLast(this.last, pairs, clause, false);
      return;
    }
    if (unknown.length > 0) {
      // "7 is my own report's brother, so no"
      const isFirst =
        clause.tokens.findIndex(({ kind }) => kind === 'pair') < clause.tokens.findIndex(({ kind }) => isUnknown(kind));
      const [first] = unknown;
      if (isFirst && first && this.pending.length === 0) {
        this.pending.push(...pairs);
        this.pendingWords.push([beginningOf(clause.tokens, first), this.endOf(clause)]);
      } else for (const { pairs: own = [] } of pairs) for (const pair of own) this.tally.mention(pair, this.whole());
      return;
    }
    if (clause.lead === 'bare' && this.bulkSaidHere()) {
      // "approve all to 6": a bound, perhaps.
      this.riddle();
      this.askAll(pairs);
      return;
    }
    const isList = clause.lead === 'list' || clause.lead === 'comma' || clause.lead === 'bare';
    // "All except 4 (same boss, as 5)"
    const isLikened = likening.test(this.said.slice(...spanOf(clause.tokens)));
    if (isLikened && this.last && this.hasStatement) {
      this.askAll(pairs);
      return;
    }
    if (this.last?.isOpen && this.last.named && clause.lead === 'bare' && pairs.some(({ named }) => !named)) {
      // "I agree with Juliana on 4."
      this.takeBack(this.whole());
      this.askAll(pairs);
      return;
    }
    // "No to 4, Maria on 5"
    if (pairs.length > 1 && pairs.some((pair) => this.isOnePerson(pair)) && this.last?.isOpen && this.hasStatement) {
      this.askAll(pairs);
      return;
    }
    if (this.last?.isOpen && this.hasStatement && isList) {
      // "no to 4 and 9"
      for (const { pairs: own = [] } of pairs) for (const pair of own) this.last.pairs.add(pair);
      if (this.last.reasons.length > 0) this.likeLast(this.last, this.take(pairs), clause, true);
      else {
        this.last.follows = true;
        this.last.guessed ||= pairs.some(({ guessed }) => guessed === true);
        this.last.named ||= pairs.some(({ named }) => named === true);
        this.last.said[1] = spanOf(clause.tokens)[1];
        this.severals(pairs);
      }
      return;
    }
    // "Not 5 but 4"
    if (clause.lead === 'but' && this.hasStatement && this.last?.value === false) this.takeBack(this.whole());
    const bulk = this.bulkSaidHere() ? this.tally.bulk : this.bare;
    if (clause.lead === 'but' && bulk?.value === true && clause.tokens.every(({ kind }) => kind !== 'only')) {
      // "all fine but 4"
      if (this.bare) this.setBulk(true, this.bare.said);
      this.bare = undefined;
      this.group(pairs, false, clause, true);
      return;
    }
    if (this.bare && clause.lead === 'colon' && this.pending.length === 0 && !this.hasStatement) {
      // "Reject: 4 and 9"
      const { value } = this.bare;
      this.bare = undefined;
      this.group(pairs, value, clause, true);
      return;
    }
    this.pending.push(...pairs);
  }

  /** "5 is in her team, so is 6", "so is Ada": perhaps the same of what was said of somebody, and not the same vote. */
  private isOfOther({ tokens }: Clause): boolean {
    const isSo = tokens.some(({ kind, start, end }) => kind === 'too' && /^so\s/iu.test(this.said.slice(start, end)));
    const isNamed = tokens.some(({ named }) => named);
    const isOpen = this.pending.length > 0 || this.tally.openBefore(this.sentence.end).length > 0;
    return isSo && (isNamed || isOpen || ((this.last?.reasons.length ?? 0) > 0 && this.last?.value === true));
  }

  private likeLast({ value, abstains }: Group, pairs: readonly Token[], clause: Clause, isOpen: boolean): void {
    this.group(pairs, value, clause, isOpen).abstains = abstains;
  }

  /** Pairs that join a group of their own because the one before has its reason. */
  private take(pairs: Token[]): Token[] {
    for (const { pairs: own = [] } of pairs) for (const pair of own) this.last?.pairs.delete(pair);
    return pairs;
  }

  // "the rest is fine", "all fine", "fine"

  private readRest(content: Content, span: Span): void {
    const { polarity, unknown } = content;
    this.askAll(this.pending.splice(0));
    const value = polarity === true || polarity === false ? polarity : undefined;
    if (polarity === 'unsaid' && unknown.length === 0 && !content.none) {
      // "Approve: the rest", "The rest: yes"
      if (this.bare && !this.hasStatement) this.setRest(this.bare.value, span);
      else this.pendingRest = true;
    } else if (value === undefined || unknown.length > 0 || content.none) this.tally.isRestAsked = this.whole();
    else this.setRest(value, span);
  }

  private setRest(value: boolean, said: Span, abstains = false): void {
    this.tally.settle();
    this.tally.hasVote = true;
    this.bare = undefined;
    this.pendingRest = false;
    if (this.pendingExcept) {
      this.pendingExcept.value = !value;
      this.pendingExcept = undefined;
    }
    const before = this.tally.rest;
    if (before && (before.value !== value || before.abstains !== abstains)) this.tally.isRestAsked = this.whole();
    this.tally.rest ??= { value, abstains, said };
    this.last = undefined;
  }

  private readAll(clause: Clause, content: Content, span: Span): void {
    const value = bulkValue(content);
    const isOfTwo = clause.tokens.some(({ kind }) => kind === 'both') && this.tally.total > 2;
    // "I looked at 1 to 6. All of them are fine."
    const before = this.tally.openBefore(this.sentence.start).length;
    const isSetAgainst = clause.lead === 'but' && this.tally.doubtfulIn(this.sentence.start).length > 0;
    if (isOfTwo || isSetAgainst || (content.all && (this.pending.length > 0 || before > 1))) {
      this.readAllOfThose(clause, content, value, isOfTwo);
      return;
    }
    if (content.unknown.length > 0) {
      this.tally.doubts.push(this.whole());
      return;
    }
    if (value === undefined) {
      if (content.polarity === 'unsaid' && content.all && this.bare && clause.lead !== 'but')
        this.setBulk(this.bare.value, span);
      else if (content.polarity === 'unsaid' && content.all) {
        this.pendingAll = true;
        return;
      } else this.tally.doubts.push(this.whole());
      this.bare = undefined;
      return;
    }
    this.askAll(this.pending.splice(0));
    if (this.bare && this.bare.value !== value) this.tally.doubts.push(this.whole());
    this.bare = undefined;
    this.pendingAll = false;
    // "for 4 and for all others" is said by "rest"; "all" behind a pair that was taken out before it ("apart from 4, all fine").
    if (this.pendingExcept) {
      this.pendingExcept.value = !value;
      this.pendingExcept = undefined;
    }
    this.setBulk(value, span);
    if (!value) this.last = this.tally.refuseAll(this.newGroup(clause));
  }

  /** "7 and 8: both fine", "1 to 6: all good": said of those alone. */
  private readAllOfThose(clause: Clause, content: Content, value: boolean | undefined, isOfTwo: boolean): void {
    const waiting = this.pending.splice(0);
    const isSure = this.pendingWords.splice(0).length === 0 && content.unknown.length === 0 && !this.bare;
    const named = new Set(waiting.flatMap(({ pairs = [] }) => pairs));
    const isAll = isOfTwo ? named.size === 2 : clause.lead === 'colon' && named.size > 1;
    if (value !== undefined && isSure && isAll) {
      this.group(waiting, value, clause, false).guessed = true;
      return;
    }
    this.askAll(waiting);
    this.riddle();
  }

  private readBare(clause: Clause, content: Content, span: Span): void {
    const { polarity, unknown } = content;
    const isTurnedPraise = content.isTurned && !content.strong;
    if ((polarity !== true && polarity !== false) || (isTurnedPraise && this.pending.length === 0)) {
      this.askAll(this.pending.splice(0));
      if (this.hasStatement || (polarity === 'mixed' && this.last?.value === false)) this.takeBack(this.whole());
      this.riddle();
      return;
    }
    if (unknown.length > 0) {
      // "all except 4, which I approve", "I abstain on 4. Actually no."
      if (this.hasStatement || (this.last?.value === false && (polarity || this.last.abstains)))
        this.takeBack(this.whole());
      if (this.pending.length > 0) this.askAll(this.pending.splice(0));
      else this.riddle();
      return;
    }
    const rest = this.tally.rest;
    if (rest && rest.said[0] >= this.sentence.start && rest.value !== polarity) {
      // "The rest yes and no"
      this.tally.isRestAsked = this.whole();
      return;
    }
    if (this.pendingRest) {
      this.setRest(polarity, span);
      return;
    }
    if (this.pendingExcept) {
      // "everything except 4: yes", "apart from 4, fine"
      if (polarity) this.setBulk(true, span);
      else this.riddle();
      this.pendingExcept = undefined;
      this.pendingAll = false;
      return;
    }
    if (this.pendingAll) {
      this.pendingAll = false;
      this.setBulk(polarity, span);
      return;
    }
    if (this.pending.length > 0) {
      const pairs = this.pending.splice(0);
      const words = this.pendingWords.splice(0);
      const isOfAnother = words.some(([start, end]) => isSpeech(this.said.slice(start, end)));
      if ((polarity && words.length > 0) || isOfAnother) this.askAll(pairs);
      else {
        const group = this.group(pairs, polarity, clause, false);
        group.reasons.push(...words);
      }
      return;
    }
    if (this.hasStatement) {
      // "no to 4, yes": again the same, or against it.
      if (this.last && voteOf(this.last) !== polarity) for (const pair of this.last.pairs) this.ask(pair, this.whole());
      return;
    }
    if (clause.tokens.some(({ kind }) => kind === 'again') && this.last) {
      for (const pair of this.last.pairs) if (voteOf(this.last) !== polarity) this.ask(pair, this.whole());
      if (voteOf(this.last) === polarity) return;
      this.riddle();
      return;
    }
    if (this.bare && this.bare.value !== polarity) {
      this.riddle();
      this.isTorn = true;
    }
    this.bare ??= { value: polarity, said: span };
  }

  // Words of which nothing is known.

  /** Whether a clause is no statement of its own but the reason of the no before it. */
  private isReasonText(clause: Clause, content: Content): boolean {
    const { last } = this;
    const { lead, tokens } = clause;
    if (!last || last.value || !this.hasStatement || this.pending.length > 0) return false;
    if (lead === 'but' || lead === 'start') return false;
    if (lead === 'list' && !this.isReasonBegun) return false;
    if (last.abstains) return this.isAboutOwn(content.pairs) && isReasonOfAbstention(tokens, this.said);
    if (content.rest || content.except >= 0) return false;
    const isStrong = tokens.some(({ kind }) => kind === 'approve' || kind === 'if');
    if (isStrong || tokens.some(({ kind }) => kind === 'too')) return false;
    if (tokens.some(({ kind }) => kind === 'doubt') && !this.isReasonBegun && isLeadingDoubt(tokens)) return false;
    const isOwn = this.isAboutOwn(content.pairs);
    if (!isOwn) return false;
    const words = this.said.slice(...spanOf(tokens));
    if (this.isJoined(clause) && isOfOthers(words)) return false;
    if (last.isLeftOut && isAbstaining(words)) return false;
    if (content.all && content.polarity !== 'unsaid') return false;
    if (content.unknown.length === 0 && content.polarity !== 'not')
      return content.pairs.length > 0 && content.polarity === 'unsaid';
    // "except 4, Kristina": a name that we don't know, or a reason?
    const others = content.unknown.filter(({ kind }) => kind === 'word');
    if (
      lead !== 'because' &&
      lead !== 'colon' &&
      lead !== 'open' &&
      others.length > 0 &&
      others.every(({ proper }) => proper)
    )
      return false;
    return true;
  }

  private isJoined({ lead, tokens }: Clause): boolean {
    const before = this.said.slice(0, spanOf(tokens)[0]).slice(-mostJoining);
    return lead === 'list' || (lead === 'comma' && /(?<!\p{L})(?:and|plus|und|et|y|e)\s+$/iu.test(before));
  }

  private isAboutOwn(pairs: readonly Token[]): boolean {
    const own = this.last?.pairs;
    return own !== undefined && pairs.every(({ pairs: named = [] }) => named.some((pair) => own.has(pair)));
  }

  private addReason(clause: Clause, span: Span): void {
    const words = this.said.slice(...span);
    const isOfPair = this.last?.abstains === 'perhaps' && !isOfOneself(words);
    if (isPassing(words) || isOfPair) this.takeBack(this.whole());
    const before = this.last?.reasons.at(-1);
    // A reason goes on behind a comma.
    if (before && this.isReasonBegun && clause.lead !== 'open') before[1] = this.endOf(clause);
    else
      this.last?.reasons.push([clause.lead === 'because' ? this.startOf(clause, span) : span[0], this.endOf(clause)]);
    this.isReasonBegun = true;
  }

  private readWords(clause: Clause, content: Content, span: Span): void {
    if (content.unknown.length === 0) {
      // "but", "only", "too" with nothing.
      if (clause.tokens.some(({ kind }) => kind === 'kind' || kind === 'again')) return;
      this.riddle();
      return;
    }
    if (this.pending.length > 0) {
      this.pendingWords.push([span[0], this.endOf(clause)]);
      return;
    }
    const has = (...wanted: Token['kind'][]) => clause.tokens.some(({ kind }) => wanted.includes(kind));
    const isFriendly = has('kind', 'praise') && !has('alarm', 'not', 'doubt', 'only') && clause.lead !== 'but';
    if (isFriendly && !content.unknown.some(({ proper }) => proper)) {
      this.tally.notes.push([span[0], this.endOf(clause)]);
      return;
    }
    const isDoubtful = this.tally.doubtfulIn(this.sentence.start).length > 0;
    const isTail = isDoubtful && !this.hasStatement && !this.bare && clause.lead !== 'start';
    const own = clause.tokens.map((token) => ({ ...token, proper: false }));
    if (isTail && goesOnDoubting(own, this.said.slice(...span))) return;
    if (this.last && this.hasStatement && clause.lead !== 'list' && (this.last.value || clause.lead === 'but')) {
      this.takeBack(this.whole());
      if (clause.lead === 'but') this.riddle();
      return;
    }
    if (clause.lead === 'but' && clause === this.sentence.clauses[0] && this.last?.value === false)
      this.takeBack(this.whole());
    const riddle = this.riddle();
    // "No to 4 and the one in Lisbon": another pair, whatever is said of the rest.
    if (this.isJoined(clause) && this.hasStatement) this.tally.firm.add(riddle);
  }

  // The end of a sentence, and of all.

  end(): void {
    const pending = this.pending.splice(0);
    const pairs = pending.flatMap(({ pairs: own = [] }) => own);
    const words = this.pendingWords.splice(0);
    // "3 they work on the same corridor" behind "all but 3".
    const [first, last] = [words[0], words.at(-1)];
    const isReason = first !== undefined && last !== undefined && this.tally.addReasonTo(pairs, [first[0], last[1]]);
    if (!isReason) for (const pair of pairs) this.tally.mention(pair, this.whole());
    if (this.pendingRest) this.tally.isRestAsked = this.whole();
    if (this.pendingExcept) {
      // "Everything except 4"; "except 4" behind an approval in a sentence of its own is decided already.
      const isAsked = this.tally.doubtfulIn(this.sentence.start).length > 0;
      if (this.pendingAll && isAsked) {
        this.riddle();
        for (const pair of this.pendingExcept.pairs) this.ask(pair, this.whole());
      } else if (this.pendingAll) this.setBulk(true, [this.sentence.start, this.sentence.end]);
      else for (const pair of this.pendingExcept.pairs) this.ask(pair, this.whole());
    } else if (this.pendingAll) this.riddle();
    if (this.abstaining) this.abstainFromAll(this.abstaining);
    if (!this.bare) return;
    // "No, 4 is in her team" says nothing of the others; "fine, although 4 is in her team" does.
    const isAboutPairs = this.sentence.clauses.some(({ tokens }) => tokens.some(({ kind }) => kind === 'pair'));
    const isContrast = this.bare.value && this.sentence.clauses.some(({ lead }) => lead === 'but');
    if (!this.hasStatement && (!isAboutPairs || isContrast)) {
      if (this.isBareOfOthers(this.bare.value)) {
        this.riddle();
        return;
      }
      this.tally.setBulk(this.bare.value, this.bare.said, this.whole(), { isBare: true });
      if (!this.bare.value) this.last = this.tally.refuseAll(this.newGroup(undefined));
    }
  }

  /** "I abstain." and no more than that: from all of them. */
  private abstainFromAll(clause: Clause): void {
    this.abstaining = undefined;
    const isAlone = this.sentence.clauses.every((one) => one === clause || contentOf(one.tokens).isEmpty);
    if (isAlone && this.tally.isEmpty && !isUnsure(clause.tokens, this.said))
      this.tally.setBulk(false, spanOf(clause.tokens), this.whole(), { isBare: true, abstains: true });
    else this.readDoubt(clause, contentOf(clause.tokens));
  }

  /** A yes or no that may be to what was said or asked before it, rather than to all: "Claire manages Yusuf. No." */
  private isBareOfOthers(value: boolean): boolean {
    const { start } = this.sentence;
    if (this.isTorn || this.tally.openBefore(start).length > 0) return true;
    if (this.last && (this.tally.corrects || this.last.abstains)) {
      this.takeBack(this.whole());
      return true;
    }
    const isBesideRiddle = this.tally.doubts.some(([at]) => at === start);
    // "No to 4. Actually, yes."
    if (value && isBesideRiddle && this.last?.value === false) this.takeBack(this.whole());
    // "1-6 yes, 7 no. Perfect."
    const said = this.bare ? this.said.slice(...this.bare.said) : '';
    const isSettled = this.tally.rest?.value ?? this.tally.bulk?.value;
    if (value && this.tally.groups.length > 0 && !isSettled && !decided.test(said)) return true;
    // "I'm against it."
    const refers = (tokens: readonly Token[]) => tokens.some(({ kind }) => kind === 'again');
    if (!value && this.sentence.clauses.some(({ tokens }) => refers(tokens))) return true;
    return !value && (this.isAnswer || isBesideRiddle);
  }

  private riddle(): Span {
    const span = this.whole();
    this.tally.doubts.push(span);
    return span;
  }

  private whole(): Span {
    return [this.sentence.start, this.sentence.end];
  }

  private ask(pair: number, span: Span): void {
    this.tally.ask(pair, span);
  }

  private askAll(tokens: readonly Token[]): void {
    for (const { pairs = [] } of tokens) for (const pair of pairs) this.ask(pair, this.whole());
  }

  private severals(tokens: readonly Token[]): void {
    for (const { several, pairs = [] } of tokens) if (several) for (const pair of pairs) this.ask(pair, this.whole());
  }

  private newGroup(clause: Clause | undefined): Group {
    return {
      pairs: new Set(),
      value: false,
      abstains: false,
      isOpen: false,
      reasons: [],
      said: clause ? spanOf(clause.tokens) : this.whole(),
      guessed: false,
      named: false,
      follows: false,
      corrects: false,
      isLeftOut: false,
    };
  }

  group(tokens: readonly Token[], value: boolean, clause: Clause, isOpen: boolean): Group {
    this.tally.hasVote = true;
    this.hasStatement = true;
    this.isDoubted = false;
    this.isReasonBegun = false;
    const group: Group = { ...this.newGroup(clause), value, isOpen, corrects: this.tally.corrects };
    for (const { pairs = [], guessed, named } of tokens) {
      for (const pair of pairs) group.pairs.add(pair);
      group.guessed ||= guessed === true;
      group.named ||= named === true;
    }
    this.severals(tokens);
    this.tally.groups.push(group);
    this.last = group;
    return group;
  }

  private startOf(clause: Clause, span: Span): number {
    // "because they ..." without the "because".
    return clause.tokens[0]?.start ?? span[0];
  }

  /** The end of a clause with what stands behind its last word and belongs to no other ("1st.") */
  private endOf(clause: Clause): number {
    return clause.tokens.at(-1)?.end ?? 0;
  }
}

/** What stands between two people. */
const besides = /[/&+,–—-]|(?<!\p{L})(?:and|with|as|und|mit|et|avec|y|con|e|com)(?!\p{L})/iu;

const likening = /^(?:as|like|wie|comme|como)(?!\p{L})(?! well)/iu;

/** Words that decide, where others may only be said of what went before. */
const decided = /approv|publish|proceed|carry on|go ahead|einverstanden|genehmig|aprob|aprov|approuv/iu;

/** Characters of an "and" with the space around it. */
const mostJoining = 8;

/** What may stand before the number of a pair and says nothing. */
const beforeNumber = /^(?:number|no|nr|pair|the|with|please|der|die|das|den|dem|le|la|el|o|a)$/iu;

/** Where a reason begins: "same team" with its "same". */
function beginningOf(tokens: readonly Token[], first: Token): number {
  let at = tokens.indexOf(first);
  while (tokens[at - 1]?.kind === 'again') at -= 1;
  return (tokens[at] ?? first).start;
}
