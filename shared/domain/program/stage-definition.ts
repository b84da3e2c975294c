import * as z from 'zod';
import { coded, type DocumentFault } from '../document-faults.ts';
import { inheritedName, isInherited } from '../own-name.ts';
import { most } from './list-bounds.ts';

/** What stages do. One module a kind carries it out (functions/stages/stage-kinds.ts). */
export const StageKind = z.enum(['apply', 'match', 'kickoff', 'survey', 'closeout']);
export type StageKind = z.infer<typeof StageKind>;

/** A name of a stage or form in a program. Short, because the names of executions (80 characters) contain it. */
export const DefinedName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,29}$/, coded({ code: 'name-format' }))
  .refine((name) => !isInherited(name), inheritedName);

const calendarDuration = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Ten years, with two or three leap days. */
const longestDays = 3653;

/** At most so many days; of what is no duration, none. */
function daysIn(text: string): number {
  const [, years = 0, months = 0, weeks = 0, days = 0] = (calendarDuration.exec(text) ?? []).map(Number);
  return [365.3 * years, 30.44 * months, 7 * weeks, days].reduce((sum, part) => sum + (part || 0), 0);
}

/** ISO 8601 duration of whole days or longer, as calendar time in the cohort's zone: `P2W`, `P3M`, `P10D`. */
export const CalendarDuration = z
  .string()
  .regex(calendarDuration, coded({ code: 'duration' }))
  .refine((text) => daysIn(text) <= longestDays, coded({ code: 'duration-too-long' }));

/**
 * When a stage happens. `lasts` runs from its opening to its close, `remind` lists reminders as time since the opening,
 * and `pause` is the time between the close of the stage before it and its own opening.
 */
const Timed = z.strictObject({
  name: DefinedName,
  /** As people read it: "Mid-point". */
  title: z.string().trim().min(1).max(40),
  pause: CalendarDuration.optional(),
  lasts: CalendarDuration,
  remind: z.array(CalendarDuration).max(4).default([]),
});

/** Words of an email in which `{$partner}` and `{$cohort}` stand for names. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\n\r]*$/, coded({ code: 'not-one-line' }))
    .refine(
      (text) => !/[{}]/.test(text.replaceAll(/\{\$(?:partner|cohort)\}/g, '')),
      coded({ code: 'braces', partner: '{$partner}', cohort: '{$cohort}' }),
    );

/** What the emails of a survey say instead of the usual words. Those `About` are for people with several partners. */
const SurveyWords = z.strictObject({
  subject: words(120).optional(),
  subjectAbout: words(120).optional(),
  reminder: words(120).optional(),
  reminderAbout: words(120).optional(),
  opening: words(500).optional(),
});
export type SurveyWords = z.infer<typeof SurveyWords>;

/** A stage that asks both sides of each pair: which of the program's forms, and in which words. */
const Asking = Timed.extend({ form: DefinedName, words: SurveyWords.optional() });

export const StageDefinition = z.discriminatedUnion(
  'kind',
  [
    Timed.extend({ kind: z.literal('apply') }),
    /** `decide` and `publish`: the time since the opening at which the votes end, and at which their outcome goes to the pairs. */
    Timed.extend({ kind: z.literal('match'), decide: CalendarDuration, publish: CalendarDuration }),
    Timed.extend({ kind: z.literal('kickoff') }),
    Asking.extend({ kind: z.literal('survey') }),
    /** A survey, after which everyone is thanked and the report is made. */
    Asking.extend({ kind: z.literal('closeout') }),
  ],
  coded({ code: 'stage-kind', kinds: StageKind.options }),
);
export type StageDefinition = z.infer<typeof StageDefinition>;
export type SurveyDefinition = Extract<StageDefinition, { form: string }>;

/** Kinds of which a program has exactly one stage, in this order. Surveys stand anywhere after the kickoff. */
const needed = ['apply', 'match', 'kickoff', 'closeout'] as const satisfies readonly StageKind[];
export type NeededKind = (typeof needed)[number];

const isNeeded = (kind: StageKind): kind is NeededKind => (needed as readonly StageKind[]).includes(kind);

/** The stages of a program, in the order in which its cohorts pass them. */
export const ProgramSchedule = z
  .array(StageDefinition)
  .max(most.stages)
  .superRefine((stages, context) => {
    const found = (fault: DocumentFault, path: (string | number)[] = []) =>
      context.addIssue({ code: 'custom', path, message: coded(fault) });
    stages.forEach(({ name, kind }, index) => {
      if (stages.findIndex((other) => other.name === name) < index) {
        found({ code: 'stage-twice', name }, [index, 'name']);
      }
      if (kind === 'survey' && !stages.slice(0, index).some((earlier) => earlier.kind === 'kickoff')) {
        found({ code: 'survey-too-early' }, [index, 'kind']);
      }
    });
    const order = stages.map(({ kind }) => kind).filter(isNeeded);
    if (order.join() !== needed.join()) found({ code: 'needed-stages', kinds: needed });
  });

/** The stages of a program that ask the pairs, in their order: surveys and the close-out. */
export function surveysIn({ schedule }: { schedule: readonly StageDefinition[] }): SurveyDefinition[] {
  return schedule.filter((stage) => 'form' in stage);
}
