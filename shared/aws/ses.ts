import { SESClient, type SESClientConfig } from '@aws-sdk/client-ses';

/** Shorter than a claim on an email holds, and than the sender has left when it begins one. SES answers in under a second. */
export const answerMillis = 8_000;

/**
 * SES, asked once. The SDK would ask up to three times when a request got no answer, and each of them may have been taken.
 * Every request has a connection of its own: one that outlived a pause of Lambda is reset when it is used again, and then
 * nobody knows what became of the request. The timeout covers connecting, sending and waiting together.
 */
export function sesClient({ timeout = answerMillis, ...config }: SESClientConfig & { timeout?: number } = {}) {
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: timeout,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: false },
      httpsAgent: { keepAlive: false },
    },
  });
}
