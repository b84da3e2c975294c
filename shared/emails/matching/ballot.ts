import * as z from 'zod';
import { type NumberedQuestion, numbered } from '#domain/forms/form.ts';
import { NamedFlag } from '#domain/matching/audit/audit-tables.ts';
import { Alternative } from '#domain/matching/explain/what-if.ts';
import { Finding } from '#domain/matching/scoring/reason.ts';
import { shownName } from '#domain/names/called.ts';
import { Workplaces } from '#domain/workplace.ts';
import { alternativeWords } from '#shared/words/alternative-words.ts';
import { flagWords } from '#shared/words/audit-words.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { coupleOf, findingWords } from '#shared/words/reason-words.ts';
import { workplaceWords } from '#shared/words/workplace-words.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import {
  capital,
  closing,
  count,
  deadline,
  greeting,
  isCoordinator,
  language,
  paragraph,
  runningWhy,
} from '../parts/phrases.ts';
import { formOf, questionsBlock } from '../parts/question-blocks.ts';

const Two = z.object({ mentor: Name, mentee: Name });

export const BallotFacts = z.object({
  /** The pairs that this email asks about, with the numbers that they have in the ballot. */
  pairs: z.array(
    Two.extend({
      number: z.number().int(),
      /** 0..1 */
      score: z.number(),
      /** What speaks for the pair, the weightiest first. */
      reasons: z.array(Finding),
      work: Workplaces.optional(),
      /** What would be without this pair, with names where the pair has ids. */
      alternative: Alternative.optional(),
    }),
  ),
  /** How many further pairs need a vote and are on the page alone: in a very large cohort the email has the weakest. */
  others: z.number().int().default(0),
  /** Rates by group that are under four fifths of another's, absent when there was nothing to compare. */
  flags: z.array(NamedFlag).optional(),
  /** The pairs have changed while the committee votes: only those that are new to the reader are asked about. */
  isChange: z.boolean().default(false),
  /** They have, because the coordinator has changed what counts. */
  isReweighed: z.boolean().default(false),
  /** How many pairs of earlier emails the reader has not voted on yet. */
  stillOpen: z.number().int().default(0),
  /** Pairs that were put to the reader and are no longer proposed. */
  gone: z.array(Two).default([]),
  /** How many applicants have no partner in this proposal. */
  unmatched: z.number().int(),
  /** How many applicants are held back from matching. */
  held: z.number().int().default(0),
});
type BallotFacts = z.infer<typeof BallotFacts>;

/** Puts the proposed pairs to a member of the committee, who answers pair by pair. */
export const ballot: Writer<typeof BallotFacts> = (facts, context) => {
  const { person, cohort } = context;
  const words = wordsOf(cohort.language);
  const questions = explained(needed(numbered(formOf(context).definition)), facts, words);
  return {
    subject: subject(facts, context),
    language,
    blocks: [
      greeting(person),
      ...(questions.length > 0 ? toVoteOn(facts, questions, context) : []),
      ...(questions.length === 0 && facts.gone.length === 0 ? [paragraph('No pair needs your vote.')] : []),
      ...noLongerProposed(facts),
      ...(questions.length > 0 ? asked(facts, questions, words) : [paragraph('There is nothing to do.')]),
      paragraph(
        [
          ...leftOver(facts),
          ...(questions.length > 0 ? ["If you don't vote, the others' votes decide."] : []),
          ...questionsGoTo(context),
        ].join(' '),
      ),
      confidential(context),
      ...closing(context, runningWhy(context, 'committee')),
    ],
  };
};

/** What slips into a choice of people unnoticed: habit, likeness, familiarity, and whoever is not on the list. */
export const biasPrompts = [
  'Whom would you have paired by habit, and why not these two?',
  "Would I judge this pair the same if the two had each other's names?",
  'Do I favour people whom I know, or who are like me?',
  'Who gets the partners that many would like, and who is left out?',
];

/** The pairs that a ballot asks a vote on. One that is no longer proposed stays in it, as a question without need. */
export function needed(questions: readonly NumberedQuestion[]): NumberedQuestion[] {
  return questions.filter(({ required }) => required !== false);
}

/** Nobody is told to ask themselves. */
function questionsGoTo(context: EmailContext): string[] {
  return isCoordinator(context) ? [] : [`Questions go to ${context.cohort.coordinator.name}.`];
}

function subject({ pairs, others, isChange, gone }: BallotFacts, { cohort }: EmailContext): string {
  const many = pairs.length + others;
  if (isChange && many === 0) return `${cohort.name}: ${count(gone.length, 'pair is', 'pairs are')} no longer proposed`;
  if (isChange) return `${cohort.name}: ${count(many, 'pair has', 'pairs have')} changed`;
  return `${cohort.name}: your view of ${count(many, 'pair')}`;
}

/** What is wanted, how, and by when; for very many pairs, which of them are here. */
function toVoteOn(facts: BallotFacts, questions: readonly NumberedQuestion[], context: EmailContext): Block[] {
  const { cohort } = context;
  const { pairs, others, isChange, isReweighed, stillOpen } = facts;
  const many = pairs.length + others;
  const by = deadline({ purpose: 'ballot' }, context);
  const alone = "Please vote on your own: the page shows the others' votes once the committee has decided.";
  const whose = isCoordinator(context) ? 'you have' : `${cohort.coordinator.name} has`;
  const because = isReweighed ? `, because ${whose} changed what counts` : '';
  const these = many === 1 ? 'this one' : 'these';
  const rest =
    stillOpen > 0
      ? `Please vote on ${these} by ${by}, and on the ${stillOpen === 1 ? 'one pair' : count(stillOpen, 'pair')} of our earlier email that you have not voted on yet.`
      : `Only ${many === 1 ? 'this one needs' : 'these need'} your vote, by ${by}; your other votes stand.`;
  const changed = `${capital(count(many, 'pair has', 'pairs have'))} changed since you were asked about ${cohort.name}${because}. ${rest}`;
  const first = `We propose ${count(many, 'pair')} for ${cohort.name} and need your vote on each by ${by}. ${alone}`;
  return [
    paragraph(isChange ? changed : first),
    ...(others > 0
      ? [
          paragraph(
            `Below ${questions.length === 1 ? 'is the weakest of them' : `are the ${count(questions.length, 'weakest', 'weakest')} of them`}. The other ${others} are on the page alone, and "approve" counts for them too.`,
          ),
        ]
      : []),
    howToVote(context, questions),
  ];
}

function noLongerProposed({ gone }: BallotFacts): Block[] {
  if (gone.length === 0) return [];
  return [
    paragraph(
      gone.length === 1
        ? 'One pair is no longer proposed and needs no vote:'
        : `${capital(count(gone.length, 'pair'))} are no longer proposed and need no vote:`,
    ),
    { kind: 'list', of: gone.map(({ mentor, mentee }) => `${mentor} as mentor of ${mentee}`) },
  ];
}

function asked({ flags }: BallotFacts, questions: readonly NumberedQuestion[], words: Words): Block[] {
  return [
    ...(flags ? fairness(flags, words) : []),
    paragraph(`Before you vote, ${count(biasPrompts.length, 'question')} to yourself:`),
    { kind: 'list', of: biasPrompts },
    questionsBlock(questions),
  ];
}

/** How groups fared, shortly: what stands behind it takes tables, which are on the page. */
function fairness(flags: readonly NamedFlag[], words: Words): Block[] {
  if (flags.length === 0)
    return [
      paragraph(
        "We compared how groups fared: no rate is clearly under four fifths of another's. The whole audit is on the page.",
      ),
    ];
  const shown = flags.slice(0, mostFlags);
  const more = flags.length - shown.length;
  return [
    paragraph(
      `Please look at how groups fared: ${count(flags.length, 'rate is', 'rates are')} under four fifths of another's. ${more > 0 ? `Here are ${count(shown.length, 'of them', 'of them')}; the` : 'The'} whole audit is on the page.`,
    ),
    { kind: 'list', of: shown.map((flag) => flagWords(flag, words)) },
  ];
}

/** Enough to see that something is uneven; more would push the pairs themselves out of sight on a telephone. */
const mostFlags = 4;

function leftOver({ unmatched, held }: BallotFacts): string[] {
  return [
    ...(unmatched > 0
      ? [
          `${capital(count(unmatched, 'applicant has', 'applicants have'))} no partner in this proposal; the page says why, and what would change it.`,
        ]
      : []),
    ...(held > 0 ? [`${capital(count(held, 'applicant is', 'applicants are'))} held back this time.`] : []),
  ];
}

export function howToVote(context: EmailContext, of: readonly NumberedQuestion[]): Block {
  // Examples of pairs that exist, so that nobody looks for a ninth of three.
  const [second, last] = [of[1]?.number, of.at(-1)?.number];
  const examples =
    of.length > 2
      ? `If not, name the pairs: "approve all except ${second} and ${last}", or "${second}: no, same team". `
      : 'If not, say "no" and why. ';
  const abstain = of.length > 1 ? `"I abstain on ${second}"` : '"I abstain"';
  return paragraph(
    `If all is well, reply "approve". ${examples}You can also type under each pair. A no needs a reason, which helps to find a better partner. If a pair is not for you to judge, say ${abstain}: that counts for neither side. `,
    { words: 'Or vote on a page, which has every factor and the audit', href: formOf(context).page },
  );
}

export function confidential({ cohort }: EmailContext): Block {
  return paragraph(
    `Please keep this to yourself. Nobody outside the committee sees a pair before the pairs of ${cohort.name} are published; names and reasons are from people's applications.`,
  );
}

/** With more pairs than this, an email shows two reasons of each and leaves the rest to the page: 18 pairs are six screens so. */
const few = 6;

/** The questions of the pairs that the email shows, each with its score and what speaks for it. */
function explained(questions: readonly NumberedQuestion[], { pairs }: BallotFacts, words: Words): NumberedQuestion[] {
  const byNumber = new Map(pairs.map((pair) => [pair.number, pair]));
  return questions.flatMap((question) => {
    const pair = byNumber.get(question.number);
    if (!pair) return [];
    const isShort = pairs.length <= few;
    const score = `Score ${Math.round(pair.score * 100)} of 100.`;
    const couple = coupleOf(pair);
    const reasons = pair.reasons.slice(0, isShort ? 3 : 2).map((reason) => findingWords(reason, couple, words));
    const work = pair.work ? [workplaceWords(pair.work, couple, words)] : [];
    const alternative =
      isShort && pair.alternative
        ? [alternativeWords(pair.alternative, { ...couple, score: pair.score }, shownName, words)]
        : [];
    const hint = [score, ...work, ...reasons, ...alternative].filter((one) => one !== undefined).join(' ');
    return [{ ...question, hint }];
  });
}
