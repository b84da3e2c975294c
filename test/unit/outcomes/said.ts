import type { Outcomes } from '#domain/outcomes/outcome-report.ts';
import { wordsOf } from '#shared/words/index.ts';
import { headlineWords } from '#shared/words/report/headline-words.ts';
import * as sections from '#shared/words/report/section-words.ts';
import { weakPointWords } from '#shared/words/report/weak-point-words.ts';

/** What a report says, in the default language. */

export const headline = (outcomes: Outcomes) => headlineWords(outcomes, wordsOf());
export const sectionsOf = (outcomes: Outcomes) => sections.sectionsOf(outcomes, wordsOf());
export const weakPoints = (outcomes: Outcomes) => outcomes.weakPoints.map((point) => weakPointWords(point, wordsOf()));
