import * as z from 'zod';
import { shownName } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import type { EmailKind } from '../kinds.ts';
import { capital, closing, count, greeting, language, paragraph, runningWhy } from '../parts/phrases.ts';

const Unsent = z.object({
  id: z.string(),
  who: z.string(),
  email: z.string(),
  /** The email's kind, as the email log calls it. */
  kind: z.string(),
  /** Why it failed, as the email log has it. */
  why: z.string(),
  /** Whether it may have gone out all the same. */
  perhaps: z.boolean(),
});
export type Unsent = z.infer<typeof Unsent>;

export const NotSentFacts = z.object({ emails: z.array(Unsent).min(1), told: z.array(z.string()) });

/** To the coordinator: emails that nobody tries to send any more. `told`: their ids, for who wrote the list down. */
export const notSent: Writer<typeof NotSentFacts> = (facts, context) => {
  const { cohort, person } = context;
  const { emails } = facts;
  const isOne = emails.length === 1;
  return {
    subject: `${capital(count(emails.length, 'email'))} from ${cohort.name} did not go out`,
    language,
    blocks: [
      greeting(person),
      paragraph(
        `We could not send ${count(emails.length, 'email')} of ${cohort.name}, and we have stopped trying. Below is whom ${isOne ? 'it' : 'each'} was for, and why.`,
      ),
      ...group('This has surely not arrived:', 'These have surely not arrived:', emails, false),
      ...group('This may have arrived all the same:', 'These may have arrived all the same:', emails, true),
      paragraph(
        `Please write to ${isOne ? 'the person' : 'these people'} yourself if it is urgent, and forward this to whoever runs Telemachy for you.`,
      ),
      paragraph(
        `For them: when the cause is mended, POST /v1/cohorts/${cohort.id}/emails/EMAIL/resend sends one again. GET /v1/cohorts/${cohort.id}/emails has ${isOne ? 'its id' : 'their ids'}. We write this once.`,
      ),
      ...closing(context, runningWhy(context, 'coordinator')),
    ],
  };
};

function group(one: string, many: string, emails: readonly Unsent[], perhaps: boolean): Block[] {
  const these = emails.filter((email) => email.perhaps === perhaps);
  if (these.length === 0) return [];
  return [paragraph(these.length === 1 ? one : many), { kind: 'list', of: these.map(line) }];
}

function line({ who, email, kind: of, why }: Unsent): string {
  const to = who === '' ? 'somebody who is gone' : `${shownName(who)}${email === '' ? '' : ` (${email})`}`;
  return `${to}: ${namesOfKinds[of] ?? 'a message'}. ${capital(why.replace(/\.$/, ''))}.`;
}

/** What people call an email, by its kind. */
const namesOfKinds: Partial<Record<string, string>> = {
  invitation: 'the invitation',
  'application-reminder': 'the reminder to apply',
  understood: 'what we understood of a reply',
  declined: 'the answer to "no thanks"',
  'too-late': 'the answer to a reply that came late',
  'could-not-read': 'the answer to a reply that we could not read',
  'confirm-sender': 'the question whether a reply was theirs',
  'not-matched': 'the news that there is no partner',
  'not-this-time': 'the news that there is no partner',
  introduction: 'the introduction to their partner',
  'agreement-reminder': 'the reminder about the agreement',
  survey: 'the survey',
  'survey-reminder': 'the reminder about the survey',
  thanks: 'the thanks at the end',
  cancelled: 'the news that the round is cancelled',
  stopped: 'the word that we write no more',
  'stop-or-not': 'the question whether to stop all mail',
  ballot: 'the question about the pairs',
  'ballot-reminder': 'the reminder about the votes',
  readiness: 'the figures before the matching',
  'publish-decision': 'the question whether to publish the pairs',
  'partner-proposed': 'the partner that we thought of',
  'partner-change': 'the change of their partner',
  'matches-published': 'the news that the pairs are published',
  opening: 'the question of another partner',
  stuck: 'the news that the round has stopped',
  'pair-not-agreed': 'the news about a pair',
  'question-from': 'a question from somebody',
  'passed-on': 'words that somebody wrote',
  'wrote-more': 'the question about more words',
  'late-reply': 'the question about a late reply',
  unfinished: 'the news that somebody could use a hand',
  'unused-replies': 'the list of replies without an answer',
  'cohort-over': 'the end of the round',
  report: 'the report',
} satisfies Partial<Record<EmailKind, string>>;
