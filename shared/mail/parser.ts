import PostalMime from 'postal-mime';
import { type Decoder, Plain, QuotedPrintable } from './decoders.ts';
import { HeaderBound } from './header-bound.ts';
import type { MimePart } from './parts.ts';

/**
 * The library's parser, with time and memory that grow with the message and no faster: it sees the beginning of the fields that
 * something is made of, the parts of a body are put together by decoders of ours, and it does not make its own choice of text:
 * that converts between HTML and text with expressions whose time grows with the square of the length, and reads messages
 * inside messages as if they were the reply.
 */
export class Parser extends PostalMime {
  declare readonly root: MimePart;
  declare readonly currentNode: MimePart & Node;
  #bounded: { node: Node; bound: HeaderBound } | undefined;

  constructor() {
    super({ maxNestingDepth: 60, maxHeadersSize: 256 * 1024 });
  }

  async processNodeTree(): Promise<void> {}

  async processLine(line: Uint8Array, isFinal: boolean): Promise<void> {
    const node = this.currentNode;
    if (node.state !== 'header') return library.processLine.call(this, line, isFinal);
    const kept = this.#boundOf(node, line);
    // Nothing is what ends a header.
    if (kept.length === 0 && line.length > 0 && !isFinal) return;
    await library.processLine.call(this, kept, isFinal);
    if ((node.state as Node['state']) === 'body') node.contentDecoder = decoderOf(node);
  }

  #boundOf(node: Node, line: Uint8Array): Uint8Array {
    // The end of a header, or the line that ends the part.
    if (line.length === 0 || (line[0] === 45 && line[1] === 45 && line.length < longestBoundary)) return line;
    if (this.#bounded?.node !== node) this.#bounded = { node, bound: new HeaderBound() };
    return this.#bounded.bound.of(line);
  }
}

/** RFC 2046 has 70 characters; programs have been seen to write more. */
const longestBoundary = 1_000;

/** A part that is being read. Like `processLine` not in the published types; `parse.test.ts` notices a change. */
interface Node {
  state: 'header' | 'body' | 'finished';
  contentTransferEncoding: { encoding?: string };
  contentDecoder: Decoder | false;
}

const library = PostalMime.prototype as unknown as {
  processLine(this: PostalMime, line: Uint8Array, isFinal: boolean): Promise<void>;
};

function decoderOf({ contentDecoder, contentTransferEncoding: { encoding = '' } }: Node): Decoder | false {
  if (/base64/i.test(encoding)) return contentDecoder;
  return /quoted-printable/i.test(encoding) ? new QuotedPrintable() : new Plain();
}
