import type { Block } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import { quoted, quotedAtEnd, understoodAnswers } from '../../parts/answer-words.ts';
import { withNames } from '../../parts/named-people.ts';
import { oneOfSeveral } from '../../parts/partner.ts';
import { isCoordinator, paragraph, thankYou } from '../../parts/phrases.ts';
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
): Known {
  const beside = comments ?? asked.comments;
  const parted = (isWanted: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => (worded[key] !== undefined) === isWanted));
  const said = definition.questions.flatMap(({ key }) =>
    (answers[key] !== undefined ? [worded[key] ?? []] : []).flat(),
  );
  const [saying] = said;
  const isOneSaying = said.length > 1 && saying !== undefined && said.every((words) => words === saying);
  const fromWords = definition.questions
    .filter(({ key }) => answers[key] !== undefined && worded[key] !== undefined)
    .flatMap(({ key }) =>
      understoodAnswers(definition, { [key]: answers[key] ?? '' }, beside).map(({ label, value }) => ({
        label,
        value: isOneSaying ? value : `${value} (you wrote ${quoted(worded[key] ?? '')})`,
      })),
    );
  const others = withNames(understoodAnswers(definition, parted(false), beside), {
    named,
    definition,
    answers,
  });
  return { fromWords, others, all: fromWords.length + others.length, ...(isOneSaying && { saying }) };
}

/** Thanks, with what became of a late reply and whom it is about. */
export function thanks(facts: UnderstoodFacts, context: EmailContext): string {
  const { person, cohort } = context;
  const accepted = facts.late
    ? ` Your reply came late, and ${isCoordinator(context) ? 'you have' : `${cohort.coordinator.name} has`} said that it counts.`
    : '';
  const one = oneOfSeveral(formOf(context));
  const about = one ? ` This is about you and ${one}.` : '';
  return `${thankYou(person)}${accepted}${facts.onPage ? ' You answered on the page.' : ''}${about}`;
}

/** Thanks, what was read from words with how to correct it, and the rest. */
export function understoodWords(known: Known, facts: UnderstoodFacts, context: EmailContext): Block[] {
  const { passedOn, confided } = facts;
  const form = formOf(context);
  const thanked = thanks(facts, context);
  const { fromWords, others } = known;
  if (known.all === 0) {
    const isHeard = passedOn || confided || facts.unclear.length > 0;
    return [paragraph(isHeard ? thanked : `${thanked} Your reply has arrived, but we could not find an answer in it.`)];
  }
  if (fromWords.length === 0)
    return [
      paragraph(`${thanked} This is what we ${facts.onPage ? 'have' : 'understood'}:`),
      { kind: 'facts', of: others },
    ];
  const these = fromWords.length === 1 ? 'this answer' : 'these answers';
  return [
    paragraph(
      `${thanked} We read ${these} from your own words${known.saying === undefined ? '.' : `, ${quotedInside(known.saying)}`} ${correction(known, facts, form)}`.trim(),
    ),
    { kind: 'facts', of: fromWords },
    ...(others.length > 0 ? [paragraph('The others:'), { kind: 'facts' as const, of: others }] : []),
  ];
}

/** In the middle of a paragraph, with the full stop that ends the sentence. */
function quotedInside(words: string): string {
  return quotedAtEnd(words.replace(/\s*\n\s*/g, ' / '));
}

/** How one word corrects what we read. */
function correction({ fromWords }: Known, { answers }: UnderstoodFacts, form: AskedOf): string {
  if (isFinal(answers, form)) return '';
  const [only, ...more] = form.definition.questions;
  if (only?.type === 'yesno' && more.length === 0) {
    return `If it is wrong, reply "${answers[only.key] === true ? 'no' : 'yes'}".`;
  }
  const it = fromWords.length === 1 ? 'it is' : 'one is';
  return `If ${it} wrong, reply with its number and the right answer.`;
}
