/** How moments are written: in whose language and where. */
export interface Reader {
  /** BCP 47, a variety of English, as the page is. */
  locale: string;
  zone: string;
  /** Milliseconds since 1970 of the system's time. */
  now: number;
}

/** The variety of English that a browser asks for, or the world's most common order of a date. */
export function localeOf(acceptLanguage: string | undefined): string {
  const [wanted] = /\ben-[A-Z]{2}\b/.exec(acceptLanguage?.slice(0, 200) ?? '') ?? [];
  return wanted ?? 'en-GB';
}

/** `09:00` today, `12 Feb` this year, `12 Feb 2027` otherwise. */
export function Brief({ at, reader }: { at: number; reader: Reader }) {
  const day = (moment: number) => format(moment, reader, { year: 'numeric', month: 'numeric', day: 'numeric' });
  const year = (moment: number) => format(moment, reader, { year: 'numeric' });
  const options: Intl.DateTimeFormatOptions =
    day(at) === day(reader.now)
      ? { hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short', ...(year(at) === year(reader.now) ? {} : { year: 'numeric' }) };
  return (
    <time dateTime={new Date(at).toISOString()} title={inFull(at, reader)}>
      {format(at, reader, options)}
    </time>
  );
}

export function InFull({ at, reader }: { at: number; reader: Reader }) {
  return <time dateTime={new Date(at).toISOString()}>{inFull(at, reader)}</time>;
}

/** `Friday 12 February 2027 at 09:00 GMT`. */
export function inFull(at: number, reader: Reader): string {
  return format(at, reader, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** `Fri, 12 Feb 2027 at 09:00`, as mail programs write above a quote. */
export function aboveQuote(at: number, reader: Reader): string {
  const date = format(at, reader, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${date} at ${format(at, reader, { hour: '2-digit', minute: '2-digit' })}`;
}

function format(at: number, { locale, zone }: Reader, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);
}
