/** Fields that something is made of; the parser sees no others. */
const wanted = new Set([
  'auto-submitted',
  'cc',
  'content-disposition',
  'content-id',
  'content-transfer-encoding',
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'list-id',
  'list-unsubscribe',
  'message-id',
  'precedence',
  'references',
  'reply-to',
  'return-path',
  'subject',
  'to',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autoreply-from',
  'x-autorespond',
  'x-autoresponder',
  'x-mail-autoreply',
  'x-ms-exchange-inbox-rules-loop',
  'x-original-from',
  'x-original-sender',
  'x-vacation',
]);

/** Of a field. Addresses, encoded words and parameters take the parser time with the square of their length. */
const longestField = 4_096;
/** What a line costs at least: folding a field into thousands of lines takes it as long. */
const shortestLine = 32;

/** Lets through a header's beginning of each field that is wanted, the topmost when there are several. One for each header. */
export class HeaderBound {
  readonly #seen = new Set<string>();
  #left = 0;

  /** What the parser is given of a line. Nothing: it is left out. */
  of(line: Uint8Array): Uint8Array {
    const isFolded = line[0] === 32 || line[0] === 9;
    if (!isFolded) this.#left = this.#isWanted(line) ? longestField : 0;
    const kept = line.subarray(0, Math.max(0, this.#left));
    this.#left -= Math.max(kept.length, shortestLine);
    return kept;
  }

  #isWanted(line: Uint8Array): boolean {
    const colon = line.subarray(0, 80).indexOf(58);
    if (colon === -1) return false;
    const name = String.fromCharCode(...line.subarray(0, colon))
      .trim()
      .toLowerCase();
    if (!wanted.has(name) || this.#seen.has(name)) return false;
    this.#seen.add(name);
    return true;
  }
}
