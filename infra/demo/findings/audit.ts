import type { Population } from '#infra/demo/people/correspondents.ts';
import { understoodAnswers } from '#shared/emails/parts/answer-words.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { EmailView, PersonView } from '../api.ts';
import type { Course, Received } from '../drive.ts';
import { questionsOf } from '../mail/asked-forms.ts';
import { expectedEmails } from './expected-emails.ts';
import { tallied } from './tally.ts';

/** What a look at everything that happened finds. */
export interface Audit {
  /** Emails sent, by kind, from the program's own log. */
  emails: Record<string, number>;
  /** Emails that somebody got twice: by the log, or by lying in a mailbox twice. */
  duplicates: number;
  /** Everything that is not as it should be, each in a sentence. */
  problems: string[];
}

/** Compares what people got, what the log of emails says and what should have been sent; and what was understood with what was meant. */
export function audit(
  population: Population,
  course: Course,
  log: readonly EmailView[],
  people: readonly PersonView[],
): Audit {
  const addresses = new Map(people.map(({ id, email }) => [id, email]));
  const sent = log.filter(({ status }) => status === 'sent');
  const logged = counted(
    sent,
    ({ person }) => addresses.get(person) ?? person,
    ({ kind }) => kind,
  );
  const twice = [...repeatedInLog(sent), ...repeatedInMailboxes(course.received)];
  return {
    emails: tallied(sent.map(({ kind }) => kind)),
    duplicates: twice.length,
    problems: [
      ...twice,
      ...log.filter(({ status }) => !['sent', 'suppressed'].includes(status)).map(stuckWords),
      ...differences(expectedEmails(population, course), logged),
      ...mailboxDifferences(course.received, sent, addresses),
      ...misreadings(course),
      ...unmentioned(course),
    ],
  };
}

function stuckWords({ kind, person, status, why }: EmailView): string {
  return `An email (${kind} to ${person}) is ${status}${why ? `: ${why}` : ''}.`;
}

function repeatedInLog(sent: readonly EmailView[]): string[] {
  const seen = counted(
    sent,
    ({ person }) => person,
    ({ kind, occasion }) => `${kind} (${occasion})`,
  );
  return [...seen].flatMap(([person, times]) =>
    [...times]
      .filter(([, count]) => count > 1)
      .map(([email, count]) => `The log has ${email} to ${person} ${count} times.`),
  );
}

/** Emails that lie in a mailbox more than once, by their ids: two acknowledgements may be alike in every word. */
export function repeatedInMailboxes(received: readonly Pick<Received, 'to' | 'email' | 'file' | 'letter'>[]): string[] {
  const seen = counted(
    received,
    ({ to }) => to,
    ({ email, file }) => email ?? file,
  );
  return [...seen].flatMap(([person, times]) =>
    [...times]
      .filter(([, count]) => count > 1)
      .map(([id, count]) => {
        const subject = received.find(({ email }) => email === id)?.letter.subject;
        return `${person} got "${subject}" ${count} times.`;
      }),
  );
}

function differences(expected: ReturnType<typeof expectedEmails>, logged: Map<string, Map<string, number>>): string[] {
  const problems: string[] = [];
  for (const person of new Set([...expected.keys(), ...logged.keys()])) {
    const [due, got] = [expected.get(person) ?? new Map(), logged.get(person) ?? new Map<string, number>()];
    for (const kind of new Set([...due.keys(), ...got.keys()])) {
      const { least, most } = due.get(kind) ?? { least: 0, most: 0 };
      const count = got.get(kind) ?? 0;
      if (count >= least && count <= most) continue;
      const wanted = least === most ? least : `${least} to ${most}`;
      problems.push(`${person} got ${count} of the kind ${kind}; expected: ${wanted}.`);
    }
  }
  return problems;
}

/** What the log says was sent, and did not bounce, lies in mailboxes, and nothing else does. */
function mailboxDifferences(
  received: readonly Received[],
  sent: readonly EmailView[],
  addresses: ReadonlyMap<string, string>,
): string[] {
  const kept = sent.filter(({ outcome }) => outcome !== 'bounced');
  const inLog = counted(
    kept,
    ({ person }) => addresses.get(person) ?? person,
    () => 'all',
  );
  const inMailbox = counted(
    received,
    ({ to }) => to,
    () => 'all',
  );
  return [...new Set([...inLog.keys(), ...inMailbox.keys()])].flatMap((person) => {
    const [log, mailbox] = [inLog.get(person)?.get('all') ?? 0, inMailbox.get(person)?.get('all') ?? 0];
    return log === mailbox ? [] : [`${person} has ${mailbox} messages, and by the log it should be ${log}.`];
  });
}

/** Where an acknowledgement shows another answer than the one that was meant, or lacks it. */
function misreadings({ personas, received }: Course): string[] {
  const acknowledged = new Map<string, string>();
  for (const { letter } of received) {
    if (letter.text.includes('This is what we understood')) acknowledged.set(letter.replyTo, bare(letter.text));
  }
  return [...personas].flatMap(([person, { dealings }]) =>
    [...dealings].flatMap(([replyTo, { form, said }]) => {
      const shown = acknowledged.get(replyTo);
      const questions = [...questionsOf(form)];
      if (shown === undefined || questions.length === 0) return [];
      return understoodAnswers({ id: form, title: form, questions }, said, wordsOf())
        .filter(({ label, value }) => !shown.includes(bare(`${label} ${value}`)))
        .map(
          ({ label, value }) => `${person} answered ${value} to "${label}" of the ${form}; it was not understood so.`,
        );
    }),
  );
}

/** Files that came with a reply and are not named in the answer to it. */
function unmentioned({ sent, received }: Course): string[] {
  return sent.flatMap(({ person, replyTo, draft: { encloses } }) => {
    const answers = received.filter(({ to, letter }) => to === person && letter.replyTo === replyTo);
    if (!encloses || answers.some(({ letter }) => bare(letter.text).includes(bare(encloses)))) return [];
    return [`${person} sent ${encloses}, and nobody said what became of it.`];
  });
}

/** Letters and digits alone: wrapping, columns and typographic signs play no part. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** How many there are of each, by two properties. */
function counted<T>(
  of: readonly T[],
  first: (one: T) => string,
  second: (one: T) => string,
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const one of of) {
    const inner = counts.get(first(one)) ?? new Map<string, number>();
    counts.set(first(one), inner.set(second(one), (inner.get(second(one)) ?? 0) + 1));
  }
  return counts;
}
