/** What to do with a file that can't be read as it is: the same in Excel, Numbers, LibreOffice and Google Sheets. */
const remedy = 'save it as "CSV UTF-8" in the spreadsheet program';

/**
 * The text of a CSV file, in UTF-8, in UTF-16 with a byte order mark (Excel's "Unicode text") or in Windows-1252 (Excel's
 * plain "CSV" in the west); the last is a guess, which the warning lets a person check. Or why it is no such text.
 */
export function textOf(file: string, bytes: Uint8Array): { text: string; warning?: string } | { fault: string } {
  const binary = { fault: `${file} is no CSV but a workbook (.xlsx) or another binary file: ${remedy}.` };
  const unknown = { fault: `${file} is in an encoding that can't be told: ${remedy}.` };
  const mark = encodingMarked(bytes);
  const text = decoded(mark ?? 'utf-8', bytes);
  if (text !== undefined) return text.includes('\0') ? binary : { text };
  if (mark) return unknown;
  if (bytes.includes(0)) return binary;
  // Other characters that UTF-8 could read: then it is damaged UTF-8, and Windows-1252 would turn all of them into two.
  if (/[^\p{ASCII}\ufffd]/u.test(new TextDecoder().decode(bytes))) return unknown;
  const guess = decoded('windows-1252', bytes);
  // Windows-1252 leaves five bytes without a character, which are letters on an old Mac.
  if (guess === undefined || /[\u0080-\u009f]/.test(guess)) return unknown;
  const [example] = /[^\s,;"]*\P{ASCII}[^\s,;"]*/u.exec(guess) ?? [];
  return {
    text: guess,
    warning: `${file} is not UTF-8 and was read as Windows-1252. If "${example}" in it is wrong, ${remedy}.`,
  };
}

function encodingMarked([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Without a byte order mark; undefined when the bytes are no text in this encoding. */
function decoded(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
