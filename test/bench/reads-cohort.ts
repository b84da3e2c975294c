import { type Answers, numbered } from '#domain/forms/form.ts';
import type { AskedForm } from '#domain/forms/form-record.ts';
import type { Part } from '#domain/person.ts';
import type { Cohort } from '#domain/program/cohort.ts';
import { plan } from '#domain/program/schedule.ts';
import { reconcile } from '#functions/stages/reconcile.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import * as answers from '#test/harness/cohorts/answers.ts';

const staff = { name: 'Maria Ortiz', email: 'maria@example.org' };
const committee = ['Ines Duarte', 'Tom Baker', 'Lena Moreau'].map((name) => ({
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
}));

/** Text as people write it, so that records are as long as theirs. */
const sentences = 'I would like to lead my own group one day, and to find out how others decide what to leave undone.';

/** A cohort of `size` people who all answer all that they are asked, half of them as mentors. */
export async function cohortOf(size: number) {
  const id = `coh_${size}`;
  const expiresAt = 1_900_000_000;
  const record: Cohort = {
    schema: 1,
    id,
    name: 'Spring 2027',
    organisation: 'Harbour Institute',
    timeZone: 'Europe/Lisbon',
    program: { id: 'essentials', version: 1, title: 'Essentials' },
    coordinator: staff,
    committee,
    leadership: [staff],
    schedule: plan(defaultProgram, '2027-01-11', 'Europe/Lisbon'),
    done: {},
    stage: 'apply',
    status: 'running',
    revision: 1,
    generation: 0,
    request: 'x',
    createdAt: '2027-01-08T09:00:00.000Z',
    expiresAt,
  };
  await cohorts.create(record);
  await cohorts.keepProgram(record, defaultProgram);
  const addPerson = (contact: { name: string; email: string }, part: Part) =>
    people.add({ id: people.personId(id, contact.email), cohort: id, ...contact, parts: [part], expiresAt });
  await addPerson(staff, 'coordinator');
  for (const one of committee) await addPerson(one, 'committee');
  for (let number = 0; number < size; number += 1)
    await addPerson({ name: `Person ${number}`, email: `person-${number}@example.org` }, 'participant');

  let now = '2027-01-08T09:00:00.000Z';
  return {
    /** One look at the cohort, at its next moment; which stage it was at, or undefined when it is over. */
    async look(): Promise<string | undefined> {
      const cohort = await cohorts.get(id);
      if (cohort?.status !== 'running') return undefined;
      const task = {
        version: 1,
        cohort: id,
        stage: cohort.stage,
        generation: cohort.generation,
        rounds: 0,
        startedAt: now,
      } as const;
      const { again, over, holdSeconds } = await reconcile(task, now, () => false);
      if (!again && !over) now = new Date(Date.parse(now) + holdSeconds * 1000).toISOString();
      return cohort.stage;
    },
    /** Everybody answers what is open. */
    async answer(): Promise<void> {
      const open = (await forms.list(id)).filter(({ status }) => status === 'open');
      for (const form of open) {
        const number = Number(/\d+/.exec(form.person)?.[0] ?? 0);
        await forms.replace(form, { ...form, status: 'complete', answers: answersTo(form, number) });
      }
    },
  };
}

let applicants = 0;

function answersTo(form: AskedForm, _number: number): Answers {
  if (form.questions) return Object.fromEntries(form.questions.map(({ key }) => [key, true]));
  if (form.purpose === 'application') {
    applicants += 1;
    const said = applicants % 2 === 0 ? answers.mentorAnswers : answers.menteeAnswers;
    return { ...said, ...('story' in said ? { story: sentences } : { change: sentences }) };
  }
  const definition = defaultProgram.forms[form.stage ?? form.purpose];
  return Object.fromEntries(
    numbered(definition as never).map((question): [string, string | number | boolean | string[]] => {
      const options = 'options' in question ? ((question.options ?? []) as string[]) : [];
      if (question.type === 'yesno') return [question.key, true];
      if (question.type === 'scale' || question.type === 'number') return [question.key, question.min ?? 4];
      if (question.type === 'choice') return [question.key, options[0] ?? ''];
      if (question.type === 'choices') return [question.key, options.slice(0, 1)];
      return [question.key, sentences];
    }),
  );
}
