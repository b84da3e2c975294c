import { isWithheld } from '#domain/outcomes/disclosure.ts';
import { roughly, rounded } from '#domain/outcomes/figures.ts';
import type { Outcomes } from '#domain/outcomes/outcome-report.ts';
import type { Words } from '../index.ts';
import { shareWords, zeroIfWithheld } from './figure-words.ts';
import { weakPointWords } from './weak-point-words.ts';

/** What leadership reads first: who took part, how it went, the weak point. Three sentences with the figures in them. */
export function headlineWords(outcomes: Outcomes, words: Words): [string, string, string] {
  return [participation(outcomes, words), relationships(outcomes, words), weakPoint(outcomes, words)];
}

function participation({ participation: counts, matches: { menteesMatched } }: Outcomes, words: Words): string {
  const { headline } = words.report;
  const [people, pairs] = [zeroIfWithheld(counts.applied), zeroIfWithheld(counts.pairs)];
  if (counts.applied === 0) return headline.nobodyApplied;
  if (counts.pairs === 0) return headline.noPairs({ people });
  if (isWithheld(menteesMatched)) return headline.pairs({ people, pairs });
  const { kind } = roughly(menteesMatched);
  return headline.matched({
    people,
    pairs,
    mentees: headline.mentees({ kind, share: shareWords(menteesMatched, words) }),
  });
}

function relationships(
  { participation: { pairs }, meetings, trust, goal, smallestGroup }: Outcomes,
  words: Words,
): string {
  const { headline } = words.report;
  if (pairs === 0) return headline.nobodyAsked;
  const met = meetings?.closeout.all;
  const trusted = trust.closeout.all;
  const reached = goal?.reached;
  const figures = [
    ...(met && !isWithheld(met) ? ['meetings'] : []),
    ...(isWithheld(trusted) ? [] : [trust.max ? 'trust-max' : 'trust']),
    ...(reached && !isWithheld(reached) ? ['goal'] : []),
  ];
  if (figures.length === 0) return headline.tooFew({ smallest: smallestGroup });
  return headline.wentHow({
    figures: figures.join('-'),
    met: met && !isWithheld(met) ? rounded(met.mean) : 0,
    trust: isWithheld(trusted) ? 0 : rounded(trusted.mean),
    max: trust.max ?? 0,
    share: reached && !isWithheld(reached) ? shareWords(reached, words) : '',
  });
}

function weakPoint({ weakPoints: [first], trust }: Outcomes, words: Words): string {
  if (first) return weakPointWords(first, words, 'headline');
  const { tooFewForWeakPoint, noWeakPoint } = words.report.headline;
  return isWithheld(trust.closeout.all) ? tooFewForWeakPoint : noWeakPoint;
}
