import { isAbstention, isConflict, isOfOneself, isReasonOfAbstention, isUnsure } from './abstention.ts';
import { goesOnDoubting, isLooking, isSorry } from './asides.ts';
import type { Clause } from './clauses.ts';
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
import type { SaidSoFar } from './said-so-far.ts';
import { type Span, voteOf } from './tally.ts';
import type { Token } from './tokens.ts';

/** Reads the clauses of a sentence, one after the other: votes, with the pairs that they are for and their reasons. */
export class ClauseReader {
  private readonly soFar: SaidSoFar;

  constructor(soFar: SaidSoFar) {
    this.soFar = soFar;
  }

  readClause(clause: Clause): void {
    const content = contentOf(clause.tokens);
    const span = spanOf(clause.tokens);
    if (clause.tokens.some(({ kind }) => kind === 'beyond') && !this.isReasonText(clause, content)) {
      this.soFar.leaveUnexplained();
      this.soFar.ask(content.pairs);
      return;
    }
    for (const { kind, count } of clause.tokens) {
      if (count !== undefined && (kind === 'all' || kind === 'rest')) this.soFar.tally.counts[kind] = count;
    }
    if (content.isEmpty || isSorry(this.soFar.said.slice(...span))) return;
    if (isLooking(clause.tokens, this.soFar.said.slice(...span))) {
      this.soFar.tally.notes.push(span);
      return;
    }
    // "But approve": set against something that is not there.
    const isSetAgainst = clause.lead === 'but' && clause === this.soFar.sentence.clauses[0];
    if (isSetAgainst && content.pairs.length === 0 && this.soFar.tally.groups.length === 0)
      this.soFar.leaveUnexplained();
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
    const before = this.soFar.abstaining;
    this.soFar.abstaining = undefined;
    if (before) {
      // "Abstain: 3, 5."
      const isList =
        lead === 'colon' && pairs.length > 0 && tokens.every(({ kind }) => kind === 'pair' || isGlue(kind));
      if (!isList) this.readDoubt(before, contentOf(before.tokens));
      else this.abstain(pairs, clause, true);
      return isList;
    }
    const others = tokens.filter(({ kind }) => kind !== 'pair' && kind !== 'rest' && kind !== 'all');
    if (!isAbstention(others, this.soFar.said)) return false;
    const isOfNo =
      this.soFar.last?.value === false && !this.soFar.last.abstains && !this.soFar.last.isLeftOut && this.soFar.hasVote;
    if (isOfNo && pairs.length === 0 && lead !== 'list' && isConflict(tokens, this.soFar.said)) {
      this.addReason(clause, spanOf(tokens));
      return true;
    }
    const said = tokens.findIndex(({ abstains }) => abstains);
    const [first, last] = [
      tokens.findIndex(({ kind }) => kind === 'pair'),
      tokens.findLastIndex(({ kind }) => kind === 'pair'),
    ];
    const reason = tokens.find(({ kind }, index) => index > said && isUnknown(kind));
    const isForMany = rest || all || this.soFar.isRestWaiting;
    if (isForMany) {
      const isPlain =
        pairs.length === 0 && this.soFar.waiting.length === 0 && !this.soFar.verdict && !this.soFar.takenOut && !reason;
      if (isPlain && all) this.soFar.tally.setBulk(false, spanOf(tokens), this.soFar.span(), { abstains: true });
      else if (isPlain) this.soFar.voteOnRest(false, spanOf(tokens), true);
      return isPlain;
    }
    const isOpen = said < first;
    const isOneSided = isOpen || last < said;
    // "Ada can't judge 4", "I can't judge this well, 4"
    const isOfAnother = pairs.some((pair) => this.isOnePerson(pair));
    const isReasonLast = reason === undefined || (tokens[last]?.start ?? -1) < reason.start;
    if (pairs.length > 0) {
      if (!isOneSided || !isReasonLast || (isOfAnother && (!isOpen || pairs.length > 1))) return false;
      this.abstain(isOpen ? pairs : [...this.soFar.takeWaiting(), ...pairs], clause, isOpen);
    } else if (this.soFar.waiting.length > 0) {
      if (this.soFar.verdict || this.soFar.waitingWords.length > 0) return false;
      this.abstain(this.soFar.takeWaiting(), clause, false);
    } else if (this.soFar.last?.isLeftOut && this.soFar.hasVote && lead !== 'list') {
      if (this.soFar.last.pairs.size !== 1 || reason) return false;
      // "All but 4 (conflict of interest)" may be the pair's.
      if (isUnsure(tokens, this.soFar.said)) this.soFar.takeBack();
      this.soFar.last.abstains = 'clearly';
      this.soFar.last.isLeftOut = false;
    } else if (!this.soFar.verdict && !this.soFar.hasVote && !reason && !this.soFar.approvesAll()) {
      this.soFar.abstaining = clause;
      return true;
    } else return false;
    if (reason) {
      this.soFar.last?.reasons.push([beginningOf(tokens, reason), this.endOf(clause)]);
      this.soFar.isReasonBegun = true;
    }
    return true;
  }

  private abstain(pairs: readonly Token[], clause: Clause, isOpen: boolean): void {
    for (const { pairs: own = [] } of pairs) for (const pair of own) this.soFar.tally.putBack(pair);
    this.soFar.vote(pairs, false, clause, isOpen).abstains = isUnsure(clause.tokens, this.soFar.said)
      ? 'perhaps'
      : 'clearly';
  }

  // Doubt

  private readDoubt(clause: Clause, content: Content): void {
    this.soFar.isDoubted = true;
    const isPart = clause.tokens.some(({ kind }) => kind === 'part');
    const pairs = content.pairs.flatMap(({ pairs: own = [] }) => own);
    const except = content.except;
    if (!isPart && except > 0 && !clause.tokens.slice(0, except).some(({ kind }) => kind === 'doubt')) {
      // "approve all except maybe 9"
      const left = contentOf(clause.tokens.slice(0, except));
      if (left.unknown.length === 0 && (left.all || left.polarity !== 'unsaid') && pairs.length > 0) {
        this.takeBulk(left, clause);
        this.soFar.askPairs(pairs);
        return;
      }
    }
    this.soFar.askPairs(pairs);
    if (content.rest) this.soFar.tally.isRestAsked = this.soFar.span();
    if (isPart || content.all || content.none || content.except >= 0) {
      const span = this.soFar.leaveUnexplained();
      // "No to 4 and a couple of others"
      if (isPart && this.soFar.hasVote) this.soFar.tally.firm.add(span);
    } else if (pairs.length === 0 && !content.rest && this.soFar.doubtful().length === 0) {
      const waiting = this.soFar.waiting.flatMap(({ pairs: own = [] }) => own);
      if (waiting.length > 0 && !this.soFar.verdict && !this.soFar.approvesAll()) this.soFar.askPairs(waiting);
      else if (this.soFar.last && this.soFar.hasVote && clause.lead !== 'list')
        this.soFar.askPairs(this.soFar.last.pairs);
      else {
        if (this.soFar.last?.value === false && !this.soFar.hasVote && !this.namesPairs()) this.soFar.takeBack();
        this.soFar.leaveUnexplained();
      }
      if (this.soFar.approvesAll()) this.soFar.leaveUnexplained();
    }
    this.soFar.waiting = [];
  }

  /** "Abstain: 9." is about 9, and not about what was said before. */
  private namesPairs(): boolean {
    return this.soFar.sentence.clauses.some(({ tokens }) =>
      tokens.some(({ kind }) => kind === 'pair' || kind === 'rest' || kind === 'all'),
    );
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
      this.soFar.leaveUnexplained();
      this.soFar.ask([...left.pairs, ...right.pairs]);
      return;
    }
    const hasLeft = left.all || left.none || left.polarity !== 'unsaid';
    const trailing = right.polarity === 'not' && before.polarity === 'not' ? 'unsaid' : right.polarity;
    let bulk: boolean | undefined;
    if (left.polarity !== 'unsaid' || left.none) bulk = this.takeBulk(left, clause);
    else if (left.all && trailing === true) {
      // "all except 4 are fine"
      bulk = true;
      this.soFar.voteOnAll(true, spanOf(clause.tokens));
      this.soFar.vote(right.pairs, false, clause, true);
      return;
    } else if (!hasLeft && (this.soFar.verdict || this.soFar.tally.bulk)) {
      bulk = this.soFar.verdict?.value ?? this.soFar.tally.bulk?.value;
      if (this.soFar.verdict) this.soFar.voteOnAll(this.soFar.verdict.value, this.soFar.verdict.said);
      this.soFar.verdict = undefined;
    }
    if (trailing === 'mixed' || trailing === 'none' || trailing === 'not' || (trailing === true && bulk !== false)) {
      this.soFar.ask(right.pairs);
      if (bulk === undefined) this.soFar.leaveUnexplained();
      return;
    }
    if (trailing === false && bulk !== true) {
      this.soFar.leaveUnexplained();
      this.soFar.ask(right.pairs);
      return;
    }
    const group = this.soFar.vote(right.pairs, bulk === undefined ? false : !bulk, clause, true);
    group.isLeftOut = true;
    if (bulk === undefined) {
      this.soFar.takenOut = group;
      this.soFar.isAllWaiting ||= left.all;
    }
    const after = rightTokens.slice(firstPair + 1).filter(({ kind }) => isUnknown(kind));
    const [first] = after;
    if (!first) return;
    if (bulk === undefined) {
      // "all except 4 should be looked at again"
      this.soFar.leaveUnexplained();
      this.soFar.ask(right.pairs);
      return;
    }
    // "except 4 same team"
    const isBut = clause.tokens[content.except]?.isBut === true;
    // "All but 4 keeps me awake": the "but" may have begun another sentence.
    if (isBut) this.soFar.ask(right.pairs);
    else if (after.some(({ proper }) => proper) || group.value) {
      this.soFar.leaveUnexplained();
      this.soFar.ask(right.pairs);
    } else {
      group.reasons.push([beginningOf(rightTokens, first), this.endOf(clause)]);
      this.soFar.isReasonBegun = true;
    }
  }

  /** A vote for all in a clause; `undefined` when it can't be told. */
  private takeBulk(content: Content, clause: Clause): boolean | undefined {
    const value = bulkValue(content);
    if (value === undefined) {
      if (content.all && content.polarity === 'unsaid') {
        this.soFar.voteOnAll(true, spanOf(clause.tokens));
        return true;
      }
      this.soFar.leaveUnexplained();
      return undefined;
    }
    this.soFar.voteOnAll(value, spanOf(clause.tokens));
    return value;
  }

  // "4: no", "no to 4"

  private readPairs(clause: Clause, content: Content, span: Span): void {
    const { polarity, unknown, pairs } = content;
    const isTooMuch = content.all || content.rest || content.none;
    // "Ada says yes", "Grace has declined"
    if (pairs.some((pair) => pair.named && this.isDeedOf(pair))) {
      this.soFar.ask([...this.soFar.takeWaiting(), ...pairs]);
      if (isTooMuch) this.soFar.leaveUnexplained();
      return;
    }
    if (isTooMuch || polarity === 'mixed') {
      this.soFar.ask(pairs);
      if (isTooMuch) this.soFar.leaveUnexplained();
      return;
    }
    if (clause.lead === 'open' && polarity === 'unsaid' && this.soFar.isOfLast(pairs)) {
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
      const isContrast = this.soFar.tally.bulk?.value === true || this.soFar.verdict?.value === true;
      const isAlone = clause.tokens.every(
        ({ kind, start, end }) =>
          ['not', 'pair', 'too'].includes(kind) ||
          (kind === 'fill' && beforeNumber.test(this.soFar.said.slice(start, end))),
      );
      // "Not 3. Everything else can go ahead."
      if (polarity === 'not' && isAlone && clause.lead === 'start') {
        this.soFar.vote(pairs, false, clause, true);
        return;
      }
      if (
        polarity === 'not' &&
        unknown.length === 0 &&
        !clause.tokens.some(({ kind }) => kind === 'only') &&
        isContrast &&
        clause.tokens[clause.tokens.length - 1]?.kind === 'pair'
      ) {
        if (this.soFar.verdict) this.soFar.voteOnAll(true, this.soFar.verdict.said);
        this.soFar.verdict = undefined;
        this.soFar.vote(pairs, false, clause, true);
      } else this.soFar.ask(pairs);
      return;
    }
    if (unknown.length > 0) {
      this.readPairsWithWords(clause, content);
      return;
    }
    this.statement(clause, content, polarity);
  }

  private isOnePerson({ named, start, end }: Token): boolean {
    return named === true && !besides.test(this.soFar.said.slice(start, end));
  }

  /** Whether one person of a pair, rather than both of them, is said to have done something. */
  private isDeedOf({ start, end }: Token): boolean {
    return (
      !besides.test(this.soFar.said.slice(start, end)) && isDeed(this.soFar.said.slice(end, this.soFar.sentence.end))
    );
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
    if (this.soFar.takenOut && (clause.lead === 'list' || clause.lead === 'comma') && !isOpen) {
      // "everything except 4 and 9 is fine"
      if (value && this.soFar.isAllWaiting) {
        this.soFar.voteOnAll(true, spanOf(clause.tokens));
        for (const { pairs = [] } of content.pairs) for (const pair of pairs) this.soFar.takenOut.pairs.add(pair);
      } else {
        this.soFar.ask(content.pairs);
        this.soFar.leaveUnexplained();
      }
      this.soFar.takenOut = undefined;
      return;
    }
    if (
      value &&
      clause.lead === 'but' &&
      (this.soFar.tally.bulk?.value === true || this.soFar.verdict?.value === true)
    ) {
      // A yes that is set against a yes.
      this.soFar.ask(content.pairs);
      return;
    }
    if (
      !isOpen &&
      this.soFar.last?.follows &&
      voteOf(this.soFar.last) !== value &&
      (clause.lead === 'list' || clause.lead === 'comma')
    ) {
      // "no to 4, 9 and 11 yes": nobody knows of 9.
      this.soFar.askPairs(this.soFar.last.pairs);
    }
    const waiting = isOpen ? [] : this.soFar.takeWaiting();
    const words = isOpen ? [] : this.soFar.takeWaitingWords();
    if (isOpen && this.soFar.waiting.length > 0) this.soFar.ask(this.soFar.takeWaiting());
    const bareNow = this.soFar.verdict;
    if (bareNow && clause.lead === 'but') this.soFar.voteOnAll(bareNow.value, bareNow.said);
    if (bareNow) this.soFar.verdict = undefined;
    const group = this.soFar.vote([...waiting, ...content.pairs], value, clause, isOpen && !isClosed);
    if (value && words.length > 0) this.soFar.ask(waiting);
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
    const isMeant = first !== undefined && !isHypothetical(this.soFar.said.slice(first.start));
    if (polarity === false && strong && refuses && before.length === 0 && first && isPlain && isMeant) {
      this.statement({ ...clause, tokens: clause.tokens.slice(0, anchor + 1) }, content, false);
      this.soFar.last?.reasons.push([beginningOf(behind, first), this.endOf(clause)]);
      this.soFar.isReasonBegun = true;
      return;
    }
    if (clause.tokens.some(({ kind }) => kind === 'too') && unknown.length === 0) return;
    this.soFar.ask(this.soFar.takeWaiting());
    this.soFar.ask(pairs);
  }

  private readPairsAlone(clause: Clause, { pairs, unknown }: Content): void {
    const isToo = clause.tokens.some(({ kind }) => kind === 'too');
    if (isToo && (this.soFar.isDoubted || this.isOfOther(clause))) {
      this.soFar.ask(pairs);
      return;
    }
    if (isToo && unknown.length === 0 && this.soFar.last && (this.soFar.hasVote || clause.lead === 'start')) {
      this.soFar.voteLikeLast(this.soFar.last, pairs, clause, false);
      return;
    }
    if (unknown.length > 0) {
      // "7 is my own report's brother, so no"
      const isFirst =
        clause.tokens.findIndex(({ kind }) => kind === 'pair') < clause.tokens.findIndex(({ kind }) => isUnknown(kind));
      const [first] = unknown;
      if (isFirst && first && this.soFar.waiting.length === 0) {
        this.soFar.waiting.push(...pairs);
        this.soFar.waitingWords.push([beginningOf(clause.tokens, first), this.endOf(clause)]);
      } else
        for (const { pairs: own = [] } of pairs)
          for (const pair of own) this.soFar.tally.mention(pair, this.soFar.span());
      return;
    }
    if (clause.lead === 'bare' && this.soFar.approvesAll()) {
      // "approve all to 6": a bound, perhaps.
      this.soFar.leaveUnexplained();
      this.soFar.ask(pairs);
      return;
    }
    const isList = clause.lead === 'list' || clause.lead === 'comma' || clause.lead === 'bare';
    // "All except 4 (same boss, as 5)"
    const isLikened = likening.test(this.soFar.wordsOf(clause.tokens));
    if (isLikened && this.soFar.last && this.soFar.hasVote) {
      this.soFar.ask(pairs);
      return;
    }
    if (
      this.soFar.last?.isOpen &&
      this.soFar.last.named &&
      clause.lead === 'bare' &&
      pairs.some(({ named }) => !named)
    ) {
      // "I agree with Juliana on 4."
      this.soFar.takeBack();
      this.soFar.ask(pairs);
      return;
    }
    // "No to 4, Maria on 5"
    if (
      pairs.length > 1 &&
      pairs.some((pair) => this.isOnePerson(pair)) &&
      this.soFar.last?.isOpen &&
      this.soFar.hasVote
    ) {
      this.soFar.ask(pairs);
      return;
    }
    if (this.soFar.last?.isOpen && this.soFar.hasVote && isList) {
      // "no to 4 and 9"
      for (const { pairs: own = [] } of pairs) for (const pair of own) this.soFar.last.pairs.add(pair);
      if (this.soFar.last.reasons.length > 0) this.soFar.voteLikeLast(this.soFar.last, this.take(pairs), clause, true);
      else {
        this.soFar.last.follows = true;
        this.soFar.last.guessed ||= pairs.some(({ guessed }) => guessed === true);
        this.soFar.last.named ||= pairs.some(({ named }) => named === true);
        this.soFar.last.said[1] = spanOf(clause.tokens)[1];
        this.soFar.askSeveral(pairs);
      }
      return;
    }
    // "Not 5 but 4"
    if (clause.lead === 'but' && this.soFar.hasVote && this.soFar.last?.value === false) this.soFar.takeBack();
    const bulk = this.soFar.approvesAll() ? this.soFar.tally.bulk : this.soFar.verdict;
    if (clause.lead === 'but' && bulk?.value === true && clause.tokens.every(({ kind }) => kind !== 'only')) {
      // "all fine but 4"
      if (this.soFar.verdict) this.soFar.voteOnAll(true, this.soFar.verdict.said);
      this.soFar.verdict = undefined;
      this.soFar.vote(pairs, false, clause, true);
      return;
    }
    if (this.soFar.verdict && clause.lead === 'colon' && this.soFar.waiting.length === 0 && !this.soFar.hasVote) {
      // "Reject: 4 and 9"
      const { value } = this.soFar.verdict;
      this.soFar.verdict = undefined;
      this.soFar.vote(pairs, value, clause, true);
      return;
    }
    this.soFar.waiting.push(...pairs);
  }

  /** "5 is in her team, so is 6", "so is Ada": perhaps the same of what was said of somebody, and not the same vote. */
  private isOfOther({ tokens }: Clause): boolean {
    const isSo = tokens.some(
      ({ kind, start, end }) => kind === 'too' && /^so\s/iu.test(this.soFar.said.slice(start, end)),
    );
    const isNamed = tokens.some(({ named }) => named);
    const isOpen = this.soFar.waiting.length > 0 || this.soFar.tally.openBefore(this.soFar.sentence.end).length > 0;
    return (
      isSo && (isNamed || isOpen || ((this.soFar.last?.reasons.length ?? 0) > 0 && this.soFar.last?.value === true))
    );
  }

  /** Pairs that join a group of their own because the one before has its reason. */
  private take(pairs: Token[]): Token[] {
    for (const { pairs: own = [] } of pairs) for (const pair of own) this.soFar.last?.pairs.delete(pair);
    return pairs;
  }

  // "the rest is fine", "all fine", "fine"

  private readRest(content: Content, span: Span): void {
    const { polarity, unknown } = content;
    this.soFar.ask(this.soFar.takeWaiting());
    const value = polarity === true || polarity === false ? polarity : undefined;
    if (polarity === 'unsaid' && unknown.length === 0 && !content.none) {
      // "Approve: the rest", "The rest: yes"
      if (this.soFar.verdict && !this.soFar.hasVote) this.soFar.voteOnRest(this.soFar.verdict.value, span);
      else this.soFar.isRestWaiting = true;
    } else if (value === undefined || unknown.length > 0 || content.none)
      this.soFar.tally.isRestAsked = this.soFar.span();
    else this.soFar.voteOnRest(value, span);
  }

  private readAll(clause: Clause, content: Content, span: Span): void {
    const value = bulkValue(content);
    const isOfTwo = clause.tokens.some(({ kind }) => kind === 'both') && this.soFar.tally.total > 2;
    // "I looked at 1 to 6. All of them are fine."
    const before = this.soFar.tally.openBefore(this.soFar.sentence.start).length;
    const isSetAgainst = clause.lead === 'but' && this.soFar.doubtful().length > 0;
    if (isOfTwo || isSetAgainst || (content.all && (this.soFar.waiting.length > 0 || before > 1))) {
      this.readAllOfThose(clause, content, value, isOfTwo);
      return;
    }
    if (content.unknown.length > 0) {
      this.soFar.leaveUnexplained();
      return;
    }
    if (value === undefined) {
      if (content.polarity === 'unsaid' && content.all && this.soFar.verdict && clause.lead !== 'but')
        this.soFar.voteOnAll(this.soFar.verdict.value, span);
      else if (content.polarity === 'unsaid' && content.all) {
        this.soFar.isAllWaiting = true;
        return;
      } else this.soFar.leaveUnexplained();
      this.soFar.verdict = undefined;
      return;
    }
    this.soFar.ask(this.soFar.takeWaiting());
    if (this.soFar.verdict && this.soFar.verdict.value !== value) this.soFar.leaveUnexplained();
    this.soFar.verdict = undefined;
    this.soFar.isAllWaiting = false;
    // "for 4 and for all others" is said by "rest"; "all" behind a pair that was taken out before it ("apart from 4, all fine").
    if (this.soFar.takenOut) {
      this.soFar.takenOut.value = !value;
      this.soFar.takenOut = undefined;
    }
    this.soFar.voteOnAll(value, span);
    if (!value) this.soFar.refuseAll(clause);
  }

  /** "7 and 8: both fine", "1 to 6: all good": said of those alone. */
  private readAllOfThose(clause: Clause, content: Content, value: boolean | undefined, isOfTwo: boolean): void {
    const waiting = this.soFar.takeWaiting();
    const isSure = this.soFar.takeWaitingWords().length === 0 && content.unknown.length === 0 && !this.soFar.verdict;
    const named = new Set(waiting.flatMap(({ pairs = [] }) => pairs));
    const isAll = isOfTwo ? named.size === 2 : clause.lead === 'colon' && named.size > 1;
    if (value !== undefined && isSure && isAll) {
      this.soFar.vote(waiting, value, clause, false).guessed = true;
      return;
    }
    this.soFar.ask(waiting);
    this.soFar.leaveUnexplained();
  }

  private readBare(clause: Clause, content: Content, span: Span): void {
    const { polarity, unknown } = content;
    const isTurnedPraise = content.isTurned && !content.strong;
    if ((polarity !== true && polarity !== false) || (isTurnedPraise && this.soFar.waiting.length === 0)) {
      this.soFar.ask(this.soFar.takeWaiting());
      if (this.soFar.hasVote || (polarity === 'mixed' && this.soFar.last?.value === false)) this.soFar.takeBack();
      this.soFar.leaveUnexplained();
      return;
    }
    if (unknown.length > 0) {
      // "all except 4, which I approve", "I abstain on 4. Actually no."
      if (this.soFar.hasVote || (this.soFar.last?.value === false && (polarity || this.soFar.last.abstains)))
        this.soFar.takeBack();
      if (this.soFar.waiting.length > 0) this.soFar.ask(this.soFar.takeWaiting());
      else this.soFar.leaveUnexplained();
      return;
    }
    const rest = this.soFar.tally.rest;
    if (rest && rest.said[0] >= this.soFar.sentence.start && rest.value !== polarity) {
      // "The rest yes and no"
      this.soFar.tally.isRestAsked = this.soFar.span();
      return;
    }
    if (this.soFar.isRestWaiting) {
      this.soFar.voteOnRest(polarity, span);
      return;
    }
    if (this.soFar.takenOut) {
      // "everything except 4: yes", "apart from 4, fine"
      if (polarity) this.soFar.voteOnAll(true, span);
      else this.soFar.leaveUnexplained();
      this.soFar.takenOut = undefined;
      this.soFar.isAllWaiting = false;
      return;
    }
    if (this.soFar.isAllWaiting) {
      this.soFar.isAllWaiting = false;
      this.soFar.voteOnAll(polarity, span);
      return;
    }
    if (this.soFar.waiting.length > 0) {
      const pairs = this.soFar.takeWaiting();
      const words = this.soFar.takeWaitingWords();
      const isOfAnother = words.some(([start, end]) => isSpeech(this.soFar.said.slice(start, end)));
      if ((polarity && words.length > 0) || isOfAnother) this.soFar.ask(pairs);
      else {
        const group = this.soFar.vote(pairs, polarity, clause, false);
        group.reasons.push(...words);
      }
      return;
    }
    if (this.soFar.hasVote) {
      // "no to 4, yes": again the same, or against it.
      if (this.soFar.last && voteOf(this.soFar.last) !== polarity) this.soFar.askPairs(this.soFar.last.pairs);
      return;
    }
    if (clause.tokens.some(({ kind }) => kind === 'again') && this.soFar.last) {
      if (!this.soFar.isAgainstLast(polarity)) return;
      this.soFar.takeBack();
      this.soFar.leaveUnexplained();
      return;
    }
    if (this.soFar.verdict && this.soFar.verdict.value !== polarity) {
      this.soFar.leaveUnexplained();
      this.soFar.isTorn = true;
    }
    this.soFar.verdict ??= { value: polarity, said: span };
  }

  // Words of which nothing is known.

  /** Whether a clause is no statement of its own but the reason of the no before it. */
  private isReasonText(clause: Clause, content: Content): boolean {
    const { last } = this.soFar;
    const { lead, tokens } = clause;
    if (!last || last.value || !this.soFar.hasVote || this.soFar.waiting.length > 0) return false;
    if (lead === 'but' || lead === 'start') return false;
    if (lead === 'list' && !this.soFar.isReasonBegun) return false;
    if (last.abstains) return this.soFar.isOfLast(content.pairs) && isReasonOfAbstention(tokens, this.soFar.said);
    if (content.rest || content.except >= 0) return false;
    const isStrong = tokens.some(({ kind }) => kind === 'approve' || kind === 'if');
    if (isStrong || tokens.some(({ kind }) => kind === 'too')) return false;
    if (tokens.some(({ kind }) => kind === 'doubt') && !this.soFar.isReasonBegun && isLeadingDoubt(tokens))
      return false;
    const isOwn = this.soFar.isOfLast(content.pairs);
    if (!isOwn) return false;
    const words = this.soFar.wordsOf(tokens);
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
    const before = this.soFar.said.slice(0, spanOf(tokens)[0]).slice(-mostJoining);
    return lead === 'list' || (lead === 'comma' && /(?<!\p{L})(?:and|plus|und|et|y|e)\s+$/iu.test(before));
  }

  private addReason(clause: Clause, span: Span): void {
    const words = this.soFar.said.slice(...span);
    const isOfPair = this.soFar.last?.abstains === 'perhaps' && !isOfOneself(words);
    if (isPassing(words) || isOfPair) this.soFar.takeBack();
    const before = this.soFar.last?.reasons.at(-1);
    // A reason goes on behind a comma.
    if (before && this.soFar.isReasonBegun && clause.lead !== 'open') before[1] = this.endOf(clause);
    else
      this.soFar.last?.reasons.push([
        clause.lead === 'because' ? this.startOf(clause, span) : span[0],
        this.endOf(clause),
      ]);
    this.soFar.isReasonBegun = true;
  }

  private readWords(clause: Clause, content: Content, span: Span): void {
    if (content.unknown.length === 0) {
      // "but", "only", "too" with nothing.
      if (clause.tokens.some(({ kind }) => kind === 'kind' || kind === 'again')) return;
      this.soFar.leaveUnexplained();
      return;
    }
    if (this.soFar.waiting.length > 0) {
      this.soFar.waitingWords.push([span[0], this.endOf(clause)]);
      return;
    }
    const has = (...wanted: Token['kind'][]) => clause.tokens.some(({ kind }) => wanted.includes(kind));
    const isFriendly = has('kind', 'praise') && !has('alarm', 'not', 'doubt', 'only') && clause.lead !== 'but';
    if (isFriendly && !content.unknown.some(({ proper }) => proper)) {
      this.soFar.tally.notes.push([span[0], this.endOf(clause)]);
      return;
    }
    const isDoubtful = this.soFar.doubtful().length > 0;
    const isTail = isDoubtful && !this.soFar.hasVote && !this.soFar.verdict && clause.lead !== 'start';
    const own = clause.tokens.map((token) => ({ ...token, proper: false }));
    if (isTail && goesOnDoubting(own, this.soFar.said.slice(...span))) return;
    if (
      this.soFar.last &&
      this.soFar.hasVote &&
      clause.lead !== 'list' &&
      (this.soFar.last.value || clause.lead === 'but')
    ) {
      this.soFar.takeBack();
      if (clause.lead === 'but') this.soFar.leaveUnexplained();
      return;
    }
    if (clause.lead === 'but' && clause === this.soFar.sentence.clauses[0] && this.soFar.last?.value === false)
      this.soFar.takeBack();
    const riddle = this.soFar.leaveUnexplained();
    // "No to 4 and the one in Lisbon": another pair, whatever is said of the rest.
    if (this.isJoined(clause) && this.soFar.hasVote) this.soFar.tally.firm.add(riddle);
  }

  // The end of a sentence, and of all.

  end(): void {
    const pending = this.soFar.takeWaiting();
    const pairs = pending.flatMap(({ pairs: own = [] }) => own);
    const words = this.soFar.takeWaitingWords();
    // "3 they work on the same corridor" behind "all but 3".
    const [first, last] = [words[0], words.at(-1)];
    const isReason =
      first !== undefined && last !== undefined && this.soFar.tally.addReasonTo(pairs, [first[0], last[1]]);
    if (!isReason) for (const pair of pairs) this.soFar.tally.mention(pair, this.soFar.span());
    if (this.soFar.isRestWaiting) this.soFar.tally.isRestAsked = this.soFar.span();
    if (this.soFar.takenOut) {
      // "Everything except 4"; "except 4" behind an approval in a sentence of its own is decided already.
      const isAsked = this.soFar.doubtful().length > 0;
      if (this.soFar.isAllWaiting && isAsked) {
        this.soFar.leaveUnexplained();
        this.soFar.askPairs(this.soFar.takenOut.pairs);
      } else if (this.soFar.isAllWaiting)
        this.soFar.voteOnAll(true, [this.soFar.sentence.start, this.soFar.sentence.end]);
      else this.soFar.askPairs(this.soFar.takenOut.pairs);
    } else if (this.soFar.isAllWaiting) this.soFar.leaveUnexplained();
    if (this.soFar.abstaining) this.abstainFromAll(this.soFar.abstaining);
    if (!this.soFar.verdict) return;
    // "No, 4 is in her team" says nothing of the others; "fine, although 4 is in her team" does.
    const isAboutPairs = this.soFar.sentence.clauses.some(({ tokens }) => tokens.some(({ kind }) => kind === 'pair'));
    const isContrast = this.soFar.verdict.value && this.soFar.sentence.clauses.some(({ lead }) => lead === 'but');
    if (!this.soFar.hasVote && (!isAboutPairs || isContrast)) {
      if (this.isBareOfOthers(this.soFar.verdict.value)) {
        this.soFar.leaveUnexplained();
        return;
      }
      this.soFar.tally.setBulk(this.soFar.verdict.value, this.soFar.verdict.said, this.soFar.span(), { isBare: true });
      if (!this.soFar.verdict.value) this.soFar.refuseAll();
    }
  }

  /** "I abstain." and no more than that: from all of them. */
  private abstainFromAll(clause: Clause): void {
    this.soFar.abstaining = undefined;
    const isAlone = this.soFar.sentence.clauses.every((one) => one === clause || contentOf(one.tokens).isEmpty);
    if (isAlone && this.soFar.tally.isEmpty && !isUnsure(clause.tokens, this.soFar.said))
      this.soFar.tally.setBulk(false, spanOf(clause.tokens), this.soFar.span(), { isBare: true, abstains: true });
    else this.readDoubt(clause, contentOf(clause.tokens));
  }

  /** A yes or no that may be to what was said or asked before it, rather than to all: "Claire manages Yusuf. No." */
  private isBareOfOthers(value: boolean): boolean {
    const { start } = this.soFar.sentence;
    if (this.soFar.isTorn || this.soFar.tally.openBefore(start).length > 0) return true;
    if (this.soFar.last && (this.soFar.tally.corrects || this.soFar.last.abstains)) {
      this.soFar.takeBack();
      return true;
    }
    const isBesideRiddle = this.soFar.tally.doubts.some(([at]) => at === start);
    // "No to 4. Actually, yes."
    if (value && isBesideRiddle && this.soFar.last?.value === false) this.soFar.takeBack();
    // "1-6 yes, 7 no. Perfect."
    const said = this.soFar.verdict ? this.soFar.said.slice(...this.soFar.verdict.said) : '';
    const isSettled = this.soFar.tally.rest?.value ?? this.soFar.tally.bulk?.value;
    if (value && this.soFar.tally.groups.length > 0 && !isSettled && !decided.test(said)) return true;
    // "I'm against it."
    const refers = (tokens: readonly Token[]) => tokens.some(({ kind }) => kind === 'again');
    if (!value && this.soFar.sentence.clauses.some(({ tokens }) => refers(tokens))) return true;
    return !value && (this.soFar.isAnswer || isBesideRiddle);
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
