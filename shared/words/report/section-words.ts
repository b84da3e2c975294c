import { isWithheld } from '#domain/outcomes/disclosure.ts';
import { rounded } from '#domain/outcomes/figures.ts';
import type {
  AskedStage,
  Measure,
  Outcomes,
  Recommend,
  Share,
  SurveyResponse,
} from '#domain/outcomes/outcome-report.ts';
import type { Words } from '../index.ts';
import { countWords, shareWords, surveyName, surveyTime, zeroIfWithheld } from './figure-words.ts';
import { weakPointWords } from './weak-point-words.ts';

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
export function sectionsOf(outcomes: Outcomes, words: Words): Section[] {
  const { title, intro } = words.report.sections.howToRead;
  return [
    participation(outcomes, words),
    ...(outcomes.participation.applied === 0 ? [] : [matching(outcomes, words)]),
    // Of a cohort without pairs nobody was asked.
    ...(outcomes.participation.pairs === 0 ? [] : [relationships(outcomes, words), goals(outcomes, words)]),
    next(outcomes, words),
    { title, intro: intro({ smallest: outcomes.smallestGroup }) },
  ];
}

function participation({ participation: counts }: Outcomes, words: Words): Section {
  const { title, ...labels } = words.report.sections.participation;
  const shown = ['invited', 'applied', 'declined', 'unanswered', 'mentors', 'mentees', 'both'] as const;
  return { title, facts: shown.map((key) => ({ label: labels[key], value: countWords(counts[key], words) })) };
}

function matching({ participation: counts, matches }: Outcomes, words: Words): Section {
  const { title, note, ...labels } = words.report.sections.matching;
  const { percent } = words.report.figures;
  const { menteesMatched, meanScore, worstScore } = matches;
  const counted = (key: 'pairs' | 'unmatchedMentees' | 'unmatchedMentors') => ({
    label: labels[key],
    value: countWords(counts[key], words),
  });
  const facts = [
    counted('pairs'),
    ...(counts.pairs === 0 ? [] : [{ label: labels.matched, value: shareOrWithheld(menteesMatched, words) }]),
    counted('unmatchedMentees'),
    counted('unmatchedMentors'),
  ];
  if (isWithheld(meanScore) || isWithheld(worstScore)) return { title, facts };
  const bar = (label: string, value: number) => ({ label, value, shown: percent({ n: Math.round(value * 100) }) });
  return { title, facts, bars: [bar(labels.meanFit, meanScore), bar(labels.worstFit, worstScore)], note };
}

function relationships(outcomes: Outcomes, words: Words): Section {
  const { figures, sections, tooFewToSay } = words.report;
  const { trust, relationship, learning, meetings, responses } = outcomes;
  const labels = sections.relationships;
  const facts = (meetings?.surveys ?? []).flatMap(({ survey, figure: { all } }) => {
    if (isWithheld(all)) return [];
    const { mean, answers } = all;
    const label = labels.meetings({ time: surveyTime(survey, words) });
    return [{ label, value: figures.average({ mean: rounded(mean), answers }) }];
  });
  const bars = [trust, ...relationship, ...(learning ? [learning] : [])].flatMap((measure) => barsOf(measure, words));
  return {
    title: labels.title,
    ...(bars.length + facts.length === 0 && { intro: tooFewToSay }),
    bars,
    facts,
    note: responses.surveys.map(({ survey, figure }) => responseWords(survey, figure, words)).join(' '),
  };
}

function goals({ goal, recommend, informal }: Outcomes, words: Words): Section {
  const { figures, sections, tooFewToSay } = words.report;
  const labels = sections.goals;
  const facts: Section['facts'] = [];
  const bars: Section['bars'] = [];
  if (goal) {
    facts.push({ label: labels.reached, value: shareOrWithheld(goal.reached, words) });
    for (const { survey, figure } of goal.surveys) {
      for (const side of ['mentees', 'mentors'] as const) {
        const attained = figure[side];
        if (isWithheld(attained)) continue;
        const { mean, answers } = attained;
        bars.push({
          label: labels[`${side}Say`]({ time: surveyTime(survey, words) }),
          // Goal Attainment Scaling runs from 30 (all much less than expected) to 70 for a single goal.
          value: within((mean - 30) / 40),
          shown: figures.mean({ mean: rounded(mean), answers }),
        });
      }
    }
  }
  const recommended = recommend && recommendWords(recommend, words);
  if (recommended) facts.push({ label: labels.recommend, value: recommended });
  if (informal && !isWithheld(informal)) {
    const { mean, answers } = informal;
    facts.push({ label: labels.informal, value: figures.averageEach({ mean: rounded(mean), answers }) });
  }
  return {
    title: labels.title,
    bars,
    facts,
    ...(bars.length > 0 && { note: labels.note }),
    ...(bars.length + facts.length === 0 && { intro: tooFewToSay }),
  };
}

/** Undefined where it is withheld. */
function recommendWords({ mean: all, low, middle, high }: Recommend, words: Words): string | undefined {
  if (isWithheld(all)) return undefined;
  const { figures } = words.report;
  const said = { mean: rounded(all.mean), answers: all.answers };
  if ([low, middle, high].some(isWithheld)) return figures.mean(said);
  const [few, some, many] = [low, middle, high].map((band) => countWords(band, words)) as [string, string, string];
  return figures.recommended({ ...said, low: few, middle: some, high: many });
}

function next({ weakPoints, trust }: Outcomes, words: Words): Section {
  const { sections, tooFewToSay } = words.report;
  const { title, nothing } = sections.next;
  const isSilent = trust.surveys.every(({ figure }) => isWithheld(figure.all));
  const said = weakPoints.map((point) => weakPointWords(point, words)).join(' ');
  return { title, intro: said || (isSilent ? tooFewToSay : nothing) };
}

function barsOf({ label, min, max, surveys }: Measure, words: Words): NonNullable<Section['bars']> {
  if (min === undefined || max === undefined) return [];
  const { figures, sections } = words.report;
  return surveys.flatMap(({ survey, figure: { all } }) => {
    if (isWithheld(all)) return [];
    const { mean, answers } = all;
    return [
      {
        label: sections.relationships.measure({ label, time: surveyTime(survey, words) }),
        value: within((mean - min) / (max - min)),
        shown: figures.onScale({ mean: rounded(mean), max, answers }),
      },
    ];
  });
}

function responseWords(survey: AskedStage, { asked, answered, rate }: SurveyResponse, words: Words): string {
  const said = words.report.sections.relationships;
  const name = { survey: surveyName(survey, words) };
  if (asked === 0) return said.notSent(name);
  const areShown = !isWithheld(asked) && !isWithheld(answered);
  return said.answered({
    ...name,
    asked: areShown ? asked : 0,
    answered: zeroIfWithheld(answered),
    rate: isWithheld(rate) ? 'withheld' : 'shown',
    share: shareOrWithheld(rate, words),
  });
}

function shareOrWithheld(share: Share, words: Words): string {
  return isWithheld(share) ? words.report.figures.withheld : shareWords(share, words);
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
