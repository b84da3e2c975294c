import { isWithheld } from '#domain/outcomes/disclosure.ts';
import { type Fraction, roughly } from '#domain/outcomes/figures.ts';
import type { AskedStage, Count, Range } from '#domain/outcomes/outcome-report.ts';
import type { Words } from '../index.ts';

/** A survey as it is called within a sentence: "mid-point survey". */
export function surveyName({ kind, title }: AskedStage, { report }: Words): string {
  return report.surveys.name({ title, kind: kind !== 'closeout' && /survey$/i.test(title) ? 'own' : kind });
}

/** The time of a survey within a sentence: "mid-point", "close". */
export function surveyTime({ kind, title }: Pick<AskedStage, 'kind' | 'title'>, { report }: Words): string {
  return report.surveys.time({ kind, title });
}

/** A share of people: "all", "about three in four", "nine in ten or more". */
export function shareWords(range: Range, { report: { shares } }: Words): string {
  const share = roughly(range);
  const fraction = (of: Fraction) => shares.fraction({ share: of });
  switch (share.kind) {
    case 'all':
      return shares.all;
    case 'none':
      return shares.none;
    case 'nearly-all':
      return shares.nearlyAll;
    case 'hardly-any':
      return shares.hardlyAny;
    case 'range':
      return shares.range({ share: fraction(share.near), upTo: fraction(share.upTo) });
    default:
      return shares.near({ kind: share.kind, share: fraction(share.near) });
  }
}

/** How many, as a figure by itself. */
export function countWords(count: Count, { report: { figures } }: Words): string {
  return isWithheld(count) ? figures.withheld : figures.count({ n: count });
}

/** How many, for a sentence in which 0 stands for a number that is withheld. */
export function zeroIfWithheld(count: Count): number {
  return isWithheld(count) ? 0 : count;
}
