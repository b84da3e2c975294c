import { doneAt } from '#domain/program/milestones.ts';
import { sendReport } from '../closeout/send-report.ts';
import { done, type MilestoneContext, type Progress, type StageWork } from '../stage-contract.ts';
import { askSurvey, remindOfSurvey } from './ask-survey.ts';

/** A survey: both sides of each pair say how it goes, or what has come of it. */
export const survey: StageWork = { open: askSurvey, remind: remindOfSurvey, close };

/** After the close-out, leadership gets the report once more, with this survey in it. */
async function close(context: MilestoneContext): Promise<Progress> {
  if (doneAt(context.cohort, 'closeout', 'close') !== undefined) await sendReport(context);
  return done;
}
