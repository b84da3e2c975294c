import type { Cohort, Instant } from '#domain/program/cohort.ts';
import { type Draft, queueEmail } from '#shared/mail/queue-email.ts';
import * as emails from '#shared/store/emails.ts';
import * as people from '#shared/store/people.ts';

/** Words from one writer in a day, and from all whom we don't know, that reach the coordinator: more is a machine. */
const mostADay = { known: 6, unknown: 20 };

/** All kinds of email that carry somebody's own words to the coordinator. They share the day. */
const kinds = ['question-from', 'new-mail'] as const;

type WithWords = Extract<Draft, { kind: (typeof kinds)[number] }>;

/** One of a writer's day: where an email with words of theirs goes. */
export type Place = Pick<WithWords, 'person' | 'occasion'>;

interface Words {
  /** The person who wrote them; nothing of somebody whom we don't know. */
  writer?: string;
  /** Sets them apart from all others of that writer, also when they come twice. */
  key: string;
  /** The email with them, for a place of the day, which may be the last one. */
  draft(place: Place, isLast: boolean): WithWords;
}

/**
 * Gives the coordinator somebody's words: the only way there. The email takes the first place of the writer's day that is free,
 * or the one that it has already, today's or yesterday's. False when there is none left.
 */
export async function handOn(cohort: Cohort, words: Words, now: Instant): Promise<boolean> {
  const days = [new Date(Date.parse(now) - 24 * 3600 * 1000).toISOString(), now].map((at) => at.slice(0, 10));
  const most = words.writer === undefined ? mostADay.unknown : mostADay.known;
  const to = people.personId(cohort.id, cohort.coordinator.email);
  for (const day of days) {
    for (let nth = 1; nth <= most; nth += 1) {
      const occasion = `${day}.${words.writer ?? 'unknown'}.${nth}`;
      const keys = await keysAt(cohort.id, to, occasion);
      const isFree = keys.length === 0;
      if (isFree && day !== days.at(-1)) break;
      if (!isFree && !keys.includes(words.key)) continue;
      await queueEmail(cohort, words.draft({ person: to, occasion }, nth === most), now);
      // Two at the same moment: the other one has the place.
      if ((await keysAt(cohort.id, to, occasion)).includes(words.key)) return true;
    }
  }
  return false;
}

/** Whose words have a place of the day. */
async function keysAt(cohort: string, to: string, occasion: string): Promise<unknown[]> {
  const found = await Promise.all(
    kinds.map((kind) => emails.email(cohort, emails.emailId(cohort, to, kind, occasion))),
  );
  return found.flatMap((email) => (email ? [email.facts.key] : []));
}
