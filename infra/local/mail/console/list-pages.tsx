import type { Letter, Person } from '../maildir.ts';
import { type Context, Crumbs, document, type Places } from './frame.tsx';
import { Brief } from './moments.tsx';
import type { Reading } from './reading.ts';

/** A message in a list, with as much of it as its first lines tell. */
export interface Listed {
  letter: Letter;
  reading: Reading;
  preview: string;
}

export function peoplePage(
  context: Context & {
    people: { person: Person; name: string; subject: string }[];
    total: number;
    search: string;
    unread: GivenUp;
    page: Pager;
  },
): string {
  const { places, reader, people, total, search, unread } = context;
  return document(places, 'Mailboxes', [
    <header key="head">
      <h1>Mailboxes</h1>
      <p className="quiet">Every message this system has sent, by person. Open one to reply as that person.</p>
    </header>,
    unread.count > 0 || unread.tried > 0 ? <Unread key="unread" {...unread} /> : null,
    total > 12 || search !== '' ? <Search key="search" places={places} search={search} /> : null,
    people.length === 0 ? (
      <p key="none" className="empty">
        {search === '' ? 'No mail yet. When a cohort starts, its invitations appear here.' : 'Nobody by that name.'}
      </p>
    ) : (
      <ul key="people" className="rows">
        {people.map(({ person, name, subject }) => (
          <li key={person.address} className={person.unread > 0 ? 'unread' : undefined}>
            <a href={places.person(person.address)}>
              <span className="who">
                <span>{name || person.address}</span> {name ? <span className="address">{person.address}</span> : null}
              </span>
              {person.newest ? <Brief at={person.newest.at} reader={reader} /> : null}
              <span className="latest">{subject || '(no subject)'}</span>
              <span className="quiet">{countOf(person)}</span>
            </a>
          </li>
        ))}
      </ul>
    ),
    <Pages key="pages" {...context.page} />,
  ]);
}

/** How much was given up, where it can be tried again, and how much of it has just been. */
interface GivenUp {
  count: number;
  action: string;
  tried: number;
}

function Unread({ count, action, tried }: GivenUp) {
  if (count === 0) {
    return (
      <p className="note" role="status">
        {tried === 1 ? 'It is being tried again.' : `${tried} are being tried again.`} What fails once more comes back
        here.
      </p>
    );
  }
  return (
    <form className="note" role="status" method="post" action={action}>
      <p>
        {count === 1 ? 'One message' : `${count} messages`}, in or out, could not be dealt with after several attempts.
        Nothing is lost: once the cause is mended, try again. A start of the system tries again too.
      </p>
      <button type="submit">Try again</button>
    </form>
  );
}

function Search({ places, search }: { places: Places; search: string }) {
  return (
    <search>
      <form action={places.home}>
        <label htmlFor="q">Find a person</label>
        <input id="q" name="q" type="search" defaultValue={search} autoComplete="off" />
        <button type="submit">Find</button>
      </form>
    </search>
  );
}

function countOf({ messages, unread }: Person): string {
  const all = messages === 1 ? '1 message' : `${messages} messages`;
  return unread === 0 ? all : `${all}, ${unread} unread`;
}

export function personPage(
  context: Context & { address: string; name: string; listed: Listed[]; total: number; isSent: boolean; page: Pager },
): string {
  const { places, reader, address, name, listed, isSent } = context;
  return document(places, `Mail for ${name || address}`, [
    <Crumbs key="crumbs" places={places} />,
    <header key="head">
      <h1>{name || address}</h1>
      {name ? <p className="quiet">{address}</p> : null}
    </header>,
    isSent ? (
      <p key="note" className="note" role="status">
        Your reply is on its way. The answer to it will appear here.
      </p>
    ) : null,
    listed.length === 0 ? (
      <p key="none" className="empty">
        No mail for {address}.
      </p>
    ) : (
      <ul key="letters" className="rows">
        {listed.map(({ letter, reading, preview }) => (
          <li key={letter.id} className={letter.seen ? undefined : 'unread'}>
            <a href={places.letter(address, letter.id)}>
              <span className="who">{reading.from.name || reading.from.address || 'Unknown sender'}</span>
              <Brief at={letter.at} reader={reader} />
              <span className="subject">
                {letter.seen ? null : <span className="hidden">Unread: </span>}
                {reading.subject || '(no subject)'}
              </span>
              <span className="quiet preview">{preview}</span>
              {letter.answered ? <span className="tag">Answered</span> : null}
            </a>
          </li>
        ))}
      </ul>
    ),
    <Pages key="pages" {...context.page} />,
  ]);
}

export interface Pager {
  newer?: string | undefined;
  older?: string | undefined;
}

function Pages({ newer, older }: Pager) {
  if (!newer && !older) return null;
  return (
    <nav className="bar" aria-label="Pages">
      {newer ? <a href={newer}>Newer</a> : null}
      {older ? <a href={older}>Older</a> : null}
    </nav>
  );
}
