import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Attachment } from '#domain/attachments.ts';
import { Answers, Unclear } from '#domain/forms/form.ts';
import { Instant } from '#domain/program/cohort.ts';
import { documents } from '#shared/aws/clients.ts';
import { FormRef } from '#shared/domain/forms/form-record.ts';
import { cohortPartition, keys } from './keys.ts';
import { allReadableOf, getItem, type Page, pageOf, putNew, tableName, writeIf } from './table.ts';

/** What a late reply says, read when it came and kept until the coordinator has decided whether it counts. */
const Given = z.object({
  answers: Answers,
  unclear: z.array(Unclear),
  comments: z.record(z.string(), z.string()),
  note: z.string(),
  /** Which answers were read from words of theirs, and how surely. */
  worded: z.record(z.string(), z.object({ said: z.string(), sure: z.boolean() })).optional(),
});

/** A reply that came in: where the original is kept and what became of it. What it says only while that waits. */
export const ReplyRecord = z.object({
  id: z.string(),
  cohort: z.string(),
  person: z.string(),
  form: FormRef,
  /** Key of the raw message in the mail bucket. */
  mail: z.string(),
  receivedAt: Instant,
  became: z.enum(['read', 'automatic', 'unconfirmed', 'refused', 'late', 'unreadable']),
  why: z.string().optional(),
  /** Neither its sender nor anybody else was told of it: it is on the list that the coordinator gets. */
  unheard: z.literal(true).optional(),
  /** When that list was sent. */
  toldAt: Instant.optional(),
  given: Given.optional(),
  /** What came with it. The bytes are in the original. */
  attachments: z.array(Attachment).optional(),
  expiresAt: z.number().int(),
});
export type ReplyRecord = z.infer<typeof ReplyRecord>;

export function add(reply: ReplyRecord): Promise<boolean> {
  return putNew({ ...keys.reply(reply.cohort, reply.form.id, reply.id), entity: 'REPLY', ...reply });
}

export function get(cohort: string, form: string, id: string): Promise<ReplyRecord | undefined> {
  return getItem(ReplyRecord, keys.reply(cohort, form, id));
}

export function page(cohort: string, limit: number, after?: string): Promise<Page<ReplyRecord>> {
  return pageOf(ReplyRecord, cohortPartition(cohort), 'REPLY#', { limit, after });
}

/** Everything that came in for one form, as far as it can be read: one record must not keep later replies from being read. */
export async function repliesTo(cohort: string, form: string): Promise<ReplyRecord[]> {
  const { items } = await allReadableOf(ReplyRecord, cohortPartition(cohort), `REPLY#${form}#`);
  return items;
}

async function everyReply(cohort: string): Promise<ReplyRecord[]> {
  const { items } = await allReadableOf(ReplyRecord, cohortPartition(cohort), 'REPLY#');
  return items;
}

/** Why the newest reply of each person to forms of this purpose was not read, by person: those who were asked to write again. */
export async function unread(cohort: string, purpose: string): Promise<Map<string, string>> {
  const every = await everyReply(cohort);
  return new Map(
    every
      .filter(({ form, became }) => form.purpose === purpose && (became === 'unreadable' || became === 'unconfirmed'))
      .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
      .map(({ person, became, why = '' }) => [person, became === 'unconfirmed' ? 'unconfirmed' : why]),
  );
}

/** Replies that nobody has heard of, oldest first. */
export async function unheard(cohort: string): Promise<ReplyRecord[]> {
  const every = await everyReply(cohort);
  return every
    .filter(({ unheard, toldAt }) => unheard && toldAt === undefined)
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}

export function markTold({ cohort, form, id }: Pick<ReplyRecord, 'cohort' | 'form' | 'id'>, at: Instant) {
  return writeIf(() =>
    documents.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.reply(cohort, form.id, id),
        UpdateExpression: 'SET toldAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': at },
      }),
    ),
  );
}
