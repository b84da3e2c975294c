import * as z from 'zod';

/** What came with a reply besides its words, as it is recorded: never what is in it. */
export const Attachment = z.object({
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  /** Whether it is one of those that we keep. The others lie in the raw message too, but we tell people not to count on it. */
  kept: z.boolean(),
});
export type Attachment = z.infer<typeof Attachment>;

/** A part of a message that is neither its text nor its HTML. */
export interface Part {
  name: string;
  type: string;
  size: number;
  /** Shown within the message, where its HTML refers to it: a picture of a signature, of a letterhead, or one of ours. */
  embedded: boolean;
  /** Declared as a part of the message rather than as something that was attached to it. */
  inline: boolean;
}

/** Few and small: a reply with more of it is a delivery of files, and none of it is read. */
const most = { kept: 5, bytes: 5 * 1024 * 1024, noted: 12, name: 60, type: 80 };

/** Pictures in signatures are small; what somebody photographed for us is not. */
const smallPicture = 40 * 1024;

/** Parts that mail programs add by themselves: invitations, cards, signatures and keys, reports. */
const ofPrograms =
  /^(?:text\/(?:calendar|x-?vcard|vcard|directory)|application\/(?:ics|(?:x-)?pkcs7-(?:signature|mime)|pgp-(?:signature|keys|encrypted))|message\/(?:delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers)$/i;
const ofProgramsByName =
  /^(?:smime\.p7[ms]|.*\.(?:ics|vcf|p7s|p7m|sig)|(?:openpgp_)?0x[0-9a-f]{6,}\.asc|signature\.asc)$/i;

/** What somebody attached on purpose, in the order of the message. What their mail program added is left out. */
export function attached(parts: readonly Part[]): Attachment[] {
  let kept = 0;
  return parts
    .filter((part) => !isOfProgram(part))
    .slice(0, most.noted)
    .map((part) => {
      const keep = kept < most.kept && part.size <= most.bytes && isKeepable(part);
      if (keep) kept += 1;
      const type = clean(part.type).slice(0, most.type);
      return { name: nameOf(part), type, bytes: part.size, kept: keep };
    });
}

/** A message in Outlook's own format (MS-OXTNEF): words and all, when Outlook sends "rich text" to somebody without Outlook. */
export function isTnef({ name, type }: Pick<Part, 'name' | 'type'>): boolean {
  return /ms-tnef$/i.test(type) || /^winmail\.dat$/i.test(clean(name).trim());
}

function isOfProgram(part: Part): boolean {
  const { name, type, size, embedded, inline } = part;
  if (isTnef(part) || ofPrograms.test(type) || ofProgramsByName.test(clean(name).trim())) return true;
  if (/^image\//i.test(type)) return embedded || (inline && size < smallPicture);
  // The footers that mailing lists and virus scanners add are parts without a name.
  return /^text\//i.test(type) && clean(name).trim() === '';
}

/** Text or PDF, by type and by name: "cv.pdf.exe" is neither, whatever it says that it is. */
function isKeepable({ name, type }: Part): boolean {
  const ending = /\.([^.\s]+)\s*$/.exec(clean(name))?.[1]?.toLowerCase() ?? '';
  if (/^application\/(?:x-)?pdf$/i.test(type)) return ending === 'pdf' || ending === '';
  if (/^text\/plain$/i.test(type)) return ['txt', 'text', 'md', ''].includes(ending);
  return /^application\/octet-stream$/i.test(type) && (ending === 'pdf' || ending === 'txt');
}

/** A name that can be shown and stored: one line, without a path, without what would turn words around, and short. */
function nameOf({ name, type }: Part): string {
  const last = clean(name).split(/[/\\]/).at(-1)?.trim() ?? '';
  if (last === '') return /^image\//i.test(type) ? 'a picture' : /^message\//i.test(type) ? 'a message' : 'a file';
  const letters = [...last];
  if (letters.length <= most.name) return last;
  const ending = /\.[^.\s]{1,10}$/.exec(last)?.[0] ?? '';
  return `${letters.slice(0, most.name - ending.length - 1).join('')}…${ending}`;
}

/** Without control characters, marks of direction and joining, lone surrogates and characters that mean nothing. */
function clean(words: string): string {
  return words
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ');
}
