/** Character sets that are not Unicode, made by turning the platform's decoders round. */

const tables = new Map<string, Map<string, number[]>>();

function tableOf(charset: string): Map<string, number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  const add = (bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let one = 0; one < 256; one++) add([one]);
  if (!/^(iso-8859|windows|koi8)/.test(charset)) {
    for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) add([one, two]);
  }
  tables.set(charset, table);
  return table;
}

/** The bytes of `words` in `charset`, or nothing when it has not all of their characters. */
export function encoded(words: string, charset: string): Buffer | undefined {
  if (charset === 'utf-8') return Buffer.from(words);
  if (charset === 'us-ascii') return /^[\0-\x7f]*$/.test(words) ? Buffer.from(words) : undefined;
  if (charset === 'iso-2022-jp') return japanese(words);
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of words) {
    const found = table.get(character);
    if (!found) return undefined;
    bytes.push(...found);
  }
  return Buffer.from(bytes);
}

/** ISO-2022-JP is EUC-JP with seven bits, behind escape sequences; each line ends in ASCII. */
function japanese(words: string): Buffer | undefined {
  const table = tableOf('euc-jp');
  const bytes: number[] = [];
  let isWide = false;
  const shift = (to: boolean) => {
    if (to !== isWide) bytes.push(0x1b, ...(to ? [0x24, 0x42] : [0x28, 0x42]));
    isWide = to;
  };
  for (const character of words) {
    const found = table.get(character);
    if (!found || found.length > 2 || found[0] === 0x8e) return undefined;
    shift(found.length === 2);
    bytes.push(...found.map((one) => one & 0x7f));
  }
  shift(false);
  return Buffer.from(bytes);
}
