import * as z from 'zod';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { closing, dayOf, greeting, language, listed, paragraph, runningWhy } from '../parts/phrases.ts';
import { whenReportedAgain } from '../parts/survey-words.ts';

export const CohortOverFacts = z.object({
  /** What people would do differently, in their words and without their names; empty when few wrote. */
  advice: z.array(z.string()),
  /** Whether there were pairs, whose people have been thanked. */
  hadPairs: z.boolean().default(true),
});

/** To the coordinator at the very end. */
export const cohortOver: Writer<typeof CohortOverFacts> = ({ advice, hadPairs }, context) => {
  const { cohort, person } = context;
  const readers = cohort.leadership.map(({ name }) => name);
  const report =
    readers.length > 0
      ? `The report has gone to ${listed(readers)}. `
      : 'The report has gone to nobody, as nobody was named to read it; you find it in the API. ';
  const kept = dayOf(new Date(cohort.expiresAt * 1000).toISOString(), context);
  return {
    subject: `${cohort.name} is over`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${cohort.name} is over${hadPairs ? ': everyone who had a partner has been thanked' : '. There were no pairs, so nobody else gets a closing email'}. ${report}${hadPairs ? whenReportedAgain(context) : ''}There is nothing to do.`,
      ),
      paragraph(`The records are kept until ${kept} and then deleted. Thank you for running it.`),
      ...wishes(advice),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function wishes(advice: readonly string[]): Block[] {
  if (advice.length === 0) return [];
  return [
    { kind: 'heading', of: 'What people would do differently' },
    paragraph('In their own words, in alphabetical order; we leave out the names.'),
    ...advice.map((of): Block => ({ kind: 'quote', of })),
  ];
}
