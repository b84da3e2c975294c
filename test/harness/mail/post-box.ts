import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SESEvent } from 'aws-lambda';
import { credentials } from '#infra/local/doors/credentials.ts';
import { sesEvent, type Verdicts } from '#infra/local/mail/receipt-event.ts';
import type { System } from '#infra/local/system.ts';

/** Puts a message where SES would, and gives the event that SES would call the inbox with. */
export async function received(
  { endpoints, template, clock }: System,
  mail: { id: string; from: string; to: string; raw: string | Uint8Array; verdicts?: Partial<Verdicts> },
): Promise<SESEvent> {
  const [rule] = template.receiptRules;
  const endpoint = endpoints.AWS_ENDPOINT_URL_S3 ?? '';
  const bucket = new S3Client({ region: 'eu-west-1', credentials, endpoint, forcePathStyle: true });
  const raw = Buffer.from(mail.raw);
  await bucket.send(new PutObjectCommand({ Bucket: rule?.bucket, Key: `${rule?.prefix}${mail.id}`, Body: raw }));
  const { from, to, id, verdicts } = mail;
  const received = { messageId: id, from, to: [to], raw, at: clock.now(), functionArn: rule?.function ?? '' };
  return sesEvent({ ...received, ...(verdicts && { verdicts }) });
}
