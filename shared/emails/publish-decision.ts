import * as z from 'zod';
import { numbered } from '#domain/form.ts';
import { formOf, questionsBlock } from './asking.ts';
import { kind } from './context.ts';
import { closing, count, greeting, language, paragraph, runningWhy } from './phrases.ts';

/** To the coordinator when too few of the committee have voted by the deadline: their word decides. */
export const publishDecision = kind(
  z.object({ votes: z.number().int(), quorum: z.number().int(), pairs: z.number().int() }),
  ({ votes, quorum, pairs }, context) => {
    const { cohort, person } = context;
    const { definition, page } = formOf(context);
    const missing = `${count(votes, 'member')} of the committee voted by the deadline, and ${count(quorum, 'is', 'are')} needed`;
    return {
      subject: `${cohort.name}: your decision on ${count(pairs, 'pair')}`,
      language,
      blocks: [
        greeting(person),
        paragraph(
          `The pairs of ${cohort.name} wait for your word: ${missing}. If you reply yes, ${count(pairs, 'pair')} will be published, except any that the votes in hand reject. `,
          { words: 'Or answer on a page', href: page },
        ),
        questionsBlock(numbered(definition)),
        paragraph('Until you answer, nothing is published and everyone waits.'),
        ...closing(context, runningWhy(context, 'coordinator')),
      ],
    };
  },
);
