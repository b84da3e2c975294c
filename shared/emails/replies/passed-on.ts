import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { closing, language, paragraph, thankYou, writeToCoordinator } from '../parts/phrases.ts';

export const PassedOnFacts = z.object({ words: z.string() });

/** To somebody who has asked us to give the coordinator what they wrote on a confidential form. */
export const passedOn: Writer<typeof PassedOnFacts> = ({ words }, context) => {
  const { cohort, person } = context;
  const { name } = cohort.coordinator;
  return {
    subject: `${firstNameOrFull(name)} has what you wrote`,
    language,
    blocks: [
      paragraph(`${thankYou(person)} As you asked, ${name} now has these words of yours: ${quotedAtEnd(words)}`),
      paragraph(
        `Your answers to our questions stay confidential. There is nothing more to do; ${firstNameOrFull(name)} will write to you.`,
        ...writeToCoordinator(' If it is urgent,', context),
      ),
      ...closing(context, `You get this because you replied to an email about ${cohort.name}.`),
    ],
  };
};
