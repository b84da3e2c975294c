import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { StoredFacts } from '#shared/emails/kinds.ts';
import { env, required } from '#shared/env.ts';

const bucket = new S3Client({});

/** Bytes of facts that a record of the table holds itself. The table refuses an item of 400 KB, and each write costs by the KB. */
const mostInARecord = 50_000;

/** Facts as they are put into the record of an email: themselves, or where in the bucket they are when they are long. */
export async function keepFacts(email: string, facts: StoredFacts): Promise<{ facts: StoredFacts; factsAt?: string }> {
  const text = JSON.stringify(facts);
  if (Buffer.byteLength(text) <= mostInARecord) return { facts };
  const factsAt = `facts/${email}.json`;
  const object = { Bucket: required(env.mailBucket), Key: factsAt, Body: text, ContentType: 'application/json' };
  await bucket.send(new PutObjectCommand(object));
  return { facts: StoredFacts.parse({}), factsAt };
}

/** The facts of an email, wherever they are. */
export async function factsOf({ facts, factsAt }: Awaited<ReturnType<typeof keepFacts>>): Promise<StoredFacts> {
  if (factsAt === undefined) return facts;
  const { Body } = await bucket.send(new GetObjectCommand({ Bucket: required(env.mailBucket), Key: factsAt }));
  return StoredFacts.parse(JSON.parse((await Body?.transformToString()) ?? ''));
}
