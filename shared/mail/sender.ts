/**
 * Who a message says it is from, as every program that reads it would say: the one that judged its sender (DMARC, RFC 7489) and
 * ours. Exactly one From with exactly one address, in a form that leaves nothing to interpret; else undefined, and nobody is
 * taken for its writer. `Sender` is no substitute: nothing vouches for it.
 */
export function senderOf(raw: Uint8Array): string | undefined {
  const fields = fieldsOf(raw);
  const [from, ...others] = fields?.filter(({ name }) => name.trim().toLowerCase() === 'from') ?? [];
  if (!from || others.length > 0 || from.name !== from.name.trim() || from.value.length > longest.field)
    return undefined;
  return addressOf(from.value.trim());
}

/** Characters of a field that our mail programs write by far less of, and of an address (RFC 5321 section 4.5.3.1). */
const longest = { field: 4_000, address: 254 };
/** Bytes of a header, of which real ones have a tenth. */
const longestHeader = 256 * 1024;

/** The fields of a header, unfolded. Undefined when programs may disagree about where a field, or the header, ends. */
function fieldsOf(raw: Uint8Array): { name: string; value: string }[] | undefined {
  const header = headerOf(raw);
  const lines = header?.text.split(header.lineEnd) ?? [];
  // What is left of these is an end of line to some programs and not to others, and a NUL the end of everything.
  if (lines.some((line) => /[\0\r\n]/.test(line))) return undefined;
  const fields: { name: string; value: string }[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last && /^[ \t]+[^ \t]/.test(line)) {
      if (last.value.length <= longest.field) last.value += line;
      continue;
    }
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon));
    if (!/^[!-9;-~]+[ \t]*$/.test(name)) return undefined;
    fields.push({ name, value: line.slice(colon + 1) });
  }
  return fields;
}

/** The header without the empty line that ends it. Undefined when it is longer than that of any person's mail. */
function headerOf(raw: Uint8Array): { text: string; lineEnd: string } | undefined {
  for (let at = raw.indexOf(10); at !== -1 && at < longestHeader; at = raw.indexOf(10, at + 1)) {
    const lineEnd = raw[at - 1] === 13 ? '\r\n' : '\n';
    const isLast = raw[at + 1] === 10 || (raw[at + 1] === 13 && raw[at + 2] === 10);
    if (isLast && (raw[at + 1] === 13) !== (lineEnd === '\r\n')) return undefined;
    if (isLast || at === raw.length - 1) return { text: decoded(raw.subarray(0, at + 1 - lineEnd.length)), lineEnd };
  }
  return undefined;
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** What may stand in an address that nobody has to quote (RFC 5322 section 3.2.3), in ASCII like those that we write to. */
const atom = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";
const address = `(${atom}(?:\\.${atom})*@[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*)`;
const alone = new RegExp(`^${address} *\0?$`);
const named = new RegExp(`^([^<>()",;:@\\\\[\\]]*|${address} *)<${address}>$`);

/** The address of a mailbox (RFC 5322 section 3.4). A group, a list, or a name that some would take for an address has none. */
function addressOf(mailbox: string): string | undefined {
  // What is in quotation marks, or in a plain comment, is no address to anybody.
  const plain = mailbox
    .replaceAll('\t', ' ')
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '\0')
    .replaceAll(/\([^()<>@,;:\\"]*\)/g, '\0');
  const [, name = '', , inBrackets] = named.exec(plain) ?? [];
  const found = inBrackets ?? alone.exec(plain)?.[1];
  const isOther = name.includes('@') && name.trim().toLowerCase() !== found?.toLowerCase();
  return found === undefined || isOther || found.length > longest.address ? undefined : found.toLowerCase();
}
