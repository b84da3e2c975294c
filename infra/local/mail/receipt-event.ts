import type { SESEvent } from 'aws-lambda';
import { commonHeaders, readHeaders } from './headers.ts';

type Verdict = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED';

export interface Verdicts {
  spam: Verdict;
  virus: Verdict;
  spf: Verdict;
  dkim: Verdict;
  dmarc: Verdict;
}

/**
 * SES's answer for mail that a host sent which may send for the envelope's sender, from a domain without a signature or a DMARC
 * policy: nobody looks these up here. Only this machine reaches the SMTP server, and SPF is not asked of what a host sends to
 * itself. Whether the From is of the envelope's domain, the inbox asks here as it does in AWS.
 */
const FROM_HERE: Verdicts = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'GRAY', dmarc: 'GRAY' };

/**
 * The event of the Lambda action of a receipt rule ("Event records provided by the Lambda action", SES developer
 * guide). `messageId` is also the name under which the rule's S3 action stored the message. `at`: milliseconds since
 * 1970 of the system's time. Of the headers the first 10 KB are passed on.
 */
export function sesEvent(mail: {
  messageId: string;
  from: string;
  to: readonly string[];
  raw: Uint8Array;
  at: number;
  functionArn: string;
  verdicts?: Partial<Verdicts>;
}): SESEvent {
  const timestamp = new Date(mail.at).toISOString();
  const verdicts = { ...FROM_HERE, ...mail.verdicts };
  const { headers, truncated } = readHeaders(mail.raw, 10_240);
  const { date = '', messageId = '', ...common } = commonHeaders(headers);
  const receipt = {
    timestamp,
    processingTimeMillis: 1,
    recipients: [...mail.to],
    spamVerdict: { status: verdicts.spam },
    virusVerdict: { status: verdicts.virus },
    spfVerdict: { status: verdicts.spf },
    dkimVerdict: { status: verdicts.dkim },
    dmarcVerdict: { status: verdicts.dmarc },
    action: { type: 'Lambda' as const, functionArn: mail.functionArn, invocationType: 'Event' },
  };
  return {
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp,
            source: mail.from,
            messageId: mail.messageId,
            destination: [...mail.to],
            headersTruncated: truncated,
            headers: [{ name: 'Return-Path', value: `<${mail.from}>` }, ...headers],
            commonHeaders: { ...common, returnPath: mail.from, date, messageId },
          },
          receipt,
        },
      },
    ],
  };
}
