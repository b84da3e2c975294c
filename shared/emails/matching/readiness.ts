import * as z from 'zod';
import { UnmatchedReason } from '#domain/matching/explain/unmatched-reasons.ts';
import { Side } from '#domain/matching/scoring/reason.ts';
import { milestoneOf, stageOfKind } from '#domain/program/milestones.ts';
import { LeftOut } from '#domain/promises.ts';
import { wordsOf } from '#shared/words/index.ts';
import { unmatchedWords } from '#shared/words/unmatched-words.ts';
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
  deadline,
  greeting,
  language,
  listed,
  numberWord,
  paragraph,
  runningWhy,
} from '../parts/phrases.ts';

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
  /** What to know of the committee, as sentences. */
  concerns: z.array(z.string()),
});
type ReadinessFacts = z.infer<typeof ReadinessFacts>;

/** To the coordinator when applications close: who is there, and whether there is room for everyone. */
export const readiness: Writer<typeof ReadinessFacts> = (facts, context) => {
  const { cohort, person } = context;
  const unmatchable: Block[] =
    facts.unmatchable.length === 0
      ? []
      : [
          { kind: 'heading', of: 'Who cannot be matched as it stands' },
          {
            kind: 'facts',
            of: facts.unmatchable.map(({ name, role, why }) => ({
              label: name,
              value: unmatchedWords(why, { name, role }, wordsOf(cohort.language)),
            })),
          },
        ];
  return {
    subject: `${cohort.name}: applications are closed, ${facts.applied === 0 ? 'nobody' : `${facts.applied} of ${facts.invited}`} applied`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `Applications for ${cohort.name} are closed. ${capital(of(facts.applied, facts.invited))} people we invited applied. ${room(facts)} ${next(facts, context)}`,
      ),
      ...(facts.places > 0 && facts.mentees + facts.both > 0 ? tryWeights(context) : []),
      { kind: 'heading', of: 'Who answered' },
      {
        kind: 'facts',
        of: shown([
          ['Invited', facts.invited],
          ['Applied', facts.applied],
          ...whereAny([
            ['Left it unfinished', facts.partial],
            ['Could not be read', facts.unread.length],
            ['Declined', facts.declined],
            ['Did not answer', facts.silent],
            ['Address does not work', facts.bounced],
          ]),
        ]),
      },
      ...wishes(facts),
      ...facts.coverage.flatMap(coverageBlocks),
      ...unmatchable,
      ...unreadBlocks(facts.unread),
      ...named('Left it unfinished', facts.unfinished),
      ...named('Held back, as you asked', facts.held),
      ...leftOutBlocks(facts.leftOut),
      ...(facts.concerns.length > 0
        ? [{ kind: 'heading' as const, of: 'About the committee' }, ...facts.concerns.map((one) => paragraph(one))]
        : []),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

/** Who wants what and who offers it; what nobody wants is left out. */
function coverageBlocks({ title, topics }: ReadinessFacts['coverage'][number]): Block[] {
  const wanted = topics.filter((topic) => topic.wanted > 0).sort((a, b) => b.wanted - a.wanted);
  if (wanted.length === 0) return [];
  return [
    { kind: 'heading', of: `${title}, and who offers it` },
    { kind: 'facts', of: wanted.map((topic) => ({ label: topic.topic, value: coverageWords(topic) })) },
  ];
}

function coverageWords({ wanted, offered, places }: ReadinessFacts['coverage'][number]['topics'][number]): string {
  const by = `wanted by ${wanted}`;
  if (offered === 0) return `${by}; no mentor offers it`;
  const room = `${offered === 1 ? '1 mentor' : `${offered} mentors`}, ${places === 1 ? '1 place' : `${places} places`}`;
  return `${by}; ${room}${places < wanted ? ', too few' : ''}`;
}

/** How many names of one kind an email lists. */
const mostNames = 30;

function named(heading: string, names: readonly string[]): Block[] {
  if (names.length === 0) return [];
  const more = names.length - mostNames;
  return [
    { kind: 'heading', of: heading },
    { kind: 'list', of: [...names.slice(0, mostNames), ...(more > 0 ? [`and ${more} more`] : [])] },
  ];
}

/** They have tried: a word from somebody whom they know helps them more than we can. */
function unreadBlocks(unread: ReadinessFacts['unread']): Block[] {
  const heading = 'Wrote, but we could not read it';
  const lines = unread.map(({ name, words, why }) => `${name}: ${words ? quoted(words) : whatCame(why)}`);
  const blocks = named(heading, lines);
  if (blocks.length === 0) return [];
  const they = unread.length === 1 ? 'This person has' : 'They have';
  return [
    ...blocks,
    paragraph(
      `${they} answered us, with nothing that we could take for an answer to a question. A word from you may help.`,
    ),
  ];
}

/** Said to the coordinator, who would wonder, and may know that somebody has thought otherwise. */
function leftOutBlocks(leftOut: ReadinessFacts['leftOut']): Block[] {
  if (leftOut.length === 0) return [];
  const why = { declined: 'said "no thanks" to an earlier round', stopped: 'wants no more email' };
  const they =
    leftOut.length === 1 ? 'This person was on your list. We promised' : 'They were on your list. We promised them';
  return [
    ...named(
      'Not asked, as we had promised',
      leftOut.map(({ name, why: reason }) => `${name}: ${why[reason]}`),
    ),
    paragraph(
      `${they} not to ask. Whoever tells you that they would like to be asked again can be on your next list with "again": true.`,
    ),
  ];
}

function whatCame(why = ''): string {
  switch (why) {
    case 'encrypted':
      return 'an encrypted message';
    case 'outlook':
      return 'a message that only Outlook can open (winmail.dat)';
    case 'no-text':
      return 'files without words';
    case 'too-large':
      return 'a message too large to read';
    case 'reaction':
      return 'a reaction, such as a thumbs-up';
    case 'unconfirmed':
      return 'a reply from another address, which nobody has said is theirs';
    default:
      return 'a reply without words of their own';
  }
}

function wishes({ mentors, mentees, both, places }: ReadinessFacts): Block[] {
  const rows = whereAny([
    ['Mentor', mentors],
    ['Mentee', mentees],
    ['Both', both],
  ]);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', of: 'What they would like to be' },
    { kind: 'facts', of: shown([...rows, ['Places with mentors', places]]) },
  ];
}

/** "34 of the 40", "none of the nine", "all nine". */
function of(some: number, all: number): string {
  if (some === all && all > 1) return `all ${numberWord(all)}`;
  return `${some === 0 ? 'none' : numberWord(some)} of the ${numberWord(all)}`;
}

/** Whether there are two sides to make pairs of, and whether they are even. */
function room({ mentors, mentees, both, places }: ReadinessFacts): string {
  const learners = mentees + both;
  if (mentors + learners === 0) return 'So there is nobody to match.';
  if (mentors + both === 0) return `${offered(learners)} would like a mentor, and nobody offered to be one.`;
  if (learners === 0) return `${offered(mentors)} would like to be a mentor, and nobody asked for one.`;
  if (places >= learners)
    return `There is room for ${learners === 1 ? 'the one' : learners === 2 ? 'both' : `all ${numberWord(learners)}`} who would like a mentor.`;
  const left = learners - places;
  return `Mentors have room for ${of(places, learners)} who would like a mentor${left === learners ? '' : `, so ${numberWord(left)} would have none`}.`;
}

function offered(people: number): string {
  return capital(count(people, 'person', 'people'));
}

/** What follows, and where there are too few of one side what can still be done about it. */
function next(facts: ReadinessFacts, context: EmailContext): string {
  const { mentors, mentees, both, places } = facts;
  const [learners, teachers] = [mentees + both, mentors + both];
  const isUneven = learners === 0 || places < learners;
  const decided = dayOf(milestoneOf(stageOfKind(context.cohort, 'match'), 'close').at, context);
  const whom = [
    ...(facts.applied < facts.invited ? ['somebody among those we invited'] : []),
    ...(teachers > 0 && learners > 0 ? ['a mentor who could take one more'] : []),
  ];
  // All have applied, and all on one side: there is nobody left to ask.
  const more =
    whom.length === 0
      ? 'There is nothing to do.'
      : `It is not too late to change that: if you can think of ${listed(whom, 'or of')}, ask them to reply to the invitation. We put late replies to you, and until the pairs are decided on ${decided} we make use of those that you say yes to. Otherwise there is nothing to do.`;
  if (learners === 0 || places === 0) {
    const rest =
      learners + mentors === 0
        ? ''
        : 'As it stands there are no pairs to propose, and those who applied hear at the kickoff that we have no partner for them. ';
    return `${rest}${more}`;
  }
  const { committee } = context.cohort;
  const opens = milestoneOf(stageOfKind(context.cohort, 'match'), 'open').at;
  const when = opens <= context.now ? 'now' : `on ${dayOf(opens, context)}`;
  const then =
    committee.length > 0
      ? `The committee gets the proposed pairs ${when} and votes until ${deadline({ purpose: 'ballot' }, context)}.`
      : `We propose pairs ${when}.`;
  return `${then} ${isUneven ? more : 'There is nothing to do.'}`;
}

/** Said apart from what there is to do: nobody has to look at weights. */
function tryWeights({ weights }: EmailContext): Block[] {
  if (weights === undefined) return [];
  return [
    paragraph(
      'If something should count more or less in the matching, you can see on a page what other weights would change. Whoever has the link can set them, so please keep it to yourself. ',
      { words: 'Try other weights', href: weights },
    ),
  ];
}

type Row = readonly [label: string, value: number];

/** The rows that count somebody: five noughts below each other tell nothing. */
function whereAny(rows: readonly Row[]): Row[] {
  return rows.filter(([, value]) => value > 0);
}

function shown(rows: readonly Row[]): { label: string; value: string }[] {
  return rows.map(([label, value]) => ({ label, value: value === 0 ? 'none' : String(value) }));
}
