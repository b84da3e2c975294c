import * as z from 'zod';
import { Instant } from './cohort.ts';
import { Answers, type FormDefinition, Question, Unclear } from './form.ts';
import { type DefinedForm, definedForms, type ProgramDefinition } from './program.ts';

/** What a form is asked for. `decision` asks the coordinator for a word; `confirm` asks whether a reply was really theirs. */
export const Purpose = z.enum(['application', 'agreement', 'midpoint', 'closeout', 'ballot', 'decision', 'confirm']);
export type Purpose = z.infer<typeof Purpose>;

/** What one person was asked, and what they have answered so far. One conditional write of this record stores a reply. */
export const AskedForm = z.object({
  id: z.string(),
  cohort: z.string(),
  person: z.string(),
  purpose: Purpose,
  /** What sets two forms of the same purpose and person apart: the pair of a survey, the round of a ballot. */
  occasion: z.string(),
  pair: z.string().optional(),
  /** For surveys and agreements: which side of the pair is asked. */
  side: z.enum(['mentor', 'mentee']).optional(),
  /** The questions of forms that no program defines (ballot, decision, confirm); else the cohort's program has them. */
  questions: z.array(Question).optional(),
  answers: Answers,
  unclear: z.array(Unclear),
  /** open: owes an answer. partial: has answered some of it. declined: "no thanks". closed: ended without an answer. */
  status: z.enum(['open', 'partial', 'complete', 'declined', 'closed']),
  /** Questions or remarks to us, passed to the coordinator, in their words. */
  notes: z.array(z.object({ at: Instant, text: z.string() })),
  /** Ids of the replies that this record contains, so that reading one twice is reading it once. */
  replies: z.array(z.string()),
  /** How many times what is missing has been asked again. */
  askedAgain: z.number().int(),
  openedAt: Instant,
  closesAt: Instant,
  version: z.number().int(),
  expiresAt: z.number().int(),
});
export type AskedForm = z.infer<typeof AskedForm>;

/** The questions that `asked` is about: its own, or those of its cohort's program, for the person's side of the pair. */
export function definitionOf(asked: AskedForm, program: ProgramDefinition): FormDefinition {
  if (asked.questions) return { id: asked.id, title: asked.purpose, questions: asked.questions };
  if (!isDefined(asked.purpose))
    throw new Error(`A ${asked.purpose} form carries its own questions; ${asked.id} has none.`);
  const form = program.forms[asked.purpose];
  const questions = form.questions.filter((question) => question.side === undefined || question.side === asked.side);
  return { ...form, questions };
}

function isDefined(purpose: Purpose): purpose is DefinedForm {
  return (definedForms as readonly string[]).includes(purpose);
}
