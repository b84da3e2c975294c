import { remindOfSurvey, survey } from './survey.ts';
import { done, type StageWork } from './work.ts';

/** Mid-point: both sides of each pair say how it goes. */
export const midpoint: StageWork = {
  act(moment) {
    switch (moment.milestone.kind) {
      case 'open':
        return survey(moment, 'midpoint');
      case 'remind':
        return remindOfSurvey(moment, 'midpoint');
      case 'close':
        return Promise.resolve(done);
    }
  },
};
