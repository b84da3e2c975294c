import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { move, plan } from '#domain/schedule.ts';
import { scheduleFor } from '#domain/new-cohort.ts';
import { Cohort } from '#domain/cohort.ts';
import * as z from 'zod';
import { Stage } from '#domain/cohort.ts';
import { essentials } from '#shared/programs/essentials.ts';
import { anyMilestone, days, local, milestonesOf, newCohort, programWith, schedules, zones } from './samples.ts';
it('times there and back', () => {
  fc.assert(fc.property(schedules, days, zones, anyMilestone, fc.integer({min:1,max:24*200}), (s, start, zone, id, hours) => {
    const stages = plan(programWith(s), start, zone);
    const m = milestonesOf(stages).find((o) => o.id === id) ?? milestonesOf(stages)[0]!;
    const to = local(m.at, zone).add({ hours });
    const away = move({ schedule: stages, done: {}, timeZone: zone }, { [m.id]: to.toInstant().toString() }, '2020-01-01T00:00:00.000Z');
    if ('faults' in away) return;
    const back = move({ schedule: away.schedule, done: {}, timeZone: zone }, { [m.id]: m.at }, '2020-01-01T00:00:00.000Z');
    expect(back).toEqual({ schedule: stages });
  }), { numRuns: 500 });
});
it('scheduleFor never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('2027-03-20T18:00z','2027-03-20t18:00','2027-03-20T18','2027-03-20T18:00:60','2027-12-31T24:00','2027-03-20T18:00-00:00','2027-366','2027-W10-1','20270320T180000','+002027-03-20','2027-03-20T18:00:00.1234567890')), (text) => {
    let r; try { r = scheduleFor(newCohort({ schedule: { 'apply.close': text } }), essentials, '2027-01-01T00:00:00.000Z'); } catch (e) { console.log('THROWS', JSON.stringify(text), (e as Error).message); return; }
    if ('stages' in r && !z.array(Stage).safeParse(r.stages).success) console.log('BAD', text);
  }), { numRuns: 2000 });
});
it('expanded years', () => {
  const r = scheduleFor(newCohort({ start: undefined, schedule: { 'apply.open': '+012027-01-01' } }), essentials, '2027-01-01T00:00:00.000Z');
  console.log(JSON.stringify(r).slice(0, 200), 'stages' in r && z.array(Stage).safeParse(r.stages).success);
  const r2 = scheduleFor(newCohort({ start: undefined, schedule: { 'apply.open': '9999-06-01', 'apply.close':'9999-12-01', } }), essentials, '2027-01-01T00:00:00.000Z');
  console.log(JSON.stringify(r2).slice(0, 600));
  const mv = move({schedule: plan(essentials,'2027-01-11','UTC'),done:{},timeZone:'UTC'},{'apply.open':'+012027-01-01'},'2027-01-01T00:00:00.000Z');
  console.log(JSON.stringify(mv).slice(0, 200));
  const mv2 = move({schedule: plan(essentials,'2027-01-11','UTC'),done:{},timeZone:'UTC'},{'closeout.close':'9999-12-31'},'2027-01-01T00:00:00.000Z');
  console.log(JSON.stringify(mv2).slice(-300));
});
