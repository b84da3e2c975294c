import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Purpose } from '#domain/forms/purposes.ts';
import { Instant } from '#domain/program/cohort.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { closing, dayOf, greeting, paragraph, runningWhy } from '../parts/phrases.ts';

const Reason = z.enum(['virus', 'unreadable', 'confirmed-elsewhere', 'not-asked', 'too-many', 'automatic']);
export type Reason = z.infer<typeof Reason>;

const UnusedReply = z.object({
  /** Whose form it came for; who wrote it may be somebody else. */
  who: Name,
  /** Where the coordinator can write to them. */
  email: z.string().optional(),
  /** What it came for. */
  purpose: Purpose.optional(),
  /** When the last of them came. */
  at: Instant,
  times: z.number().int().positive(),
  reason: Reason,
});
export type UnusedReply = z.infer<typeof UnusedReply>;

/** Names under one reason: more are counted. */
const mostNamed = 40;

/** `told`: the ids of the replies, for who wrote the list down. */
export const UnusedRepliesFacts = z.object({ replies: z.array(UnusedReply).min(1), told: z.array(z.string()) });

/** To the coordinator: replies that nobody else has heard of. Who, when and why; not a word of what they say. */
export const unusedReplies: Writer<typeof UnusedRepliesFacts> = ({ replies: unused }, context) => {
  const { cohort } = context;
  const { coordinatorEmails, language } = wordsOf(cohort.language);
  const words = coordinatorEmails.unusedReplies;
  const replies = unused.reduce((sum, { times }) => sum + times, 0);
  const isAutomatic = unused.every(({ reason }) => reason === 'automatic');
  return {
    subject: words.subject({ replies }),
    language,
    blocks: [
      greeting(context),
      paragraph(words.unheard({ replies, cohort: cohort.name })),
      ...Reason.options.flatMap((reason) => group(reason, unused, context)),
      paragraph(isAutomatic ? words.ifAutomatic({ replies }) : words.ifReal),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function group(reason: Reason, replies: readonly UnusedReply[], context: EmailContext): Block[] {
  const words = wordsOf(context.cohort.language).coordinatorEmails.unusedReplies;
  const these = replies.filter((reply) => reply.reason === reason);
  if (these.length === 0) return [];
  const more = these.length - mostNamed;
  return [
    paragraph(words.why[reason]),
    {
      kind: 'list',
      of: [
        ...these.slice(0, mostNamed).map((reply) => line(reply, context)),
        ...(more > 0 ? [words.others({ people: more })] : []),
      ],
    },
  ];
}

function line({ who: name, email, purpose, at, times }: UnusedReply, context: EmailContext): string {
  const { unusedReplies, withAddress } = wordsOf(context.cohort.language).coordinatorEmails;
  const who = email ? withAddress({ name, email }) : name;
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(context.cohort.timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return unusedReplies.reply({ who, purpose: purpose ?? 'none', replies: times, day: dayOf(at, context), time });
}
