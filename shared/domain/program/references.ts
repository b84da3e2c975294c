import * as z from 'zod';
import { coded, type DocumentFault } from '../document-faults.ts';
import { Question } from '../forms/form.ts';
import { most } from './list-bounds.ts';
import { comparable, Factor } from './matching-definition.ts';

/** Why a question can't be one that the audit looks at, if so. */
function notAuditable({
  key,
  type,
  required,
}: Pick<Question, 'key' | 'type'> & { required?: boolean | undefined }): DocumentFault | undefined {
  if (type !== 'choice' && type !== 'choices' && type !== 'yesno')
    return { code: 'group-without-options', question: key, type };
  return required === false ? undefined : { code: 'group-not-voluntary', question: key };
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
        when: read(z.object({ key: z.string() })),
      }),
    ),
  }),
);

/** As much of a definition as its references are checked by. */
const Referring = z.object({
  forms: read(z.record(z.string(), Referred)),
  schedule: read(
    z
      .array(z.object({ kind: read(z.string()), form: read(z.string()) }).catch({ kind: undefined, form: undefined }))
      .max(most.stages),
  ),
  roles: read(
    z.object({
      question: read(z.string()),
      mentor: read(z.array(z.string()).max(most.roleOptions)),
      mentee: read(z.array(z.string()).max(most.roleOptions)),
    }),
  ),
  matching: read(
    z.object({
      factors: read(
        z
          .array(
            z
              .object({
                id: read(z.string()),
                compare: read(Factor.shape.compare),
                mentee: read(z.string()),
                mentor: read(z.string()),
                weight: read(z.number()),
              })
              .catch({ id: undefined, compare: undefined, mentee: undefined, mentor: undefined, weight: undefined }),
          )
          .max(most.factors),
      ),
      rules: read(
        z.object({
          capacity: read(z.string()),
          conflicts: read(z.string()),
          manager: read(z.string()),
          shared: read(z.array(z.string()).max(most.shared)),
        }),
      ),
      audit: read(z.array(z.string()).max(most.audit)),
    }),
  ),
  outcomes: read(z.record(z.string(), z.unknown())),
});

/** Names in a definition that lead nowhere, or to what can't be used so. */
export function referencesOf(given: unknown, context: z.RefinementCtx): void {
  const { success, data } = Referring.safeParse(given);
  if (!success) return;
  const { forms = {}, roles, matching } = data;
  const found: Found = (path, fault) => context.addIssue({ code: 'custom', path, message: coded(fault) });
  const { questions = undefined } = forms.application ?? {};
  const asked = (key: string | undefined) => questions?.find((question) => question.key === key);
  const known = unknownFaults(found);
  const inApplication = (at: (string | number)[], name: string | undefined) =>
    known(at, name, questions, 'application');
  const { capacity, conflicts, manager, shared = [] } = matching?.rules ?? {};
  const confidential = new Set([...(matching?.audit ?? []), conflicts, manager]);
  /** A question for matching, which lets others see who was asked it, and so what they had answered before. */
  const forMatching = (at: (string | number)[], name: string | undefined) => {
    inApplication(at, name);
    const because = asked(name)?.when?.key;
    if (name === undefined || because === undefined || !confidential.has(because)) return;
    found(at, { code: 'because-confidential', question: name, because });
  };

  const factors = matching?.factors ?? [];
  factors.forEach((factor, index) => {
    const at = ['matching', 'factors', index];
    if (factor.id !== undefined && factors.findIndex(({ id }) => id === factor.id) < index) {
      found([...at, 'id'], { code: 'factor-twice', id: factor.id });
    }
    for (const side of ['mentee', 'mentor'] as const) {
      const question = factor[side];
      forMatching([...at, side], question);
      if (question === undefined) continue;
      if (question === conflicts || question === manager) found([...at, side], { code: 'confidential', question });
      const { compare } = factor;
      const type = asked(question)?.type;
      if (!compare || !type || comparable[compare].includes(type)) continue;
      found([...at, side], { code: 'not-comparable', compare, types: comparable[compare], question, type });
    }
  });
  if (factors.length > 0 && factors.every(({ weight }) => weight === 0)) {
    found(['matching', 'factors'], { code: 'every-weight-zero' });
  }

  forMatching(['roles', 'question'], roles?.question);
  const options = asked(roles?.question)?.options;
  for (const role of ['mentor', 'mentee'] as const) {
    (roles?.[role] ?? []).forEach((option, index) => {
      if (!options || options.includes(option)) return;
      found(['roles', role, index], { code: 'no-such-option', question: roles?.question ?? '', option });
    });
  }

  for (const [rule, name] of Object.entries({ capacity, conflicts, manager })) {
    forMatching(['matching', 'rules', rule], name);
  }
  shared.forEach((name, index) => {
    forMatching(['matching', 'rules', 'shared', index], name);
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
    if (unfit) found(at, unfit);
    if (used.includes(name)) found(at, { code: 'group-for-matching', question: name });
  });

  surveyFaults(data, found, known);
}

type Found = (path: (string | number)[], fault: DocumentFault) => void;
type Known = (
  at: (string | number)[],
  name: string | undefined,
  among: readonly { key: string }[] | undefined,
  form: string,
) => void;

/** Says of a name that it is no question of a form, unless it is one or the form can't be read. */
function unknownFaults(found: Found): Known {
  return (at, name, among, form) => {
    if (name === undefined || among === undefined || among.some(({ key }) => key === name)) return;
    found(at, { code: 'unknown-question', form, question: name });
  };
}

/** Outcomes that the close-out does not ask about, stages that ask what is not there, and forms that no stage asks. */
function surveyFaults({ forms = {}, outcomes = {}, schedule }: z.infer<typeof Referring>, found: Found, known: Known) {
  const closeout = schedule?.find(({ kind }) => kind === 'closeout')?.form;
  for (const [name, questionOf] of Object.entries(outcomes)) {
    for (const key of Array.isArray(questionOf) ? questionOf : [questionOf]) {
      if (typeof key !== 'string' || closeout === undefined) continue;
      known(['outcomes', name], key, forms[closeout]?.questions, closeout);
    }
  }

  (schedule ?? []).forEach(({ form }, index) => {
    if (form === undefined || isOfStages(form, forms)) return;
    const others = Object.keys(forms).filter((name) => isOfStages(name, forms));
    found(['schedule', index, 'form'], { code: 'stage-form', form, forms: others });
  });
  const wanted = new Set(['application', 'agreement', ...(schedule ?? []).map(({ form }) => form)]);
  for (const name of schedule ? Object.keys(forms) : []) {
    if (!wanted.has(name)) found(['forms', name], { code: 'form-not-asked' });
  }
}

/** Whether a survey may ask a form of this name: it is there, and is not asked for something else. */
function isOfStages(name: string, forms: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(forms, name) && name !== 'application' && name !== 'agreement';
}
