import { Temporal } from 'temporal-polyfill';
import type { SeededRandom } from './seeded-random.ts';

/**
 * When people get to their mail. Everybody has the same few times of day, so that several answer at the same moment, as
 * happens, and so that the demo has fewer moments to stop at.
 */
const times = ['08:40', '10:30', '13:10', '16:20', '20:50'].map((time) => Temporal.PlainTime.from(time));

/** Nobody answers a letter within this many minutes of its arrival. */
const firstGlance = 20;

/** A time at which somebody who has got a letter at `now` is at their desk `days` working days later. */
export function atTheDesk(now: number, days: number, chance: SeededRandom, timeZone: string): number {
  const arrived = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  let day = arrived.toPlainDate();
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (!isWeekend(day)) left -= 1;
  }
  const earliest = arrived.add({ minutes: firstGlance });
  for (;;) {
    const later = times
      .map((time) => day.toZonedDateTime({ timeZone, plainTime: time }))
      .filter((moment) => Temporal.ZonedDateTime.compare(moment, earliest) > 0);
    if (later.length > 0 && !isWeekend(day)) return chance.pick(later).epochMilliseconds;
    day = day.add({ days: 1 });
  }
}

function isWeekend({ dayOfWeek }: Temporal.PlainDate): boolean {
  return dayOfWeek > 5;
}
