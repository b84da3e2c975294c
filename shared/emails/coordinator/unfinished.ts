import * as z from 'zod';
import { type FollowedUpPurpose, isFollowedUp, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { Name } from '../parts/partner.ts';
import { closing, count, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

export const UnfinishedFacts = z.object({
  who: Name,
  email: z.string(),
  purpose: z.enum(Purpose.options.filter(isFollowedUp)),
  /** Our questions that are open; empty where even these are not the coordinator's to know. */
  questions: z.array(z.string()),
  /** What they wrote to each of these that we could not read; empty where they wrote nothing, or it is confidential. */
  said: z.array(z.string()).default([]),
  /** Whether there is no answer at all that we could read. */
  isNothing: z.boolean().default(false),
});

/** To the coordinator: somebody has tried to answer us by email and could not finish. No words but those of applications. */
export const unfinished: Writer<typeof UnfinishedFacts> = (
  { who, email, purpose, questions, said, isNothing },
  context,
) => {
  const { cohort, person } = context;
  const name = firstNameOrFull(who);
  const open: Block[] =
    questions.length === 0
      ? []
      : [
          paragraph(
            `${count(questions.length, 'question is', 'questions are')} open:`.replace(/^./, (c) => c.toUpperCase()),
          ),
          {
            kind: 'list',
            of: questions.map((ask, index) => (said[index] ? `${ask} ${name} wrote ${quotedAtEnd(said[index])}` : ask)),
          },
        ];
  return {
    subject: `${who} could use a hand with our questions`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${who} has replied to us more than once, and ${isNothing ? 'we could not read an answer in it' : `${what[purpose]} is still incomplete`}. We have stopped asking by email and offered ${name} the page instead.`,
      ),
      ...open,
      paragraph(`Please write to ${name}, if you can, and ask what would help: `, {
        words: email,
        href: `mailto:${email}`,
      }),
      paragraph(
        `What ${name} answers later still counts, by reply or on the page, as long as ${cohort.name} takes answers. We write this once.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

const what: Record<FollowedUpPurpose, string> = {
  application: 'the application',
  ballot: 'the vote on the pairs',
  agreement: 'the agreement with their partner',
  survey: 'the survey',
};
