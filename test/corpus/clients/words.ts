import type { Stretch } from '../draft.ts';
import { decoded, escaped } from '../letter.ts';

/** How a program writes a link in plain text. */
export type LinkStyle = (words: string, href: string) => string;

/** The lines of a piece of our HTML, as a program turns them into plain text. */
export function linesOf(html: string, link: LinkStyle): string[] {
  return decoded(
    html
      .replace(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g, (_, href: string, words: string) =>
        escaped(link(decoded(words), href)),
      )
      .replace(/<\/t[hd]><t[hd][^>]*>/g, ' ')
      .replace(/<br\s*\/?>|<\/(?:tr|li)>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  )
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .filter((line, index, all) => line !== '' || all.length === 1 || index < all.length - 1);
}

/** A piece of our HTML with what was typed at either end of its line. */
export function withTyped(html: string, { before = '', behind = '' }: Stretch, colour?: string): string {
  if (before === '' && behind === '') return html;
  const ink = (words: string) =>
    words === '' || !colour ? escaped(words) : `<span style="color:${colour}">${escaped(words)}</span>`;
  return html.replace(
    /^(<\w+[^>]*>)([\s\S]*)(<\/\w+>)$/,
    (_, open: string, inner: string, close: string) => open + ink(before) + inner + ink(behind) + close,
  );
}

/** What was typed as "1. ", "2. " in the elements that a mail program makes of it while it is typed. */
export function listed(lines: readonly string[], line: (html: string) => string): string {
  let html = '';
  let before = 0;
  for (const one of lines) {
    const [, number, words] = /^(\d+)\. +(.*)$/.exec(one) ?? [];
    if (before > 0 && Number(number) !== before + 1) {
      html += '</ol>';
      before = 0;
    }
    if (number === undefined || words === undefined) {
      html += line(one === '' ? '<br>' : typedHtml(one));
      continue;
    }
    if (before === 0) html += number === '1' ? '<ol>' : `<ol start="${number}">`;
    html += `<li>${typedHtml(words)}</li>`;
    before = Number(number);
  }
  return before > 0 ? `${html}</ol>` : html;
}

/** The same in plain text. */
export function listedText(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^(\d+)\. +/, '   $1. '));
}

/** Typed lines as HTML: a space that would collapse is one that doesn't. */
export function typedHtml(line: string): string {
  return escaped(line).replace(/ {2}/g, ' &nbsp;').replaceAll('\u00a0', '&nbsp;');
}
