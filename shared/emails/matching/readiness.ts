import * as z from 'zod';
import { Concern } from '#domain/committee.ts';
import { UnmatchedReason } from '#domain/matching/explain/unmatched-reasons.ts';
import { Side } from '#domain/matching/scoring/reason.ts';
import { LeftOut } from '#domain/promised.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
import { blocksOnPeople } from './readiness-people.ts';
import { nextWords, roomWords, tryWeights } from './readiness-room.ts';

const number = z.number().int();

export const ReadinessFacts = z.object({
  invited: number,
  applied: number,
  partial: number,
  declined: number,
  silent: number,
  bounced: number,
  /** Who was on the list and not asked, because of what they said in an earlier cohort. */
  leftOut: z.array(z.object({ name: Name, why: LeftOut })).default([]),
  /** People who would like to be only a mentor, only a mentee, or both. */
  mentors: number,
  mentees: number,
  both: number,
  /** How many mentees the mentors together have room for. */
  places: number,
  unmatchable: z.array(z.object({ name: Name, role: Side.optional(), why: UnmatchedReason })),
  /** Who has written, with nothing that we could take for an answer: their words, or why there are none. */
  unread: z.array(z.object({ name: Name, words: z.string().optional(), why: z.string().optional() })).default([]),
  /** Who has begun an application, by name, and who is held back. */
  unfinished: z.array(Name),
  held: z.array(Name),
  /** For each factor by which mentors cover what mentees want. */
  coverage: z.array(
    z.object({
      title: z.string(),
      topics: z.array(z.object({ topic: z.string(), wanted: number, offered: number, places: number })),
    }),
  ),
  /** What to know of the committee. */
  concerns: z.array(Concern),
});
export type ReadinessFacts = z.infer<typeof ReadinessFacts>;

/** To the coordinator when applications close: who is there, and whether there is room for everyone. */
export const readiness: Writer<typeof ReadinessFacts> = (facts, context) => {
  const { cohort } = context;
  const words = wordsOf(cohort.language);
  const { invited, applied } = facts;
  const said = { cohort: cohort.name, invited, applied };
  return {
    subject: words.readiness.subject(said),
    language: words.language,
    blocks: [
      greeting(context),
      paragraph(
        words.readiness.closed({ ...said, areAll: applied === invited && invited > 1 ? 'yes' : 'no' }),
        roomWords(facts, words.readiness.room),
        ...nextWords(facts, context, words.readiness),
      ),
      ...(facts.places > 0 && facts.mentees + facts.both > 0 ? tryWeights(context) : []),
      ...blocksOnPeople(facts, words),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};
