import type { Alternative } from '#domain/matching/explain/what-if.ts';
import type { Words } from './index.ts';
import type { Couple } from './reason-words.ts';

/** What would be without a pair, as sentences; `score` is that of the pair, and `nameOf` says what others are called. */
export function alternativeWords(
  { menteeHas, mentorHas, lost, isLessEven }: Omit<Alternative, 'lostWorst'>,
  { mentee, mentor, score }: Couple & { score: number },
  nameOf: (id: string) => string,
  { alternatives }: Words,
): string {
  const two = { mentee, mentor };
  const other = menteeHas && {
    other: nameOf(menteeHas.mentor),
    otherScore: ofHundred(menteeHas.score),
    score: ofHundred(score),
  };
  const newcomer = mentorHas && { newcomer: nameOf(mentorHas.mentee), newcomerScore: ofHundred(mentorHas.score) };
  const then =
    other && newcomer
      ? alternatives.bothHaveOthers({ ...two, ...other, ...newcomer })
      : other
        ? alternatives.menteeHasOther({ ...two, ...other })
        : newcomer
          ? alternatives.mentorHasOther({ ...two, ...newcomer })
          : alternatives.neitherHasOther(two);
  return `${then} ${lossWords(lost, isLessEven, alternatives)}`;
}

function lossWords({ pairs, total }: Alternative['lost'], isLessEven: boolean, said: Words['alternatives']): string {
  if (pairs > 0) return said.fewerPairs({ pairs });
  const points = Math.round(100 * total);
  if (points === 0) return said.asGood;
  if (points > 0) return said.lower({ points });
  return isLessEven ? said.higherLessEven({ points: -points }) : said.higherWorstLower({ points: -points });
}

/** A score of 0..1 as it is shown. */
function ofHundred(score: number): string {
  return String(Math.round(100 * score));
}
