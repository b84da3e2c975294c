import { Temporal } from 'temporal-polyfill';

/** A working day in its own time zone, in minutes after midnight; one that ends the next day ends after 24 hours. */
export interface WorkingDay {
  from: number;
  to: number;
  zone: string;
}

/** Reads "9-17 Europe/Lisbon", "08:30 to 16:30, America/New_York" or "9 am - 5 pm UTC"; undefined for anything else. */
export function workingDayIn(text: string): WorkingDay | undefined {
  const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?`;
  const found = new RegExp(
    String.raw`^\s*${time}\s*(?:-|–|to|until)\s*${time}[\s,;(]+([A-Za-z_]+(?:/[A-Za-z_+\-0-9]+)*)\)?\s*$`,
    'i',
  ).exec(text);
  if (!found) return undefined;
  const [from, to] = [minutes(found[1], found[2], found[3]), minutes(found[4], found[5], found[6])];
  const zone = zoneIn(found[7] ?? '');
  if (from === undefined || to === undefined || zone === undefined || from === to) return undefined;
  return { from, to: to > from ? to : to + day, zone };
}

const day = 24 * 60;

function minutes(hours = '', past = '0', half = ''): number | undefined {
  const hour = Number(hours);
  const isHalf = half !== '';
  if (Number(past) > 59 || hour > (isHalf ? 12 : 24) || (isHalf && hour === 0)) return undefined;
  return (isHalf ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour) * 60 + Number(past);
}

function zoneIn(name: string): string | undefined {
  try {
    return Temporal.Instant.from('2026-01-15T12:00Z').toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/**
 * How many hours of their working days two people share, in winter or in summer, whichever is less: zones change their
 * clocks on different days, and a pair meets all year.
 */
export function sharedHours(one: WorkingDay, other: WorkingDay): number {
  return Math.min(...seasons.map((season) => overlap(inUtc(one, season), inUtc(other, season)) / 60));
}

const seasons = ['2026-01-15T12:00Z', '2026-07-15T12:00Z'];
const offsets = new Map<string, number>();

function inUtc({ from, to, zone }: WorkingDay, season: string): [number, number] {
  const key = `${zone} ${season}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = Temporal.Instant.from(season).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
    offsets.set(key, offset);
  }
  return [from - offset, to - offset];
}

/** Days repeat, so that an evening here may be a morning there. */
function overlap([from, to]: [number, number], [start, end]: [number, number]): number {
  let shared = 0;
  for (let days = -2; days <= 2; days++) {
    shared += Math.max(0, Math.min(to, end + days * day) - Math.max(from, start + days * day));
  }
  return shared;
}
