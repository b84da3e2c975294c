import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Letter, Person } from '../maildir.ts';
import { Brief, InFull, type Reader } from './moments.tsx';
import type { Correspondent, Enclosure, Reading } from './reading.ts';
import type { ReplyFormat } from './reply.ts';

/** Where things are, under the path that the console is mounted at. */
export interface Places {
  home: string;
  person(address: string): string;
  letter(address: string, id: string, part?: string): string;
}

export function placesUnder(base: string): Places {
  const person = (address: string) => `${base}/${encodeURIComponent(address)}`;
  return {
    home: base,
    person,
    letter: (address, id, part) =>
      `${person(address)}/${encodeURIComponent(id)}${part === undefined ? '' : `/${part}`}`,
  };
}

/** A message in a list, with as much of it as its first lines tell. */
export interface Listed {
  letter: Letter;
  reading: Reading;
  preview: string;
}

interface Context {
  places: Places;
  reader: Reader;
}

export function peoplePage(
  context: Context & {
    people: { person: Person; name: string; subject: string }[];
    total: number;
    search: string;
    page: Pager;
  },
): string {
  const { places, reader, people, total, search } = context;
  return document(places, 'Mailboxes', [
    <header key="head">
      <h1>Mailboxes</h1>
      <p className="quiet">
        Mail that this system sent, one mailbox a person. It stays on this machine unless a relay was given.
      </p>
    </header>,
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
              <span className="who">{name || person.address}</span>
              {person.newest ? <Brief at={person.newest.at} reader={reader} /> : null}
              {name ? <span className="address">{person.address}</span> : null}
              <span className="subject">{subject || '(no subject)'}</span>
              <span className="quiet">{countOf(person)}</span>
            </a>
          </li>
        ))}
      </ul>
    ),
    <Pages key="pages" {...context.page} />,
  ]);
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

export function letterPage(
  context: Context & {
    address: string;
    letter: Letter;
    reading: Reading;
    asText: boolean;
    draft: { text: string; format: ReplyFormat; problem?: string };
  },
): string {
  const { places, reader, address, letter, reading, draft } = context;
  const here = (part?: string) => places.letter(address, letter.id, part);
  const hasChoice = reading.html !== undefined && reading.text !== '';
  const isText = reading.html === undefined || (context.asText && hasChoice);
  const listed = reading.attachments.map((one, at) => ({ ...one, at })).filter((one) => !one.isInline || isText);
  const self = reading.to.find((one) => one.address.toLowerCase() === address)?.name || address;

  return document(places, reading.subject || '(no subject)', [
    <Crumbs key="crumbs" places={places} person={{ address, name: self }} />,
    draft.problem ? (
      <p key="problem" className="note problem" role="alert">
        {draft.problem} <a href="#text">Back to your reply</a>
      </p>
    ) : null,
    <article key="letter">
      <header>
        <h1>{reading.subject || '(no subject)'}</h1>
        <dl className="facts">
          <Fact label="From">
            <Named {...reading.from} />
          </Fact>
          <Fact label="To">
            {reading.to.map((one) => (
              <Named key={one.address} {...one} />
            ))}
          </Fact>
          <Fact label="Received">
            <InFull at={letter.at} reader={reader} />
          </Fact>
        </dl>
        <nav className="bar" aria-label="This message">
          {hasChoice ? (
            <>
              <a href={here()} aria-current={isText ? undefined : 'true'}>
                Formatted
              </a>
              <a href={`${here()}?as=text`} aria-current={isText ? 'true' : undefined}>
                Plain text
              </a>
            </>
          ) : null}
          <a href={here('raw')} className="aside">
            Save as .eml
          </a>
        </nav>
      </header>
      {isText ? (
        <pre className="text" dir="auto">
          {reading.text ? linked(reading.text) : 'This message has no text.'}
        </pre>
      ) : (
        <iframe
          title="The message"
          src={here('html')}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
        />
      )}
      {listed.length > 0 ? <Enclosures listed={listed} to={(at) => here(`attachment/${at}`)} /> : null}
    </article>,
    <section key="reply" aria-labelledby="reply">
      <h2 id="reply">Reply</h2>
      <form method="post" action={here()} className="reply">
        <p className="quiet">
          From {address} to {reading.replyTo.address || 'nobody: this message names no sender'}. Type at the top, or
          under the questions.
        </p>
        <label htmlFor="text" className="hidden">
          Your reply
        </label>
        {/* A browser drops the first line break of a text area. */}
        <textarea
          id="text"
          name="text"
          rows={14}
          spellCheck="true"
          dir="auto"
          defaultValue={`\n${draft.text}`}
          aria-invalid={draft.problem ? true : undefined}
        />
        <div className="send">
          <fieldset>
            <legend>Send as</legend>
            <Choice value="text" words="Plain text" chosen={draft.format} />
            <Choice value="html" words="HTML" chosen={draft.format} />
          </fieldset>
          <button type="submit">Send reply</button>
        </div>
      </form>
    </section>,
    isText ? null : <script key="fit" src={`${places.home}/fit.js`} defer />,
  ]);
}

function Choice({ value, words, chosen }: { value: ReplyFormat; words: string; chosen: ReplyFormat }) {
  return (
    <label>
      <input type="radio" name="as" value={value} defaultChecked={value === chosen} /> {words}
    </label>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Named({ name, address }: Correspondent) {
  if (!name) return <span>{address || 'unknown'}</span>;
  return (
    <span>
      {name} <span className="quiet">{address}</span>
    </span>
  );
}

function Enclosures({ listed, to }: { listed: (Enclosure & { at: number })[]; to: (at: number) => string }) {
  return (
    <>
      <h2>Attached</h2>
      <ul className="attached">
        {listed.map(({ name, bytes, at }) => (
          <li key={at}>
            <a href={to(at)} download>
              {name}
            </a>{' '}
            <span className="quiet">{sizeOf(bytes.length)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Plain text with its web addresses as links. */
function linked(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>"]{1,2000})/).map((part, at) => {
    if (at % 2 === 0) return part;
    const [, address = part, rest = ''] = /^(.*?)([.,;:!?)\]]*)$/.exec(part) ?? [];
    return [
      <a key={address} href={address} target="_blank" rel="noreferrer">
        {address}
      </a>,
      rest,
    ];
  });
}

export function messagePage(places: Places, title: string, words: string): string {
  return document(places, title, [
    <Crumbs key="crumbs" places={places} />,
    <h1 key="head">{title}</h1>,
    <p key="words">{words}</p>,
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

function Crumbs({ places, person }: { places: Places; person?: Correspondent }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <a href={places.home}>Mailboxes</a>
      {person ? <a href={places.person(person.address)}>{person.name}</a> : null}
    </nav>
  );
}

function document(places: Places, title: string, parts: ReactNode[]): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Telemachy`}</title>
        <link rel="stylesheet" href={`${places.home}/console.css`} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>{parts}</main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
