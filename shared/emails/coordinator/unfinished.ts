import * as z from 'zod';
import { isFollowedUp, Purpose } from '#domain/forms/purposes.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { quotedAtEnd } from '../parts/answer-words.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';

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
  const { cohort } = context;
  const all = wordsOf(cohort.language);
  const words = all.coordinatorEmails.unfinished;
  const first = firstNameOrFull(who);
  const open: Block[] =
    questions.length === 0
      ? []
      : [
          paragraph(words.open({ questions: questions.length })),
          {
            kind: 'list',
            of: questions.map((question, index) =>
              said[index] ? words.wrote({ question, first, said: quotedAtEnd(said[index], all) }) : question,
            ),
          },
        ];
  return {
    subject: words.subject({ who }),
    language: all.language,
    blocks: [
      greeting(context),
      paragraph(`${words.replied[isNothing ? 'answer' : purpose]({ who })} ${words.onPage({ first })}`),
      ...open,
      paragraph(...words.help({ first, email, mail: `mailto:${email}` })),
      paragraph(words.later({ first, cohort: cohort.name })),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
