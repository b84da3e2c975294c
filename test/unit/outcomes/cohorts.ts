import type { Answers } from '#domain/forms/form.ts';
import { type AskedForm, newForm } from '#domain/forms/form-record.ts';
import type { CohortRecord } from '#domain/outcomes/outcome-report.ts';
import type { Pair } from '#domain/pair.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { askedFor } from '#test/harness/cohorts/asked-for.ts';
import { randomNumbers } from '../matching/solver/problems.ts';

const at = '2026-03-01T08:00:00.000Z';

export function form(name: string, person: string, more: Partial<AskedForm> = {}): AskedForm {
  const id = `${name}-${person}-${more.occasion ?? ''}-${more.side ?? ''}`;
  const asked = newForm({ id, cohort: 'c1', person, ...askedFor(name), occasion: name, openedAt: at, expiresAt: 0 });
  return { ...asked, status: 'complete', ...more };
}

export function pair(mentor: string, mentee: string, score = 0.7): Pair {
  return {
    id: `${mentor}-${mentee}`,
    cohort: 'c1',
    mentor,
    mentee,
    score,
    reasons: [],
    round: 1,
    status: 'active',
    expiresAt: 0,
  };
}

/** Both sides' surveys of a pair, for one stage. */
export function surveys(stage: string, one: Pair, mentor: Answers | null, mentee: Answers | null): AskedForm[] {
  return (['mentor', 'mentee'] as const).map((side) => {
    const answers = side === 'mentor' ? mentor : mentee;
    const more = {
      side,
      pair: one.id,
      occasion: one.id,
      answers: answers ?? {},
      status: answers ? 'complete' : 'open',
    } as const;
    return form(stage, one[side], more);
  });
}

/**
 * `mentors` and `mentees` who applied, paired one to one as far as they go; `answered` of the pairs send both surveys
 * back, with `answers` to all questions.
 */
export function cohortOf(
  size: { mentors: number; mentees: number; declined?: number; silent?: number; answered?: number },
  answers: Answers = allWell,
): CohortRecord {
  const ids = (name: string, count = 0) => Array.from({ length: count }, (_, n) => `${name}${n}`);
  const mentors = ids('mentor', size.mentors);
  const mentees = ids('mentee', size.mentees);
  const declined = ids('declined', size.declined);
  const silent = ids('silent', size.silent);
  const pairs = mentors.flatMap((mentor, n) => (mentees[n] ? [pair(mentor, mentees[n])] : []));
  const answered = size.answered ?? pairs.length;
  return {
    program: defaultProgram,
    surveys: surveysIn(defaultProgram),
    people: [...mentors, ...mentees, ...declined, ...silent].map((id) => ({ id })),
    forms: [
      ...mentors.map((id) => form('application', id, { answers: { role: 'mentor' } })),
      ...mentees.map((id) => form('application', id, { answers: { role: 'mentee' } })),
      ...declined.map((id) => form('application', id, { status: 'declined' })),
      ...silent.map((id) => form('application', id, { status: 'open' })),
      ...(['midpoint', 'closeout'] as const).flatMap((stage) =>
        pairs.flatMap((one, n) => surveys(stage, one, n < answered ? answers : null, n < answered ? answers : null)),
      ),
    ],
    pairs,
    smallestGroup: 5,
  };
}

export const allWell: Answers = {
  meetings: 6,
  trust: 4,
  understanding: 4,
  reliable: 5,
  useful: 4,
  learning: 4,
  goal: 1,
  recommend: 9,
  informal: 2,
};

/** A cohort in which most answered, trust fell towards the end, and nobody has learned anything. */
export function fallenTrust(): CohortRecord {
  const record = cohortOf({ mentors: 24, mentees: 28, declined: 6, silent: 8, answered: 20 });
  const forms = record.forms.map((one) =>
    one.stage === 'closeout' && one.status === 'complete'
      ? { ...one, answers: { ...one.answers, trust: 3, learning: 1, goal: one.side === 'mentor' ? 1 : 0 } }
      : one,
  );
  return { ...record, forms };
}

/** A cohort of any shape: people in one or both roles, mentors of several, pairs ended, surveys and answers missing. */
export function anyCohort(seed: number): CohortRecord {
  const random = randomNumbers(seed);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const people = Array.from({ length: upTo(60) }, (_, n) => ({ id: `p${n}` }));
  const roles = people.map(() => (random() < 0.7 ? (['mentor', 'mentee', 'both'][upTo(2)] ?? '') : ''));
  const eager = random();
  const forms: AskedForm[] = people.map(({ id }, n) =>
    form(
      'application',
      id,
      roles[n] ? { answers: { role: roles[n] } } : { status: random() < 0.5 ? 'declined' : 'open' },
    ),
  );
  const mentors = people.filter((_, n) => roles[n] === 'mentor' || roles[n] === 'both');
  const pairs = people.flatMap(({ id }, n) => {
    const mentor = mentors[upTo(mentors.length - 1)];
    const wants = roles[n] === 'mentee' || roles[n] === 'both';
    return wants && mentor && mentor.id !== id && random() < eager ? [pair(mentor.id, id, random())] : [];
  });
  const answers = () =>
    Object.fromEntries(
      Object.entries({
        meetings: upTo(9),
        trust: 1 + upTo(4),
        understanding: 1 + upTo(4),
        reliable: 1 + upTo(4),
        useful: 1 + upTo(4),
        learning: 1 + upTo(4),
        goal: upTo(4) - 2,
        recommend: upTo(10),
        informal: upTo(4),
      }).filter(() => random() < 0.95),
    );
  for (const stage of ['midpoint', 'closeout'] as const) {
    const willing = random();
    for (const one of pairs) {
      if (random() < 0.1) continue;
      forms.push(...surveys(stage, one, random() < willing ? answers() : null, random() < willing ? answers() : null));
    }
  }
  return {
    program: defaultProgram,
    surveys: surveysIn(defaultProgram),
    people,
    forms,
    pairs,
    smallestGroup: 5 + upTo(3),
  };
}
