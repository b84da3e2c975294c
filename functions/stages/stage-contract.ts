import type { Cohort, Instant, Milestone } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';

/** What a stage is given to act on one of its milestones. */
export interface MilestoneContext {
  cohort: Cohort;
  program: ProgramDefinition;
  milestone: Milestone;
  now: Instant;
  /** The last record that an earlier slice of this milestone's work dealt with. */
  after: string | undefined;
  /** Notes that all records up to this one have been dealt with. */
  keepPlace: (after: string) => Promise<unknown>;
  /** Whether it is time to stop and be called again: a function has minutes, and what it has loaded is worth keeping. */
  isTimeShort: () => boolean;
  /** For a reminder that is made up for: the people who were away when the others got it. */
  only?: ReadonlySet<string>;
}

/** What a stage is given between milestones. */
export type StageContext = Pick<MilestoneContext, 'cohort' | 'program' | 'now'>;

/** done: nothing is left of this milestone's work. after: a slice is done, up to this record. waits: for somebody's word. */
export type Progress = { done: true } | { after: string } | { waits: true };

export const done: Progress = { done: true };

type Step = (context: MilestoneContext) => Promise<Progress>;

/** What a stage does at each kind of milestone. Only matching has votes to decide on and pairs to publish. */
export interface StageWork
  extends Record<'open' | 'remind' | 'close', Step>,
    Partial<Record<'decide' | 'publish', Step>> {
  /** The kind of milestone that can be acted on before its time, because there is nothing left to wait for. */
  earlyMilestone?(cohort: Cohort): Promise<Milestone['kind'] | undefined>;
  /** What may have to be done between milestones. Called at every look at a stage that has opened. */
  betweenMilestones?(context: StageContext): Promise<void>;
}
