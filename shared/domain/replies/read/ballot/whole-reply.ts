import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { type AlignedLine, theirs } from '../align/align.ts';
import type { Stretch } from '../align/place.ts';
import { segmentsAt } from '../answers/label-segments.ts';
import { labelsOf } from '../answers/labels.ts';
import { narrowest } from '../text/lines.ts';
import { intentOf } from '../wishes/intent.ts';
import type { BallotReading } from './ballot-reading.ts';
import { isOneByOne } from './one-by-one.ts';
import { isBallot, isHedged, readBallot } from './read-ballot.ts';
import { reasonAlone } from './reason-alone.ts';

/**
 * "Approve all except Rui Ito as mentor of Dag Diaz": a line that begins with words of theirs is theirs, although it goes on
 * with those of a question. Changes `aligned`.
 */
export function keepNamedPairs(form: FormDefinition, aligned: readonly AlignedLine[]): void {
  if (!isBallot(form)) return;
  let goesOn = false;
  for (const { line, at, mark } of aligned) {
    const isTheirs: boolean = line.depth === 0 && !mark && at.length > 0 && (at[0] === theirs || goesOn);
    goesOn = isTheirs && at.at(-1) !== theirs && line.text.length >= narrowest;
    if (isTheirs) at.fill(theirs);
  }
}

/** Votes in words, and the stretches that they don't stand in. */
interface InWords {
  ballot: BallotReading;
  others: Stretch[];
}

/**
 * Votes in words that name pairs, or all or the rest of them, also where they stand behind a number at the beginning of a line
 * ("4: no, same team. Everything else yes") or below the quotation. Nothing where each vote stands by its number or under its
 * question: that is read line by line.
 */
export function votesInWords(
  form: FormDefinition,
  stretches: readonly Stretch[],
  known: Answers,
  proposed: Answers,
): InWords | undefined {
  if (!isBallot(form)) return undefined;
  const isUnder = stretches.filter(({ question }) => question >= 0).length > 1;
  const own = stretches.filter((stretch) => stretch.question < 0 || isForOthers(form, stretch, isUnder));
  const said = own.map(({ lines }) => lines.join('\n')).join('\n\n');
  if (isOneByOne(form, said)) return undefined;
  const reason = reasonAlone(form, said, known);
  if (reason) {
    const ballot = { ...nothing, votes: new Map([[reason.pair, reason.vote]]), unclear: new Map() };
    return { ballot, others: stretches.filter((stretch) => !own.includes(stretch)) };
  }
  const ballot = readBallot(form, said, known, proposed);
  const isForAll = own.length === 1 && own[0]?.where === 'bottom' && isApproval(said);
  if (!ballot || !(ballot.names.pairs || ballot.names.many || isForAll)) return undefined;
  if (intentOf(said)?.intent === 'stop' && !ballot.names.pairs) return undefined;
  const segments = own.map(({ lines }) => segmentsAt(labelsOf(lines, form), lines, form));
  const labelled = new Set(segments.flatMap((one) => one.said.map(({ question }) => question)));
  // Line by line, and nothing else: also where every pair has the same family name.
  const isAllLabelled = segments.every(({ rest }) => rest.every((line) => line.trim() === ''));
  const beside = () =>
    hedgedOnly(
      form,
      segments.flatMap((one) => one.said),
      stretches,
    );
  if (labelled.size > 1 && isAllLabelled && !saysRest.test(said)) return beside();
  const touched = [...ballot.votes.keys(), ...ballot.unclear.keys(), ...ballot.likely.keys()];
  const isMore = touched.some((pair) => !labelled.has(pair));
  if (labelled.size > 0 && !isMore) return beside();
  return { ballot, others: stretches.filter((stretch) => !own.includes(stretch)) };
}

/** What stands by the number of a pair and looks like a vote, but is none: "4 no preference", "6: no. Ignore that." */
function hedgedOnly(
  form: FormDefinition,
  said: readonly { question: number; lines: readonly string[] }[],
  others: readonly Stretch[],
): InWords | undefined {
  const unclear = new Map<number, string>();
  for (const { question, lines } of said) {
    const [words = ''] = lines;
    if (isHedged(form, question, words)) unclear.set(question, words.trim());
  }
  if (unclear.size === 0) return undefined;
  return { ballot: { ...nothing, votes: new Map(), unclear }, others: [...others] };
}

const nothing = { doubt: '', likely: new Map<number, boolean>(), note: '', names: { pairs: true, many: false } };

/** A word for the rest at the end of one of the lines. */
const saysRest =
  /(?<!\p{L})(?:rest|others?|remaining|everything|all|übrigen|anderen|alle|reste|autres|tous|tout|resto|outros|todos|tudo|demás|otros|todo)(?!\p{L})/iu;

/** Words below the quotation, and so under its last question, that are about others. */
function isForOthers(form: FormDefinition, { where, question, lines }: Stretch, isUnder: boolean): boolean {
  if (where !== 'bottom') return false;
  const said = lines.join('\n');
  const ballot = readBallot(form, said);
  if (ballot && !isUnder && isApproval(said)) return true;
  if (!ballot || !(ballot.names.pairs || ballot.names.many)) return false;
  const pairs = isUnder ? [...ballot.votes.keys()] : [...ballot.votes.keys(), ...ballot.unclear.keys()];
  return pairs.some((pair) => pair !== question);
}

/** "approve" as the email proposes it: below the quotation it is still for all. */
function isApproval(said: string): boolean {
  return /^approved?[.!]?$/i.test(said.trim());
}
