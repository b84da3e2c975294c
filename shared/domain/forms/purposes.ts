import * as z from 'zod';
import type { Milestone } from '../program/cohort.ts';
import type { NeededKind } from '../program/stage-definition.ts';

/**
 * What a form is asked for. `survey` asks one of a pair about the two, at a survey or the close-out; `decision` asks the chair or the coordinator whether to publish the pairs; `consent` asks whether
 * somebody would like to work with a partner; `opening` asks the coordinator about a pair that could still be made; `confirm`
 * asks whether a reply was really theirs; `late` asks the coordinator whether a reply that came after its form had closed should count.
 */
export const Purpose = z.enum([
  'application',
  'agreement',
  'survey',
  'ballot',
  'decision',
  'consent',
  'opening',
  'confirm',
  'late',
]);
export type Purpose = z.infer<typeof Purpose>;

/** What a form is asked for, and the name of the stage that asks it where more than one may. */
export const AskedFor = z.object({ purpose: Purpose, stage: z.string().optional() });
export type AskedFor = z.infer<typeof AskedFor>;

/** A form in words of the program: its stage, else its purpose. */
export const nameOfAsked = ({ purpose, stage }: AskedFor): string => stage ?? purpose;

/** A milestone that is there once a stage. */
type Step = Exclude<Milestone['kind'], 'remind'>;

/** When a form is asked, and the milestone that ends it: the close of its stage, or the step that its answers are for. */
export interface Period {
  /** The one stage of a kind, or the one that the form names. */
  stage: NeededKind | 'its own';
  opens: Step;
  ends: Step;
}

/** A milestone of a stage. */
export interface StagePoint {
  stage: NeededKind;
  milestone: Step;
}

/**
 * All that the program does differently by what a form is for. Every field has to be said of every purpose: one that is new
 * does not compile before.
 */
interface PurposeRule {
  asks: {
    /** publisher: the chair, or the coordinator. sender: whoever a reply may be from. */
    whom: 'invitee' | 'member of a pair' | 'committee' | 'publisher' | 'coordinator' | 'sender';
    /** The pair that it is about: one whose two know each other, or one that may still change. */
    pair: 'introduced' | 'proposed' | 'none';
    /**
     * votes: each question is a pair, which may be withdrawn meanwhile. publication: a decision that may leave pairs out, so
     * that a yes with reservations is asked about. proof: that a reply was its person's, given from that person's mailbox.
     */
    for: 'answers' | 'votes' | 'decision' | 'publication' | 'proof';
    /** Where its questions are: a form of the program's has that one's, another carries its own. */
    questions: 'in the program' | 'its own';
    hasPage: boolean;
  };
  when: {
    period: Period | 'at any stage';
    /** No day is named for the answer, it is taken after its day too, and asking for it goes on. */
    isAwaited: boolean;
    /** Until when an answer after the end can still change something, so that the coordinator is asked whether it counts. */
    lateUntil: StagePoint | 'never';
  };
  answer: {
    mayAbstain: boolean;
    /** A no counts with its reason, which may come in a reply of its own. */
    needsReasons: boolean;
    /**
     * What "no thanks" as a whole does. leaves: they are not asked in later rounds either, and the page offers it. declines: it
     * answers this form. refuses: it is the no that the form asks about.
     */
    noThanks: 'leaves' | 'declines' | 'refuses' | 'nothing';
  };
  effect: {
    /** Which yes or no acts at once, on others too: one that is only likely is confirmed first. */
    actsOn: 'every answer' | 'a no' | 'nothing';
    /**
     * What an answer sets going. cohort: the workflow. cohort at the last: the workflow, when hardly anybody else is left to answer.
     * matching: the workflow, while pairs are made. late replies, unconfirmed replies: those that waited for it.
     */
    wakes: 'cohort' | 'cohort at the last' | 'matching' | 'late replies' | 'unconfirmed replies' | 'nothing';
    /** How long an answer from a page that has acted on others can be taken back. */
    takenBackWhile: 'answers are taken' | 'its pair is proposed' | 'neither has a new partner' | 'never';
  };
  coordinator: {
    /** May read the answers, and the words that we could not take as one. */
    reads: boolean;
    /**
     * Which words beside the answers they get. meant for them: questions, and what asks for them; the rest is confidential, and
     * goes when its writer says so. after the votes: all, though one who votes gets none before.
     */
    remarks: 'all' | 'after the votes' | 'meant for them';
    /** Hears of a no, to the whole or to one of its questions: it refuses the partner, who is free for another. */
    refusals: boolean;
    /** Hears when somebody has tried and could not finish it by email. */
    unfinished: boolean;
  };
}

/** The pairs are asked to look back. */
const closingSurvey: StagePoint = { stage: 'closeout', milestone: 'open' };
/** The report is made. */
const report: StagePoint = { stage: 'closeout', milestone: 'close' };

const rules = {
  application: {
    asks: { whom: 'invitee', pair: 'none', for: 'answers', questions: 'in the program', hasPage: true },
    when: { period: { stage: 'apply', opens: 'open', ends: 'close' }, isAwaited: false, lateUntil: closingSurvey },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'leaves' },
    effect: { actsOn: 'nothing', wakes: 'matching', takenBackWhile: 'answers are taken' },
    coordinator: { reads: true, remarks: 'all', refusals: false, unfinished: true },
  },
  agreement: {
    asks: { whom: 'member of a pair', pair: 'introduced', for: 'answers', questions: 'in the program', hasPage: true },
    when: { period: { stage: 'kickoff', opens: 'open', ends: 'close' }, isAwaited: false, lateUntil: closingSurvey },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'declines' },
    effect: { actsOn: 'a no', wakes: 'nothing', takenBackWhile: 'neither has a new partner' },
    coordinator: { reads: false, remarks: 'meant for them', refusals: true, unfinished: true },
  },
  survey: {
    asks: { whom: 'member of a pair', pair: 'introduced', for: 'answers', questions: 'in the program', hasPage: true },
    when: { period: { stage: 'its own', opens: 'open', ends: 'close' }, isAwaited: false, lateUntil: report },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'declines' },
    effect: { actsOn: 'nothing', wakes: 'nothing', takenBackWhile: 'answers are taken' },
    coordinator: { reads: false, remarks: 'meant for them', refusals: false, unfinished: true },
  },
  ballot: {
    asks: {
      whom: 'committee',
      pair: 'none',
      for: 'votes',
      questions: 'its own',
      hasPage: true,
    },
    when: { period: { stage: 'match', opens: 'open', ends: 'decide' }, isAwaited: false, lateUntil: 'never' },
    answer: { mayAbstain: true, needsReasons: true, noThanks: 'nothing' },
    effect: { actsOn: 'every answer', wakes: 'cohort', takenBackWhile: 'answers are taken' },
    coordinator: { reads: false, remarks: 'after the votes', refusals: false, unfinished: true },
  },
  decision: {
    asks: { whom: 'publisher', pair: 'none', for: 'publication', questions: 'its own', hasPage: true },
    when: { period: { stage: 'match', opens: 'decide', ends: 'publish' }, isAwaited: true, lateUntil: 'never' },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'nothing' },
    effect: { actsOn: 'every answer', wakes: 'cohort', takenBackWhile: 'answers are taken' },
    coordinator: { reads: false, remarks: 'all', refusals: false, unfinished: false },
  },
  consent: {
    asks: {
      whom: 'member of a pair',
      pair: 'proposed',
      for: 'answers',
      questions: 'its own',
      hasPage: true,
    },
    when: { period: { stage: 'match', opens: 'publish', ends: 'close' }, isAwaited: false, lateUntil: 'never' },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'refuses' },
    effect: { actsOn: 'every answer', wakes: 'cohort at the last', takenBackWhile: 'its pair is proposed' },
    coordinator: { reads: false, remarks: 'all', refusals: false, unfinished: false },
  },
  opening: {
    asks: {
      whom: 'coordinator',
      pair: 'proposed',
      for: 'decision',
      questions: 'its own',
      hasPage: true,
    },
    when: { period: { stage: 'kickoff', opens: 'open', ends: 'close' }, isAwaited: false, lateUntil: 'never' },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'nothing' },
    effect: { actsOn: 'every answer', wakes: 'cohort', takenBackWhile: 'its pair is proposed' },
    coordinator: { reads: false, remarks: 'all', refusals: false, unfinished: false },
  },
  confirm: {
    asks: { whom: 'sender', pair: 'none', for: 'proof', questions: 'its own', hasPage: false },
    when: { period: 'at any stage', isAwaited: true, lateUntil: 'never' },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'nothing' },
    effect: { actsOn: 'every answer', wakes: 'unconfirmed replies', takenBackWhile: 'never' },
    coordinator: { reads: false, remarks: 'all', refusals: false, unfinished: false },
  },
  late: {
    asks: { whom: 'coordinator', pair: 'none', for: 'decision', questions: 'its own', hasPage: true },
    when: { period: 'at any stage', isAwaited: true, lateUntil: 'never' },
    answer: { mayAbstain: false, needsReasons: false, noThanks: 'nothing' },
    effect: { actsOn: 'every answer', wakes: 'late replies', takenBackWhile: 'never' },
    coordinator: { reads: false, remarks: 'all', refusals: false, unfinished: false },
  },
} as const satisfies Record<Purpose, PurposeRule>;

/** The purposes whose rule has this, as a type: where words are needed for each of them, a missing one does not compile. */
type PurposeWhere<Part extends keyof PurposeRule, Has> = {
  [P in Purpose]: (typeof rules)[P][Part] extends Has ? P : never;
}[Purpose];

export type ProgramPurpose = PurposeWhere<'asks', { questions: 'in the program' }>;
export type DeclinablePurpose = PurposeWhere<'answer', { noThanks: 'leaves' | 'declines' }>;
export type ConfidentialPurpose = PurposeWhere<'coordinator', { remarks: 'meant for them' }>;
export type FollowedUpPurpose = PurposeWhere<'coordinator', { unfinished: true }>;
export type LatePurpose = PurposeWhere<'when', { lateUntil: StagePoint }>;
export type StagePurpose = PurposeWhere<'when', { period: Period }>;

const ruleOf = (purpose: Purpose): PurposeRule => rules[purpose];

export const askedWhom = (purpose: Purpose) => ruleOf(purpose).asks.whom;
export const isOfIntroducedPair = (purpose: Purpose) => ruleOf(purpose).asks.pair === 'introduced';
export const isOfProposedPair = (purpose: Purpose) => ruleOf(purpose).asks.pair === 'proposed';
/** Whether its questions are pairs to vote on. */
export const isVote = (purpose: Purpose) => ruleOf(purpose).asks.for === 'votes';
/** Whether a yes to it publishes the proposed pairs, of which some may be left out. */
export const publishesPairs = (purpose: Purpose) => ruleOf(purpose).asks.for === 'publication';
/** Whether somebody who runs the cohort decides by it. */
export const isDecision = (purpose: Purpose) => ruleOf(purpose).asks.for === 'decision' || publishesPairs(purpose);
/** Whether it asks for proof that a reply was its person's. */
export const provesSender = (purpose: Purpose) => ruleOf(purpose).asks.for === 'proof';
export const hasPage = (purpose: Purpose) => ruleOf(purpose).asks.hasPage;

/** Whether the program has its questions; else the form carries them. */
export const isOfProgram = (purpose: Purpose): purpose is ProgramPurpose =>
  ruleOf(purpose).asks.questions === 'in the program';

/** When it is asked; undefined of what is asked at any stage. */
export function periodOf(purpose: StagePurpose): Period;
export function periodOf(purpose: Purpose): Period | undefined;
export function periodOf(purpose: Purpose): Period | undefined {
  const { period } = ruleOf(purpose).when;
  return period === 'at any stage' ? undefined : period;
}

/** Whether the answer is simply awaited: no day is said for it. */
export const isAwaited = (purpose: Purpose) => ruleOf(purpose).when.isAwaited;
/** Whether late answers to it can count. */
export const countsLate = (purpose: Purpose): purpose is LatePurpose => lateUntil(purpose) !== 'never';
export const lateUntil = (purpose: Purpose) => ruleOf(purpose).when.lateUntil;

export const mayAbstain = (purpose: Purpose) => ruleOf(purpose).answer.mayAbstain;
export const needsReasons = (purpose: Purpose) => ruleOf(purpose).answer.needsReasons;
/** Whether it asks somebody to take part: "no thanks" leaves the program. */
export const isInvitation = (purpose: Purpose) => ruleOf(purpose).answer.noThanks === 'leaves';
/** Whether "no thanks" as a whole answers it. */
export const acceptsDecline = (purpose: Purpose): purpose is DeclinablePurpose =>
  isInvitation(purpose) || ruleOf(purpose).answer.noThanks === 'declines';
/** Whether "no thanks" is the no that it asks about. */
export const isRefusedByDecline = (purpose: Purpose) => ruleOf(purpose).answer.noThanks === 'refuses';

/** Whether every answer acts at once: one that is in doubt does not stand, not even as it was before. */
export const isActing = (purpose: Purpose) => ruleOf(purpose).effect.actsOn === 'every answer';
/** Whether a no acts at once, whatever a yes does. */
export const isActingByNo = (purpose: Purpose) => isActing(purpose) || ruleOf(purpose).effect.actsOn === 'a no';
const wakes = (purpose: Purpose) => ruleOf(purpose).effect.wakes;
/** Whether a cohort waits for the answers of all: it is woken when hardly any is left. */
export const wakesCohortAtTheLast = (purpose: Purpose) => wakes(purpose) === 'cohort at the last';
export const wakesCohort = (purpose: Purpose) => wakes(purpose) === 'cohort' || wakesCohortAtTheLast(purpose);
export const wakesMatching = (purpose: Purpose) => wakes(purpose) === 'matching';
export const settlesLateReplies = (purpose: Purpose) => wakes(purpose) === 'late replies';
export const releasesUnconfirmedReplies = (purpose: Purpose) => wakes(purpose) === 'unconfirmed replies';
export const takenBackWhile = (purpose: Purpose) => ruleOf(purpose).effect.takenBackWhile;

/** Whether the coordinator may read the answers. */
export const isReadByCoordinator = (purpose: Purpose) => ruleOf(purpose).coordinator.reads;
/** Whether coordinators see that it was answered, and not what was written on it. */
export const isConfidential = (purpose: Purpose): purpose is ConfidentialPurpose =>
  ruleOf(purpose).coordinator.remarks === 'meant for them';
/** Whether a coordinator who is asked too gets nobody's words on it before it has ended. */
export const isSecretUntilDecided = (purpose: Purpose) => ruleOf(purpose).coordinator.remarks === 'after the votes';
/** Whether a no to it refuses a partner, which the coordinator hears. */
export const canRefusePartner = (purpose: Purpose) => ruleOf(purpose).coordinator.refusals;
/** Whether the coordinator hears that somebody could not finish it. */
export const isFollowedUp = (purpose: Purpose): purpose is FollowedUpPurpose => ruleOf(purpose).coordinator.unfinished;
