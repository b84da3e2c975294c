import { decodeHTML } from 'entities/decode';
import { type Line, limits, lineOf } from './lines.ts';
import { clipped } from './words.ts';

/** Elements that begin and end a line. Mail programs use paragraphs as lines, so an empty one is the blank line. */
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose content nobody sees, and words that were struck out. */
const unseen = new Set('head script style title template noscript select object svg s strike del'.split(' '));
const maxDepth = 50;

/** The lines that a person sees in `html`, with the depth of the quotations around them. Linear in its length. */
export function linesOfHtml(html: string): Line[] {
  const page = new Page();
  const source = html.slice(0, limits.characters);
  let at = 0;
  while (at < source.length && !page.full) {
    const open = source.indexOf('<', at);
    if (open !== at) page.write(source.slice(at, open === -1 ? undefined : open));
    if (open === -1) break;
    at = page.isTag(source, open);
  }
  return page.end();
}

class Page {
  readonly lines: Line[] = [];
  private words = 0;
  private line = '';
  private written = false;
  private quotes = 0;
  /** For each open blockquote whether it counts as a quotation. */
  private readonly blockquotes: boolean[] = [];
  private preformatted = 0;
  private readonly neverClosed = new Set<string>();
  private readonly lists: { ordered: boolean; next: number }[] = [];

  get full(): boolean {
    return this.lines.length >= limits.lines || this.words >= limits.words;
  }

  end(): Line[] {
    this.breakLine();
    return this.lines;
  }

  write(source: string): void {
    const text = source.includes('&') ? decodeHTML(source) : source;
    if (this.preformatted > 0) {
      const [first = '', ...rest] = text.split('\n');
      this.append(first);
      for (const one of rest) {
        this.newLine();
        this.append(one);
      }
      return;
    }
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.append(this.line === '' ? words.replace(/^ /, '') : words);
  }

  /** Reads the tag, comment or stray "<" at `open`; returns where to go on. */
  isTag(source: string, open: number): number {
    if (source.startsWith('<!--', open)) return after(source, '-->', open + 4);
    const next = source.charCodeAt(open + 1) | 32;
    const isName = (next >= 97 && next <= 122) || source[open + 1] === '/';
    if (!isName) {
      if (source[open + 1] === '!' || source[open + 1] === '?') return after(source, '>', open);
      this.append('<');
      return open + 1;
    }
    const end = endOfTag(source, open + 1);
    const closes = source[open + 1] === '/';
    const name = nameAt(source, open + (closes ? 2 : 1), end);
    if (!closes && unseen.has(name) && source[end - 2] !== '/') return this.skip(source, name, end);
    if (closes) this.close(name);
    else this.open(name, source.slice(open, Math.min(end, open + 300)));
    return end;
  }

  /** Where the content of an unseen element ends. An element that is never closed hides nothing but its own tag. */
  private skip(source: string, name: string, from: number): number {
    // Looking for the same missing end again and again would make the time grow with the square of the length.
    const close = this.neverClosed.has(name) ? -1 : indexOfClose(source, name, from);
    if (close === -1) this.neverClosed.add(name);
    return close === -1 ? from : endOfTag(source, close + 1);
  }

  private open(name: string, tag: string): void {
    if (name === 'br') this.newLine();
    if (name === 'td' || name === 'th') this.append(this.line === '' ? '' : ' ');
    if (!blocks.has(name)) return;
    this.breakLine();
    if (name === 'blockquote') this.quote(!isSetIn(tag));
    if (name === 'pre') this.preformatted += 1;
    if (name === 'ol' || name === 'ul') {
      if (this.lists.length < maxDepth) this.lists.push({ ordered: name === 'ol', next: numberIn(tag, 'start') ?? 1 });
    }
    if (name === 'li') this.item(tag);
  }

  private close(name: string): void {
    if (!blocks.has(name)) return;
    // An empty paragraph is how most editors make a blank line.
    if ((name === 'p' || name === 'div') && this.line.trim() === '' && this.written) this.newLine();
    else this.breakLine();
    if (name === 'blockquote' && this.blockquotes.pop()) this.quotes -= 1;
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    if (name === 'ol' || name === 'ul') this.lists.pop();
  }

  private quote(counts: boolean): void {
    const isCounted = counts && this.quotes < maxDepth;
    if (isCounted) this.quotes += 1;
    this.blockquotes.push(isCounted);
  }

  private item(tag: string): void {
    const list = this.lists.at(-1);
    if (!list?.ordered) return;
    list.next = numberIn(tag, 'value') ?? list.next;
    this.line = `${list.next}. `;
    list.next += 1;
  }

  private append(text: string): void {
    if (text === '') return;
    this.written = true;
    if (this.line.length < limits.lineLength) this.line += text;
  }

  private breakLine(): void {
    if (this.line.trim() !== '') this.newLine();
    this.line = '';
    this.written = false;
  }

  private newLine(): void {
    if (!this.full) {
      const one = lineOf(clipped(this.line, limits.lineLength), this.quotes);
      this.lines.push(one);
      this.words += one.words.length;
    }
    this.line = '';
    this.written = false;
  }
}

/** A blockquote as editors make it to set a paragraph in: without a border, and cited from nowhere. */
function isSetIn(tag: string): boolean {
  return /border(?:-left)?:\s?(?:none|0)/iu.test(tag) && !/\s(?:cite|class|id)\s?=|type\s?=\s?["']?cite/iu.test(tag);
}

/** The number in an attribute, such as the first of a list that goes on from an earlier one. */
function numberIn(tag: string, attribute: 'start' | 'value'): number | undefined {
  const [, number] = new RegExp(`\\s${attribute}\\s?=\\s?["']?(\\d{1,3})(?!\\d)`, 'i').exec(tag) ?? [];
  return number === undefined ? undefined : Number(number);
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}

/** Just after the ">" of the tag that begins before `at`; quoted attribute values may contain one. */
function endOfTag(source: string, at: number): number {
  let quote = '';
  for (let index = at; index < source.length; index += 1) {
    const character = source[index];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return index + 1;
    } else if ((character === '"' || character === "'") && source[index - 1] === '=') {
      quote = character;
    }
  }
  return source.length;
}

function nameAt(source: string, from: number, end: number): string {
  let to = from;
  while (to < end && to - from < 20 && /[a-z0-9]/i.test(source[to] ?? '')) to += 1;
  return source.slice(from, to).toLowerCase();
}

function indexOfClose(source: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?![a-z0-9])`, 'gi');
  close.lastIndex = from;
  return close.exec(source)?.index ?? -1;
}
