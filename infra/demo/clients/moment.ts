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

export function momentIn(timeZone: string, at: number): Moment {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(at);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const [hour = '0', minute = '00', second = '00'] = clock.format(at).split(':');
  return {
    weekday: part({ weekday: 'long' }),
    weekdayShort: part({ weekday: 'short' }),
    day: Number(part({ day: 'numeric' })),
    month: part({ month: 'long' }),
    monthShort: part({ month: 'short' }),
    monthNumber: Number(part({ month: 'numeric' })),
    year: Number(part({ year: 'numeric' })),
    hour: Number(hour),
    minute,
    second,
  };
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** "9:05 AM". */
export function twelveHours({ hour, minute }: Moment): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'AM' : 'PM'}`;
}
