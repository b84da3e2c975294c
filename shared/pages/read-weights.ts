import type { Weights } from '#domain/matching/scoring/factor-weights.ts';
import type { Factor } from '#domain/program/matching-definition.ts';

/** Why a weight that was typed is none, by its factor. */
export interface WeightFault {
  key: string;
  why: 'noNumber' | 'outOfRange' | 'allNought';
}

export interface WeightsPost {
  /** Of the factors whose fields were sent and are in order. */
  weights: Weights;
  errors: WeightFault[];
  /** Which of the two buttons it was. Whatever is neither only looks. */
  saves: boolean;
}

/** The name of a factor's field. A factor's id has no dot, so it can't be mistaken for the button. */
export function weightField(factor: string): string {
  return `weight.${factor}`;
}

/** What the page of weights was sent with, and what is wrong with it, in the order of the factors. */
export function readWeights(factors: readonly Pick<Factor, 'id'>[], body: URLSearchParams): WeightsPost {
  const weights: Weights = {};
  const errors: WeightFault[] = [];
  for (const { id } of factors) {
    const typed = body.get(weightField(id))?.trim();
    if (typed === undefined) continue;
    const read = readWeight(typed);
    if (typeof read === 'string') errors.push({ key: id, why: read });
    else weights[id] = read;
  }
  const [first] = factors;
  // A field that was not sent keeps what it has, so only a page that was sent whole can have nothing but zeros.
  if (first && factors.every(({ id }) => weights[id] === 0)) {
    errors.push({ key: first.id, why: 'allNought' });
  }
  return { weights, errors, saves: body.get('do') === 'use' };
}

/** Digits as people type them and as JavaScript writes them (a weight may have been set by the API, to any decimal). */
const number = /^[-+]?\d{1,12}([.,]\d{1,25})?(e-\d{1,3})?$/;

function readWeight(typed: string): number | 'noNumber' | 'outOfRange' {
  if (!number.test(typed)) return 'noNumber';
  const weight = Number(typed.replace(',', '.'));
  return weight >= 0 && weight <= 100 ? weight + 0 : 'outOfRange';
}
