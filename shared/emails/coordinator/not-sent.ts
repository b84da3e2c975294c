import * as z from 'zod';
import { NotSent } from '#domain/email.ts';
import { shownName } from '#domain/names/called.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import { capital } from '#shared/words/message.ts';
import { notSentWords } from '#shared/words/not-sent-words.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, paragraph, runningWhy } from '../parts/phrases.ts';

const Unsent = z.object({
  id: z.string(),
  who: z.string(),
  email: z.string(),
  /** The email's kind, as the email log calls it. */
  kind: z.string(),
  why: NotSent.optional(),
  /** Whether it may have gone out all the same. */
  perhaps: z.boolean(),
});
export type Unsent = z.infer<typeof Unsent>;

export const NotSentFacts = z.object({ emails: z.array(Unsent).min(1), told: z.array(z.string()) });

/** To the coordinator: emails that nobody tries to send any more. `told`: their ids, for who wrote the list down. */
export const notSent: Writer<typeof NotSentFacts> = ({ emails }, context) => {
  const { cohort } = context;
  const all = wordsOf(cohort.language);
  const words = all.coordinatorEmails.notSent;
  const [perhaps, surelyNot] = [emails.filter((one) => one.perhaps), emails.filter((one) => !one.perhaps)];
  const said = { cohort: cohort.name, id: cohort.id, emails: emails.length };
  return {
    subject: words.subject(said),
    language: all.language,
    blocks: [
      greeting(context),
      paragraph(words.stopped(said)),
      ...group(words.surelyNot, surelyNot, all),
      ...group(words.perhaps, perhaps, all),
      paragraph(words.writeYourself(said)),
      paragraph(words.forThem(said)),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function group(heading: (said: { emails: number }) => string, these: readonly Unsent[], words: Words): Block[] {
  if (these.length === 0) return [];
  return [paragraph(heading({ emails: these.length })), { kind: 'list', of: these.map((one) => line(one, words)) }];
}

function line({ who, email, kind, why }: Unsent, words: Pick<Words, 'coordinatorEmails'>): string {
  const { notSent, withAddress } = words.coordinatorEmails;
  const name = shownName(who);
  return notSent.email({
    isGone: who === '' ? 'yes' : 'no',
    who: email === '' ? name : withAddress({ name, email }),
    what: notSent.what({ kind }),
    why: capital(notSentWords(why, words).replace(/\.$/, '')),
  });
}
