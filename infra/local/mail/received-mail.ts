import { randomUUID } from 'node:crypto';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Clock } from '../clock.ts';
import type { Invocations } from '../functions/invocations.ts';
import type { LocalTemplate } from '../template/local-template.ts';
import { forwarded } from './forward.ts';
import { keepMail } from './keep-mail.ts';
import type { LocalSes } from './local-ses.ts';
import type { Maildirs } from './maildir.ts';
import { sesEvent } from './receipt-event.ts';
import { type Inbound, type ReceivedMail, startInbound } from './smtp.ts';

interface Services {
  maildirs: Maildirs;
  ses: Pick<LocalSes, 'sourceOf'>;
  s3: Pick<S3Client, 'send'>;
  invocations: Pick<Invocations, 'add'>;
  clock: Clock;
  port?: number | undefined;
  log: (line: string) => void;
}

/**
 * Takes mail over SMTP as the template's receipt rule has SES take it: kept in the rule's bucket, and given to its function.
 * What machines send to the envelope's sender of a message of ours goes on to its source; mail to others is theirs.
 */
export async function startIncoming(
  { receiptRules: [rule] }: Pick<LocalTemplate, 'receiptRules'>,
  { maildirs, ses, s3, invocations, clock, port, log }: Services,
): Promise<Inbound> {
  if (!rule) throw new Error('The template has no receipt rule.');
  // As SES matches a rule: an address, or any at a domain.
  const isOurs = (address: string) =>
    rule.recipients.some((one) => `@${address}`.toLowerCase().endsWith(`@${one}`.toLowerCase()));
  const receive = async ({ raw, from, to }: ReceivedMail) => {
    // The null return path: nobody answers what is forwarded (RFC 3834 section 3.3).
    const answered = to.map((address) => ses.sourceOf(address)).filter((source) => source !== undefined);
    for (const source of answered) await take({ raw: forwarded(raw, source), from: '', to: [source] });
    const others = to.filter((address) => ses.sourceOf(address) === undefined);
    if (others.length > 0) await take({ raw, from, to: others });
  };
  const take = async ({ raw, from, to: everyone }: Omit<ReceivedMail, 'remote'>) => {
    const messageId = randomUUID().replaceAll('-', '');
    // What people write to each other, such as to their coordinator, is delivered as it is.
    for (const address of everyone.filter((one) => !isOurs(one))) {
      await maildirs.deliver(address.toLowerCase(), raw, { at: clock.now(), id: messageId });
    }
    const to = everyone.filter(isOurs);
    if (to.length === 0) return;
    await keepMail(s3, { Bucket: rule.bucket, Key: `${rule.prefix}${messageId}` }, { raw, from });
    invocations.add(rule.function, sesEvent({ messageId, from, to, raw, at: clock.now(), functionArn: rule.function }));
  };
  return await startInbound({
    domain: rule.recipients[0] ?? '',
    knows: (address) => maildirs.has(address) || ses.sourceOf(address) !== undefined || isOurs(address),
    receive,
    ...(port !== undefined && { port }),
    trouble: (what, cause) => log(`smtp: ${what} ${cause}`),
  });
}
