import * as z from 'zod';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import {
  capital,
  closing,
  count,
  greeting,
  language,
  numberWord,
  onDay,
  paragraph,
  runningWhy,
} from '../parts/phrases.ts';

export const MatchesPublishedFacts = z.object({
  /** `objections`: how many of the committee voted against the pair. */
  pairs: z.array(z.object({ mentor: Name, mentee: Name, objections: z.number().int() })),
  unmatched: z.array(Name),
});

/** To the coordinator: the pairs as they stand, before they hear of each other. */
export const matchesPublished: Writer<typeof MatchesPublishedFacts> = ({ pairs, unmatched }, context) => {
  const { cohort, person } = context;
  const kickoff = onDay(milestoneOf(stageOfKind(cohort, 'kickoff'), 'open').at, context);
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
    subject: `${cohort.name}: ${pairs.length === 0 ? 'there are no pairs' : 'the pairs are decided'}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        pairs.length === 0
          ? noPair(unmatched.length, kickoff, context)
          : `${capital(count(pairs.length, 'pair is', 'pairs are'))} decided for ${cohort.name}${unmatched.length > 0 ? `, and ${count(unmatched.length, 'person has', 'people have')} no partner` : ''}. They all hear from us ${kickoff}. There is nothing to do.`,
      ),
      ...list,
      ...without,
      ...(pairs.length + unmatched.length > 0
        ? [paragraph('Until they have heard, please keep the list to yourself.')]
        : []),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function noPair(unmatched: number, kickoff: string, { cohort }: EmailContext): string {
  if (unmatched === 0)
    return `There was nobody to match in ${cohort.name}, so there are no pairs. There is nothing to do.`;
  const who = unmatched === 1 ? 'The one person' : `The ${numberWord(unmatched)} people`;
  return `No pair could be made in ${cohort.name}. ${who} without a partner ${unmatched === 1 ? 'hears' : 'hear'} that from us ${kickoff}. There is nothing to do, but a word from you may help.`;
}
