import { type Draft, stretchesOf, wrapped } from '../draft.ts';
import { escaped } from '../letter.ts';
import { type LinkStyle, linesOf, listed, listedText, typedHtml, withTyped } from './words.ts';

/** A program that quotes in HTML: its elements around the quotation, and how it makes plain text of them. */
export interface MarkedStyle {
  /** The line before the quotation. */
  attribution: string;
  /** What stands around the whole quotation, the attribution in the middle. */
  wrap(attribution: string, quotation: string): string;
  open: string;
  close: string;
  line(html: string): string;
  /** What the program does to our HTML. */
  rewrite(html: string): string;
  /** Columns at which plain text is broken, 0 for never. */
  width: number;
  mark: '> ' | '>' | '';
  link: LinkStyle;
  /** The attribution is marked too (Apple). */
  marksAttribution?: boolean;
  /** Bold words have stars around them in plain text. */
  stars?: boolean;
  footer?: { html: string; text: string[] };
}

/** The body of a reply from such a program. */
export function marked(draft: Draft, style: MarkedStyle): { text: string; html: string } {
  return { html: htmlOf(draft, style), text: textOf(draft, style) };
}

const colleague = ['Hi Paul, can you answer this for us?', ''];

function htmlOf(draft: Draft, { wrap, open, close, line, rewrite, attribution, footer }: MarkedStyle): string {
  const { colour, bold } = draft;
  const weigh = (html: string) => (bold ? `<b>${html}</b>` : html);
  const ink = (words: string) =>
    weigh(colour ? `<span style="color:${colour}">${typedHtml(words)}</span>` : typedHtml(words));
  const typed = (lines: readonly string[], inked = false) =>
    lines.map((one) => line(one === '' ? '<br>' : inked ? ink(one) : typedHtml(one))).join('');
  const gap = draft.tight ? '' : line('<br>');
  const [opened, closed] = draft.depth === 2 ? [open + open, close + close] : [open, close];
  const pieces = stretchesOf(draft, draft.letter.rich).map((stretch) => {
    if (stretch.piece) return rewrite(withTyped(stretch.piece.html, stretch, colour));
    if (stretch.inside) return typed(stretch.typed ?? [], true);
    return closed + gap + typed(stretch.typed ?? [], true) + gap + opened;
  });
  const inner =
    draft.depth === 2
      ? typed(colleague) + line(escaped(attribution)) + open + pieces.join('\n') + close
      : pieces.join('\n');
  const quotation = draft.withoutQuote ? '' : wrap(escaped(attribution), open + inner + close);
  return [
    draft.listed ? listed(draft.above, line) : typed(draft.above),
    draft.footer && footer ? footer.html : '',
    quotation,
    typed(draft.below),
    typed(draft.appended),
  ].join('\n');
}

function textOf(draft: Draft, style: MarkedStyle): string {
  const { attribution, width, mark, link, marksAttribution, footer, stars = false } = style;
  const fold = (words: string, less = 0) =>
    width > 0 ? words.split('\n').flatMap((line) => wrapped(line, width - less)) : [words];
  const quote = (line: string, depth: number) => {
    const marks = mark === '' ? '' : mark === '>' ? '>'.repeat(depth) : '> '.repeat(depth);
    return line === '' ? marks.trimEnd() : marks + line;
  };
  const gap = draft.tight ? [] : [''];
  const { depth } = draft;
  const pieces = stretchesOf(draft, draft.letter.rich).flatMap((stretch) => {
    const { piece, before = '', behind = '', inside } = stretch;
    const typed = (stretch.typed ?? []).map((line) => (stars && draft.bold && line !== '' ? `*${line}*` : line));
    if (piece) {
      const words = linesOf(piece.html, link);
      const lines = words.map(
        (line, index) => (index === 0 ? before : '') + line + (index === words.length - 1 ? behind : ''),
      );
      const isClose = piece.kind === 'option' && draft.tight;
      return [...lines.flatMap((line) => fold(line, 2 * depth)), ...(isClose ? [] : [''])].map((line) =>
        quote(line, depth),
      );
    }
    if (inside) return [...typed.flatMap((line) => fold(line, 2 * depth)), ''].map((line) => quote(line, depth));
    return [...gap, ...typed.flatMap((line) => fold(line)), ...gap];
  });
  const wrote = fold(attribution);
  const head = marksAttribution ? [...wrote, ''].map((line) => quote(line, 1)) : [...wrote, ''];
  const inner = depth === 2 ? [...colleague, ...fold(attribution, 2), ''].map((line) => quote(line, 1)) : [];
  return [
    ...(draft.listed ? listedText(draft.above) : draft.above).flatMap((line) => fold(line)),
    ...(draft.above.length > 0 ? gap : []),
    ...(draft.footer && footer ? [...footer.text, ''] : []),
    ...(draft.withoutQuote ? [] : [...head, ...inner, ...pieces]),
    ...draft.below.flatMap((line) => fold(line)),
    ...(draft.appended.length > 0 ? ['', ...draft.appended.flatMap((line) => fold(line))] : []),
    '',
  ].join('\n');
}
