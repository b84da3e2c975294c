import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { closing, namedIn, paragraph, thankYou, writeToCoordinator } from '../parts/phrases.ts';

export const PassedOnFacts = z.object({ words: z.string() });

/** To somebody who has asked us to give the coordinator what they wrote on a confidential form. */
export const passedOn: Writer<typeof PassedOnFacts> = (facts, context) => {
  const { name } = context.cohort.coordinator;
  const all = wordsOf(context.cohort.language);
  const words = all.replies.passedOn;
  return {
    subject: words.subject({ name: firstNameOrFull(name) }),
    language: all.language,
    blocks: [
      paragraph(words.has({ thanks: thankYou(context), name, quote: quotedAtEnd(facts.words, all) })),
      paragraph(words.confidential({ name: firstNameOrFull(name) }), ...writeToCoordinator(words.urgent, context)),
      ...closing(context, all.common.why.replied(namedIn(context))),
    ],
  };
};
