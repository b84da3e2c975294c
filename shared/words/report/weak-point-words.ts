import { rounded } from '#domain/outcomes/figures.ts';
import type { WeakPoint } from '#domain/outcomes/outcome-report.ts';
import type { Words } from '../index.ts';
import { shareWords, surveyName, surveyTime, zeroIfWithheld } from './figure-words.ts';

/** A weak point as a sentence: by itself ("Trust: it fell from ..."), or as the last one of the headline. */
export function weakPointWords(point: WeakPoint, words: Words, place: 'alone' | 'headline' = 'alone'): string {
  const { weakPoints } = words.report;
  switch (point.kind) {
    case 'nobody-applied':
      return weakPoints.nobodyApplied({ in: place, invited: zeroIfWithheld(point.invited) });
    case 'no-mentors':
      return weakPoints.noMentors({ in: place });
    case 'no-mentees':
      return weakPoints.noMentees({ in: place });
    case 'no-pairs':
      return weakPoints.noPairs({ in: place });
    case 'few-mentors':
      return weakPoints.fewMentors({ in: place, share: shareWords(point.matched, words) });
    case 'few-meetings':
      return weakPoints.fewMeetings({ in: place, met: rounded(point.mean) });
    case 'trust-fell': {
      const [from, to] = [rounded(point.from), rounded(point.to)];
      return weakPoints.trustFell({ in: place, from, time: surveyTime(point.at, words), to });
    }
    case 'trust-low':
      return weakPoints.trustLow({ in: place, mean: rounded(point.mean), max: point.max });
    case 'goals-missed':
      return weakPoints.goalsMissed({ in: place, attained: rounded(point.attained) });
    case 'low-item':
      return weakPoints.lowItem({ in: place, label: point.label, mean: rounded(point.mean), max: point.max });
    case 'not-recommended':
      return weakPoints.notRecommended({ in: place, mean: rounded(point.mean), max: point.max });
    case 'few-answers': {
      const surveys = point.surveys.map((survey) => weakPoints.theSurvey({ survey: surveyName(survey, words) }));
      return weakPoints.fewAnswers({ in: place, of: point.of, surveys: words.list(surveys) });
    }
  }
}
