import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { env, required } from '#shared/env.ts';

const bucket = new S3Client({});

/** Bytes of facts that a record of the table holds itself. The table refuses an item of 400 KB, and each write costs by the KB. */
const mostInARecord = 50_000;

const Facts = z.record(z.string(), z.unknown());

/** Facts as they are put into the record of an email: themselves, or where in the bucket they are when they are long. */
export async function keepFacts(
  email: string,
  facts: Record<string, unknown>,
): Promise<{ facts: Record<string, unknown>; factsAt?: string }> {
  const text = JSON.stringify(facts);
  if (Buffer.byteLength(text) <= mostInARecord) return { facts };
  const factsAt = `facts/${email}.json`;
  const object = { Bucket: required(env.mailBucket), Key: factsAt, Body: text, ContentType: 'application/json' };
  await bucket.send(new PutObjectCommand(object));
  return { facts: {}, factsAt };
}

/** The facts of an email, wherever they are. */
export async function factsOf({
  facts,
  factsAt,
}: Awaited<ReturnType<typeof keepFacts>>): Promise<Record<string, unknown>> {
  if (factsAt === undefined) return facts;
  const { Body } = await bucket.send(new GetObjectCommand({ Bucket: required(env.mailBucket), Key: factsAt }));
  return Facts.parse(JSON.parse((await Body?.transformToString()) ?? ''));
}
