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
import * as z from 'zod';
import { env, required } from '#shared/env.ts';

const bucket = new S3Client({});

/** How many of the messages that asked a form are compared with a reply: the invitation, reminders, and what was asked again. */
const mostCompared = 12;

/** The words of a message that we sent, kept beside it: a reply is compared with these, without taking messages apart. */
const SentBodies = z.object({ text: z.string(), html: z.string() });
type SentBodies = z.infer<typeof SentBodies>;

/** Keeps a message as sent. By form, so that a reply can be compared with all that was sent for it. */
export async function keepSent(
  { id, cohort, form }: { id: string; cohort: string; form?: { id: string } },
  { message, bodies }: { message: Uint8Array; bodies: SentBodies },
): Promise<void> {
  const key = `sent/${form?.id ?? cohort}/${id}`;
  await put(`${key}.eml`, message, 'message/rfc822');
  if (form) await put(`${key}.json`, JSON.stringify(bodies), 'application/json');
}

async function put(Key: string, Body: Uint8Array | string, ContentType: string): Promise<void> {
  await bucket.send(new PutObjectCommand({ Bucket: required(env.mailBucket), Key, Body, ContentType }));
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

/** The words of the messages that asked a form, newest first. */
export async function sentFor(form: string): Promise<SentBodies[]> {
  const { Contents = [] } = await bucket.send(
    new ListObjectsV2Command({ Bucket: required(env.mailBucket), Prefix: `sent/${form}/` }),
  );
  const all = Contents.filter(({ Key }) => Key?.endsWith('.json'));
  const newest = all.sort((a, b) => (b.LastModified?.getTime() ?? 0) - (a.LastModified?.getTime() ?? 0));
  const kept = await Promise.all(newest.slice(0, mostCompared).map(({ Key = '' }) => fetchMail(Key)));
  return kept.flatMap((bytes) => (bytes ? [SentBodies.parse(JSON.parse(Buffer.from(bytes).toString()))] : []));
}
