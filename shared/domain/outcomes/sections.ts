import { type Count, isWithheld, type Share } from './disclosure.ts';
import { rounded, shareInWords } from './figures.ts';
import type { Measure, Outcomes, SurveyResponse } from './report.ts';
import { type Mean, surveyName, surveyTime } from './surveys.ts';

/** A part of the report as it is read: figures as bars or as label and value, and how they came about. */
export interface Section {
  title: string;
  intro?: string;
  /** `value` is 0..1 of the scale; `shown` is the figure as it is read. */
  bars?: { label: string; value: number; shown: string }[];
  facts?: { label: string; value: string }[];
  note?: string;
}

/**
 * The report on one page, in the order in which leadership asks: who took part, how well they were matched, whether they
 * met and trust each other, whether they reached what they came for, what should change.
 */
export function sectionsOf(outcomes: Outcomes): Section[] {
  return [
    participation(outcomes),
    ...(outcomes.participation.applied === 0 ? [] : [matching(outcomes)]),
    // Of a cohort without pairs nobody was asked.
    ...(outcomes.participation.pairs === 0 ? [] : [relationships(outcomes), goals(outcomes)]),
    next(outcomes),
    { title: 'How to read this', intro: howToRead(outcomes.smallestGroup) },
  ];
}

function participation({ participation: counts }: Outcomes): Section {
  const labels: [keyof Outcomes['participation'], string][] = [
    ['invited', 'Invited'],
    ['applied', 'Applied'],
    ['declined', 'Said no thanks'],
    ['unanswered', 'Gave no full answer'],
    ['mentors', 'Offered to be mentors'],
    ['mentees', 'Asked for a mentor'],
    ['both', 'Both at once'],
  ];
  return {
    title: 'How many took part',
    facts: labels.map(([key, label]) => ({ label, value: countInWords(counts[key]) })),
  };
}

function matching({ participation: { pairs, unmatchedMentees, unmatchedMentors }, matches }: Outcomes): Section {
  const { menteesMatched, meanScore, worstScore } = matches;
  const facts = [
    { label: 'Pairs', value: countInWords(pairs) },
    ...(pairs === 0 ? [] : [{ label: 'Mentees who found a mentor', value: shareWords(menteesMatched) }]),
    { label: 'Mentees without one', value: countInWords(unmatchedMentees) },
    { label: 'Mentors without a mentee', value: countInWords(unmatchedMentors) },
  ];
  if (isWithheld(meanScore) || isWithheld(worstScore)) return { title: 'How well they were matched', facts };
  return {
    title: 'How well they were matched',
    facts,
    bars: [
      { label: 'Fit of the pairs, mean', value: meanScore, shown: percent(meanScore) },
      { label: 'Fit of the weakest pair', value: worstScore, shown: percent(worstScore) },
    ],
    note: 'Fit is how much of what the program compares (goals, strengths, languages and so on) speaks for a pair.',
  };
}

function relationships(outcomes: Outcomes): Section {
  const { trust, relationship, learning, meetings, responses } = outcomes;
  const scales = [trust, ...relationship, ...(learning ? [learning] : [])];
  const meetingFacts = meetings
    ? meetings.surveys.flatMap(({ survey, figure: { all } }) => {
        if (isWithheld(all)) return [];
        return [
          {
            label: `Meetings up to the ${surveyTime(survey)}`,
            value: `${rounded(all.mean)} on average (${all.answers} answers)`,
          },
        ];
      })
    : [];
  const bars = scales.flatMap(barsOf);
  return {
    title: 'Did they meet, and trust each other?',
    ...(bars.length + meetingFacts.length === 0 && { intro: 'Too few people answered to say.' }),
    bars,
    facts: meetingFacts,
    note: responses.surveys.map(({ survey, figure }) => responseWords(surveyName(survey), figure)).join(' '),
  };
}

function goals({ goal, recommend, informal }: Outcomes): Section {
  const facts: Section['facts'] = [];
  const bars: Section['bars'] = [];
  if (goal) {
    facts.push({ label: 'Mentees who reached or passed their goal', value: shareWords(goal.reached) });
    for (const { survey, figure } of goal.surveys) {
      for (const [side, label] of [
        ['mentees', 'mentees say'],
        ['mentors', 'mentors say'],
      ] as const) {
        const mean = figure[side];
        if (isWithheld(mean)) continue;
        bars.push({
          label: `Goals at the ${surveyTime(survey)}, ${label}`,
          // Goal Attainment Scaling runs from 30 (all much less than expected) to 70 for a single goal.
          value: within((mean.mean - 30) / 40),
          shown: `${rounded(mean.mean)} (${mean.answers} answers)`,
        });
      }
    }
  }
  if (recommend && !isWithheld(recommend.mean)) {
    const { mean, answers } = recommend.mean;
    const { low, middle, high } = recommend;
    const spread = [low, middle, high].some(isWithheld)
      ? ''
      : `; ${countInWords(high)} gave 9 or 10, ${countInWords(middle)} gave 7 or 8, and ${countInWords(low)} gave less`;
    facts.push({ label: 'Would recommend it, 0 to 10', value: `${rounded(mean)} (${answers} answers)${spread}` });
  }
  if (informal && !isWithheld(informal)) {
    facts.push({
      label: 'Mentors found outside the program',
      value: `${rounded(informal.mean)} each on average (${informal.answers} answers)`,
    });
  }
  return {
    title: 'Did they reach what they came for?',
    bars,
    facts,
    ...(bars.length > 0 && { note: 'Goals: 50 is "as expected", more is further (Goal Attainment Scaling).' }),
    ...(bars.length + facts.length === 0 && { intro: 'Too few people answered to say.' }),
  };
}

function next({ weakPoints, trust }: Outcomes): Section {
  const isSilent = trust.surveys.every(({ figure }) => isWithheld(figure.all));
  const nothing = isSilent ? 'Too few people answered to say.' : 'Nothing stands out in the figures.';
  return {
    title: 'What should change next time',
    intro: weakPoints.length === 0 ? nothing : weakPoints.join(' '),
  };
}

function barsOf({ label, min, max, surveys }: Measure): NonNullable<Section['bars']> {
  if (min === undefined || max === undefined) return [];
  const bar = (when: string, mean: Mean) =>
    isWithheld(mean)
      ? []
      : [
          {
            label: `${label}, ${when}`,
            value: within((mean.mean - min) / (max - min)),
            shown: `${rounded(mean.mean)} of ${max} (${mean.answers} answers)`,
          },
        ];
  return surveys.flatMap(({ survey, figure }) => bar(surveyTime(survey), figure.all));
}

function responseWords(survey: string, { asked, answered, rate }: SurveyResponse): string {
  const name = survey.charAt(0).toUpperCase() + survey.slice(1);
  if (asked === 0) return `${name}: not sent.`;
  const part = isWithheld(asked) || isWithheld(answered) ? '' : `: ${answered} of ${asked} answered`;
  return `${name}${part}${isWithheld(rate) ? '' : ` (${shareInWords(rate)})`}${part === '' && isWithheld(rate) ? ': withheld' : ''}.`;
}

function howToRead(smallestGroup: number): string {
  return (
    `Figures about fewer than ${smallestGroup} people are withheld, and so are those from which such a figure could be ` +
    'worked out. Opinions are from those who answered; the number of answers stands beside each mean. The questions are ' +
    "the program's own, not a validated scale, and nothing here shows what caused what."
  );
}

function countInWords(count: Count): string {
  if (isWithheld(count)) return 'withheld';
  return count === 0 ? 'none' : String(count);
}

function shareWords(share: Share): string {
  return isWithheld(share) ? 'withheld' : shareInWords(share);
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const within = (share: number): number => Math.min(1, Math.max(0, share));
