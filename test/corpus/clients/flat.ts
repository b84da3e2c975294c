import { type Draft, stretchesOf, wrapped } from '../draft.ts';
import { escaped } from '../letter.ts';
import { type LinkStyle, linesOf, listed, listedText, typedHtml, withTyped } from './words.ts';

/** A program that puts the original under a block of its headers and marks nothing. */
export interface FlatStyle {
  /** The header block as HTML and as lines. */
  header: { html: string; text: string[] };
  line(html: string, colour?: string): string;
  rewrite(html: string): string;
  wrap(typed: string, footer: string, original: string): string;
  link: LinkStyle;
  /** Whether a blank line stands between paragraphs of plain text. */
  isSpaced: boolean;
  width?: number;
  /** What stands before every line of the original (Yahoo). */
  indent?: string;
  footer?: { html: string; text: string[] };
}

const colleague = ['Hi Paul, can you answer this for us?', ''];

export function flat(draft: Draft, style: FlatStyle): { text: string; html: string } {
  return { html: htmlOf(draft, style), text: textOf(draft, style) };
}

function htmlOf(draft: Draft, { header, line, rewrite, wrap, footer }: FlatStyle): string {
  const typed = (lines: readonly string[], colour?: string) =>
    lines.map((one) => line(one === '' ? '&nbsp;' : typedHtml(one), colour)).join('\n');
  const gap = draft.tight ? '' : line('&nbsp;');
  const pieces = stretchesOf(draft, draft.letter.rich).map((stretch) => {
    if (stretch.piece) return rewrite(withTyped(stretch.piece.html, stretch, draft.colour));
    return gap + typed(stretch.typed ?? [], draft.colour) + gap;
  });
  const inner = draft.depth === 2 ? typed(colleague) + header.html + pieces.join('\n') : pieces.join('\n');
  const original = draft.withoutQuote ? '' : header.html + inner;
  const below = typed(draft.below) + typed(draft.appended);
  return wrap(
    draft.listed ? listed(draft.above, line) : typed(draft.above),
    draft.footer && footer ? footer.html : '',
    original + below,
  );
}

function textOf(draft: Draft, { header, link, isSpaced, width = 0, indent = '', footer }: FlatStyle): string {
  const gap = draft.tight ? [] : [''];
  const fold = (line: string) => (width > 0 ? wrapped(line, width) : [line]);
  const pieces = stretchesOf(draft, draft.letter.rich).flatMap((stretch) => {
    const { piece, typed = [], before = '', behind = '' } = stretch;
    if (!piece) return [...gap, ...typed, ...gap];
    const words = linesOf(piece.html, link);
    const lines = words.map(
      (line, index) => (index === 0 ? before : '') + line + (index === words.length - 1 ? behind : ''),
    );
    const isOpen = isSpaced && !(draft.tight && piece.kind === 'option');
    return [...lines.flatMap(fold).map((line) => indent + line), ...(isOpen ? [''] : [])];
  });
  const inner = draft.depth === 2 ? [...colleague, ...header.text, ''] : [];
  return [
    ...(draft.listed ? listedText(draft.above) : draft.above),
    ...(draft.above.length > 0 ? gap : []),
    ...(draft.footer && footer ? footer.text : []),
    ...(draft.withoutQuote ? [] : [...header.text, '', ...inner, ...pieces]),
    ...draft.below,
    ...(draft.appended.length > 0 ? ['', ...draft.appended] : []),
    '',
  ].join('\n');
}

/** "From: ...", "Sent: ...", "To: ...", "Subject: ..." in the words of a program's language. */
export function headerLines(draft: Draft, when: string, colon = ': '): [string, string][] {
  const { letter, language } = draft;
  return [
    [language.from, `${letter.from.name} <${letter.from.address}>`],
    [language.sent, when],
    [language.to, 'someone@example.org <someone@example.org>'],
    [language.subject, letter.subject],
  ].map(([name = '', value = '']) => [name + colon, value]);
}

export function headerHtml(lines: readonly [string, string][]): string {
  return lines.map(([name, value]) => `<b>${escaped(name)}</b>${escaped(value)}`).join('<br>\n');
}
