import type { Cohort, Instant, Milestone } from '#domain/cohort.ts';
import type { ProgramDefinition } from '#domain/program.ts';

/** What a stage is given to act on one of its milestones. */
export interface Moment {
  cohort: Cohort;
  program: ProgramDefinition;
  milestone: Milestone;
  now: Instant;
  /** The last record that an earlier slice of this milestone's work dealt with. */
  after: string | undefined;
  /** For a reminder that is made up for: the people who were away when the others got it. */
  only?: ReadonlySet<string>;
}

/** done: nothing is left of this milestone's work. after: a slice is done, up to this record. waits: for somebody's word. */
export type Progress = { done: true } | { after: string } | { waits: true };

export const done: Progress = { done: true };

export interface StageWork {
  act(moment: Moment): Promise<Progress>;
  /** Whether the stage can end before its close, because there is nothing left to wait for. */
  canClose?(cohort: Cohort, now: Instant): Promise<boolean>;
}
