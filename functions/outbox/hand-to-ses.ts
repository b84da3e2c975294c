import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { sesClient } from '#shared/aws/ses.ts';
import type { EmailRecord } from '#shared/emails/email-record.ts';
import { env, required } from '#shared/env.ts';

/**
 * What came of handing a message to SES, which has no token that makes doing it twice doing it once. So only what SES surely
 * does not have is free to be sent again.
 *
 * - taken: SES has it.
 * - refused: it does not want this message, now or later.
 * - blocked: it has nothing against the message; it does not let us send until somebody has mended something.
 * - later: it wants us slower, or could not be reached at all.
 * - unanswered: it may have it, and says so in a `Send` event if it has.
 */
export type Handed =
  | { is: 'taken'; messageId: string }
  | { is: 'refused' | 'blocked'; code: string; words: string }
  | { is: 'later' | 'unanswered'; code: string };

export interface Parcel {
  email: Pick<EmailRecord, 'id' | 'cohort'>;
  source: string;
  to: string;
  message: Uint8Array;
}

const ses = sesClient();

/** Makes one request, whatever comes of it. Never throws for what SES or the way to it does. */
export async function handOver({ email, source, to, message }: Parcel, client = ses): Promise<Handed> {
  const command = new SendRawEmailCommand({
    Source: source,
    Destinations: [to],
    RawMessage: { Data: message },
    ConfigurationSetName: required(env.configurationSet),
    Tags: [
      { Name: 'email', Value: email.id },
      { Name: 'cohort', Value: email.cohort },
    ],
  });
  try {
    const { MessageId = '' } = await client.send(command);
    return { is: 'taken', messageId: MessageId };
  } catch (error) {
    return handedOf(error);
  }
}

const slower = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException']);

/** About the message itself; any other refusal is about us, such as a permission, the domain or the configuration set. */
const unwanted = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError', 'MalformedInput']);

/** No connection came about, so that nothing can have been sent (connect(2), getaddrinfo(3)). */
const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

function handedOf(error: unknown): Handed {
  if (!(error instanceof Error)) return { is: 'unanswered', code: 'unknown' };
  const status = '$metadata' in error && (error.$metadata as { httpStatusCode?: number }).httpStatusCode;
  if (status && status >= 400 && status < 500) {
    if (status === 429 || slower.has(error.name)) return { is: 'later', code: error.name };
    const is = unwanted.has(error.name) && !isAboutUs(error.message) ? 'refused' : 'blocked';
    return { is, code: error.name, words: error.message };
  }
  const code = 'code' in error ? String(error.code) : error.name;
  // Without credentials no request is made.
  if (code === 'CredentialsProviderError') return { is: 'blocked', code, words: error.message };
  return { is: unreachable.has(code) ? 'later' : 'unanswered', code };
}

/**
 * SES rejects a message in the same way when the recipient is not verified, as in the sandbox, and when we are not, as before
 * the DNS records are there, or when it has stopped our sending. Only in the first case is it about this message.
 */
function isAboutUs(words: string): boolean {
  if (/\b(?:suspended|paused)\b/i.test(words)) return true;
  const ours = [required(env.sender).split('@').at(-1), required(env.replyDomain)];
  return words
    .toLowerCase()
    .split(/[\s,@<>]+/)
    .some((word) => ours.some((domain) => domain && (word === domain || word.endsWith(`.${domain}`))));
}
