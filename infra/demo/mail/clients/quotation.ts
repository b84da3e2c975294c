import type { Letter } from '../letter.ts';

/** The HTML of a message, taken apart so that a mail program can quote it in its own way. */
export interface Quotation {
  /** The element around everything, opened and closed. */
  open: string;
  close: string;
  parts: Part[];
}

export interface Part {
  html: string;
  /** Its words, line by line. */
  words: string;
  /** The question that this part leaves an empty line for. */
  spot?: number;
}

/** How a program writes a link in plain text. */
export type LinkStyle = (words: string, href: string) => string;

const element = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gi;
const empty = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr']);

/** Takes `letter`'s HTML apart into the paragraphs, lists and tables that it is made of. */
export function quotationOf(letter: Letter, link: LinkStyle): Quotation {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(letter.html)?.[1] ?? letter.html;
  let inner = body.replace(/<!--[\s\S]*?-->/g, '').trim();
  let [open, close] = ['', ''];
  const only = childrenOf(inner);
  if (only.length === 1 && only[0] === inner) {
    open = /^<[^>]+>/.exec(inner)?.[0] ?? '';
    close = /<\/[^>]+>$/.exec(inner)?.[0] ?? '';
    inner = inner.slice(open.length, inner.length - close.length);
  }
  return { open, close, parts: withSpots(childrenOf(inner).map((html) => ({ html, words: wordsOf(html, link) }))) };
}

/** The elements at the top level of some HTML. */
function childrenOf(html: string): string[] {
  const children: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of html.matchAll(element)) {
    const [tag, slash, name = ''] = match;
    if (empty.has(name.toLowerCase())) continue;
    if (slash === '') {
      if (depth === 0) start = match.index;
      depth += 1;
      continue;
    }
    depth -= 1;
    if (depth === 0) children.push(html.slice(start, match.index + tag.length));
  }
  return children;
}

/** The empty paragraph that follows a question is where its answer goes. A question without one gets one. */
function withSpots(parts: readonly Part[]): Part[] {
  const marked: Part[] = [];
  let open: number | undefined;
  for (const part of parts) {
    const number = /^(\d{1,3})\.\s/.exec(part.words)?.[1];
    if (number !== undefined) {
      if (open !== undefined) marked.push({ html: '<p>\u00a0</p>', words: '', spot: open });
      open = Number(number);
      marked.push(part);
    } else if (part.words === '' && open !== undefined) {
      marked.push({ ...part, spot: open });
      open = undefined;
    } else marked.push(part);
  }
  return marked;
}

function wordsOf(html: string, link: LinkStyle): string {
  return decoded(
    html
      .replace(/<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, href: string, words: string) => link(words, href))
      .replace(/<li\b[^>]*>/gi, '- ')
      .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d)>/gi, '\n')
      .replace(/<\/t[dh]>/gi, ' ')
      .replace(/<[a-z/!][^>]*>/gi, ''),
  )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function decoded(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name?.toLowerCase() ?? ''] ?? whole;
  });
}

export function escaped(words: string): string {
  return words.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** Breaks words at spaces into lines of at most `width` characters. Lines that are there stay. */
export function wrapped(words: string, width: number): string[] {
  return words.split('\n').flatMap((line) => {
    const lines = [''];
    for (const word of line.split(' ')) {
      const last = lines.at(-1) ?? '';
      if (last === '') lines[lines.length - 1] = word;
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}
