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
import { closing, deadline, greeting, isCoordinator, namedIn, paragraph, runningWhy } from '../parts/phrases.ts';
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
  const words = wordsOf(context.cohort.language);
  const questions = explained(needed(numbered(formOf(context).definition)), facts, words);
  return {
    subject: subject(facts, context, words),
    language: words.language,
    blocks: [
      greeting(context),
      ...(questions.length > 0 ? toVoteOn(facts, questions, context, words) : []),
      ...(questions.length === 0 && facts.gone.length === 0 ? [paragraph(words.ballot.none)] : []),
      ...noLongerProposed(facts, words),
      ...(questions.length > 0 ? asked(facts, questions, words) : [paragraph(words.common.nothingToDo)]),
      lastWords(facts, questions, context, words),
      confidential(context),
      ...closing(context, runningWhy(context, 'committee')),
    ],
  };
};

/** The pairs that a ballot asks a vote on. One that is no longer proposed stays in it, as a question without need. */
export function needed(questions: readonly NumberedQuestion[]): NumberedQuestion[] {
  return questions.filter(({ required }) => required !== false);
}

function subject({ pairs, others, isChange, gone }: BallotFacts, { cohort }: EmailContext, words: Words): string {
  const many = pairs.length + others;
  const said = { cohort: cohort.name, pairs: many };
  if (!isChange) return words.ballot.subject(said);
  return many === 0 ? words.ballot.subjectOfGone({ ...said, pairs: gone.length }) : words.ballot.subjectOfChange(said);
}

/** What is wanted, how, and by when; for very many pairs, which of them are here. */
function toVoteOn(
  facts: BallotFacts,
  questions: readonly NumberedQuestion[],
  context: EmailContext,
  { ballot: words }: Words,
): Block[] {
  const { others, isChange, stillOpen } = facts;
  const said = {
    ...namedIn(context),
    pairs: facts.pairs.length + others,
    open: stillOpen,
    day: deadline({ purpose: 'ballot' }, context),
    reweighedBy: reweighedBy(facts, context),
  };
  return [
    isChange ? paragraph(words.changed(said), words.asked(said)) : paragraph(words.proposed(said)),
    ...(others > 0 ? [paragraph(words.weakest({ shown: questions.length, others }))] : []),
    howToVote(context, questions),
  ];
}

function reweighedBy({ isReweighed }: BallotFacts, context: EmailContext): 'nobody' | 'reader' | 'coordinator' {
  if (!isReweighed) return 'nobody';
  return isCoordinator(context) ? 'reader' : 'coordinator';
}

function noLongerProposed({ gone }: BallotFacts, words: Words): Block[] {
  if (gone.length === 0) return [];
  return [
    paragraph(words.ballot.gone({ pairs: gone.length })),
    { kind: 'list', of: gone.map((pair) => words.proposedPairs.asMentor(pair)) },
  ];
}

function asked({ flags }: BallotFacts, questions: readonly NumberedQuestion[], words: Words): Block[] {
  const { intro, ...prompts } = words.ballot.prompts;
  return [
    ...(flags ? fairness(flags, words) : []),
    paragraph(intro),
    { kind: 'list', of: Object.values(prompts) },
    questionsBlock(questions),
  ];
}

/** Enough to see that something is uneven; more would push the pairs themselves out of sight on a telephone. */
const mostFlags = 4;

/** How groups fared, shortly: what stands behind it takes tables, which are on the page. */
function fairness(flags: readonly NamedFlag[], words: Words): Block[] {
  const { even, uneven, unevenShown } = words.ballot;
  if (flags.length === 0) return [paragraph(even)];
  const shown = flags.slice(0, mostFlags);
  return [
    paragraph(uneven({ rates: flags.length }), unevenShown({ shown: flags.length > mostFlags ? mostFlags : 0 })),
    { kind: 'list', of: shown.map((flag) => flagWords(flag, words)) },
  ];
}

/** Who is left over, what silence means, and where questions go: nobody is told to ask themselves. */
function lastWords(
  { unmatched, held }: BallotFacts,
  questions: readonly NumberedQuestion[],
  context: EmailContext,
  { ballot: words }: Words,
): Block {
  const sentences = [
    ...(unmatched > 0 ? [words.unmatched({ people: unmatched })] : []),
    ...(held > 0 ? [words.held({ people: held })] : []),
    ...(questions.length > 0 ? [words.silence] : []),
    ...(isCoordinator(context) ? [] : [words.questions(namedIn(context))]),
  ];
  return paragraph(sentences.join(' '));
}

/** With examples of pairs that exist, so that nobody looks for a ninth of three. */
export function howToVote(context: EmailContext, of: readonly NumberedQuestion[]): Block {
  const { howTo } = wordsOf(context.cohort.language).ballot;
  const [second, last] = [of[1]?.number, of.at(-1)?.number].map(String) as [string, string];
  return paragraph(...howTo({ pairs: of.length, second, last, page: formOf(context).page }));
}

export function confidential({ cohort }: EmailContext): Block {
  return paragraph(wordsOf(cohort.language).ballot.confidential({ cohort: cohort.name }));
}

/** With more pairs than this, an email shows two reasons of each and leaves the rest to the page: 18 pairs are six screens so. */
const few = 6;

/** The questions of the pairs that the email shows, each with its score and what speaks for it. */
function explained(questions: readonly NumberedQuestion[], { pairs }: BallotFacts, words: Words): NumberedQuestion[] {
  const byNumber = new Map(pairs.map((pair) => [pair.number, pair]));
  return questions.flatMap((question) => {
    const pair = byNumber.get(question.number);
    return pair ? [{ ...question, hint: explanation(pair, pairs.length <= few, words) }] : [];
  });
}

function explanation(pair: BallotFacts['pairs'][number], isWhole: boolean, words: Words): string {
  const { score, reasons, work, alternative } = pair;
  const couple = coupleOf(pair);
  const sentences = [
    words.proposedPairs.score({ score: Math.round(score * 100) }),
    work && workplaceWords(work, couple, words),
    ...reasons.slice(0, isWhole ? 3 : 2).map((reason) => findingWords(reason, couple, words)),
    isWhole && alternative && alternativeWords(alternative, { ...couple, score }, shownName, words),
  ];
  return sentences.filter((one) => typeof one === 'string').join(' ');
}
