import { isWithheld, type Share } from './disclosure.ts';
import { rounded, shareInWords } from './figures.ts';
import type { Measure, Outcomes } from './report.ts';
import { type Mean, surveyName, surveyTime } from './surveys.ts';

/**
 * What stands out as weak, the most important first, each as "Area: what was seen." The bars are our judgement, beside
 * each; nothing here is a statistical test.
 */
export function weakPointsOf(outcomes: Omit<Outcomes, 'weakPoints'>): string[] {
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
}: Omit<Outcomes, 'weakPoints'>): string[] {
  if (pairs !== 0 || invited === 0) return [];
  if (applied === 0)
    return [`The invitation: ${isWithheld(invited) ? 'nobody' : `none of the ${invited} people`} who got it applied.`];
  if (mentors === 0) return ['Mentors: nobody offered to be one.'];
  if (mentees === 0) return ['Mentees: nobody asked for a mentor.'];
  return ['Matching: no two of those who applied became a pair.'];
}

/** More than one in ten without a mentor is a shortage, not bad luck. */
function matching({ participation: { pairs }, matches: { menteesMatched } }: Omit<Outcomes, 'weakPoints'>): string[] {
  if (pairs === 0 || isWithheld(menteesMatched) || menteesMatched.from >= 0.9) return [];
  return [`Mentors: there were too few for everyone; ${shareInWords(menteesMatched)} of the mentees found one.`];
}

/** Fewer than three meetings in a whole round is hardly a relationship. */
function meetings(measure: Measure | undefined): string[] {
  const met = known(measure?.closeout.all);
  return met !== undefined && met < 3
    ? [`Meetings: pairs met ${rounded(met)} times on average in the whole round.`]
    : [];
}

/** A fall of 0.3 on a scale of five is more than rounding; below the upper 60 % of the scale trust is low. */
function trust(measure: Measure): string[] {
  const after = known(measure.closeout.all);
  if (after === undefined) return [];
  const { min = 1, max = 5 } = measure;
  const end = measure.surveys.findIndex(({ survey }) => survey.kind === 'closeout');
  const before = measure.surveys
    .slice(0, end)
    .flatMap(({ survey, figure }) => (isWithheld(figure.all) ? [] : [{ survey, mean: figure.all.mean }]));
  const [highest] = before.sort((a, b) => b.mean - a.mean);
  if (highest && highest.mean - after >= 0.075 * (max - min)) {
    const when = surveyTime(highest.survey);
    return [`Trust: it fell from ${rounded(highest.mean)} at the ${when} to ${rounded(after)} at the end.`];
  }
  return after < min + 0.6 * (max - min) ? [`Trust: it reached only ${rounded(after)} out of ${max} at the end.`] : [];
}

/** 50 is as expected; within two points of it is as expected too. */
function goals(goal: Outcomes['goal']): string[] {
  const attained = known(goal?.closeout.mentees) ?? known(goal?.closeout.all);
  if (attained === undefined || attained >= 48) return [];
  return [`Goals: people came less far than they expected (${rounded(attained)}, where 50 is as expected).`];
}

/** The lowest of the other scales, if it does not reach the upper 65 % (3.6 of 5). */
function lowItems({ relationship, learning }: Omit<Outcomes, 'weakPoints'>): string[] {
  const items = [...relationship, ...(learning ? [learning] : [])].flatMap((measure) => {
    const mean = known(measure.closeout.all);
    const { min, max } = measure;
    if (mean === undefined || min === undefined || max === undefined) return [];
    return [
      { height: (mean - min) / (max - min), words: `${measure.label}: ${rounded(mean)} out of ${max} at the end.` },
    ];
  });
  const [lowest] = items.sort((a, b) => a.height - b.height);
  return lowest && lowest.height < 0.65 ? [lowest.words] : [];
}

/** Six or less out of ten is a polite no. */
function recommending(recommend: Outcomes['recommend']): string[] {
  const mean = known(recommend?.mean);
  if (recommend === undefined || mean === undefined || (mean - recommend.min) / (recommend.max - recommend.min) > 0.6)
    return [];
  return [
    `Recommending it: asked how likely they are to, people said ${rounded(mean)} out of ${recommend.max} on average.`,
  ];
}

/** 50 to 70 % is ordinary for surveys. */
function answering({ surveys }: Outcomes['responses']): string[] {
  const isLow = ({ rate }: { rate: Share }) => !isWithheld(rate) && rate.to <= 0.5 && rate.from < 0.5;
  const low = surveys.filter(({ figure }) => isLow(figure)).map(({ survey }) => `the ${surveyName(survey)}`);
  if (low.length === 0) return [];
  const isEvery = low.length === surveys.length && low.length > 1;
  const which = isEvery ? (low.length === 2 ? 'both surveys' : 'all surveys') : listed.format(low);
  return [`Answers: fewer than half of the people who were asked answered ${which}, so the figures say little.`];
}

const listed = new Intl.ListFormat('en-GB');

function known(mean: Mean | undefined): number | undefined {
  return mean === undefined || isWithheld(mean) ? undefined : mean.mean;
}
