import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import type { SurveyDefinition } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

/** A short form that is asked of every pair a month after the kickoff. */
export const pulse: SurveyDefinition = {
  kind: 'survey',
  name: 'pulse',
  title: 'Pulse',
  form: 'pulse',
  pause: 'P16D',
  lasts: 'P1W',
  remind: ['P3D'],
  words: {},
};

/** Half a year after the close-out. */
export const lookBack: SurveyDefinition = {
  ...pulse,
  name: 'six-months-on',
  title: 'Six months on',
  form: 'later',
  pause: 'P6M',
};

const [meetings, trust] = defaultProgram.forms.midpoint.questions as [
  (typeof defaultProgram.forms.midpoint.questions)[number],
  (typeof defaultProgram.forms.midpoint.questions)[number],
];
const forms = {
  ...defaultProgram.forms,
  pulse: { id: 'pulse', title: 'Pulse', questions: [trust] },
  later: { id: 'later', title: 'Six months on', questions: [meetings, trust] },
};

const midpoint = defaultProgram.schedule.find(({ name }) => name === 'midpoint') as SurveyDefinition;

/** The default program with other surveys: those before the close-out, in their order, and those after it. */
export function surveyed(
  before: readonly SurveyDefinition[],
  after: readonly SurveyDefinition[] = [],
): ProgramDefinition {
  const schedule = defaultProgram.schedule.filter(({ kind }) => kind !== 'survey');
  const closeout = schedule.findIndex(({ kind }) => kind === 'closeout');
  const stages = [...schedule.slice(0, closeout), ...before, ...schedule.slice(closeout), ...after];
  const asked = new Set([
    'application',
    'agreement',
    ...stages.flatMap((stage) => ('form' in stage ? [stage.form] : [])),
  ]);
  const kept = Object.entries(forms).filter(([name]) => asked.has(name));
  return { ...defaultProgram, forms: Object.fromEntries(kept) as ProgramDefinition['forms'], schedule: stages };
}

/** Programs with other surveys than the default one. */
export const surveyPrograms = {
  'a pulse before the mid-point': surveyed([pulse, midpoint]),
  'two mid-points of one form': surveyed([
    midpoint,
    { ...midpoint, name: 'second-midpoint', title: 'Second mid-point' },
  ]),
  'a survey after the close-out': surveyed([midpoint], [lookBack]),
  'no survey': surveyed([]),
} as const;
