import * as z from 'zod';
import { numbered } from '#domain/forms/form.ts';
import { firstNameOrFull } from '#domain/names/called.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { quoted } from '../parts/answer-words.ts';
import { Name } from '../parts/partner.ts';
import {
  capital,
  closing,
  count,
  dayOf,
  greeting,
  language,
  listed,
  numberWord,
  paragraph,
  runningWhy,
} from '../parts/phrases.ts';
import { formOf, questionsBlock } from '../parts/question-blocks.ts';

const Names = z.object({ mentor: Name, mentee: Name });

export const PublishDecisionFacts = z.object({
  /** Members of the committee whose every vote is in, of how many; and whether they are enough to have decided. */
  voters: z.number().int(),
  members: z.number().int(),
  isDecided: z.boolean(),
  /** Whether the program waits for the word where they are too few. */
  waits: z.boolean(),
  /** `isNew`: made after the votes, in place of a pair that fell. */
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

const toLeaveSomeOut =
  'To leave out single pairs and publish the others, reply with "all but", their names and why; we show you what we understood before anything is published. Or strike them on the page.';

/** To whoever publishes, when the votes have ended: what they say, and what happens without a word. */
export const publishDecision: Writer<typeof PublishDecisionFacts> = (facts, context) => {
  const { cohort, person } = context;
  const { definition, page } = formOf(context);
  const { pairs, fallen, members, voters } = facts;
  const isChair = cohort.chair === person.email;
  return {
    subject: `${cohort.name}: shall we publish ${pairs.length === 0 ? 'the pairs' : count(pairs.length, 'pair')}?`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${insteadWords(facts.instead)}${turnout(voters, members)} voted on the pairs of ${cohort.name}${facts.isDecided ? '' : ', fewer than the program asks for'}. ${pairs.length === 0 ? 'The pairs that stand all have you in them' : capital(count(pairs.length, 'pair stands', 'pairs stand'))}${fallen.length > 0 ? ` and ${count(fallen.length, 'pair was', 'pairs were')} rejected` : ''}. If you reply "yes", both sides of each pair hear today who we thought of and why. `,
        { words: 'Or answer on a page, which has the reasons, the votes and how groups fared', href: page },
      ),
      questionsBlock(numbered(definition)),
      paragraph(withoutAWord(facts, context)),
      ...(pairs.length > 1 ? [paragraph(toLeaveSomeOut)] : []),
      ...pairBlocks(facts),
      ...withoutWords(facts.instead),
      ...unfinishedWords(facts),
      ...fallenWords(fallen),
      ...closing(context, runningWhy(context, isChair ? 'committee' : 'coordinator')),
    ],
  };
};

/** "All three members of the committee have", "One of the three members of the committee has". */
function turnout(voters: number, members: number): string {
  const all = count(members, 'member');
  if (voters === members) {
    if (members < 3) return members === 1 ? 'The member of the committee has' : 'Both members of the committee have';
    return `All ${all} of the committee have`;
  }
  if (voters === 0 && members < 3) {
    return members === 1 ? 'The member of the committee has not' : 'Neither member of the committee has';
  }
  const some = capital(number(voters));
  return `${some} of the ${all} of the committee ${voters === 1 ? 'has' : 'have'}`;
}

function insteadWords(instead: PublishDecisionFacts['instead']): string {
  if (!instead) return '';
  const said = {
    no: 'would rather not publish the pairs yet',
    nothing: 'has not said yet whether to publish',
    unclear: 'has answered, but has not told us yet whether we read it rightly',
  }[instead.said];
  return `${instead.chair}, who was asked first, ${said}, so it is for you to say. `;
}

/** What the chair has not confirmed counts for nothing: whoever decides instead should know of it. */
function withoutWords(instead: PublishDecisionFacts['instead']): Block[] {
  if (!instead || instead.without.length === 0) return [];
  return [
    { kind: 'heading', of: `What ${firstNameOrFull(instead.chair)} would leave out, as we read it` },
    {
      kind: 'list',
      of: instead.without.map(({ mentor, mentee, reason }) =>
        reason === '' ? `${mentor} and ${mentee}` : `${mentor} and ${mentee}: ${quoted(reason)}`,
      ),
    },
  ];
}

function withoutAWord({ isDecided, waits, instead }: PublishDecisionFacts, context: EmailContext): string {
  if (instead)
    return `Until you or ${firstNameOrFull(instead.chair)} say "yes", nothing is published and everyone waits.`;
  if (!isDecided && waits) return 'Until you answer, nothing is published and everyone waits.';
  const publish = dayOf(milestoneOf(stageOfKind(context.cohort, 'match'), 'publish').at, context);
  return `If we don't hear from you, they are published on ${publish} as they stand. If you reply "no", they wait until you say yes.`;
}

/** More pairs than this that everybody is for are told once that they are. */
const fewAlike = 3;

function pairBlocks({ pairs, voters }: PublishDecisionFacts): Block[] {
  const isAlike = ({ isNew, inFavour, against }: PublishDecisionFacts['pairs'][number]) =>
    voters > 0 && !isNew && against === 0 && inFavour === voters;
  const alike = pairs.filter(isAlike);
  const heading = { kind: 'heading', of: 'The pairs, mentor first' } as const;
  if (pairs.length === 0) return [];
  if (alike.length <= fewAlike) return [heading, { kind: 'list', of: pairs.map(pairWords) }];
  const others = pairs.filter((pair) => !isAlike(pair));
  const all = voters === 1 ? 'The one who voted is' : `All ${numberWord(voters)} who voted are`;
  return [
    heading,
    ...(others.length > 0 ? [{ kind: 'list' as const, of: others.map(pairWords) }] : []),
    paragraph(`${all} for ${others.length > 0 ? 'these' : 'every pair'}:`),
    { kind: 'list', of: alike.map(({ mentor, mentee }) => `${mentor} and ${mentee}`) },
  ];
}

/** By name alone: these stand in another order than on the ballots, whose numbers a committee talks of. */
function pairWords({ mentor, mentee, isNew, ...votes }: PublishDecisionFacts['pairs'][number]): string {
  return `${mentor} and ${mentee} (${isNew ? 'new, and not voted on' : votesWords(votes)})`;
}

/** "two for, none against", "two for, one abstained" */
function votesWords({
  inFavour,
  against,
  abstained,
}: Omit<PublishDecisionFacts['pairs'][number], 'mentor' | 'mentee' | 'isNew'>): string {
  const cast = inFavour + against > 0;
  if (abstained === 0) return cast ? `${number(inFavour)} for, ${number(against)} against` : 'no votes';
  const decided = cast
    ? `${number(inFavour)} for${against > 0 ? `, ${number(against)} against` : ''}`
    : 'none for or against';
  return `${decided}, ${number(abstained)} abstained`;
}

/** "Ines: no to Ada with Bo, without a reason yet; undecided on 12 pairs." A line for each member of the committee. */
function unfinishedWords({ unfinished, pairs }: PublishDecisionFacts): Block[] {
  if (unfinished.length === 0) return [];
  return [
    { kind: 'heading', of: 'Votes that are not finished, and are not counted' },
    {
      kind: 'list',
      of: unfinished.map(({ who, withoutReason, undecided }) => {
        const words = [
          ...(withoutReason.length > 0 ? [`no to ${pairsBy(withoutReason, pairs)}, without a reason yet`] : []),
          ...(undecided.length > 0 ? [`undecided on ${pairsBy(undecided, pairs)}`] : []),
        ];
        return `${who}: ${words.join('; ')}`;
      }),
    },
  ];
}

/** Of more than three pairs, how many. */
function pairsBy(numbers: readonly number[], pairs: PublishDecisionFacts['pairs']): string {
  if (numbers.length > 3) return count(numbers.length, 'pair');
  return listed(
    pairs.flatMap(({ mentor, mentee }, index) => (numbers.includes(index + 1) ? [`${mentor} with ${mentee}`] : [])),
  );
}

/** "three", "none". */
function number(votes: number): string {
  return votes === 0 ? 'none' : numberWord(votes);
}

function fallenWords(fallen: PublishDecisionFacts['fallen']): Block[] {
  if (fallen.length === 0) return [];
  return [
    { kind: 'heading', of: 'Rejected' },
    {
      kind: 'list',
      of: fallen.map(({ mentor, mentee, reasons }) =>
        reasons.length > 0 ? `${mentor} and ${mentee}: ${reasons.join('; ')}` : `${mentor} and ${mentee}`,
      ),
    },
  ];
}
