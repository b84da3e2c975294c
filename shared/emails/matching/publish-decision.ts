import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { pairWithReasons } from '#shared/words/pair-words.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { quoted } from '../parts/answer-words.ts';
import { Name } from '../parts/partner.ts';
import { closing, dayOf, greeting, paragraph, runningWhy } from '../parts/phrases.ts';
import { formOf, questionsBlock } from '../parts/question-blocks.ts';

const Names = z.object({ mentor: Name, mentee: Name });

export const PublishDecisionFacts = z.object({
  /** Members of the committee whose every vote is in, of how many; and whether they are enough to have decided. */
  voters: z.number().int(),
  members: z.number().int(),
  isDecided: z.boolean(),
  /** Whether the program waits for the word where they are too few. */
  waits: z.boolean(),
  /** For the coordinator, once the chair, who was asked first, has said no or nothing. */
  instead: z
    .object({
      chair: Name,
      /** unclear: they have answered, and we have asked back. */
      said: z.enum(['no', 'nothing', 'unclear']),
      /** Pairs that they would leave out, as we read their answer. */
      without: z.array(Names.extend({ reason: z.string() })).default([]),
    })
    .optional(),
  /** `isNew`: made after the votes, in place of a pair that fell. */
  pairs: z.array(
    Names.extend({
      inFavour: z.number().int(),
      against: z.number().int(),
      abstained: z.number().int().default(0),
      isNew: z.boolean(),
    }),
  ),
  /** Votes that somebody has begun and not finished: on which pairs, counted from one in the order of `pairs`. */
  unfinished: z
    .array(z.object({ who: Name, withoutReason: z.array(z.number().int()), undecided: z.array(z.number().int()) }))
    .default([]),
  /** Pairs that the votes rejected, and the reasons given. */
  fallen: z.array(Names.extend({ reasons: z.array(z.string()) })),
});
type PublishDecisionFacts = z.infer<typeof PublishDecisionFacts>;

/** To whoever publishes, when the votes have ended: what they say, and what happens without a word. */
export const publishDecision: Writer<typeof PublishDecisionFacts> = (facts, context) => {
  const { cohort, person } = context;
  const words = wordsOf(cohort.language);
  const said = words.publishDecision;
  const { definition, page } = formOf(context);
  const pairs = facts.pairs.length;
  const isChair = cohort.chair === person.email;
  return {
    subject: said.subject({ cohort: cohort.name, pairs }),
    language: words.language,
    blocks: [
      greeting(context),
      paragraph(
        ...(facts.instead ? [said.instead(facts.instead)] : []),
        votedWords(facts, context, words),
        said.stand({ pairs, rejected: facts.fallen.length }),
        ...said.ifYes({ page }),
      ),
      questionsBlock(numbered(definition)),
      paragraph(withoutAWord(facts, context, words)),
      ...(pairs > 1 ? [paragraph(said.leaveSomeOut)] : []),
      ...pairBlocks(facts, words),
      ...withoutWords(facts.instead, words),
      ...unfinishedBlocks(facts, words),
      ...fallenBlocks(facts.fallen, words),
      ...closing(context, runningWhy(context, isChair ? 'committee' : 'coordinator')),
    ],
  };
};

function votedWords({ voters, members, isDecided }: PublishDecisionFacts, { cohort }: EmailContext, words: Words) {
  return words.publishDecision.voted({
    cohort: cohort.name,
    voters,
    members,
    areAll: voters === members ? 'yes' : 'no',
    isDecided: isDecided ? 'yes' : 'no',
  });
}

/** What the chair has not confirmed counts for nothing: whoever decides instead should know of it. */
function withoutWords(instead: PublishDecisionFacts['instead'], words: Words): Block[] {
  if (!instead || instead.without.length === 0) return [];
  const pairs = instead.without.map((pair) => ({
    ...pair,
    reasons: pair.reason === '' ? [] : [quoted(pair.reason, words)],
  }));
  return [
    { kind: 'heading', of: words.publishDecision.without({ chair: firstNameOrFull(instead.chair) }) },
    { kind: 'list', of: pairs.map((pair) => pairWithReasons(pair, words)) },
  ];
}

function withoutAWord(
  { isDecided, waits, instead }: PublishDecisionFacts,
  context: EmailContext,
  words: Words,
): string {
  const { silence } = words.publishDecision;
  if (instead) return silence.waitsForBoth({ chair: firstNameOrFull(instead.chair) });
  if (!isDecided && waits) return silence.waits;
  const publish = milestoneOf(stageOfKind(context.cohort, 'match'), 'publish').at;
  return silence.publishes({ day: dayOf(publish, context) });
}

/** More pairs than this that everybody is for are told once that they are. */
const fewAlike = 3;

/** By name alone: these stand in another order than on the ballots, whose numbers a committee talks of. */
function pairBlocks({ pairs, voters }: PublishDecisionFacts, words: Words): Block[] {
  const said = words.publishDecision.pairs;
  const isAlike = ({ isNew, inFavour, against }: PublishDecisionFacts['pairs'][number]) =>
    voters > 0 && !isNew && against === 0 && inFavour === voters;
  const listed = (of: PublishDecisionFacts['pairs']): Block[] =>
    of.length === 0 ? [] : [{ kind: 'list', of: of.map((pair) => (pair.isNew ? said.isNew(pair) : said.votes(pair))) }];
  if (pairs.length === 0) return [];
  const heading = { kind: 'heading', of: said.heading } as const;
  const alike = pairs.filter(isAlike);
  if (alike.length <= fewAlike) return [heading, ...listed(pairs)];
  return [
    heading,
    ...listed(pairs.filter((pair) => !isAlike(pair))),
    paragraph(said.alike({ voters, areAll: alike.length === pairs.length ? 'yes' : 'no' })),
    { kind: 'list', of: alike.map((pair) => words.proposedPairs.pair(pair)) },
  ];
}

/** A line for each member of the committee who has begun a vote. */
function unfinishedBlocks({ unfinished, pairs }: PublishDecisionFacts, words: Words): Block[] {
  if (unfinished.length === 0) return [];
  const said = words.publishDecision.unfinished;
  const lines = unfinished.map(({ who, withoutReason, undecided }) => {
    const [rejected, open] = [withoutReason, undecided].map((numbers) => pairsBy(numbers, pairs, words)) as [
      string,
      string,
    ];
    if (undecided.length === 0) return said.noReason({ who, pairs: rejected });
    if (withoutReason.length === 0) return said.undecided({ who, pairs: open });
    return said.both({ who, rejected, undecided: open });
  });
  return [
    { kind: 'heading', of: said.heading },
    { kind: 'list', of: lines },
  ];
}

/** Of more than three pairs, how many. */
function pairsBy(numbers: readonly number[], pairs: PublishDecisionFacts['pairs'], words: Words): string {
  const said = words.publishDecision.unfinished;
  if (numbers.length > 3) return said.many({ pairs: numbers.length });
  return words.list(pairs.filter((_, index) => numbers.includes(index + 1)).map((pair) => said.with(pair)));
}

function fallenBlocks(fallen: PublishDecisionFacts['fallen'], words: Words): Block[] {
  if (fallen.length === 0) return [];
  return [
    { kind: 'heading', of: words.publishDecision.rejected },
    { kind: 'list', of: fallen.map((pair) => pairWithReasons(pair, words)) },
  ];
}
