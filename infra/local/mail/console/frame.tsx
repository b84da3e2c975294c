import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Reader } from './moments.tsx';
import type { Correspondent } from './reading.ts';

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

/** What every page needs to know. */
export interface Context {
  places: Places;
  reader: Reader;
}

/** The way back. */
export function Crumbs({ places, person }: { places: Places; person?: Correspondent }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <a href={places.home}>Mailboxes</a>
      {person ? <a href={places.person(person.address)}>{person.name}</a> : null}
    </nav>
  );
}

/** A whole page of the console. */
export function document(places: Places, title: string, parts: ReactNode[]): string {
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

export function messagePage(places: Places, title: string, words: string): string {
  return document(places, title, [
    <Crumbs key="crumbs" places={places} />,
    <h1 key="head">{title}</h1>,
    <p key="words">{words}</p>,
  ]);
}
