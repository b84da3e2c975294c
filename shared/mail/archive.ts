import type { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { env, required } from '#shared/env.ts';

const bucket = new S3Client({});

/** How many of the messages that asked a form are compared with a reply: the invitation, reminders, and what was asked again. */
const mostCompared = 12;

/** Where a message as sent is kept. By form, so that a reply can be compared with all that was sent for it. */
export function sentKey(email: { id: string; cohort: string; form?: { id: string } }): string {
  return email.form ? `sent/${email.form.id}/${email.id}.eml` : `sent/${email.cohort}/${email.id}.eml`;
}

export async function keep(key: string, message: Uint8Array): Promise<void> {
  await bucket.send(
    new PutObjectCommand({ Bucket: required(env.mailBucket), Key: key, Body: message, ContentType: 'message/rfc822' }),
  );
}

/** Bytes of a message, or undefined when it is not there (any more). Of one larger than `most` nothing is read. */
export async function fetchMail(key: string): Promise<Uint8Array | undefined>;
export async function fetchMail(key: string, most: number): Promise<Uint8Array | 'too-large' | undefined>;
export async function fetchMail(key: string, most = Number.POSITIVE_INFINITY) {
  try {
    const object = await bucket.send(new GetObjectCommand({ Bucket: required(env.mailBucket), Key: key }));
    if ((object.ContentLength ?? 0) <= most) return await object.Body?.transformToByteArray();
    // The connection is given up rather than read to its end.
    (object.Body as Readable).destroy();
    return 'too-large';
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** As much of the beginning of a message as has its header, and of its words those that come first. */
const beginning = 256 * 1024;

/** The beginning of a message, however large it is. */
export async function beginningOf(key: string): Promise<Uint8Array> {
  const range = { Bucket: required(env.mailBucket), Key: key, Range: `bytes=0-${beginning - 1}` };
  const { Body } = await bucket.send(new GetObjectCommand(range));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

/** Puts mail that answers nothing of ours where it is gone after a day. Doing it again does nothing. */
export async function setAside(key: string): Promise<void> {
  const Bucket = required(env.mailBucket);
  const aside = key.replace(/^inbound\//, 'unclaimed/');
  try {
    await bucket.send(new CopyObjectCommand({ Bucket, Key: aside, CopySource: `${Bucket}/${key}` }));
  } catch (error) {
    // It has been moved already.
    if ((error as Error).name === 'NoSuchKey') return;
    throw error;
  }
  await bucket.send(new DeleteObjectCommand({ Bucket, Key: key }));
}

/** The messages that asked a form, newest first. */
export async function sentFor(form: string): Promise<Uint8Array[]> {
  const { Contents = [] } = await bucket.send(
    new ListObjectsV2Command({ Bucket: required(env.mailBucket), Prefix: `sent/${form}/` }),
  );
  const newest = Contents.sort((a, b) => (b.LastModified?.getTime() ?? 0) - (a.LastModified?.getTime() ?? 0));
  const messages = await Promise.all(newest.slice(0, mostCompared).map(({ Key = '' }) => fetchMail(Key)));
  return messages.filter((message) => message !== undefined);
}
