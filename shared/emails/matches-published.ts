import * as z from 'zod';
import { milestoneOf, stageOf } from '#domain/schedule.ts';
import type { Block } from './content.ts';
import { kind } from './context.ts';
import { Name } from './partner.ts';
import { capital, closing, count, dayOf, greeting, language, paragraph, runningWhy } from './phrases.ts';

/** To the coordinator: the pairs as they stand, before they hear of each other. */
export const matchesPublished = kind(
  z.object({
    /** `objections`: how many of the committee voted against the pair. */
    pairs: z.array(z.object({ mentor: Name, mentee: Name, objections: z.number().int() })),
    unmatched: z.array(Name),
  }),
  ({ pairs, unmatched }, context) => {
    const { cohort, person } = context;
    const kickoff = dayOf(milestoneOf(stageOf(cohort, 'kickoff'), 'open').at, context);
    const without: Block[] =
      unmatched.length === 0
        ? []
        : [
            { kind: 'heading', of: 'Without a partner' },
            { kind: 'list', of: unmatched },
          ];
    const list: Block[] =
      pairs.length === 0
        ? []
        : [
            { kind: 'heading', of: 'Mentor and mentee' },
            {
              kind: 'list',
              of: pairs.map(({ mentor, mentee, objections }) => {
                const against = objections === 0 ? '' : ` (${count(objections, 'vote')} against)`;
                return `${mentor} and ${mentee}${against}`;
              }),
            },
          ];
    return {
      subject: `${cohort.name}: the pairs are decided`,
      language,
      blocks: [
        greeting(person),
        paragraph(
          pairs.length === 0
            ? `No pair could be made in ${cohort.name}. Everyone who applied hears on ${kickoff} that there is no partner for them; write to them before that if you would like to say it yourself.`
            : `${capital(count(pairs.length, 'pair is', 'pairs are'))} decided for ${cohort.name}${unmatched.length > 0 ? `, and ${count(unmatched.length, 'person has', 'people have')} no partner` : ''}. They all hear from us on ${kickoff}. There is nothing to do.`,
        ),
        ...list,
        ...without,
        paragraph('Until then, please keep the list to yourself.'),
        ...closing(context, runningWhy(context, 'coordinator')),
      ],
    };
  },
);
