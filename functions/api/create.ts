import pMap from 'p-map';
import type { Part, Person } from '#domain/person.ts';
import type { Cohort, Colleague, Instant } from '#domain/program/cohort.ts';
import { stageOf, stageOfKind } from '#domain/program/milestones.ts';
import { concernsOf, groupFaults, type NewCohort, PlannedBy, scheduleFor } from '#domain/program/new-cohort.ts';
import type { ProgramDefinition } from '#domain/program/program-definition.ts';
import { restDays } from '#domain/program/rehearsal.ts';
import { expiryOf } from '#domain/program/schedule.ts';
import { api } from '#shared/http/api-routes.ts';
import { derivedId, randomId } from '#shared/ids.ts';
import { type Fault, type Problem, pointer } from '#shared/problem.ts';
import { withExample } from '#shared/programs/example.ts';
import { programs } from '#shared/programs/index.ts';
import * as cohorts from '#shared/store/cohorts.ts';
import * as events from '#shared/store/events.ts';
import * as people from '#shared/store/people.ts';
import { concernWords } from '#shared/words/concern-words.ts';
import { faultWords } from '#shared/words/fault-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import { languageFault } from '#shared/words/language-fault.ts';
import { scheduleWarningWords } from '#shared/words/schedule-warning-words.ts';
import { startExecution } from '#shared/workflow/start-execution.ts';
import { type ApiRequest, atOnce, bodyOf, cohortOf } from './api-request.ts';
import { problem } from './problem-words.ts';
import { json } from './responses.ts';
import { wholeView } from './views.ts';

/**
 * Starts a cohort. Its people are stored first and its record last, so that a cohort that exists is whole; then its
 * workflow starts. With an Idempotency-Key, a request that is sent again ends in the same cohort.
 */
export async function createCohort(request: ApiRequest) {
  const wanted = bodyOf(
    api.routes.createCohort,
    request,
    (given) => [...planFaults(given, request.now), ...languageFaults(given)],
    withExample,
  );
  const { program, stages } = planOf(wanted, request.now);
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (key === '' || key.length > 200)) {
    throw problem(400, ({ badKey }) => [badKey.title, badKey.detail]);
  }
  const { subject, owner } = request.caller;
  const id = key ? derivedId('coh', subject, key, ...(owner === undefined ? [] : [owner])) : randomId('coh');
  const cohort: Cohort = {
    schema: 1,
    id,
    ...(owner !== undefined && { owner }),
    name: wanted.name,
    organisation: wanted.organisation,
    timeZone: wanted.timeZone,
    ...(wanted.language && { language: wanted.language }),
    program: { id: program.id, version: program.version, title: program.title },
    coordinator: wanted.coordinator,
    committee: wanted.committee,
    ...(wanted.chair && { chair: wanted.chair }),
    leadership: wanted.leadership,
    ...(wanted.invitedGroups && { invitedGroups: wanted.invitedGroups }),
    schedule: stages,
    done: {},
    stage: stageOfKind({ schedule: stages }, 'apply').name,
    status: 'running',
    revision: 1,
    generation: 0,
    request: derivedId('req', JSON.stringify(wanted)),
    createdAt: request.now,
    expiresAt: expiryOf(stages, program.privacy.keep, wanted.timeZone),
  };
  const existing = await cohorts.get(id);
  if (existing) return repeated(existing, cohort.request);
  if (!(await cohorts.claim(cohort))) throw usedBefore();
  await pMap(peopleOf(cohort, wanted), (person) => people.add(person), { concurrency: atOnce });
  await cohorts.keepProgram(cohort, program);
  if (!(await cohorts.create(cohort))) return repeated(await cohortOf({ ...request, id }), cohort.request);
  await startExecution(cohort);
  await events.note(cohort, { at: request.now, what: 'cohort.created', who: request.caller.who });
  const words = wordsOf(cohort.language);
  const warnings = [
    ...concernsOf(wanted, program).map((concern) => concernWords(concern, words)),
    ...restDays(stages, wanted.timeZone).map((warning) => scheduleWarningWords(warning, words)),
  ];
  return json(201, { ...(await wholeView(cohort)), warnings }, { location: `/v1/cohorts/${id}` });
}

/** The request was carried out before, perhaps not to its end: its workflow is started unless it was. */
async function repeated(cohort: Cohort, fingerprint: string) {
  if (cohort.request !== fingerprint) throw usedBefore();
  if (stageOf(cohort, cohort.stage).kind === 'apply' && cohort.status === 'running') await startExecution(cohort);
  return json(200, await wholeView(cohort), { location: `/v1/cohorts/${cohort.id}` });
}

function usedBefore(): Problem {
  return problem(422, ({ keyUsed }) => [keyUsed.title, keyUsed.detail]);
}

/** A record of the table has 400 KB. */
const largestProgram = 300_000;

function programFor({ program }: Pick<NewCohort, 'program'>): ProgramDefinition | undefined {
  return typeof program === 'string' ? programs.find(({ id }) => id === program) : program;
}

/** What is wrong with the program's name and the dates, as far as they can be read at all. */
function planFaults(given: unknown, now: Instant): Fault[] {
  const asked = PlannedBy.safeParse(given);
  if (!asked.success) return [];
  const program = programFor(asked.data);
  if (program) {
    const planned = scheduleFor(asked.data, program, now);
    if (Buffer.byteLength(JSON.stringify(program)) > largestProgram)
      return [{ pointer: '/program', detail: wordsOf().problems.at.programTooLarge }];
    const faults = [...('faults' in planned ? planned.faults : []), ...groupFaults(asked.data, program)];
    return faults.map(({ field, fault }) => ({ pointer: pointer(field), detail: faultWords(fault, wordsOf()) }));
  }
  const { at } = wordsOf().problems;
  const names = wordsOf().enumeration(programs.map(({ id }) => id));
  return [
    {
      pointer: '/program',
      detail: at.noSuchProgram({ names }),
    },
  ];
}

function languageFaults(given: unknown): Fault[] {
  const detail = languageFault(given);
  return detail === undefined ? [] : [{ pointer: '/language', detail }];
}

/** The program and the stages of a request without faults. */
function planOf(wanted: NewCohort, now: Instant) {
  const program = programFor(wanted);
  const planned = program && scheduleFor(wanted, program, now);
  if (!program || !planned || 'faults' in planned)
    throw new Error('The request was checked, and yet it has no schedule.');
  return { program, stages: planned.stages };
}

/** One record a person, with all the parts that they have. */
function peopleOf(cohort: Cohort, { invitees }: NewCohort): Person[] {
  const byId = new Map<string, Person>();
  const owned = cohort.owner === undefined ? {} : { owner: cohort.owner };
  const add = (part: Part) => (contact: Colleague) => {
    const id = people.personId(cohort.id, contact.email);
    const known = byId.get(id);
    if (known) known.parts.push(part);
    else byId.set(id, { id, cohort: cohort.id, ...owned, ...contact, parts: [part], expiresAt: cohort.expiresAt });
  };
  invitees.forEach(add('participant'));
  cohort.committee.forEach(add('committee'));
  cohort.leadership.forEach(add('leadership'));
  add('coordinator')(cohort.coordinator);
  return [...byId.values()];
}
