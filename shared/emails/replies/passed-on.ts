import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { closing, language, paragraph, thankYou, writeToCoordinator } from '../parts/phrases.ts';

export const PassedOnFacts = z.object({ words: z.string() });

/** To somebody who has asked us to give the coordinator what they wrote on a confidential form. */
export const passedOn: Writer<typeof PassedOnFacts> = (facts, context) => {
  const { cohort, person } = context;
  const { name } = cohort.coordinator;
  const { replies } = wordsOf(cohort.language);
  const words = replies.passedOn;
  return {
    subject: words.subject({ name: firstNameOrFull(name) }),
    language,
    blocks: [
      paragraph(words.has({ thanks: thankYou(person), name, quote: quotedAtEnd(facts.words) })),
      paragraph(words.confidential({ name: firstNameOrFull(name) }), ...writeToCoordinator(words.urgent, context)),
      ...closing(context, replies.repliedWhy({ cohort: cohort.name })),
    ],
  };
};
