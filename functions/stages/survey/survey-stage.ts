import { done, type StageWork } from '../stage-contract.ts';
import { remindOfSurvey, survey } from './ask-survey.ts';

/** Mid-point: both sides of each pair say how it goes. */
export const midpoint: StageWork = {
  open: (moment) => survey(moment, 'midpoint'),
  remind: (moment) => remindOfSurvey(moment, 'midpoint'),
  close: async () => done,
};
