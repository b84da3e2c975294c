import type { Stage } from '#domain/program/cohort.ts';
import { milestoneOf, nextSurvey, stageOf, stageOfKind, surveysOf } from '#domain/program/milestones.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { wordsOf } from '#shared/words/index.ts';
import { surveyTime } from '#shared/words/report/figure-words.ts';
import type { EmailContext } from '../context.ts';
import { commonOf, dayOf } from './phrases.ts';

/** A survey in words: those of its program's stage, else the usual ones of its place in the schedule. */
export interface SurveyText {
  subject: string;
  reminder: string;
  opening: string;
  /** How it is asked about: how their mentoring "is going" or "went". */
  question: 'is going' | 'went';
}

/**
 * The words of the survey of a stage. `partner` is whom it is about; subjects name them only to people with several
 * partners: a question about trust is nothing to read over a shoulder.
 */
export function surveyText(
  stage: string,
  { partner, isOneOfSeveral }: { partner: string; isOneOfSeveral: boolean },
  { cohort, program }: Pick<EmailContext, 'cohort' | 'program'>,
): SurveyText {
  const usual = wordsOf(cohort.language).pairsEmails.usualSurvey;
  const own = surveysIn(program).find(({ name }) => name === stage)?.words ?? {};
  const said = { partner, cohort: cohort.name, when: timeOf(stage, cohort) };
  const fill = (text: string) =>
    text.replaceAll(/\{\$(partner|cohort)\}/g, (_, name: 'partner' | 'cohort') => said[name]);
  const say = (part: keyof typeof usual) => (own[part] === undefined ? usual[part](said) : fill(own[part]));
  return {
    subject: say(isOneOfSeveral ? 'subjectAbout' : 'subject'),
    reminder: say(isOneOfSeveral ? 'reminderAbout' : 'reminder'),
    opening: say('opening'),
    question: said.when === 'underWay' ? 'is going' : 'went',
  };
}

function timeOf(name: string, cohort: EmailContext['cohort']): 'underWay' | 'atTheEnd' | 'afterwards' {
  const surveys = surveysOf(cohort);
  const stage = stageOf(cohort, name);
  if (stage.kind === 'closeout') return 'atTheEnd';
  return surveys.indexOf(stage) > surveys.findIndex(({ kind }) => kind === 'closeout') ? 'afterwards' : 'underWay';
}

/** When the pairs are asked for the first time, as a sentence. */
export function whenAskedFirst(context: Pick<EmailContext, 'cohort' | 'now'>): string {
  const [first] = surveysOf(context.cohort);
  if (!first) return '';
  const { went, isGoing } = commonOf(context).surveys;
  return (first.kind === 'survey' ? isGoing : went)({ day: openingOf(first, context) });
}

/** When the pairs are asked next how it is going, as a sentence; empty when there is no such survey to come. */
export function whenAskedNext(context: Pick<EmailContext, 'cohort' | 'now'>): string {
  const next = nextSurvey(context.cohort, context.now);
  return next?.kind === 'survey' ? commonOf(context).surveys.isGoing({ day: openingOf(next, context) }) : '';
}

/** When we write again after the survey of a stage, as a sentence; empty after the last. */
export function whenWrittenNext(after: string, context: Pick<EmailContext, 'cohort' | 'now'>): string {
  const next = nextSurvey(context.cohort, context.now, after);
  return next ? commonOf(context).surveys.writtenNext({ day: openingOf(next, context) }) : '';
}

/** The surveys up to the close-out by their times: "the mid-point or the end". */
export function surveyTimes({ cohort }: Pick<EmailContext, 'cohort'>): string {
  const surveys = surveysOf(cohort);
  const untilClose = surveys.slice(
    0,
    surveys.findIndex(({ kind }) => kind === 'closeout'),
  );
  const words = wordsOf(cohort.language);
  const { end, time } = words.common.surveys;
  return words.listOfOne([...untilClose.map((stage) => time({ time: surveyTime(stage, words) })), end]);
}

/** When those who had a partner are asked after the close-out, as a sentence; none when they are not. */
export function whenReportedAgain(context: Pick<EmailContext, 'cohort' | 'now'>): string[] {
  const next = nextSurvey(context.cohort, context.now, stageOfKind(context.cohort, 'closeout').name);
  return next ? [commonOf(context).surveys.reportedAgain({ day: openingOf(next, context) })] : [];
}

function openingOf(stage: Stage, context: Pick<EmailContext, 'cohort' | 'now'>): string {
  return dayOf(milestoneOf(stage, 'open').at, context);
}
