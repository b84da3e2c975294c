import type { Words } from '#shared/words/index.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import { quoted, quotedAtEnd, understoodAnswers } from '../../parts/answer-words.ts';
import { withNames } from '../../parts/named-people.ts';
import { oneOfSeveral } from '../../parts/partner.ts';
import { namedIn, paragraph, thankYou } from '../../parts/phrases.ts';
import { formOf } from '../../parts/question-blocks.ts';
import { type AskedOf, isFinal, type UnderstoodFacts } from './understood-facts.ts';

/** The answers that we have, as their writer is told of them. */
interface Known {
  /** Answers that we read from words of theirs: what may be wrong, and is shown first. */
  fromWords: { label: string; value: string }[];
  others: { label: string; value: string }[];
  all: number;
  /** The words that all of those were read from: "approve all" is quoted once, and not below each of 18 pairs. */
  saying?: string;
}

export function knownOf(
  { answers, worded = {}, named, comments }: UnderstoodFacts,
  { definition, asked }: AskedOf,
  words: Words,
): Known {
  const beside = comments ?? asked.comments;
  const parted = (isWanted: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => (worded[key] !== undefined) === isWanted));
  const said = definition.questions.flatMap(({ key }) =>
    (answers[key] !== undefined ? [worded[key] ?? []] : []).flat(),
  );
  const [saying] = said;
  const isOneSaying = said.length > 1 && saying !== undefined && said.every((own) => own === saying);
  const fromWords = definition.questions
    .filter(({ key }) => answers[key] !== undefined && worded[key] !== undefined)
    .flatMap(({ key }) =>
      understoodAnswers(definition, { [key]: answers[key] ?? '' }, words, beside).map(({ label, value: answer }) => ({
        label,
        value: isOneSaying ? answer : words.understood.youWrote({ answer, quote: quoted(worded[key] ?? '', words) }),
      })),
    );
  const others = withNames(
    understoodAnswers(definition, parted(false), words, beside),
    { named, definition, answers },
    words,
  );
  return { fromWords, others, all: fromWords.length + others.length, ...(isOneSaying && { saying }) };
}

/** Thanks, with what became of a late reply and whom it is about. */
export function thanks({ late, onPage }: UnderstoodFacts, context: EmailContext): string[] {
  const words = wordsOf(context.cohort.language).understood;
  const partner = oneOfSeveral(formOf(context));
  return [
    thankYou(context),
    ...(late ? [words.late(namedIn(context))] : []),
    ...(onPage ? [words.onPage] : []),
    ...(partner === undefined ? [] : [words.ofPartner({ partner })]),
  ];
}

/** Thanks, what was read from words with how to correct it, and the rest. */
export function understoodWords(known: Known, facts: UnderstoodFacts, context: EmailContext): Block[] {
  const { passedOn, confided, unclear, onPage } = facts;
  const words = wordsOf(context.cohort.language);
  const { answers, answersOfPage, fromSaying, fromWords, noAnswer, others } = words.understood;
  const thanked = thanks(facts, context);
  if (known.all === 0) {
    const isHeard = passedOn || confided || unclear.length > 0;
    return [paragraph(...thanked, ...(isHeard ? [] : [noAnswer]))];
  }
  const rest: Block = { kind: 'facts', of: known.others };
  if (known.fromWords.length === 0) return [paragraph(...thanked, onPage ? answersOfPage : answers), rest];
  const read =
    known.saying === undefined
      ? fromWords({ n: known.fromWords.length })
      : fromSaying({ quote: quotedAtEnd(known.saying.replace(/\s*\n\s*/g, ' / '), words) });
  return [
    paragraph(...thanked, read, ...correction(known, facts, formOf(context), words)),
    { kind: 'facts', of: known.fromWords },
    ...(known.others.length > 0 ? [paragraph(others), rest] : []),
  ];
}

/** How one word corrects what we read. */
function correction(
  { fromWords }: Known,
  { answers }: UnderstoodFacts,
  form: AskedOf,
  { understood: { correct } }: Words,
): string[] {
  if (isFinal(answers, form)) return [];
  const [only, ...more] = form.definition.questions;
  return only?.type === 'yesno' && more.length === 0
    ? [correct.yesOrNo({ answer: answers[only.key] === true ? 'yes' : 'no' })]
    : [correct.byNumber({ n: fromWords.length })];
}
