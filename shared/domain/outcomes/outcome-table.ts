import { isWithheld } from './disclosure.ts';
import type { BySurvey, Count, Goal, Mean, Measure, Outcomes, Share, Sides } from './outcome-report.ts';

type Cell = string | number;

/**
 * The figures as a CSV file (RFC 4180: CRLF, quotes doubled), one figure a row, in a shape that spreadsheets can pivot. Names of
 * figures are the same in every language, so that the files of several cohorts can be put together.
 */
export function outcomesCsv(outcomes: Outcomes): string {
  const rows: Cell[][] = [['section', 'figure', 'stage', 'group', 'value', 'answers', 'note'], ...rowsOf(outcomes)];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function rowsOf(outcomes: Outcomes): Cell[][] {
  const { participation, matches, responses, trust, relationship, learning, meetings, goal, recommend, informal } =
    outcomes;
  const closeout = responses.surveys.find(({ survey }) => survey.kind === 'closeout')?.survey.name ?? '';
  const all = (section: string, figure: string, value: Cell[]) => [section, figure, '', 'all', ...value];
  return [
    ...Object.entries(participation).map(([name, count]) => all('participation', spaced(name), counted(count))),
    all('matching', 'mentees matched', shared(matches.menteesMatched)),
    all('matching', 'mean score', valued(matches.meanScore)),
    all('matching', 'lowest score', valued(matches.worstScore)),
    ...responses.surveys.flatMap(({ survey: { name }, figure: { asked, answered, rate } }) => [
      ['responses', 'asked', name, 'all', ...counted(asked)],
      ['responses', 'answered', name, 'all', ...counted(answered)],
      ['responses', 'rate', name, 'all', ...shared(rate)],
    ]),
    ...measured('trust', trust),
    ...relationship.flatMap((measure) => measured('relationship', measure)),
    ...(learning ? measured('learning', learning) : []),
    ...(meetings ? measured('meetings', meetings) : []),
    ...(goal ? goalRows(goal, closeout) : []),
    ...(recommend
      ? [
          ['recommend', 'mean', closeout, 'all', ...averaged(recommend.mean)],
          ...(['low', 'middle', 'high'] as const).map((band) => [
            'recommend',
            band,
            closeout,
            'all',
            ...counted(recommend[band]),
          ]),
        ]
      : []),
    ...(informal ? [['informal mentors', 'mean', closeout, 'all', ...averaged(informal)]] : []),
  ];
}

function goalRows(goal: Goal, closeout: string): Cell[][] {
  return [
    ...bySide('goals', 'attainment (T, 50 is as expected)', goal),
    ['goals', 'reached or passed', closeout, 'mentees', ...shared(goal.reached)],
  ];
}

function measured(section: string, measure: Measure): Cell[][] {
  return bySide(section, measure.label, measure);
}

function bySide(section: string, figure: string, { surveys }: BySurvey<Sides>): Cell[][] {
  return surveys.flatMap(({ survey, figure: sides }) =>
    (['all', 'mentors', 'mentees'] as const).map((side) => [
      section,
      figure,
      survey.name,
      side,
      ...averaged(sides[side]),
    ]),
  );
}

const hidden: Cell[] = ['', '', 'withheld'];

function counted(count: Count): Cell[] {
  return isWithheld(count) ? hidden : [count, '', ''];
}

function valued(value: Count): Cell[] {
  return isWithheld(value) ? hidden : [decimals(value), '', ''];
}

function averaged(mean: Mean): Cell[] {
  return isWithheld(mean) ? hidden : [decimals(mean.mean), mean.answers, ''];
}

function shared(share: Share): Cell[] {
  if (isWithheld(share)) return hidden;
  const { from, to } = share;
  return from === to ? [decimals(from), '', ''] : ['', '', `from ${decimals(from)} to ${decimals(to)}`];
}

function decimals(value: number): number {
  return Math.round(value * 100) / 100;
}

function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/**
 * Text that a spreadsheet would take for a formula is given an apostrophe (OWASP, CSV injection): labels are written by
 * coordinators. Numbers are ours and stay numbers, negative ones too.
 */
function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = /^[\s]*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
