import { isRefusal } from '#domain/agreement.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Pair } from '#domain/pair.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';

/** Somebody's place in a pair. */
export interface Side {
  person: string;
  side: 'mentor' | 'mentee';
}

export function bothSides(pair: Pair): Side[] {
  return [
    { person: pair.mentor, side: 'mentor' },
    { person: pair.mentee, side: 'mentee' },
  ];
}

/** What a form about one of `pairs` notes of the partner: their name, and whether `person` is asked about others as well. */
export function partnerOn(person: string, name: string, pairs: readonly Pair[]): NonNullable<AskedForm['partner']> {
  const own = pairs.filter(({ mentor, mentee }) => mentor === person || mentee === person);
  return { name, isOneOfSeveral: own.length > 1 };
}

/** Who the partner is, for a form that was asked about a pair. */
export async function partnersIn(
  cohort: Cohort,
): Promise<(about: Pick<AskedForm, 'person' | 'pair'>) => { name: string; email: string }> {
  const names = new Map((await people.list(cohort.id)).map(({ id, name, email }) => [id, { name, email }]));
  const byId = new Map((await pairs.list(cohort.id)).map((pair) => [pair.id, pair]));
  return (form) => {
    const pair = form.pair === undefined ? undefined : byId.get(form.pair);
    const partner = pair && names.get(pair.mentor === form.person ? pair.mentee : pair.mentor);
    if (!partner) throw new Error(`${form.person} is asked about no pair of the cohort.`);
    return partner;
  };
}

/** The pairs that work together: announced, and refused by neither of the two when they were asked to agree. */
export async function activePairs(cohort: Cohort, program: ProgramDefinition): Promise<Pair[]> {
  const agreements = await forms.list(cohort.id, 'agreement');
  const refused = new Set(agreements.filter((form) => isRefusal(form, program)).map(({ pair }) => pair));
  return (await pairs.list(cohort.id)).filter(({ id, status }) => status === 'active' && !refused.has(id));
}
