import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Cohort } from '#domain/program/cohort.ts';
import { wordsOf } from '#shared/words/index.ts';
import { style } from './style.ts';
import { Said } from './words.tsx';

/** A page and the headers that it is to be served with. */
export interface Page {
  html: string;
  headers: Readonly<Record<string, string>>;
}

/** What a page says of the cohort that it belongs to. */
export type PageCohort = Pick<Cohort, 'name' | 'organisation' | 'coordinator' | 'language'>;

interface Frame {
  title: string;
  /** Absent where we don't know, or must not say, which cohort a link was for. */
  cohort?: PageCohort;
  /** Rules that this page alone needs. */
  extraStyle?: string;
  children: ReactNode;
}

/**
 * A whole page: no script, one style element that is allowed by its hash, nothing loaded from anywhere. It is kept out of
 * caches and search engines, and sends no address on, because the address of a page is the key to it.
 */
export function page({ title, cohort, extraStyle = '', children }: Frame): Page {
  const css = style + extraStyle;
  const words = wordsOf(cohort?.language);
  const markup = renderToStaticMarkup(
    <html lang={words.language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{cohort ? `${title} - ${cohort.name}` : title}</title>
        <style />
      </head>
      <body>
        <main>
          {cohort && <p className="from">{`${cohort.organisation}, ${cohort.name}`}</p>}
          {children}
        </main>
        {cohort && (
          <footer>
            <Said of={words.pages.questions(contactOf(cohort))} />
          </footer>
        )}
      </body>
    </html>,
  );
  // React would write > in a style as &gt;, which CSS does not read. The rules are ours and hold no closing tag. No words of
  // anybody's hold these tags, for React escapes them.
  const html = `<!DOCTYPE html>\n${markup.replace('<style></style>', () => `<style>${css}</style>`)}\n`;
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  };
}

function contactOf({ coordinator: { name, email } }: PageCohort) {
  return { coordinator: name, address: email, mail: `mailto:${email}` };
}
