import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { Purpose } from '#domain/forms/purposes.ts';
import { Instant } from '#domain/program/cohort.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { capital, closing, count, dayOf, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

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
export const unusedReplies: Writer<typeof UnusedRepliesFacts> = ({ replies }, context) => {
  const { cohort, person } = context;
  const total = replies.reduce((sum, { times }) => sum + times, 0);
  const what = capital(count(total, 'reply', 'replies'));
  const [it, them] = total === 1 ? ['it', 'it'] : ['each', 'them'];
  const isAutomatic = replies.every(({ reason }) => reason === 'automatic');
  return {
    subject: `We did not answer ${count(total, 'reply', 'replies')}`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `${what} to ${cohort.name} got no answer from us, and nobody but you hears of ${them}. Below is whose form ${it} came for, and why we did not answer; somebody else may have written it. We do not show what it says.`,
      ),
      ...Reason.options.flatMap((reason) => group(reason, replies, context)),
      paragraph(
        isAutomatic
          ? `There is nothing to do. If ${total === 1 ? 'it' : 'one of these'} may be a real answer, ask the person to send it again.`
          : 'There is nothing to do if none of this surprises you. If one may be a real answer, ask the person to send it again, from the address that we write to.',
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

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
  virus: 'There is a virus in it, so we have not opened it:',
  unreadable: 'We could not read it, and had told the person so that day already. A word from you may help:',
  'confirmed-elsewhere':
    'A yes or no to our question "Was this reply from you?", or a reply to the receipt for a page, which may not be from the person we asked:',
  'not-asked':
    'Perhaps from somebody else. We had asked the person about three others that day, and did not ask again:',
  'too-many': 'More than a person writes in a day. We kept what came, but wrote nothing back and passed nothing on:',
  automatic: 'Automatic by its looks, like a note that somebody is away, without a day of return:',
};

function line({ who, email, purpose, at, times }: UnusedReply, context: EmailContext): string {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(context.cohort.timeZone);
  const when = `${dayOf(at, context)}, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const whose = `${who}${email ? ` (${email})` : ''}${purpose ? cameFor[purpose] : ''}`;
  return times === 1 ? `${whose}: ${when}` : `${whose}: ${count(times, 'reply', 'replies')}, the last on ${when}`;
}

const cameFor: Record<Purpose, string> = {
  application: ', application',
  agreement: ', agreement with their partner',
  survey: ', survey',
  ballot: ', votes on the pairs',
  decision: ', publishing the pairs',
  consent: ', the partner we thought of',
  opening: '',
  confirm: '',
  late: '',
};
