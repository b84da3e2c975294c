import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { type Answer, ownOrigin, Refusal, readForm, requireSameOrigin, send } from './console/console-server.ts';
import { css, fitScript } from './console/console-style.ts';
import { messagePage, type Places, placesUnder } from './console/frame.tsx';
import { letterPage } from './console/letter-page.tsx';
import { type Pager, peoplePage, personPage } from './console/list-pages.tsx';
import { aboveQuote, localeOf, type Reader } from './console/moments.tsx';
import { download, framePolicy, pagePolicy, plainPolicy } from './console/policies.ts';
import { framedHtml, preview, type Reading, readMail } from './console/reading.ts';
import { composeReply, quoted, type ReplyFormat, sender, sendReply } from './console/reply.ts';
import { field, mailboxes, readHeaders, words } from './headers.ts';
import type { Letter, Maildirs, Person } from './maildir.ts';

export interface MailboxOptions {
  maildirs: Maildirs;
  clock: Clock;
  /** Port of the SMTP server on this machine that takes replies. */
  smtpPort: number;
  /** Where the console is mounted; `/mail` by default. */
  base?: string;
  /** IANA zone that times are shown in: this machine's, as the reader sits at it. */
  zone?: string;
  /** Names other than 127.0.0.1 and localhost under which it may be asked for. */
  hosts?: readonly string[];
  /** What was given up, in or out. It can be tried again from the list of people. */
  givenUp?: { count(): number; redrive(): Promise<number> };
  trouble?: (what: string, cause: unknown) => void;
}

/** Where the form that tries them again posts to. No address is called so. */
const again = 'again';

const PAGE = 50;
/** A list shows first lines only; attachments come after them. */
const FIRST_PART = 65_536;

/** The web console of everybody's mailbox: a handler for all requests under `base`. Never rejects. */
export function mailboxConsole(
  options: MailboxOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const mailbox = new Mailbox(options);
  return (request, response) => mailbox.handle(request, response);
}

class Mailbox {
  readonly #options: MailboxOptions;
  readonly #maildirs: Maildirs;
  readonly #clock: Clock;
  readonly #base: string;
  readonly #zone: string;
  readonly #places: Places;

  constructor(options: MailboxOptions) {
    this.#options = options;
    this.#maildirs = options.maildirs;
    this.#clock = options.clock;
    this.#base = options.base ?? '/mail';
    this.#zone = options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.#places = placesUnder(this.#base);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isHead = request.method === 'HEAD';
    try {
      const origin = ownOrigin(request, this.#options.hosts);
      if (!request.url?.startsWith('/')) throw notFound();
      send(response, isHead, await this.#answer(request, new URL(origin + request.url)));
    } catch (failure) {
      if (!(failure instanceof Refusal)) this.#options.trouble?.('The mailbox console failed.', failure);
      const { status, title, message } =
        failure instanceof Refusal
          ? failure
          : new Refusal(500, 'Something went wrong', 'That is our fault, not yours.');
      send(response, isHead, { status, body: messagePage(this.#places, title, message), headers: plainPolicy });
    }
  }

  async #answer(request: IncomingMessage, url: URL): Promise<Answer> {
    const [named, id, part, number, ...others] = pathUnder(this.#base, url.pathname);
    const address = named?.toLowerCase();
    const isPost = request.method === 'POST';
    if (!isPost && request.method !== 'GET' && request.method !== 'HEAD') throw notAllowed();
    if (others.length > 0) throw notFound();
    if (isPost && id === undefined && address === again && this.#options.givenUp) {
      requireSameOrigin(request, url.origin);
      const tried = await this.#options.givenUp.redrive();
      return { status: 303, headers: { location: `${this.#places.home}?tried=${tried}` } };
    }
    if (isPost && (id === undefined || part !== undefined)) throw notAllowed();
    const reader = { locale: localeOf(request.headers['accept-language']), zone: this.#zone, now: this.#clock.now() };

    if (address === undefined) return this.#page(url, await this.#people(url, reader));
    if (id === undefined && address === 'console.css') return fixed('text/css', css);
    if (id === undefined && address === 'fit.js') return fixed('text/javascript', fitScript);
    if (id === undefined) return this.#page(url, await this.#person(address, url, reader));

    const letter = await this.#maildirs.find(address, id).catch(() => undefined);
    if (letter === undefined) throw notFound();
    const raw = await this.#maildirs.read(letter);
    if (part === 'raw' && number === undefined) return download(raw, 'message/rfc822', 'message.eml');
    const reading = await readMail(raw);
    if (part === 'html' && number === undefined) return { headers: framePolicy, body: framedHtml(reading) };
    if (part === 'attachment') return attachment(reading, number);
    if (part !== undefined) throw notFound();
    if (isPost) return this.#reply(request, url, { address, letter, reading, reader });

    const draft = { text: quoted(reading, aboveQuote(letter.at, reader)), format: 'text' as const };
    const seen =
      letter.seen || request.method === 'HEAD' ? letter : await this.#maildirs.mark(letter, 'S').catch(() => letter);
    const asText = url.searchParams.get('as') === 'text';
    return this.#page(url, letterPage({ places: this.#places, reader, address, letter: seen, reading, asText, draft }));
  }

  async #people(url: URL, reader: Reader): Promise<string> {
    const search = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
    const all = await this.#maildirs.people();
    const found = search === '' ? all : await this.#matching(all, search.toLowerCase());
    const { offset, pager } = pageOf(url, found.length);
    const shown = await Promise.all(
      found.slice(offset, offset + PAGE).map(async (one) => ({ person: one, ...(await this.#newest(one)) })),
    );
    const tried = Number(/^\d{1,6}$/.exec(url.searchParams.get('tried') ?? '')?.[0] ?? 0);
    const unread = { count: this.#options.givenUp?.count() ?? 0, action: `${this.#places.home}/${again}`, tried };
    return peoplePage({ places: this.#places, reader, people: shown, total: all.length, search, unread, page: pager });
  }

  async #matching(all: Person[], search: string): Promise<Person[]> {
    const found: Person[] = [];
    for (const one of all) {
      const isFound = one.address.includes(search) || (await this.#newest(one)).name.toLowerCase().includes(search);
      if (isFound) found.push(one);
    }
    return found;
  }

  /** The person's name and the subject, as the newest message to them has them. */
  async #newest({ address, newest: letter }: Person): Promise<{ name: string; subject: string }> {
    if (letter === undefined) return { name: '', subject: '' };
    // Between listing and reading somebody may have opened the message, and so moved it.
    const start = await this.#maildirs.read(letter, 16_384).catch(() => new Uint8Array());
    const { headers } = readHeaders(start, 16_384);
    const self = mailboxes(field(headers, 'To')).find((one) => one.address.toLowerCase() === address);
    return { name: self?.name ?? '', subject: words(field(headers, 'Subject')) };
  }

  async #person(address: string, url: URL, reader: Reader): Promise<string> {
    const { total } = await this.#maildirs.list(address, { limit: 0 }).catch(() => ({ total: 0 }));
    if (total === 0) throw new Refusal(404, 'No mail', 'There is no mailbox for that address.');
    const { offset, pager } = pageOf(url, total);
    const { letters } = await this.#maildirs.list(address, { offset, limit: PAGE });
    const listed = await Promise.all(
      letters.map(async (letter) => {
        const reading = await readMail(await this.#maildirs.read(letter, FIRST_PART).catch(() => new Uint8Array()));
        return { letter, reading, preview: preview(reading) };
      }),
    );
    const self = listed.flatMap(({ reading }) => reading.to).find((one) => one.address.toLowerCase() === address);
    const isSent = url.searchParams.get('sent') === 'yes';
    return personPage({
      places: this.#places,
      reader,
      address,
      name: self?.name ?? '',
      listed,
      total,
      isSent,
      page: pager,
    });
  }

  async #reply(
    request: IncomingMessage,
    url: URL,
    { address, letter, reading, reader }: { address: string; letter: Letter; reading: Reading; reader: Reader },
  ): Promise<Answer> {
    requireSameOrigin(request, url.origin);
    const form = await readForm(request, 1_048_576);
    const text = (form.get('text') ?? '').replace(/\r\n?/g, '\n').replace(/^\n/, '');
    const format: ReplyFormat = form.get('as') === 'html' ? 'html' : 'text';
    const again = (problem: string, status: number): Answer => {
      const draft = { text, format, problem };
      return {
        ...this.#page(
          url,
          letterPage({ places: this.#places, reader, address, letter, reading, asText: false, draft }),
        ),
        status,
      };
    };

    const untouched = quoted(reading, aboveQuote(letter.at, reader));
    if (text.trim() === '' || text.trim() === untouched.trim()) return again('You haven’t typed anything yet.', 422);
    if (reading.replyTo.address === '') return again('This message doesn’t say where a reply would go.', 422);
    try {
      const raw = await composeReply({ person: address, to: reading, text, format, at: this.#clock.now() });
      await sendReply(raw, {
        from: sender(address, reading).address,
        to: reading.replyTo.address,
        port: this.#options.smtpPort,
      });
    } catch (failure) {
      const { response, message } = failure as Error & { response?: string };
      return again(`Your reply could not be sent. The mail server said: ${response ?? message}`, 502);
    }
    await this.#maildirs
      .mark(letter, 'R')
      .catch((failure) => this.#options.trouble?.('A reply was sent but not marked.', failure));
    return { status: 303, headers: { location: `${this.#places.person(address)}?sent=yes` } };
  }

  #page(url: URL, body: string): Answer {
    return { headers: pagePolicy(url.origin + this.#base), body };
  }
}

function fixed(type: string, body: string): Answer {
  return { headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

function attachment(reading: Reading, number: string | undefined): Answer {
  const found = /^\d{1,4}$/.test(number ?? '') ? reading.attachments[Number(number)] : undefined;
  if (found === undefined) throw notFound();
  return download(found.bytes, 'application/octet-stream', found.name);
}

function pathUnder(base: string, pathname: string): string[] {
  if (pathname !== base && !pathname.startsWith(`${base}/`)) throw notFound();
  try {
    return pathname
      .slice(base.length)
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
  } catch {
    throw notFound();
  }
}

function pageOf(url: URL, total: number): { offset: number; pager: Pager } {
  const asked = Number(/^\d{1,6}$/.exec(url.searchParams.get('page') ?? '')?.[0] ?? 1);
  const last = Math.max(1, Math.ceil(total / PAGE));
  const number = Math.min(Math.max(1, asked), last);
  const at = (wanted: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.delete('sent');
    query.delete('tried');
    query.set('page', String(wanted));
    return `${url.pathname}?${query}`;
  };
  const pager = { newer: number > 1 ? at(number - 1) : undefined, older: number < last ? at(number + 1) : undefined };
  return { offset: (number - 1) * PAGE, pager };
}

const notFound = () => new Refusal(404, 'Not found', 'There is no such message.');
const notAllowed = () => new Refusal(405, 'Not possible', 'Mailboxes can be read, and messages replied to.');
