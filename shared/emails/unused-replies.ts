import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Instant } from '#domain/cohort.ts';
import type { Block } from './content.ts';
import { type EmailContext, kind } from './context.ts';
import { closing, count, dayOf, greeting, language, paragraph, runningWhy } from './phrases.ts';

const Reason = z.enum(['virus', 'confirmed-elsewhere', 'not-asked', 'too-many', 'automatic']);
export type Reason = z.infer<typeof Reason>;

const UnusedReply = z.object({
  /** Whose form it came for; who wrote it may be somebody else. */
  who: z.string(),
  /** When the last of them came. */
  at: Instant,
  times: z.number().int().positive(),
  reason: Reason,
});
export type UnusedReply = z.infer<typeof UnusedReply>;

/** Names under one reason: more are counted. */
const mostNamed = 40;

/** To the coordinator: replies that nobody else has heard of. Who, when and why; not a word of what they say. */
export const unusedReplies = kind(z.object({ replies: z.array(UnusedReply).min(1) }), ({ replies }, context) => {
  const { cohort, person } = context;
  const total = replies.reduce((sum, { times }) => sum + times, 0);
  const isAutomatic = replies.every(({ reason }) => reason === 'automatic');
  return {
    subject: `We could not use ${count(total, 'reply', 'replies')}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${total === 1 ? 'A reply' : 'Some replies'} to ${cohort.name} came to nothing, and we have told nobody but you. What ${total === 1 ? 'it says' : 'they say'} stays closed.`,
      ),
      ...Reason.options.flatMap((reason) => group(reason, replies, context)),
      paragraph(
        isAutomatic
          ? `There is nothing to do. If ${total === 1 ? 'it' : 'one of these'} was a real reply, ask them to send it again.`
          : 'There is nothing to do if none of this surprises you. If one may have been a real reply, ask them to send it again from the address that we write to.',
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
});

function group(reason: Reason, replies: readonly UnusedReply[], context: EmailContext): Block[] {
  const these = replies.filter((reply) => reply.reason === reason);
  if (these.length === 0) return [];
  const more = these.length - mostNamed;
  return [
    paragraph(why[reason]),
    {
      kind: 'list',
      of: [
        ...these.slice(0, mostNamed).map((reply) => line(reply, context)),
        ...(more > 0 ? [`and ${count(more, 'other person', 'other people')}`] : []),
      ],
    },
  ];
}

const why: Record<Reason, string> = {
  virus: 'With a virus in it, so we have not opened it:',
  'confirmed-elsewhere': 'An answer to “Was this you?” from another address than the one we asked:',
  'not-asked': 'Perhaps from somebody else. We had asked about three others that day, and did not ask again:',
  'too-many': 'One of very many in a day. We wrote nothing back and passed nothing on:',
  automatic: 'Automatic by its looks, like a note that somebody is away, with no day of return:',
};

function line({ who, at, times }: UnusedReply, context: EmailContext): string {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(context.cohort.timeZone);
  const when = `${dayOf(at, context)}, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return times === 1 ? `${who}: ${when}` : `${who}: ${count(times, 'reply', 'replies')}, the last on ${when}`;
}
