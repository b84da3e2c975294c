import { split } from './headers.ts';

/**
 * A machine's answer to a message of ours as SES forwards it to the source of that: everything as it was, but for who it is
 * from and to. Seen so in AWS (https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/19).
 */
export function forwarded(raw: Buffer, to: string): Buffer {
  const { headerEnd } = split(raw);
  const fields = raw
    .subarray(0, headerEnd)
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .filter((field) => field !== '' && !/^(?:from|to|cc|return-path|dkim-signature)\s*:/i.test(field));
  const header = ['From: MAILER-DAEMON@amazonses.com', `To: ${to}`, ...fields, ''].join('\r\n');
  return Buffer.concat([Buffer.from(`${header}\r\n`, 'latin1'), raw.subarray(split(raw).bodyStart)]);
}
