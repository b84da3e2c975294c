import type { NotSent } from '#domain/email.ts';
import type { Words } from './index.ts';

/** Why an email was not sent, to stand behind a colon or, with a capital, as a sentence. */
export function notSentWords(
  why: NotSent | undefined,
  { coordinatorEmails }: Pick<Words, 'coordinatorEmails'>,
): string {
  return coordinatorEmails.notSent.why({ is: '', code: '', words: '', ...why });
}
