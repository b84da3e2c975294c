import { labelOf, type Question } from '../forms/form.ts';
import type { AskedForm } from '../forms/form-record.ts';
import type { Pair } from '../pair.ts';
import { isFew, isWithheld, shareOf, withheld } from './disclosure.ts';
import { goalAttainment } from './goals.ts';
import type {
  BySurvey,
  CohortRecord,
  Count,
  Measure,
  Outcomes,
  Recommend,
  Share,
  Sides,
  SurveyResponse,
  SurveyStage,
} from './outcome-report.ts';
import { begun, type GroupName, groupsOf, shownSizes } from './participation.ts';
import { answeredForms, boundsOf, type Given, givenTo, meanOf, peopleIn, sidesOf, surveyForms } from './surveys.ts';
import { weakPointsOf } from './weak-points.ts';

/** The outcome report's figures. Pure: the same record gives the same figures. */
export function outcomesOf(record: CohortRecord): Outcomes {
  const { program, smallestGroup: smallest } = record;
  const groups = groupsOf(record);
  const sizes = shownSizes(groups, smallest);
  const surveys = record.surveys.map((stage) => surveyOf(record, stage));
  const closeout = surveys.find(({ stage }) => stage.kind === 'closeout');
  if (!closeout) throw new Error('A report is made of a close-out, and there was none.');
  const bySurvey = <Figure>(figureOf: (survey: Survey) => Figure): BySurvey<Figure> => ({
    surveys: surveys.map((survey) => {
      const { name, kind, title } = survey.stage;
      return { survey: { name, kind, title }, figure: figureOf(survey) };
    }),
    closeout: figureOf(closeout),
  });
  const measure = (key: string): Measure => {
    const question = closeout.questions.get(key) as Question;
    return {
      key,
      label: labelOf(question),
      ...scaleEnds(question),
      ...bySurvey((survey) => sidesOf(survey.given(key), smallest)),
    };
  };
  const { trust, relationship, learning, meetings, goal, recommend, informal } = program.outcomes;
  const pairs = begun(record);
  const participation = participationOf(sizes, pairs);
  const figures = {
    smallestGroup: smallest,
    participation,
    matches: matchesOf(pairs, groups, sizes, smallest),
    responses: bySurvey((survey) => responseOf(survey, pairs, participation.pairs, smallest)),
    trust: measure(trust),
    relationship: relationship.map(measure),
    ...(learning === undefined ? {} : { learning: measure(learning) }),
    ...(meetings === undefined ? {} : { meetings: measure(meetings) }),
    ...(goal === undefined
      ? {}
      : {
          goal: {
            ...bySurvey((survey) => attainmentOf(survey.given(goal), smallest)),
            reached: reachedOf(closeout.given(goal), smallest),
          },
        }),
    ...(recommend === undefined ? {} : { recommend: recommendOf(closeout, recommend, smallest) }),
    ...(informal === undefined ? {} : { informal: meanOf(closeout.given(informal), smallest) }),
  };
  return { ...figures, weakPoints: weakPointsOf(figures) };
}

type Sizes = Record<GroupName, Count>;
type Groups = Record<GroupName, ReadonlySet<string>>;

function participationOf(sizes: Sizes, pairs: readonly Pair[]): Outcomes['participation'] {
  const { invited, applied, declined, unanswered, mentors, mentees, both, unmatchedMentees, unmatchedMentors } = sizes;
  return {
    invited,
    applied,
    declined,
    unanswered,
    mentors,
    mentees,
    both,
    // As many as there are matched mentees, unless someone was matched again after a pair had ended.
    pairs: isWithheld(sizes.matchedMentees) ? withheld : pairs.length,
    unmatchedMentees,
    unmatchedMentors,
  };
}

function matchesOf(pairs: readonly Pair[], groups: Groups, sizes: Sizes, smallest: number): Outcomes['matches'] {
  const scores = pairs.map(({ score }) => score);
  // Five mentees of two mentors are pairs of two people on one side.
  const isEnough = !isWithheld(sizes.matchedMentees) && new Set(pairs.map(({ mentor }) => mentor)).size >= smallest;
  const shown = { part: !isWithheld(sizes.matchedMentees), whole: !isWithheld(sizes.mentees) };
  const { matchedMentees, mentees } = groups;
  return {
    menteesMatched: mentees.size < smallest ? withheld : shareOf(matchedMentees.size, mentees.size, shown),
    meanScore: isEnough ? scores.reduce((sum, score) => sum + score, 0) / scores.length : withheld,
    worstScore: isEnough ? Math.min(...scores) : withheld,
  };
}

/**
 * Surveys, two a pair. Everyone of a pair is asked unless it ended before; with the number of pairs beside it, the number
 * of surveys would count those few: as people, for one mentor of five pairs leaves six surveys out and is one. That someone did not answer is no such thing: the number of answers stands beside
 * every mean.
 */
function responseOf(survey: Survey, pairs: readonly Pair[], shownPairs: Count, smallest: number): SurveyResponse {
  const { asked, answered } = survey;
  const left = isWithheld(shownPairs) ? [] : notAsked(pairs, asked);
  const shown = {
    whole: asked.length === 0 || (peopleIn(asked) >= smallest && !isFew(peopleIn(left), smallest)),
    part: answered.length === 0 || peopleIn(answered) >= smallest,
  };
  return {
    asked: shown.whole ? asked.length : withheld,
    answered: shown.part ? answered.length : withheld,
    rate: peopleIn(asked) < smallest ? withheld : shareOf(answered.length, asked.length, shown),
  };
}

/** Both sides of pairs that were not asked about them. */
function notAsked(pairs: readonly Pair[], asked: readonly AskedForm[]): { person: string }[] {
  const known = new Set(asked.map(({ pair, person }) => `${pair} ${person}`));
  return pairs.flatMap(({ id, mentor, mentee }) =>
    [mentor, mentee].flatMap((person) => (known.has(`${id} ${person}`) ? [] : [{ person }])),
  );
}

type Survey = ReturnType<typeof surveyOf>;

function surveyOf({ program, forms }: CohortRecord, stage: SurveyStage) {
  const definition = stage.form === undefined ? undefined : program.forms[stage.form];
  const questions = new Map((definition?.questions ?? []).map((question) => [question.key, question]));
  const answered = answeredForms(forms, stage.name);
  const given = (key: string): Given[] => {
    const question = questions.get(key);
    return question ? givenTo(question, answered) : [];
  };
  return { stage, questions, given, answered, asked: surveyForms(forms, stage.name) };
}

function attainmentOf(given: readonly Given[], smallest: number): Sides {
  const attained = given.map((one) => ({ ...one, value: goalAttainment([{ rating: one.value, weight: 1 }]) }));
  return sidesOf(attained, smallest);
}

/** Of the mentees who rated their goal: who reached or passed it. */
function reachedOf(given: readonly Given[], smallest: number): Share {
  const own = perPerson(given.filter(({ side }) => side === 'mentee'));
  const reached = own.filter((rating) => rating >= 0).length;
  const isExact = !isFew(reached, smallest) && !isFew(own.length - reached, smallest);
  return own.length < smallest ? withheld : shareOf(reached, own.length, { part: isExact, whole: true });
}

function recommendOf({ questions, given }: Survey, key: string, smallest: number): Recommend {
  const ends = scaleEnds(questions.get(key) as Question);
  const mean = meanOf(given(key), smallest);
  const hidden = { ...ends, mean, low: withheld, middle: withheld, high: withheld };
  if (isWithheld(mean) || ends.min !== 0 || ends.max !== 10) return hidden;
  const bands = {
    low: given(key).filter(({ value }) => value < 6.5),
    middle: given(key).filter(({ value }) => value >= 6.5 && value < 8.5),
    high: given(key).filter(({ value }) => value >= 8.5),
  };
  // One band that is hidden alone could be computed from the others.
  if (Object.values(bands).some((band) => isFew(peopleIn(band), smallest))) return hidden;
  return { ...ends, mean, low: bands.low.length, middle: bands.middle.length, high: bands.high.length };
}

/** The ends of a question's scale; none of a number without bounds. */
function scaleEnds(question: Question): { min?: number; max?: number } {
  const { min, max } = boundsOf(question);
  return Number.isFinite(min) && Number.isFinite(max) ? { min, max } : {};
}

/** One number a person: the mean of what they answered about each of their pairs. */
function perPerson(given: readonly Given[]): number[] {
  const values = new Map<string, number[]>();
  for (const { person, value } of given) values.set(person, [...(values.get(person) ?? []), value]);
  return [...values.values()].map((all) => all.reduce((sum, value) => sum + value, 0) / all.length);
}
