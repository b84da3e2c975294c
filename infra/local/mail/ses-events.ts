import { randomUUID } from 'node:crypto';
import { type CommonHeaders, commonHeaders, type Header, readHeaders } from './headers.ts';
import type { Fate } from './ses-store.ts';

interface SesMail {
  timestamp: string;
  source: string;
  sourceArn: string;
  sendingAccountId: string;
  messageId: string;
  destination: string[];
  headersTruncated: boolean;
  headers: Header[];
  commonHeaders: CommonHeaders;
  tags: Record<string, string[]>;
}

interface Happened {
  timestamp: string;
}

/**
 * What SES publishes about a message that was sent with a configuration set ("Examples of event data that Amazon SES
 * publishes to Amazon SNS", SES developer guide). Of the event types only those that can happen here.
 */
export type SesEvent = { mail: SesMail } & (
  | { eventType: 'Send'; send: Record<string, never> }
  | {
      eventType: 'Delivery';
      delivery: Happened & {
        processingTimeMillis: number;
        recipients: string[];
        smtpResponse: string;
        reportingMTA: string;
      };
    }
  | {
      eventType: 'Bounce';
      bounce: Happened & {
        bounceType: 'Permanent' | 'Transient';
        bounceSubType: string;
        bouncedRecipients: { emailAddress: string; action: 'failed'; status: string; diagnosticCode: string }[];
        feedbackId: string;
        reportingMTA: string;
      };
    }
  | {
      eventType: 'Complaint';
      complaint: Happened & {
        complainedRecipients: { emailAddress: string }[];
        feedbackId: string;
        userAgent: string;
        complaintFeedbackType: 'abuse';
        arrivalDate: string;
      };
    }
);

/** The `mail` object that every event about one message carries. Headers beyond 10 KB are left out, as SES does. */
export function describeMail(sent: {
  id: string;
  at: number;
  source: string;
  destinations: readonly string[];
  raw: Uint8Array;
  configurationSet: string;
  tags: readonly { name: string; value: string }[];
  fromDomain: string;
  region: string;
}): SesMail {
  const { headers, truncated } = readHeaders(sent.raw, 10_240);
  const tags: Record<string, string[]> = {
    'ses:configuration-set': [sent.configurationSet],
    'ses:source-ip': ['127.0.0.1'],
    'ses:from-domain': [sent.fromDomain],
    'ses:caller-identity': ['local'],
    // A tag may be called `__proto__`: to an object that is there it would be something else.
    ...Object.fromEntries(sent.tags.map(({ name, value }) => [name, [value]])),
  };
  return {
    timestamp: iso(sent.at),
    source: sent.source,
    sourceArn: `arn:aws:ses:${sent.region}:000000000000:identity/${sent.fromDomain}`,
    sendingAccountId: '000000000000',
    messageId: sent.id,
    destination: [...sent.destinations],
    headersTruncated: truncated,
    headers,
    commonHeaders: { ...commonHeaders(headers), messageId: sent.id },
    tags,
  };
}

/** What there is to publish when `fate` has come to `recipient` at `at`. */
export function eventsOf(mail: SesMail, recipient: string, fate: Fate, at: number): SesEvent[] {
  const timestamp = iso(at);
  const feedbackId = `0100${at.toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
  if (fate.kind === 'bounce') {
    const bounced = {
      emailAddress: recipient,
      action: 'failed',
      status: fate.status,
      diagnosticCode: `smtp; ${fate.diagnostic}`,
    } as const;
    const bounce = {
      bounceType: fate.type,
      bounceSubType: fate.subType,
      bouncedRecipients: [bounced],
      timestamp,
      feedbackId,
      reportingMTA: 'dns; localhost',
    };
    return [{ eventType: 'Bounce', mail, bounce }];
  }

  const delivery = {
    timestamp,
    processingTimeMillis: Math.max(0, at - Date.parse(mail.timestamp)),
    recipients: [recipient],
    smtpResponse: fate.response,
    reportingMTA: 'localhost',
  };
  const delivered: SesEvent = { eventType: 'Delivery', mail, delivery };
  if (fate.kind === 'deliver') return [delivered];

  const complaint = {
    complainedRecipients: [{ emailAddress: recipient }],
    timestamp,
    feedbackId,
    userAgent: 'Telemachy local mail',
    complaintFeedbackType: 'abuse' as const,
    arrivalDate: timestamp,
  };
  return [delivered, { eventType: 'Complaint', mail, complaint }];
}

const iso = (at: number) => new Date(at).toISOString();
