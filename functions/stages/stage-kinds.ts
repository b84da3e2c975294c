import type { StageKind } from '#domain/program/stage-definition.ts';
import { apply } from './apply/apply-stage.ts';
import { closeout } from './closeout/closeout-stage.ts';
import { kickoff } from './kickoff/kickoff-stage.ts';
import { match } from './match/match-stage.ts';
import type { StageWork } from './stage-contract.ts';
import { survey } from './survey/survey-stage.ts';

/** What carries out a stage of each kind. */
export const stageKinds: Record<StageKind, StageWork> = { apply, match, kickoff, survey, closeout };
