import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Concern, concernsAbout } from '../committee.ts';
import { coded, type DocumentFault, faultsIn, inCodes } from '../document-faults.ts';
import { inheritedName, isInherited } from '../own-name.ts';
import { Address, Colleague, Contact, type Instant } from './cohort.ts';
import { momentOf } from './moments.ts';
import { ProgramDefinition } from './program-definition.ts';
import { faultsOf, plan } from './schedule.ts';

const TimeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  coded({ code: 'time-zone' }),
);

/** Counts as the pointers of a problem do, from nought, and names the one that was there first. */
const unlikeOthers = (list: string) => (people: readonly Contact[], context: z.RefinementCtx) => {
  const first = new Map<string, number>();
  people.forEach(({ email }, index) => {
    const earlier = first.get(email);
    if (earlier === undefined) first.set(email, index);
    else
      context.addIssue({
        code: 'custom',
        path: [index, 'email'],
        message: coded({ code: 'same-address', list, index: `${earlier}`, name: people[earlier]?.name ?? '' }),
      });
  });
};

/** A name or a definition. Not a union, which would say of a definition with a fault that it is neither. */
const Program = z.unknown().transform((given, context): string | ProgramDefinition => {
  if (typeof given === 'string') return given;
  const read = ProgramDefinition.safeParse(given, { error: inCodes });
  if (read.success) return read.data;
  for (const { path, fault } of faultsIn(read.error)) context.addIssue({ code: 'custom', path, message: coded(fault) });
  return z.NEVER;
});

/** `again`: they have asked to be invited, so that an earlier "no thanks" or wish for no more mail no longer holds. */
const Invitee = Colleague.extend({ again: z.boolean().optional() });

const GroupName = z.string().refine((name) => !isInherited(name), inheritedName);

/** What a coordinator sends to start a cohort. */
export const NewCohort = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    /** As its people call it: "Harbour Institute". */
    organisation: z.string().trim().min(1).max(120),
    /** The name of a built-in program, or a definition of one's own. */
    program: Program.default('essentials'),
    /** The date on which applications open, in `timeZone`, in the morning; at once when absent. */
    start: z.iso.date(coded({ code: 'date' })).optional(),
    timeZone: TimeZone,
    /** BCP 47: what everything is written in; the default language when absent. */
    language: z.string().max(35).optional(),
    coordinator: Contact,
    committee: z.array(Colleague).min(1).max(5).superRefine(unlikeOthers('committee')),
    /** The address of the member of the committee who publishes the pairs; the coordinator does when absent. */
    chair: Address.optional(),
    /** Who gets the report by email; nobody when empty (see `concernsOf`). */
    leadership: z.array(Contact).max(10).superRefine(unlikeOthers('leadership')).default([]),
    /** At most 2,000 at once: more than that does not fit into one request's time. */
    invitees: z.array(Invitee).min(2).max(2000).superRefine(unlikeOthers('invitees')),
    /**
     * How many people of each group the invitation goes to, by question of `matching.audit` and answer, where the
     * organisation knows: `{"gender": {"woman": 60, "man": 80}}`. The committee then sees who applied, too.
     */
    invitedGroups: z.record(GroupName, z.record(GroupName, z.number().int().positive())).optional(),
    /** Milestones that are to be on other days than the program says: `{"apply.close": "2027-03-20"}`. */
    schedule: z.record(z.string(), z.string().max(40)).optional(),
  })
  .superRefine(({ chair, committee }, context) => {
    if (chair === undefined || committee.some(({ email }) => email === chair)) return;
    context.addIssue({ code: 'custom', path: ['chair'], message: coded({ code: 'chair-not-member' }) });
  });
export type NewCohort = z.infer<typeof NewCohort>;

/** What a coordinator may want to look at before a cohort starts: pointed out, not forbidden. */
export function concernsOf(
  { committee, leadership, invitees }: Pick<NewCohort, 'committee' | 'leadership' | 'invitees'>,
  program: ProgramDefinition,
): Concern[] {
  const invited = new Set(invitees.map(({ email }) => email));
  const ofCommittee = concernsAbout(committee, program.matching.committee.quorum, invited);
  return leadership.length > 0 ? ofCommittee : [...ofCommittee, { kind: 'report-unread' }];
}

/** The part of a request that its dates follow from; the rest may still be wrong. */
export const PlannedBy = z
  .object(NewCohort.shape)
  .pick({ program: true, start: true, timeZone: true, schedule: true, invitedGroups: true })
  // How many there are is enough: a fault in one of them must not hide those in the dates.
  .extend({ invitees: z.array(z.unknown()).optional().catch(undefined) });
export type PlannedBy = z.infer<typeof PlannedBy>;

/** What is wrong with a field of a request. */
interface FieldFault {
  field: string[];
  fault: DocumentFault;
}

/** Numbers of people invited for what is no group of the program, or of more people than are invited. */
export function groupFaults(
  { invitedGroups = {}, invitees }: Pick<PlannedBy, 'invitedGroups' | 'invitees'>,
  program: ProgramDefinition,
): FieldFault[] {
  return Object.entries(invitedGroups).flatMap(([key, groups]) => {
    const field = ['invitedGroups', key];
    const { audit } = program.matching;
    if (!audit.includes(key)) {
      const groups = { question: key, groups: audit };
      const code = audit.length === 0 ? 'no-group-questions' : 'no-such-group-question';
      return [{ field, fault: { code, ...groups } }];
    }
    const { type, options = ['yes', 'no'] } = program.forms.application.questions.find((one) => one.key === key) ?? {};
    const known = type === 'yesno' ? ['yes', 'no'] : options;
    const faults = Object.keys(groups)
      .filter((group) => !known.includes(group))
      .map(
        (group): FieldFault => ({
          field: [...field, group],
          fault: { code: 'no-such-group', question: key, groups: known },
        }),
      );
    // Everyone is in one group at most: the audit counts whoever chose several apart.
    const people = Object.values(groups).reduce((sum, count) => sum + count, 0);
    if (invitees === undefined || people <= invitees.length) return faults;
    return [...faults, { field, fault: { code: 'more-than-invited', people, invited: invitees.length } }];
  });
}

/** The schedule of a new cohort, or what is wrong with the dates, by the field that is to blame. */
export function scheduleFor(
  request: PlannedBy,
  program: ProgramDefinition,
  now: Instant,
): { stages: ReturnType<typeof plan> } | { faults: FieldFault[] } {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(request.timeZone).toPlainDate().toString();
  const start = request.start ?? today;
  const faults: FieldFault[] = [];
  if (start < today)
    faults.push({ field: ['start'], fault: { code: 'start-passed', start, today, timeZone: request.timeZone } });

  const ids = new Set(plan(program, start, request.timeZone).flatMap((stage) => stage.milestones.map(({ id }) => id)));
  const overrides: Record<string, string> =
    request.start === undefined ? { [`${program.schedule[0]?.name}.open`]: now } : {};
  for (const [id, moment] of Object.entries(request.schedule ?? {})) {
    const field = ['schedule', id];
    if (!ids.has(id)) faults.push({ field, fault: { code: 'no-such-milestone', milestone: id, milestones: [...ids] } });
    else if (!isMoment(moment, request.timeZone)) faults.push({ field, fault: { code: 'no-date', given: moment } });
    else overrides[id] = moment;
  }
  const stages = plan(program, start, request.timeZone, overrides);
  const milestones = stages.flatMap((stage) => stage.milestones);
  for (const id of Object.keys(request.schedule ?? {})) {
    const at = milestones.find((milestone) => milestone.id === id)?.at;
    if (at !== undefined && at < now) faults.push({ field: ['schedule', id], fault: { code: 'passed', at } });
  }
  for (const { milestone, fault } of faultsOf(stages)) faults.push({ field: ['schedule', milestone], fault });
  return faults.length > 0 ? { faults } : { stages };
}

function isMoment(text: string, zone: string): boolean {
  try {
    momentOf(text, zone, 'close');
    return true;
  } catch {
    return false;
  }
}
