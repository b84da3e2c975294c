import * as z from 'zod';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { closing, dayOf, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
import { whenReportedAgain } from '../parts/survey-words.ts';

export const CohortOverFacts = z.object({
  /** What people would do differently, in their words and without their names; empty when few wrote. */
  advice: z.array(z.string()),
  /** Whether there were pairs, whose people have been thanked. */
  hadPairs: z.boolean().default(true),
});

/** To the coordinator at the very end. */
export const cohortOver: Writer<typeof CohortOverFacts> = ({ advice, hadPairs }, context) => {
  const { cohort } = context;
  const { common, coordinatorEmails, language, list } = wordsOf(cohort.language);
  const words = coordinatorEmails.cohortOver;
  const readers = cohort.leadership.map(({ name }) => name);
  const end = [
    words.over({ cohort: cohort.name, hadPairs: hadPairs ? 'yes' : 'no' }),
    readers.length > 0 ? words.report({ readers: list(readers) }) : words.reportToNobody,
    ...(hadPairs ? whenReportedAgain(context) : []),
    common.nothingToDo,
  ];
  const day = dayOf(new Date(cohort.expiresAt * 1000).toISOString(), context);
  return {
    subject: words.subject({ cohort: cohort.name }),
    language,
    blocks: [
      greeting(context),
      paragraph(end.join(' ')),
      paragraph(words.kept({ day })),
      ...wishes(advice, words),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function wishes(advice: readonly string[], words: Words['coordinatorEmails']['cohortOver']): Block[] {
  if (advice.length === 0) return [];
  return [
    { kind: 'heading', of: words.wishes },
    paragraph(words.wishesHow),
    ...advice.map((of): Block => ({ kind: 'quote', of })),
  ];
}
