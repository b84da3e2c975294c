import { concernsAbout } from '#domain/committee.ts';
import { type AskedForm, definitionOf } from '#domain/forms/form-record.ts';
import { writtenInVain } from '#domain/in-vain.ts';
import { readiness } from '#domain/matching/round/pool-readiness.ts';
import { isAsked, type Person } from '#domain/person.ts';
import type { Cohort, Instant } from '#domain/program/cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { leftOutOf } from '#domain/promised.ts';
import { queueEmail } from '#shared/mail/queue-email.ts';
import * as events from '#shared/store/events.ts';
import * as forms from '#shared/store/forms.ts';
import * as people from '#shared/store/people.ts';
import { pool } from '#shared/store/pool.ts';
import * as promises from '#shared/store/promises.ts';
import * as replies from '#shared/store/replies.ts';
import { forEachPage } from '../for-each-page.ts';
import { openForm } from '../open-form.ts';
import { queueLongEmail } from '../queue-long-email.ts';
import { reminderFilter } from '../reminder-filter.ts';
import { done, type MilestoneContext, type Progress, type StageWork } from '../stage-contract.ts';

/** Applications: everyone invited is asked, those who owe an answer are reminded, the coordinator hears who is there. */
export const apply: StageWork = { open: invite, remind, close: summarise };

async function invite(context: MilestoneContext): Promise<Progress> {
  const { cohort, now } = context;
  const page = (after: string | undefined, most: number) => people.page(cohort.id, most, after);
  return forEachPage(context, page, async (person: Person) => {
    if (!isAsked(person) || (await isLeftOut(cohort, person, now))) return;
    const form = await openForm(cohort, { person: person.id, purpose: 'application', occasion: cohort.stage }, now);
    await queueEmail(cohort, { person: person.id, kind: 'invitation', occasion: cohort.stage, form }, now);
  });
}

/** Looks up, once for each invitee, whether they have said in an earlier cohort that they are not to be asked in this one. */
async function isLeftOut(cohort: Cohort, person: Person, now: Instant): Promise<boolean> {
  if (person.again) {
    await promises.forget(person);
    return false;
  }
  const why = leftOutOf(cohort.id, await promises.promised(person), now);
  if (why === undefined) return false;
  await people.leaveOut(cohort.id, person.id, why);
  await events.note(cohort, { at: now, what: `person.left-out.${why}`, who: 'telemachy', of: person.id });
  return true;
}

async function remind(context: MilestoneContext): Promise<Progress> {
  const { cohort, milestone, now } = context;
  const isReminded = await reminderFilter(context);
  const page = (after: string | undefined, most: number) =>
    forms.page(cohort.id, { purpose: 'application' }, most, after);
  return forEachPage(context, page, async (form) => {
    if (!isReminded(form)) return;
    const facts = { nth: Number(milestone.id.split('-').at(-1)) };
    await queueEmail(
      cohort,
      { person: form.person, kind: 'application-reminder', occasion: milestone.id, form, facts },
      now,
    );
  });
}

/** Those who have written and of whose application we have nothing: their words, or why there are none. */
async function writtenInVainTo(cohort: Cohort, asked: readonly AskedForm[], program: ProgramDefinition) {
  const why = await replies.unread(cohort.id, 'application');
  return new Map(
    asked.flatMap((form): [string, { words?: string; why?: string }][] => {
      const words = writtenInVain(form, definitionOf(form, program));
      if (words) return [[form.person, { words }]];
      const reason = why.get(form.person);
      return words === '' || (form.status === 'open' && reason !== undefined)
        ? [[form.person, { ...(reason !== undefined && { why: reason }) }]]
        : [];
    }),
  );
}

async function summarise({ cohort, program, now }: MilestoneContext): Promise<Progress> {
  const { everyone, applicants, held, program: weighted } = await pool(cohort, program);
  const asked = await forms.list(cohort.id, 'application');
  const names = new Map(everyone.map((person) => [person.id, person.name]));
  const summary = readiness(
    applicants.filter(({ id }) => !held.has(id)),
    weighted,
  );
  const invited = new Set(everyone.filter(isAsked).map(({ email }) => email));
  const unread = await writtenInVainTo(cohort, asked, program);
  const count = (status: string) => asked.filter((form) => form.status === status && !unread.has(form.person)).length;
  const bounced = everyone.filter((person) => isAsked(person) && person.unreachable === 'bounced');
  await queueLongEmail(
    cohort,
    {
      person: people.personId(cohort.id, cohort.coordinator.email),
      kind: 'readiness',
      occasion: cohort.stage,
      facts: {
        invited: asked.length,
        applied: count('complete'),
        partial: count('partial'),
        declined: count('declined'),
        silent: count('open') - bounced.length,
        bounced: bounced.length,
        leftOut: everyone.flatMap(({ name, leftOut }) => (leftOut ? [{ name, why: leftOut }] : [])),
        mentors: summary.mentors - summary.both,
        mentees: summary.mentees - summary.both,
        both: summary.both,
        places: summary.places,
        unmatchable: summary.unmatchable.map(({ person, ...why }) => ({ name: names.get(person) ?? person, ...why })),
        unread: [...unread].map(([person, what]) => ({ name: names.get(person) ?? person, ...what })),
        unfinished: asked
          .filter(({ status, person }) => status === 'partial' && !unread.has(person))
          .map(({ person }) => names.get(person) ?? person),
        held: [...held].map((person) => names.get(person) ?? person),
        coverage: summary.coverage.map(({ title, topics }) => ({ title, topics })),
        concerns: concernsAbout(cohort.committee, program.matching.committee.quorum, invited),
      },
    },
    now,
  );
  return done;
}
