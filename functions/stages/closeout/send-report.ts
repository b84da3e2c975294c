import type { AskedForm } from '#domain/forms/form-record.ts';
import { outcomesOf } from '#domain/outcomes/outcomes.ts';
import { answeredForms } from '#domain/outcomes/surveys.ts';
import { isAsked } from '#domain/person.ts';
import { surveysOf } from '#domain/program/milestones.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { surveysIn } from '#domain/program/stage-definition.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as forms from '#shared/store/forms.ts';
import * as pairs from '#shared/store/pairs.ts';
import * as people from '#shared/store/people.ts';
import * as reports from '#shared/store/reports.ts';
import { queueLongEmail } from '../queue-long-email.ts';
import type { MilestoneContext } from '../stage-contract.ts';

/** Works out what came of the cohort, keeps it for the stage that it is at, and sends it to leadership. */
export async function sendReport({ cohort, program, now }: MilestoneContext): Promise<AskedForm[]> {
  const everyone = await people.list(cohort.id);
  const asked = await forms.list(cohort.id);
  const outcomes = outcomesOf({
    program,
    surveys: surveysOf(cohort).filter(({ name }) => cohort.done[`${name}.open`] !== undefined),
    people: everyone.filter(isAsked),
    forms: asked,
    pairs: await pairs.list(cohort.id),
    smallestGroup: program.privacy.smallestGroup,
  });
  await reports.keep(cohort, { at: now, outcomes });
  for (const reader of cohort.leadership) {
    const person = people.personId(cohort.id, reader.email);
    await queueEmail(cohort, { person, kind: 'report', occasion: cohort.stage, facts: { outcomes } }, now);
  }
  return asked;
}

/** Tells the coordinator that the cohort is over, with what people wrote for those who run the program. */
export async function tellItIsOver(
  { cohort, program, now }: MilestoneContext,
  asked: readonly AskedForm[],
  hadPairs: boolean,
): Promise<void> {
  const coordinator = people.personId(cohort.id, cohort.coordinator.email);
  const [first = [], ...others] = inLetters(adviceIn(asked, program));
  for (const [index, advice] of [first, ...others].entries()) {
    const occasion = index === 0 ? cohort.stage : `${cohort.stage}.${index + 1}`;
    await queueLongEmail(
      cohort,
      { person: coordinator, kind: 'cohort-over', occasion, facts: { advice, hadPairs } },
      now,
    );
  }
}

/** Characters of advice in one email: with its HTML, and as mail encodes it, far below the 10 MB that SES takes. */
const mostInALetter = 400_000;

/** Advice in as many emails as it takes. */
function inLetters(advice: readonly string[]): string[][] {
  const letters: string[][] = [];
  let length = mostInALetter;
  for (const words of advice) {
    length += words.length;
    if (length > mostInALetter) {
      letters.push([]);
      length = words.length;
    }
    letters.at(-1)?.push(words);
  }
  return letters;
}

/**
 * What people wrote for those who run the program, in the order of the alphabet: the order of answers would say who.
 * Somebody with two partners may write the same twice, and is one. Nothing when fewer wrote than make a group, for words
 * give their writer away sooner than figures.
 */
export function adviceIn(asked: readonly AskedForm[], program: ProgramDefinition): string[] {
  const { outcomes, privacy } = program;
  const closeout = surveysIn(program).find(({ kind }) => kind === 'closeout')?.name ?? '';
  const written = answeredForms(asked, closeout).flatMap(({ person, answers }) => {
    const words = outcomes.advice === undefined ? undefined : answers[outcomes.advice];
    return typeof words === 'string' ? [{ person, words }] : [];
  });
  if (new Set(written.map(({ person }) => person)).size < privacy.smallestGroup) return [];
  return [...new Set(written.map(({ words }) => words))].sort((a, b) => a.localeCompare(b));
}
