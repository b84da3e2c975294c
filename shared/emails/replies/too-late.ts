import * as z from 'zod';
import type { Purpose } from '#domain/forms/purposes.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, isCoordinator, namedIn, paragraph, writeToCoordinator } from '../parts/phrases.ts';

export const TooLateFacts = z.object({
  /** The reply is kept, and the coordinator has been asked whether it can count. */
  waits: z.boolean().optional(),
  /** What they wrote answers nothing and has gone to the coordinator. */
  passedOn: z.boolean().optional(),
  /** An earlier reply of theirs still waits for the coordinator's word. */
  isBeside: z.boolean().optional(),
  /** There was no answer in it, and one that they send now could still count. */
  mayStill: z.boolean().optional(),
  /** The coordinator was asked, and said no. */
  decided: z.literal('no').optional(),
});

/** To somebody whose reply came after answers were closed. */
export const tooLate: Writer<typeof TooLateFacts> = (facts, context) => {
  const { cohort } = context;
  const purpose = context.form?.asked.purpose ?? 'application';
  const { common, language, replies } = wordsOf(cohort.language);
  const words = replies.tooLate;
  const [first, then] = becameOf(facts, purpose, words, context);
  return {
    subject: facts.decided ? words.subjectOfRefused : words.subject({ purpose }),
    language,
    blocks: [
      greeting(context),
      paragraph(first),
      paragraph(
        [common.nothingToDo, ...(then ? [then] : [])].join(' '),
        ...writeToCoordinator(words.ifDifficult, context),
      ),
      ...closing(context, common.why.replied(namedIn(context))),
    ],
  };
};

/** What became of the reply, and what silence means, so that nobody waits for a word that does not come. */
function becameOf(
  { waits, decided, passedOn, isBeside, mayStill }: z.infer<typeof TooLateFacts>,
  purpose: Purpose,
  words: Words['replies']['tooLate'],
  context: EmailContext,
): [first: string, then?: string] {
  const { cohort } = context;
  const who = { name: cohort.coordinator.name, reader: isCoordinator(context) ? 'coordinator' : 'other' };
  const closed = words.closed({ purpose, cohort: cohort.name });
  if (waits) return [`${closed} ${words.waits(who)}`, words.ifYes({ purpose, ...who })];
  if (decided) return [words.refused({ purpose, ...who })];
  if (passedOn) {
    const has = `${closed} ${words.passedOn(who)}`;
    return isBeside ? [has, words.earlier(who)] : [has];
  }
  if (mayStill) return [`${closed} ${words.noAnswer}`, words.mayStill({ purpose, ...who })];
  return [words.notTaken({ purpose, cohort: cohort.name })];
}
