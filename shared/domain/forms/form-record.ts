import * as z from 'zod';
import { Instant } from '../program/cohort.ts';
import type { ProgramDefinition } from '../program/program-definition.ts';
import { surveysIn } from '../program/stage-definition.ts';
import { FollowUp } from './follow-up.ts';
import { Answers, type FormDefinition, Question, Unclear } from './form.ts';
import { AskedFor, isOfProgram, mayAbstain, Purpose } from './purposes.ts';

/** A pair that a reply wants left out of what is published. `reason` is in its writer's words, and empty until it has come. */
export const Strike = z.object({ pair: z.string(), mentor: z.string(), mentee: z.string(), reason: z.string() });
export type Strike = z.infer<typeof Strike>;

/** What one person was asked, and what they have answered so far. One conditional write of this record stores a reply. */
export const AskedForm = z.object({
  id: z.string(),
  cohort: z.string(),
  person: z.string(),
  purpose: Purpose,
  /** Of a survey: the name of the stage that asks it. */
  stage: z.string().optional(),
  /** What sets two forms of the same purpose and person apart: the pair of a survey, the round of a ballot. */
  occasion: z.string(),
  pair: z.string().optional(),
  /** For `confirm` and `late`: the reply that waits for it, where its original is kept, and the form that it answers. */
  about: AskedFor.extend({ reply: z.string(), mail: z.string(), form: z.string() }).optional(),
  /** For surveys and agreements: which side of the pair is asked. */
  side: z.enum(['mentor', 'mentee']).optional(),
  /** For these: who the other one of the pair is, by name, and whether its person has other partners, who are asked about apart. */
  partner: z.object({ name: z.string(), isOneOfSeveral: z.boolean() }).optional(),
  /** The questions of a form that carries its own; else the cohort's program has them. */
  questions: z.array(Question).optional(),
  answers: Answers,
  unclear: z.array(Unclear),
  /**
   * open: has not answered. partial: has answered some of it. declined: "no thanks". Whether answers are still taken is
   * the stage's to say (see `takesAnswers`), so that moving a deadline is one write to one record.
   */
  status: z.enum(['open', 'partial', 'complete', 'declined']),
  /** Questions or remarks to us, passed to the coordinator, in their words. */
  notes: z.array(z.object({ at: Instant, text: z.string() })),
  /** Replies that this record contains, so that reading one twice is reading it once. */
  replies: z.array(z.object({ id: z.string(), at: Instant })),
  /** What they wrote beside a yes or no, by question: the reason of a vote. */
  comments: z.record(z.string(), z.string()),
  /** Answers that were read from words of theirs rather than from ours: those words, by question. */
  worded: z.record(z.string(), z.string()).optional(),
  /** Answers that we read without being sure and that would act at once: they count when their writer has said so. */
  proposed: Answers.optional(),
  /**
   * Confidential words that answer no question, kept for the coordinator until their writer agrees. `reply` is the newest that
   * they are from; `settled` the one that agreed or refused.
   */
  offer: z.object({ reply: z.string(), words: z.string(), settled: z.string().optional() }).optional(),
  /** What becomes of the words of the newest reply that answer nothing, as it was read at first. */
  beside: z.object({ reply: z.string(), passOn: z.string(), kept: z.string() }).optional(),
  /** Of a decision to publish: pairs that are left out of it, with the reason of each. */
  struck: z.record(z.string(), z.string()).optional(),
  /** Those of a reply, which are struck when its writer has confirmed that we read it rightly. */
  strikes: z.array(Strike).optional(),
  /** How we have gone after what their replies left open; absent before the first. */
  followUp: FollowUp.optional(),
  /** How often the links to its page were ended: those from before open nothing any more. */
  linksEnded: z.number().int().optional(),
  openedAt: Instant,
  version: z.number().int(),
  expiresAt: z.number().int(),
});
export type AskedForm = z.infer<typeof AskedForm>;

/** What it takes to find a form of a cohort. */
export const FormRef = AskedFor.extend({ id: z.string() });
export type FormRef = z.infer<typeof FormRef>;

/** What a form is asked for, without the rest of it. */
export function askedForOf({ purpose, stage }: AskedFor): AskedFor {
  return { purpose, ...(stage !== undefined && { stage }) };
}

export function refOf(form: FormRef): FormRef {
  return { id: form.id, ...askedForOf(form) };
}

type Asking = Pick<AskedForm, 'id' | 'cohort' | 'person' | 'purpose' | 'occasion' | 'openedAt' | 'expiresAt'> &
  Partial<Pick<AskedForm, 'stage' | 'pair' | 'side' | 'partner' | 'questions' | 'about'>>;

/** A form that nobody has answered yet. */
export function newForm(asking: Asking): AskedForm {
  return {
    ...asking,
    answers: {},
    comments: {},
    unclear: [],
    notes: [],
    replies: [],
    status: 'open',
    version: 1,
  };
}

/** The questions that `asked` is about: its own, or those of its cohort's program, for the person's side of the pair. */
export function definitionOf(asked: AskedForm, program: ProgramDefinition): FormDefinition {
  const { id, purpose, stage, questions, side } = asked;
  if (questions) {
    const own = mayAbstain(purpose) ? questions.map((one) => ({ ...one, mayAbstain: true as const })) : questions;
    return { id, title: purpose, questions: own };
  }
  if (!isOfProgram(purpose)) throw new Error(`A ${purpose} form carries its own questions; ${id} has none.`);
  const name = surveysIn(program).find((survey) => survey.name === stage)?.form ?? purpose;
  const form = program.forms[name];
  if (!form) throw new Error(`The program has no form ${name}.`);
  return {
    ...form,
    questions: form.questions.filter((question) => question.side === undefined || question.side === side),
  };
}
