import type { ReactNode } from 'react';
import type { Letter } from '../maildir.ts';
import { type Context, Crumbs, document } from './frame.tsx';
import { InFull } from './moments.tsx';
import type { Correspondent, Enclosure, Reading } from './reading.ts';
import type { ReplyFormat } from './reply.ts';

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
        <div className="sheet">
          <iframe
            title="The message"
            src={here('html')}
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
          />
        </div>
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
        <textarea
          id="text"
          name="text"
          rows={14}
          spellCheck="true"
          dir="auto"
          defaultValue={draft.text}
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
    const address = withoutPunctuation(part);
    return [
      <a key={address} href={address} target="_blank" rel="noreferrer">
        {address}
      </a>,
      part.slice(address.length),
    ];
  });
}

function withoutPunctuation(address: string): string {
  let end = address.length;
  while ('.,;:!?)]'.includes(address[end - 1] ?? ' ')) end -= 1;
  return address.slice(0, end);
}
