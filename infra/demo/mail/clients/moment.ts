/** The parts of a moment on somebody's computer, as numbers and names in English, to make any program's date of. */
export interface Moment {
  weekday: string;
  weekdayShort: string;
  day: number;
  month: string;
  monthShort: string;
  monthNumber: number;
  year: number;
  /** 24 hours. */
  hour: number;
  minute: string;
  second: string;
}

const months = 'January February March April May June July August September October November December'.split(' ');
/** Making a format takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

export function momentIn(timeZone: string, at: number): Moment {
  const format = formats.get(timeZone) ?? formatFor(timeZone);
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday = '', month = '', minute = '', second = '' } = parts;
  return {
    weekday,
    weekdayShort: weekday.slice(0, 3),
    day: Number(parts.day),
    month,
    monthShort: month.slice(0, 3),
    monthNumber: months.indexOf(month) + 1,
    year: Number(parts.year),
    hour: Number(parts.hour),
    minute,
    second,
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** "9:05 AM". */
export function twelveHours({ hour, minute }: Moment): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}
