import * as z from 'zod';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, greeting, onDay, paragraph, runningWhy } from '../parts/phrases.ts';

export const MatchesPublishedFacts = z.object({
  /** `objections`: how many of the committee voted against the pair. */
  pairs: z.array(z.object({ mentor: Name, mentee: Name, objections: z.number().int() })),
  unmatched: z.array(Name),
});

/** To the coordinator: the pairs as they stand, before they hear of each other. */
export const matchesPublished: Writer<typeof MatchesPublishedFacts> = ({ pairs, unmatched }, context) => {
  const { cohort } = context;
  const { language, proposalEmails } = wordsOf(cohort.language);
  const words = proposalEmails.matchesPublished;
  const when = onDay(milestoneOf(stageOfKind(cohort, 'kickoff'), 'open').at, context);
  const said = { cohort: cohort.name, pairs: pairs.length, unmatched: unmatched.length, when };
  const named = pairs.map(({ objections, ...two }) => words.pair({ ...two, against: objections }));
  return {
    subject: words.subject(said),
    language,
    blocks: [
      greeting(context),
      paragraph(words.decided(said)),
      ...list(words.pairs, named),
      ...list(words.unmatched, unmatched),
      ...(pairs.length + unmatched.length > 0 ? [paragraph(words.confidential)] : []),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function list(heading: string, of: readonly string[]): Block[] {
  return of.length === 0
    ? []
    : [
        { kind: 'heading', of: heading },
        { kind: 'list', of },
      ];
}
