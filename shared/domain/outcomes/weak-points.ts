import { isWithheld } from './disclosure.ts';
import type { Mean, Measure, Outcomes, Share, WeakPoint } from './outcome-report.ts';

/**
 * What stands out as weak, the most important first. The bars are our judgement, beside each; nothing here is a statistical
 * test.
 */
export function weakPointsOf(outcomes: Omit<Outcomes, 'weakPoints'>): WeakPoint[] {
  return [
    ...begin(outcomes),
    ...matching(outcomes),
    ...meetings(outcomes.meetings),
    ...trust(outcomes.trust),
    ...goals(outcomes.goal),
    ...lowItems(outcomes),
    ...recommending(outcomes.recommend),
    ...answering(outcomes.responses),
  ];
}

/** Why there were no pairs at all. */
function begin({
  participation: { invited, applied, mentors, mentees, pairs },
}: Omit<Outcomes, 'weakPoints'>): WeakPoint[] {
  if (pairs !== 0 || invited === 0) return [];
  if (applied === 0) return [{ kind: 'nobody-applied', invited }];
  if (mentors === 0) return [{ kind: 'no-mentors' }];
  return [{ kind: mentees === 0 ? 'no-mentees' : 'no-pairs' }];
}

/** More than one in ten without a mentor is a shortage, not bad luck. */
function matching({
  participation: { pairs },
  matches: { menteesMatched },
}: Omit<Outcomes, 'weakPoints'>): WeakPoint[] {
  if (pairs === 0 || isWithheld(menteesMatched) || menteesMatched.from >= 0.9) return [];
  return [{ kind: 'few-mentors', matched: menteesMatched }];
}

/** Fewer than three meetings in a whole round is hardly a relationship. */
function meetings(measure: Measure | undefined): WeakPoint[] {
  const mean = known(measure?.closeout.all);
  return mean !== undefined && mean < 3 ? [{ kind: 'few-meetings', mean }] : [];
}

/** A fall of 0.3 on a scale of five is more than rounding; below the upper 60 % of the scale trust is low. */
function trust(measure: Measure): WeakPoint[] {
  const after = known(measure.closeout.all);
  if (after === undefined) return [];
  const { min = 1, max = 5 } = measure;
  const end = measure.surveys.findIndex(({ survey }) => survey.kind === 'closeout');
  const before = measure.surveys
    .slice(0, end)
    .flatMap(({ survey, figure }) => (isWithheld(figure.all) ? [] : [{ survey, mean: figure.all.mean }]));
  const [highest] = before.sort((a, b) => b.mean - a.mean);
  if (highest && highest.mean - after >= 0.075 * (max - min)) {
    return [{ kind: 'trust-fell', from: highest.mean, at: highest.survey, to: after }];
  }
  return after < min + 0.6 * (max - min) ? [{ kind: 'trust-low', mean: after, max }] : [];
}

/** 50 is as expected; within two points of it is as expected too. */
function goals(goal: Outcomes['goal']): WeakPoint[] {
  const attained = known(goal?.closeout.mentees) ?? known(goal?.closeout.all);
  if (attained === undefined || attained >= 48) return [];
  return [{ kind: 'goals-missed', attained }];
}

/** The lowest of the other scales, if it does not reach the upper 65 % (3.6 of 5). */
function lowItems({ relationship, learning }: Omit<Outcomes, 'weakPoints'>): WeakPoint[] {
  const items = [...relationship, ...(learning ? [learning] : [])].flatMap((measure) => {
    const mean = known(measure.closeout.all);
    const { min, max } = measure;
    if (mean === undefined || min === undefined || max === undefined) return [];
    return [{ height: (mean - min) / (max - min), label: measure.label, mean, max }];
  });
  const [lowest] = items.sort((a, b) => a.height - b.height);
  if (!lowest || lowest.height >= 0.65) return [];
  const { label, mean, max } = lowest;
  return [{ kind: 'low-item', label, mean, max }];
}

/** Six or less out of ten is a polite no. */
function recommending(recommend: Outcomes['recommend']): WeakPoint[] {
  const mean = known(recommend?.mean);
  const { min, max } = recommend ?? {};
  if (mean === undefined || min === undefined || max === undefined || (mean - min) / (max - min) > 0.6) return [];
  return [{ kind: 'not-recommended', mean, max }];
}

/** 50 to 70 % is ordinary for surveys. */
function answering({ surveys }: Outcomes['responses']): WeakPoint[] {
  const isLow = ({ rate }: { rate: Share }) => !isWithheld(rate) && rate.to <= 0.5 && rate.from < 0.5;
  const low = surveys.filter(({ figure }) => isLow(figure)).map(({ survey }) => survey);
  if (low.length === 0) return [];
  const isEvery = low.length === surveys.length && low.length > 1;
  return [{ kind: 'few-answers', surveys: low, of: isEvery ? (low.length === 2 ? 'both' : 'all') : 'some' }];
}

function known(mean: Mean | undefined): number | undefined {
  return mean === undefined || isWithheld(mean) ? undefined : mean.mean;
}
