import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { shownAddress } from '#domain/strangers.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { count, greeting, language, paragraph, runningWhy, signature } from '../parts/phrases.ts';

export const NewMailFacts = z.object({
  /** What sets these words apart from all others of their writer. */
  key: z.string(),
  from: Name,
  email: z.string(),
  /** They are in the cohort; else they are somebody whom we don't know. */
  isKnown: z.boolean(),
  /** Their domain does not vouch for it, or it was taken for spam. */
  isUnsure: z.boolean(),
  subject: z.string(),
  text: z.string(),
  /** How many files came with it. */
  files: z.number().int(),
  /** More of today is not passed on. */
  isLast: z.boolean(),
});
type NewMailFacts = z.infer<typeof NewMailFacts>;

/**
 * To the coordinator: somebody wrote to the address that our emails come from. A reply to it goes straight to that person,
 * with this email quoted below it: so it has no link in it that stops the coordinator's own mail.
 */
export const newMail: Writer<typeof NewMailFacts> = (facts, context) => {
  const { person, cohort } = context;
  const { from, email, isKnown, subject, text } = facts;
  const isShown = shownAddress(email) === email;
  const howToAnswer = isKnown
    ? `Please reply to this email: your words go to ${firstNameOrFull(from)} alone`
    : 'If it is not for you, there is nothing to do. To answer, reply to this email: your words go to the writer alone';
  return {
    subject: isKnown ? `${from} wrote to you about ${cohort.name}` : `Somebody wrote to the address of ${cohort.name}`,
    language,
    blocks: [
      greeting(person),
      paragraph(whoWrote(facts, context)),
      ...(subject === '' ? [] : [{ kind: 'facts' as const, of: [{ label: 'Subject', value: subject }] }]),
      text === '' ? paragraph('There is no text in it that we could read.') : { kind: 'quote', of: text },
      ...notes(facts),
      paragraph(`${howToAnswer}, at `, isShown ? { words: email, href: `mailto:${email}` } : `${shownAddress(email)}.`),
      { kind: 'signature', of: signature(context) },
      {
        kind: 'small',
        of: [
          `${runningWhy(context, 'coordinator')} The link that stops all email is in our other emails: in this one it would go along with your reply.`,
        ],
      },
    ],
    replyTo: email,
  };
};

function whoWrote({ from, email, isKnown }: NewMailFacts, { cohort }: EmailContext): string {
  if (isKnown) {
    return `${from} has written to the address that our emails come from. It is no reply to our questions, so it is for you. Nobody has answered it yet.`;
  }
  return `Somebody at ${shownAddress(email)} has written to the address that our emails come from. We don't know who that is; you get it because ${cohort.name} is the newest round that runs here. Nobody has answered it yet.`;
}

function notes({ files, isUnsure, isLast }: NewMailFacts): Block[] {
  return [
    ...(files > 0
      ? [
          paragraph(
            `${files === 1 ? 'A file' : count(files, 'file')} came with it, which we do not pass on. Ask for it if you need it.`,
          ),
        ]
      : []),
    ...(isUnsure ? [paragraph('We could not make sure that it really comes from this address.')] : []),
    ...(isLast ? [paragraph('There were many such emails today. We pass on no more of them until tomorrow.')] : []),
  ];
}
