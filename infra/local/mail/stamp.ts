import { split } from './headers.ts';

/** Fields that SES takes out of a message, whatever the sender wrote. */
const REPLACED = new Set(['message-id', 'date', 'bcc', 'return-path', 'x-ses-configuration-set', 'x-ses-message-tags']);

/** The message as SES sends it on: its own Message-ID and Date, no Bcc, everything else byte for byte. */
export function stamp(raw: Buffer, { messageId, at }: { messageId: string; at: number }): Buffer {
  const { headerEnd } = split(raw);
  const fields = raw
    .subarray(0, headerEnd)
    .toString('latin1')
    .replace(/\r?\n$/, '')
    .split(/\r?\n(?![ \t])/)
    .filter(
      (one) =>
        one !== '' &&
        !REPLACED.has(
          one
            .slice(0, Math.max(0, one.indexOf(':')))
            .trim()
            .toLowerCase(),
        ),
    );
  const eol = raw.subarray(0, headerEnd).includes('\r\n') ? '\r\n' : '\n';
  const header = [...fields, `Message-ID: <${messageId}>`, `Date: ${rfc5322(at)}`, ''].join(eol);
  return Buffer.concat([Buffer.from(header, 'latin1'), Buffer.from(eol), raw.subarray(split(raw).bodyStart)]);
}

/** `Fri, 12 Feb 2027 09:00:00 +0000`, RFC 5322 section 3.3. */
export function rfc5322(at: number): string {
  return new Date(at).toUTCString().replace(/GMT$/, '+0000');
}
