import * as z from 'zod';
import { FormDefinition, type Question } from './form.ts';

/** The five timebound stages, in the order in which every cohort passes them. */
export const stageNames = ['apply', 'match', 'kickoff', 'midpoint', 'closeout'] as const;
export const StageName = z.enum(stageNames);
export type StageName = z.infer<typeof StageName>;

/** What the forms of a program are for. A ballot is made from the proposed pairs, not from the definition. */
export const definedForms = ['application', 'agreement', 'midpoint', 'closeout'] as const;
export type DefinedForm = (typeof definedForms)[number];

/** ISO 8601 duration of whole days or longer, as calendar time in the cohort's zone: `P2W`, `P3M`, `P10D`. */
export const CalendarDuration = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'an ISO 8601 duration in days, weeks, months or years, such as P2W');

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
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
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
function notAuditable({ key, type, required }: Question): string | undefined {
  if (type !== 'choice' && type !== 'choices' && type !== 'yesno') return `${key} is a ${type}: groups need options`;
  return required === false ? undefined : `${key} has to be voluntary: "required": false`;
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
  .superRefine((program, context) => {
    const application = new Set(program.forms.application.questions.map((question) => question.key));
    const known = (at: (string | number)[], name: string | undefined, keys: ReadonlySet<string>, form: string) => {
      if (name === undefined || keys.has(name)) return;
      context.addIssue({ code: 'custom', path: at, message: `names no question of the ${form} form: ${name}` });
    };
    program.matching.factors.forEach((factor, index) => {
      known(['matching', 'factors', index, 'mentee'], factor.mentee, application, 'application');
      known(['matching', 'factors', index, 'mentor'], factor.mentor, application, 'application');
    });
    if (program.matching.factors.every((factor) => factor.weight === 0)) {
      context.addIssue({ code: 'custom', path: ['matching', 'factors'], message: 'every weight is 0' });
    }
    program.matching.factors.forEach((factor, index) => {
      const at = ['matching', 'factors', index];
      if (program.matching.factors.findIndex(({ id }) => id === factor.id) < index) {
        context.addIssue({ code: 'custom', path: [...at, 'id'], message: `the id ${factor.id} is used twice` });
      }
      for (const side of ['mentee', 'mentor'] as const) {
        const question = program.forms.application.questions.find(({ key }) => key === factor[side]);
        if (question && !comparable[factor.compare].includes(question.type)) {
          const message = `"${factor.compare}" compares ${comparable[factor.compare].join(' or ')}; ${question.key} is a ${question.type}`;
          context.addIssue({ code: 'custom', path: [...at, side], message });
        }
      }
    });
    const roles = program.forms.application.questions.find(({ key }) => key === program.roles.question);
    for (const role of ['mentor', 'mentee'] as const) {
      program.roles[role].forEach((option, index) => {
        if (!roles || roles.options?.includes(option)) return;
        context.addIssue({
          code: 'custom',
          path: ['roles', role, index],
          message: `${roles.key} has no option "${option}"`,
        });
      });
    }
    const { capacity, conflicts, manager, shared } = program.matching.rules;
    known(['matching', 'rules', 'capacity'], capacity, application, 'application');
    known(['matching', 'rules', 'conflicts'], conflicts, application, 'application');
    known(['matching', 'rules', 'manager'], manager, application, 'application');
    shared.forEach((name, index) => {
      known(['matching', 'rules', 'shared', index], name, application, 'application');
    });
    const { audit, factors } = program.matching;
    audit.forEach((name, index) => {
      const at = ['matching', 'audit', index];
      known(at, name, application, 'application');
      const question = program.forms.application.questions.find(({ key }) => key === name);
      const fault = question && notAuditable(question);
      if (fault) context.addIssue({ code: 'custom', path: at, message: fault });
      const used = [
        ...factors.flatMap(({ mentee, mentor }) => [mentee, mentor]),
        ...[capacity, conflicts, manager, ...shared],
        program.roles.question,
      ];
      if (!used.includes(name)) return;
      context.addIssue({
        code: 'custom',
        path: at,
        message: `${name} is used for matching, so it can't be a group too`,
      });
    });
    known(['roles', 'question'], program.roles.question, application, 'application');
    const closeout = new Set(program.forms.closeout.questions.map((question) => question.key));
    for (const [name, asked] of Object.entries(program.outcomes)) {
      for (const question of Array.isArray(asked) ? asked : [asked]) {
        known(['outcomes', name], question, closeout, 'closeout');
      }
    }
  });
export type ProgramDefinition = z.infer<typeof ProgramDefinition>;
