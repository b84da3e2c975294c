import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { ReceivedMail } from './smtp.ts';

/** fauxqs takes 11 MiB at once; SES takes mail of up to 40 MB. */
const partSize = 10 * 1024 * 1024;

/** Puts a message that came in where SES puts it, and as SES does: with the sender of its envelope as `Return-Path`. */
export async function keepMail(
  s3: Pick<S3Client, 'send'>,
  at: { Bucket: string; Key: string },
  { raw, from }: Pick<ReceivedMail, 'raw' | 'from'>,
): Promise<void> {
  const message = Buffer.concat([Buffer.from(`Return-Path: <${from}>\r\n`), raw]);
  if (message.length <= partSize) {
    await s3.send(new PutObjectCommand({ ...at, Body: message }));
    return;
  }
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(at));
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  for (let start = 0; start < message.length; start += partSize) {
    const PartNumber = Parts.length + 1;
    const Body = message.subarray(start, start + partSize);
    const { ETag } = await s3.send(new UploadPartCommand({ ...at, UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  }
  await s3.send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }));
}
