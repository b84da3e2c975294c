import * as z from 'zod';
import { firstNameOrFull } from '#domain/names/called.ts';
import { shownAddress } from '#domain/strangers.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block, Inline } from '../content.ts';
import type { Writer } from '../kind.ts';
import { Name } from '../parts/partner.ts';
import { greeting, paragraph, runningWhy, signature } from '../parts/phrases.ts';

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
  const { cohort } = context;
  const { from, email, isKnown, subject, text } = facts;
  const { language, replies } = wordsOf(cohort.language);
  const words = replies.newMail;
  return {
    subject: isKnown
      ? replies.wroteToYou({ from, cohort: cohort.name })
      : words.subjectOfStranger({ cohort: cohort.name }),
    language,
    blocks: [
      greeting(context),
      paragraph(isKnown ? words.known({ from }) : words.stranger({ email: shownAddress(email), cohort: cohort.name })),
      ...(subject === '' ? [] : [{ kind: 'facts' as const, of: [{ label: words.subjectLabel, value: subject }] }]),
      text === '' ? paragraph(words.noText) : { kind: 'quote', of: text },
      ...notes(facts, words),
      paragraph(...howToAnswer(facts, replies)),
      { kind: 'signature', of: signature(context) },
      { kind: 'small', of: [`${runningWhy(context, 'coordinator')} ${replies.noStopLink}`] },
    ],
    replyTo: email,
  };
};

/** An address that looks like another is shown as what it is, and leads nowhere. */
function howToAnswer({ from, email, isKnown }: NewMailFacts, replies: Words['replies']): Inline[] {
  const shown = shownAddress(email);
  const name = firstNameOrFull(from);
  if (shown !== email)
    return [
      isKnown
        ? replies.answerAloneHidden({ name, email: shown })
        : replies.newMail.answerStrangerHidden({ email: shown }),
    ];
  const address = `mailto:${email}`;
  return isKnown ? replies.answerAlone({ name, email, address }) : replies.newMail.answerStranger({ email, address });
}

function notes({ files, isUnsure, isLast }: NewMailFacts, words: Words['replies']['newMail']): Block[] {
  return [
    ...(files > 0 ? [paragraph(words.files({ files }))] : []),
    ...(isUnsure ? [paragraph(words.unsure)] : []),
    ...(isLast ? [paragraph(words.last)] : []),
  ];
}
