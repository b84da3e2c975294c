import * as z from 'zod';
import { FormDefinition, Question } from './form.ts';
import { inheritedName, isInherited } from './own-name.ts';

/** The five timebound stages, in the order in which every cohort passes them. */
export const stageNames = ['apply', 'match', 'kickoff', 'midpoint', 'closeout'] as const;
export const StageName = z.enum(stageNames);
export type StageName = z.infer<typeof StageName>;

/** What the forms of a program are for. A ballot is made from the proposed pairs, not from the definition. */
export const definedForms = ['application', 'agreement', 'midpoint', 'closeout'] as const;
export type DefinedForm = (typeof definedForms)[number];

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
  .regex(calendarDuration, 'an ISO 8601 duration in days, weeks, months or years, such as P2W')
  .refine((text) => daysIn(text) <= longestDays, 'is longer than ten years');

/**
 * When a stage happens. `lasts` runs from its opening to its close, `remind` lists reminders as time since the opening,
 * and `pause` is the time between the close of the stage before it and its own opening.
 */
export const StageTiming = z.strictObject({
  pause: CalendarDuration.optional(),
  lasts: CalendarDuration,
  remind: z.array(CalendarDuration).max(4).default([]),
});
export type StageTiming = z.infer<typeof StageTiming>;

/** Of matching: the time since its opening at which the votes end, and at which what they say goes to the pairs. */
const MatchTiming = StageTiming.extend({ decide: CalendarDuration, publish: CalendarDuration });

/** Which answers of the two sides a factor compares, and how. `mentee` and `mentor` name questions of the application. */
export const Factor = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .refine((name) => !isInherited(name), inheritedName),
  /** A few words for the committee: "What the mentee wants to work on". */
  title: z.string().min(1).max(80),
  /**
   * covers: the share of what the mentee chose that the mentor chose (choices). same: both chose the same (choice).
   * near: how close two numbers or scales are. ahead: the mentor has more of it than the mentee, ideally by `ideal`.
   * words: what the texts have in common; a text is compared with chosen topics by their words, too. gives: the reverse of covers, what the mentor wants that the mentee offers.
   * hours: how many working hours they share, each said as "9-17 Europe/Lisbon". names: whom each would like, best first.
   */
  compare: z.enum(['covers', 'gives', 'same', 'near', 'ahead', 'words', 'hours', 'names']),
  mentee: z.string(),
  mentor: z.string(),
  /** Relative to the other factors; 0 switches it off. */
  weight: z.number().min(0).max(100),
  /**
   * For `ahead`: the difference that is best. For `near`: the difference at which the score reaches 0. For `hours`: how
   * many shared hours are as good as more; 3 when absent.
   */
  ideal: z.number().positive().optional(),
  /** For `words`: words that mean the same, such as `["ML", "machine learning"]`. */
  alike: z
    .array(z.array(z.string().min(1)).min(2))
    .max(100)
    .optional(),
});
export type Factor = z.infer<typeof Factor>;

/** What may not be matched, whatever the score. Each names a question of the application, or is left out. */
export const MatchingRules = z.strictObject({
  /** A number: how many mentees a mentor can take. One when absent or unanswered. */
  capacity: z.string().optional(),
  /** A text in which a person names people they must not be paired with (addresses or full names). */
  conflicts: z.string().optional(),
  /** A text: the address or name of one's own manager; nobody is paired with their own manager. */
  manager: z.string().optional(),
  /** A choices question: both must share at least one, such as a language. */
  shared: z.array(z.string()).default([]),
});
export type MatchingRules = z.infer<typeof MatchingRules>;

/** The types of question that each comparison can be made of. */
const comparable: Record<Factor['compare'], readonly Question['type'][]> = {
  covers: ['choices', 'choice'],
  gives: ['choices', 'choice'],
  same: ['choice', 'choices', 'yesno'],
  near: ['number', 'scale'],
  ahead: ['number', 'scale'],
  words: ['text', 'choice', 'choices'],
  hours: ['text'],
  names: ['text'],
};

/** Why a question can't be one that the audit looks at, if so. */
function notAuditable({
  key,
  type,
  required,
}: Pick<Question, 'key' | 'type'> & { required?: boolean | undefined }): string | undefined {
  if (type !== 'choice' && type !== 'choices' && type !== 'yesno') return `${key} is a ${type}: groups need options`;
  return required === false ? undefined : `${key} has to be voluntary: "required": false`;
}

/** What can't be read is nothing here: its own fault says so, and those in the rest are found all the same. */
const read = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Forms by what refers to them. One with a question that has no key may have the one that is named: it is not looked at. */
const Referred = read(
  z.object({
    questions: z.array(
      z.object({
        key: z.string(),
        type: read(Question.shape.type),
        options: read(z.array(z.string())),
        required: read(z.boolean()),
      }),
    ),
  }),
);

/** As much of a definition as its references are checked by. */
const Referring = z.object({
  forms: read(z.object({ application: Referred, closeout: Referred })),
  roles: read(
    z.object({ question: read(z.string()), mentor: read(z.array(z.string())), mentee: read(z.array(z.string())) }),
  ),
  matching: read(
    z.object({
      factors: read(
        z.array(
          z
            .object({
              id: read(z.string()),
              compare: read(Factor.shape.compare),
              mentee: read(z.string()),
              mentor: read(z.string()),
              weight: read(z.number()),
            })
            .catch({ id: undefined, compare: undefined, mentee: undefined, mentor: undefined, weight: undefined }),
        ),
      ),
      rules: read(
        z.object({
          capacity: read(z.string()),
          conflicts: read(z.string()),
          manager: read(z.string()),
          shared: read(z.array(z.string())),
        }),
      ),
      audit: read(z.array(z.string())),
    }),
  ),
  outcomes: read(z.record(z.string(), z.unknown())),
});

/** Names in a definition that lead nowhere, or to what can't be used so. */
function referencesOf(given: unknown, context: z.RefinementCtx): void {
  const { success, data } = Referring.safeParse(given);
  if (!success) return;
  const { forms, roles, matching, outcomes = {} } = data;
  const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const { questions = undefined } = forms?.application ?? {};
  const asked = (key: string | undefined) => questions?.find((question) => question.key === key);
  const known = (
    at: (string | number)[],
    name: string | undefined,
    among: readonly { key: string }[] | undefined,
    form: string,
  ) => {
    if (name === undefined || among === undefined || among.some(({ key }) => key === name)) return;
    fault(at, `names no question of the ${form} form: ${name}`);
  };
  const inApplication = (at: (string | number)[], name: string | undefined) =>
    known(at, name, questions, 'application');

  const factors = matching?.factors ?? [];
  factors.forEach((factor, index) => {
    const at = ['matching', 'factors', index];
    if (factor.id !== undefined && factors.findIndex(({ id }) => id === factor.id) < index) {
      fault([...at, 'id'], `the id ${factor.id} is used twice`);
    }
    for (const side of ['mentee', 'mentor'] as const) {
      inApplication([...at, side], factor[side]);
      const type = asked(factor[side])?.type;
      if (!factor.compare || !type || comparable[factor.compare].includes(type)) continue;
      const types = comparable[factor.compare].join(' or ');
      fault([...at, side], `"${factor.compare}" compares ${types}; ${factor[side]} is a ${type}`);
    }
  });
  if (factors.length > 0 && factors.every(({ weight }) => weight === 0)) {
    fault(['matching', 'factors'], 'every weight is 0');
  }

  inApplication(['roles', 'question'], roles?.question);
  const options = asked(roles?.question)?.options;
  for (const role of ['mentor', 'mentee'] as const) {
    (roles?.[role] ?? []).forEach((option, index) => {
      if (!options || options.includes(option)) return;
      fault(['roles', role, index], `${roles?.question} has no option "${option}"`);
    });
  }

  const { capacity, conflicts, manager, shared = [] } = matching?.rules ?? {};
  for (const [rule, name] of Object.entries({ capacity, conflicts, manager })) {
    inApplication(['matching', 'rules', rule], name);
  }
  shared.forEach((name, index) => {
    inApplication(['matching', 'rules', 'shared', index], name);
  });

  const used = [
    ...factors.flatMap(({ mentee, mentor }) => [mentee, mentor]),
    ...[capacity, conflicts, manager, ...shared, roles?.question],
  ];
  (matching?.audit ?? []).forEach((name, index) => {
    const at = ['matching', 'audit', index];
    inApplication(at, name);
    const question = asked(name);
    const unfit = question?.type && notAuditable({ ...question, type: question.type });
    if (unfit) fault(at, unfit);
    if (used.includes(name)) fault(at, `${name} is used for matching, so it can't be a group too`);
  });

  for (const [name, questionOf] of Object.entries(outcomes)) {
    for (const key of Array.isArray(questionOf) ? questionOf : [questionOf]) {
      if (typeof key === 'string') known(['outcomes', name], key, forms?.closeout?.questions, 'closeout');
    }
  }
}

export const ProgramDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    version: z.number().int().positive(),
    title: z.string().min(1).max(120),
    /** What the organisation wants of it: heads the forms, answered in the report. */
    objectives: z.array(z.string().min(1).max(300)).min(1).max(6),
    forms: z.strictObject({
      application: FormDefinition,
      agreement: FormDefinition,
      /** Agreement and surveys may differ by side: a question with `side` is asked of that side of a pair alone. */
      midpoint: FormDefinition,
      closeout: FormDefinition,
    }),
    /** The application question that says what someone would like to be, and which options mean what. */
    roles: z.strictObject({
      question: z.string(),
      mentor: z.array(z.string()).min(1),
      mentee: z.array(z.string()).min(1),
    }),
    matching: z.strictObject({
      factors: z.array(Factor).min(1).max(20),
      rules: MatchingRules,
      /**
       * Voluntary questions by which the committee sees whether the matching treats groups alike. No factor and no rule may
       * use one.
       */
      audit: z.array(z.string()).max(8).default([]),
      /**
       * Whether nobody gets a second mentee while that one could go to a mentor who has none: after most pairs, and before
       * the worst pair is raised. Absent: while there are few people (see `aimOf`).
       */
      spread: z.boolean().optional(),
      /** A pair that scores less, of 100, is not proposed. */
      minimumScore: z.number().min(0).max(100).optional(),
      committee: z.strictObject({
        /** Members whose every vote has to be in for the committee to have decided. */
        quorum: z.number().int().min(1).max(5),
        /** A pair stands when at least this share of the votes on it are in its favour. */
        majority: z.number().gt(0).max(1).default(0.5),
        /** When `publish` comes without a quorum: go on with the votes there are, or wait for a word. */
        withoutQuorum: z.enum(['publish', 'wait']),
      }),
    }),
    /** The questions that the outcome report is made of. Each names a question of both surveys, or of `closeout` alone. */
    outcomes: z.strictObject({
      trust: z.string(),
      relationship: z.array(z.string()).default([]),
      learning: z.string().optional(),
      meetings: z.string().optional(),
      recommend: z.string().optional(),
      /** Goal attainment, -2..+2 (Kiresuk & Sherman 1968). */
      goal: z.string().optional(),
      informal: z.string().optional(),
      /** A text for those who run the program, passed on without a name. */
      advice: z.string().optional(),
    }),
    schedule: z.strictObject({
      apply: StageTiming,
      match: MatchTiming,
      kickoff: StageTiming,
      midpoint: StageTiming,
      closeout: StageTiming,
    }),
    privacy: z.strictObject({
      /** No figure is shown for fewer people than this. */
      smallestGroup: z.number().int().min(5).default(5),
      /** How long a cohort's records are kept after its close. */
      keep: CalendarDuration.default('P2Y'),
    }),
  })
  // Also when something is wrong elsewhere: nobody should mend one fault to hear of the next.
  .superRefine(referencesOf, { when: () => true });
export type ProgramDefinition = z.infer<typeof ProgramDefinition>;
