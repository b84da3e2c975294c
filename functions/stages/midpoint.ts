import { done, type StageWork } from './reconcile.ts';
import { remindOfSurvey, survey } from './survey.ts';

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
